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
export function* listReferences(operation: OpenApiOperation): Generator<Reference> {
  const { parameters = [], requestBody, responses = {} } = operation;
  for (const parameter of parameters.filter(isObject)) {
    const owner =
      typeof parameter['name'] === 'string' ? `the parameter \`${parameter['name']}\`` : 'a parameter';
    yield* referencesOf(parameter, owner);
  }
  yield* referencesOf(requestBody, 'the body');
  for (const [status, response] of Object.entries(responses)) {
    yield* referencesOf(response, `the response ${status}`);
  }
}

/** The references of a parameter, a body or a response. */
export function* referencesOf(holder: unknown, owner: string): Generator<Reference> {
  if (!isObject(holder)) return;
  const target = holder['$ref'];
  if (typeof target === 'string') yield { target, owner, path: '' };
  const { content, headers } = holder;
  const media = Object.values(isObject(content) ? content : {}).filter(isObject);
  for (const schema of [holder['schema'], ...media.map((one) => one['schema'])]) {
    yield* referencesIn(schema, owner);
  }
  for (const [name, header] of Object.entries(isObject(headers) ? headers : {})) {
    yield* referencesOf(header, `the header \`${name}\` of ${owner}`);
  }
}

export function* referencesIn(given: unknown, owner: string): Generator<Reference> {
  for (const { schema, path } of walkSchema(given)) {
    const target: unknown = (schema as JsonObject)['$ref'];
    if (typeof target === 'string') yield { target, owner, path };
  }
}
