import type { SchemaLookup } from './find-referenced.js';
import { isObject, type JsonObject } from './openapi.js';

/** What a schema says about data, as far as a template can write it. */
export type DataType =
  | { readonly kind: 'string' | 'number' | 'boolean'; readonly nullable: boolean }
  | { readonly kind: 'object'; readonly members: readonly DataMember[]; readonly nullable: boolean }
  | { readonly kind: 'list' | 'map'; readonly items: DataType; readonly nullable: boolean }
  | { readonly kind: 'set'; readonly of: 'string' | 'number'; readonly nullable: boolean }
  /** Nothing that can be written member by member; `why` says what stands in the way. */
  | { readonly kind: 'unknown'; readonly why: string; readonly nullable: boolean };

export interface DataMember {
  readonly name: string;
  readonly type: DataType;
}

/** Why the type of a schema with a broken reference is unknown. Another rule reports the reference. */
export const NOWHERE = 'it refers to a schema that does not exist';

/** Why a type is unknown that is declared as an object of any members. Where Nest only guesses, it does not say so. */
export const ANY_OBJECT = 'it is an object of any members';

/** Reads a schema as a data type. Each schema is read once for one lookup, however often others refer to it. */
export function readDataType(given: unknown, lookup: SchemaLookup): DataType {
  const known = KNOWN.get(lookup) ?? new Map<JsonObject, DataType>();
  KNOWN.set(lookup, known);
  return readSchema(given, { lookup, known, cyclic: new Map(), outermost: Infinity }, []);
}

const KNOWN = new WeakMap<SchemaLookup, Map<JsonObject, DataType>>();

interface Reading {
  readonly lookup: SchemaLookup;
  readonly known: Map<JsonObject, DataType>;
  /** What was read inside a schema that is not read to its end, with the depth of the outermost one. */
  readonly cyclic: Map<JsonObject, { readonly type: DataType; readonly outermost: number }>;
  /** The depth of the outermost schema that was found again inside itself. */
  outermost: number;
}

/** `inside` holds the schemas that are being read: one in itself has no end. */
function readSchema(given: unknown, reading: Reading, inside: readonly JsonObject[]): DataType {
  const schema = reading.lookup(given);
  if (!schema) return unknown(isObject(given) && '$ref' in given ? NOWHERE : 'it has no schema');
  const known = reading.known.get(schema);
  if (known) return known;
  const found = reading.cyclic.get(schema);
  if (found) {
    reading.outermost = Math.min(reading.outermost, found.outermost);
    return found.type;
  }
  const depth = inside.indexOf(schema);
  if (depth >= 0) {
    reading.outermost = Math.min(reading.outermost, depth);
    return unknown('it contains itself');
  }
  const before = reading.outermost;
  reading.outermost = Infinity;
  const type = describeSchema(schema, reading, [...inside, schema]);
  const { outermost } = reading;
  // What is inside itself ends elsewhere when it is read from another place: it is read anew there.
  if (outermost > inside.length) reading.known.set(schema, type);
  else if (outermost < inside.length) reading.cyclic.set(schema, { type, outermost });
  if (outermost === inside.length) forget(reading, outermost);
  reading.outermost = outermost < inside.length ? Math.min(before, outermost) : before;
  return type;
}

/** A schema is read to its end: what was read inside it is read anew elsewhere. */
function forget({ cyclic }: Reading, depth: number): void {
  for (const [schema, { outermost }] of cyclic) if (outermost >= depth) cyclic.delete(schema);
}

