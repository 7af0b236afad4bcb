import * as fc from 'fast-check';
import {
  fromAuthorizer,
  fromBody,
  fromHeader,
  fromQuery,
  fromStage,
  type RequestValue,
} from 'nestjs-aws-gateway';
import type { SampleRequest } from '../../lib/testing/index.js';

type Place = 'query' | 'header' | 'body' | 'stage' | 'authorizer';

/** A value that a request has or has not. */
export interface OptionalValue {
  readonly at: Place;
  readonly name: string;
  /** Absent: the request does not have it. */
  readonly sent?: string | number | boolean;
}

const READ: Readonly<Record<Place, (name: string) => RequestValue>> = {
  query: fromQuery,
  header: fromHeader,
  body: (name) => fromBody(`$.${name}`),
  stage: fromStage,
  authorizer: fromAuthorizer,
};

/** Names of which some look like those of generated variables, and some like members of Java's classes. */
const NAMES: Readonly<Record<Place, readonly string[]>> = {
  query: ['q', 'class', 'page.size', 'comma'],
  header: ['X-Tenant', 'x-class', 'X-Comma0'],
  body: ['note', 'size', 'ok', 'class'],
  stage: ['body', 'class', 'comma'],
  authorizer: ['tenant', 'class'],
};

export const BODY_TYPES = { note: 'string', size: 'number', ok: 'boolean', class: 'string' } as const;
const SENT = {
  string: fc.constantFrom('a', "O'Brien", '0'),
  number: fc.constantFrom(0, 3),
  boolean: fc.boolean(),
};

const optionalValue: fc.Arbitrary<OptionalValue> = fc
  .constantFrom(...(Object.keys(NAMES) as Place[]))
  .chain((at) => fc.tuple(fc.constant(at), fc.constantFrom(...NAMES[at]), fc.boolean()))
  .chain(([at, name, isSent]) => {
    const type = at === 'body' ? BODY_TYPES[name as keyof typeof BODY_TYPES] : 'string';
    return isSent
      ? (SENT[type] as fc.Arbitrary<string>).map((sent): OptionalValue => ({ at, name, sent }))
      : fc.constant<OptionalValue>({ at, name });
  });

export const optionalValues: fc.Arbitrary<readonly OptionalValue[]> = fc.uniqueArray(optionalValue, {
  minLength: 1,
  maxLength: 4,
  selector: ({ at, name }) => `${at} ${name.toLowerCase()}`,
});

export function readOptional({ at, name }: OptionalValue): RequestValue {
  return READ[at](name);
}

/** The request that has what is sent. */
export function sampleOf(values: readonly OptionalValue[]): SampleRequest {
  const at = (place: Place): Record<string, string> =>
    Object.fromEntries(
      values.flatMap(({ at: where, name, sent }) =>
        where === place && sent !== undefined ? [[name, sent as string]] : [],
      ),
    );
  return {
    query: at('query'),
    headers: { 'Content-Type': 'application/json', ...at('header') },
    body: at('body'),
    stageVariables: at('stage'),
    authorizer: at('authorizer'),
  };
}
