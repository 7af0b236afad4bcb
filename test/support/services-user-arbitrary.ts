import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import { bodyText, number } from './services-hostile.js';
import type { UserDto } from './services-users.js';

type Json = Record<string, unknown>;

const address = fc.record({ street: bodyText, zip: number }, { requiredKeys: ['street'] });
const MEMBERS = {
  name: bodyText,
  size: number,
  active: fc.boolean(),
  nick: fc.option(bodyText),
  joined: fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString()),
  address,
  others: fc.array(address, { maxLength: 3 }),
  tags: fc.uniqueArray(bodyText, { maxLength: 4 }),
  marks: fc.uniqueArray(number, { maxLength: 4 }),
  scores: fc.array(number, { maxLength: 4 }),
  grid: fc.array(fc.array(bodyText, { maxLength: 3 }), { maxLength: 3 }),
  labels: fc
    .array(
      fc.tuple(
        bodyText.map((key) => `k${key}`),
        fc.option(bodyText),
      ),
      { maxLength: 4 },
    )
    .map((entries) => Object.fromEntries(entries)),
  'a.b "c" $d #set': bodyText,
};

/** A user as a caller sends it, in JSON. */
export const anyUser: fc.Arbitrary<Json> = fc.record(MEMBERS, { requiredKeys: ['name', 'size'] });

/** Some members of one. */
export const anyPatch: fc.Arbitrary<Json> = fc.record(MEMBERS, { requiredKeys: [] });

/** How DynamoDB holds each member; numbers by value, for there are many ways to write one. */
export function marshalUser(user: Json): Json {
  return Object.fromEntries(
    Object.entries(user).flatMap(([name, value]): [string, unknown][] => {
      const list = value as unknown[];
      if (name === 'tags') return list.length > 0 ? [[name, { SS: value }]] : [];
      if (name === 'marks') return list.length > 0 ? [[name, { NS: value }]] : [];
      return [[name, marshal(value)]];
    }),
  );
}

function marshal(value: unknown): unknown {
  if (value === null) return { NULL: true };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(marshal) };
  return {
    M: Object.fromEntries(Object.entries(value as Json).map(([key, item]) => [key, marshal(item)])),
  };
}

/** Typed JSON with its numbers by value. */
export function readNumbers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(readNumbers);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]): [string, unknown] => {
      if (key === 'N' && typeof item === 'string') return [key, Number(item)];
      if (key === 'NS' && Array.isArray(item)) return [key, item.map(Number)];
      return [key, readNumbers(item)];
    }),
  );
}

/** A user as the API answers it: sets in no order, and none that are empty. */
export function comparable(user: Json | UserDto): Json {
  return Object.fromEntries(
    Object.entries(user).flatMap(([name, value]): [string, unknown][] => {
      if (name !== 'tags' && name !== 'marks') return [[name, value]];
      return (value as unknown[]).length > 0 ? [[name, new Set(value as unknown[])]] : [];
    }),
  );
}

/** Sets have no order. */
export function sortSets(item: Json | Readonly<Record<string, AttributeValue>>): Json {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => {
      const { SS, NS } = value as { readonly SS?: readonly string[]; readonly NS?: readonly unknown[] };
      return [name, SS ? { SS: new Set(SS) } : NS ? { NS: new Set(NS) } : value];
    }),
  );
}