function describeSchema(schema: JsonObject, reading: Reading, within: readonly JsonObject[]): DataType {
  const { lookup } = reading;
  const read = (member: unknown): DataType => readSchema(member, reading, within);
  const isNull = (member: unknown): boolean => lookup(member)?.['type'] === 'null';
  const named = [schema['type']].flat().filter((type) => type !== undefined);
  const alternatives = [schema['oneOf'], schema['anyOf']].find(Array.isArray) as
    readonly unknown[] | undefined;
  const nullable =
    schema['nullable'] === true || named.includes('null') || (alternatives?.some(isNull) ?? false);
  const types = [...new Set(named.filter((type) => type !== 'null').map(nameType))];
  if (types.length > 1) return unknown('it has several types', nullable);

  // A schema that only narrows the type beside it is not an alternative to it.
  const real = alternatives?.filter((member) => !isNull(member) && saysType(lookup(member))) ?? [];
  if (real.length > 0) {
    const one = real.length === 1 ? read(real[0]) : sameScalar(real.map(read));
    return one ? { ...one, nullable } : unknown('it has several types', nullable);
  }
  if (Array.isArray(schema['allOf'])) {
    const parts = schema['allOf'].filter((part) => saysType(lookup(part))).map(read);
    const scalar = sameScalar(parts);
    if (scalar) return { ...scalar, nullable };
    if (parts.length === 1 && !isObject(schema['properties'])) return { ...parts[0]!, nullable };
    if (!parts.every((part) => part.kind === 'object'))
      return unknown('it combines types that are not objects', nullable);
    const members = [...parts.flatMap((part) => part.members), ...readMembers(schema, read)];
    return {
      kind: 'object',
      members: [...new Map(members.map((member) => [member.name, member])).values()],
      nullable,
    };
  }
  switch (types[0] ?? (isObject(schema['properties']) ? 'object' : undefined)) {
    case 'string':
      return { kind: 'string', nullable };
    case 'boolean':
      return { kind: 'boolean', nullable };
    case 'number':
      return { kind: 'number', nullable };
    case 'array': {
      const items = read(schema['items']);
      return schema['uniqueItems'] === true && (items.kind === 'string' || items.kind === 'number')
        ? { kind: 'set', of: items.kind, nullable }
        : { kind: 'list', items, nullable };
    }
    case 'object': {
      const additional = schema['additionalProperties'];
      if (isObject(schema['properties'])) {
        return { kind: 'object', members: readMembers(schema, read), nullable };
      }
      return isObject(additional)
        ? { kind: 'map', items: read(additional), nullable }
        : unknown(additional === true ? ANY_OBJECT : 'it is an object without declared members', nullable);
    }
    default: {
      const kind = kindOfValues(schema);
      return kind ? { kind, nullable } : unknown('it has no type', nullable);
    }
  }
}

const nameType = (type: unknown): unknown => (type === 'integer' ? 'number' : type);

const TYPE_KEYWORDS = ['type', 'properties', 'items', 'enum', 'const', 'allOf', 'anyOf', 'oneOf'];

/** Whether a schema sets its type, and not only bounds. One that cannot be found may. */
function saysType(schema: JsonObject | undefined): boolean {
  return !schema || Object.keys(schema).length === 0 || TYPE_KEYWORDS.some((keyword) => keyword in schema);
}

/** Several schemas of one scalar type are that type. */
function sameScalar(types: readonly DataType[]): DataType | undefined {
  const [first] = types;
  return first && isScalar(first) && types.every(({ kind }) => kind === first.kind) ? first : undefined;
}

export function isScalar(type: DataType | undefined): boolean {
  return type?.kind === 'string' || type?.kind === 'number' || type?.kind === 'boolean';
}

/** The type of the values that a schema without one allows. */
function kindOfValues(schema: JsonObject): 'string' | 'number' | 'boolean' | undefined {
  const values = 'const' in schema ? [schema['const']] : schema['enum'];
  const kinds = new Set(Array.isArray(values) ? values.map((value) => typeof value) : []);
  const [kind] = kinds;
  return kinds.size === 1 && (kind === 'string' || kind === 'number' || kind === 'boolean')
    ? kind
    : undefined;
}

function readMembers(schema: JsonObject, read: (member: unknown) => DataType): readonly DataMember[] {
  const properties = schema['properties'];
  return Object.entries(isObject(properties) ? properties : {}).map(([name, property]) => ({
    name,
    type: read(property),
  }));
}

export function unknown(why: string, nullable = false): DataType {
  return { kind: 'unknown', why, nullable };
}
