import { createSchemaLookup, findReferenced } from '../../../openapi/find-referenced.js';
import { isObject, type OpenApiDocument } from '../../../openapi/openapi.js';
import { walkSchema } from '../../../openapi/walk-schema.js';

/**
 * The named schemas that answers hold. What generates them may describe only the answer: zod writes
 * `additionalProperties: false` for what it answers, and takes any property in a request of the same name.
 */
export function listAnsweredSchemas(documents: readonly OpenApiDocument[]): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue: unknown[] = documents.flatMap((document) => listAnswers(document, documents));
  for (let schema = queue.pop(); schema !== undefined; schema = queue.pop()) {
    walkSchema(schema, ({ $ref }) => {
      const found = findReferenced($ref, documents);
      if (found?.name === undefined || reached.has(found.name)) return;
      reached.add(found.name);
      queue.push(found.value);
    });
  }
  return reached;
}

function listAnswers({ paths }: OpenApiDocument, documents: readonly OpenApiDocument[]): readonly unknown[] {
  const lookup = createSchemaLookup(documents);
  return membersOf(paths)
    .flatMap(membersOf)
    .flatMap((operation) => (isObject(operation) ? membersOf(operation['responses']) : []))
    .flatMap((response) => membersOf(lookup(response)?.['content']))
    .flatMap((media) => (isObject(media) ? [media['schema']] : []));
}

function membersOf(owner: unknown): readonly unknown[] {
  return isObject(owner) ? Object.values(owner) : [];
}
