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
    if (isObject(parameter)) findIn(parameter, nameParameter(parameter), found);
  }
  findIn(requestBody, 'the body', found);
  for (const status in responses) findIn(responses[status], `the response ${status}`, found);
  return found;
}

function nameParameter({ name }: JsonObject): string {
  return typeof name === 'string' ? `the parameter \`${name}\`` : 'a parameter';
}

/** The references of a parameter, a body or a response. */
export function referencesOf(holder: unknown, owner: string): readonly Reference[] {
  const found: Reference[] = [];
  findIn(holder, owner, found);
  return found;
}

function findIn(holder: unknown, owner: string, found: Reference[]): void {
  if (!isObject(holder)) return;
  const { $ref: target, content, headers, schema } = holder;
  if (typeof target === 'string') found.push({ target, owner, path: '' });
  findInSchema(schema, owner, found);
  if (isObject(content)) {
    for (const type in content) {
      const media = content[type];
      if (isObject(media)) findInSchema(media['schema'], owner, found);
    }
  }
  if (isObject(headers)) {
    for (const name in headers) findIn(headers[name], `the header \`${name}\` of ${owner}`, found);
  }
}

/** The references of a schema. */
export function referencesIn(schema: unknown, owner: string): readonly Reference[] {
  const found: Reference[] = [];
  findInSchema(schema, owner, found);
  return found;
}

function findInSchema(given: unknown, owner: string, found: Reference[]): void {
  walkSchema(given, ({ $ref: target }, path) => {
    if (typeof target === 'string') found.push({ target, owner, path });
  });
}
