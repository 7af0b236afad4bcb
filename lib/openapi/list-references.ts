import { isObject, type JsonObject, type OpenApiOperation } from './openapi.js';
import { walkSchema } from './walk-schema.js';

/** One `$ref`, and its owner. */
export interface Reference {
  readonly target: string;
  /** In words: `the body`, `the response 200`, `the parameter \`q\``. */
  readonly owner: string;
  /** The member of the owner; empty for the owner itself. */
  readonly path: string;
}

/** Every reference of an operation, without the references inside components. */
export function listReferences({
  parameters,
  requestBody,
  responses,
}: OpenApiOperation): readonly Reference[] {
  const found: Reference[] = [];
  for (const parameter of parameters ?? []) {
    if (isObject(parameter)) found.push(...referencesOf(parameter, nameParameter(parameter)));
  }
  found.push(...referencesOf(requestBody, 'the body'));
  for (const status of Object.keys(responses ?? {})) {
    found.push(...referencesOf(responses![status], `the response ${status}`));
  }
  return found;
}

function nameParameter({ name }: JsonObject): string {
  return typeof name === 'string' ? `the parameter \`${name}\`` : 'a parameter';
}

/** The references of a parameter, a body or a response. */
export function referencesOf(holder: unknown, owner: string): readonly Reference[] {
  if (!isObject(holder)) return [];
  const { $ref: target, content, headers, schema } = holder;
  const found: Reference[] = typeof target === 'string' ? [{ target, owner, path: '' }] : [];
  found.push(...referencesIn(schema, owner));
  if (isObject(content)) {
    for (const media of Object.values(content)) {
      if (isObject(media)) found.push(...referencesIn(media['schema'], owner));
    }
  }
  if (isObject(headers)) {
    for (const [name, header] of Object.entries(headers)) {
      found.push(...referencesOf(header, `the header \`${name}\` of ${owner}`));
    }
  }
  return found;
}

export function referencesIn(given: unknown, owner: string): readonly Reference[] {
  const found: Reference[] = [];
  walkSchema(given, ({ $ref: target }, path) => {
    if (typeof target === 'string') found.push({ target, owner, path });
  });
  return found;
}
