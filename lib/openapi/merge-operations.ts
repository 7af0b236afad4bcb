import type { SchemaLookup } from './find-referenced.js';
import {
  isObject,
  type Json,
  type JsonObject,
  type OpenApiOperation,
  type OpenApiParameter,
} from './openapi.js';

/** What several handlers of one verb and path mean together. */
export interface MergeOptions {
  readonly lookup: SchemaLookup;
  /** What operations without a `security` of their own ask for. */
  readonly security: unknown;
  /** Whether the operation at a place of the list needs one of its parameters. */
  readonly requires: (parameter: OpenApiParameter, index: number) => boolean;
}

/**
 * Operations of one verb and path as one that takes what any of them takes: all parameters, required where every
 * operation requires them, and any of the bodies and answers. What can be said once is the first's.
 */
export function mergeOperations(
  operations: readonly OpenApiOperation[],
  options: MergeOptions,
): OpenApiOperation {
  const [first] = operations;
  if (!first || operations.length === 1) return first ?? {};
  const parameters = mergeParameters(operations, options);
  const requestBody = mergeBodies(
    operations.map(({ requestBody: body }) => options.lookup(body)),
    operations.length,
  );
  const responses = mergeResponses(operations, options);
  return {
    ...first,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses,
    ...mergeSecurity(operations, options),
  };
}

function mergeParameters(
  operations: readonly OpenApiOperation[],
  { lookup, requires }: MergeOptions,
): readonly OpenApiParameter[] {
  const found = operations.flatMap(({ parameters = [] }, index) =>
    parameters.flatMap((given) => {
      const parameter = lookup(given) as OpenApiParameter | undefined;
      if (!parameter) return [];
      const key = `${parameter.in} ${parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name}`;
      return [[key, { parameter, required: requires(parameter, index) }] as const];
    }),
  );
  return [...collect(found).values()].map((uses) => {
    const { parameter } = uses[0]!;
    if (parameter.in === 'path') return parameter;
    const { required: _, ...rest } = parameter;
    const schema = anyOf(uses.map((use) => use.parameter['schema']));
    const required = uses.length === operations.length && uses.every((use) => use.required);
    return { ...rest, name: parameter.name, in: parameter.in, required, ...(schema ? { schema } : {}) };
  });
}

function mergeBodies(bodies: readonly (JsonObject | undefined)[], count: number): JsonObject | undefined {
  const present = bodies.filter(isObject);
  if (present.length === 0) return undefined;
  const required = present.length === count && present.every((body) => body['required'] === true);
  const content = mergeContents(present.map((body) => body['content']));
  return { ...present[0], required, ...(content ? { content } : {}) };
}

function mergeResponses(
  operations: readonly OpenApiOperation[],
  { lookup }: MergeOptions,
): Readonly<Record<string, JsonObject>> {
  const found = operations.flatMap(({ responses = {} }) =>
    Object.entries(responses).map(([status, response]) => [status, lookup(response) ?? response] as const),
  );
  return Object.fromEntries(
    [...collect(found)].map(([status, responses]) => {
      const content = mergeContents(responses.map((response) => response['content']));
      const headers: JsonObject = Object.assign({}, ...responses.map((response) => response['headers']));
      return [
        status,
        {
          ...responses[0],
          ...(Object.keys(headers).length > 0 ? { headers } : {}),
          ...(content ? { content } : {}),
        },
      ];
    }),
  );
}

function mergeContents(contents: readonly unknown[]): JsonObject | undefined {
  const found = contents.filter(isObject).flatMap((content) => Object.entries(content));
  if (found.length === 0) return undefined;
  const media = found.map(([type, one]) => [type, isObject(one) ? one : {}] as const);
  return Object.fromEntries(
    [...collect(media)].map(([type, [first, ...others]]) => {
      const { schema: own, ...rest } = first!;
      const schema = anyOf([own, ...others.map((other) => other['schema'])]);
      return [type, { ...rest, ...(schema ? { schema } : {}) }];
    }),
  );
}

/** Of schemas that are not all known, nothing is known. What fits two versions fits: no `oneOf`. */
function anyOf(schemas: readonly (Json | undefined)[]): JsonObject | undefined {
  if (!schemas.every(isObject)) return undefined;
  const distinct = listDistinct(schemas);
  return distinct.length === 1 ? distinct[0] : { anyOf: distinct };
}

/** Each asks for one of its own alternatives; one that asks for nothing is the empty alternative. */
function mergeSecurity(
  operations: readonly OpenApiOperation[],
  { security: ofRoot }: MergeOptions,
): JsonObject {
  const given = operations.map(({ security }) => security);
  if (new Set(given.map((one) => JSON.stringify(one))).size === 1) return {};
  const alternatives = given.flatMap((own): readonly JsonObject[] => {
    const asked = [own ?? ofRoot].flat().filter(isObject);
    return asked.length > 0 ? asked : [{}];
  });
  return { security: listDistinct(alternatives) };
}

/** The values of each key, in the order of their first. */
function collect<Value>(
  entries: readonly (readonly [string, Value])[],
): ReadonlyMap<string, readonly Value[]> {
  const found = new Map<string, Value[]>();
  for (const [key, value] of entries) {
    const known = found.get(key);
    if (known) known.push(value);
    else found.set(key, [value]);
  }
  return found;
}

function listDistinct(objects: readonly JsonObject[]): readonly JsonObject[] {
  return [...new Map(objects.map((one) => [JSON.stringify(one), one])).values()];
}
