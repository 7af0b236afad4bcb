import {
  findJsonContent,
  isJsonType,
  isObject,
  type Json,
  type JsonObject,
  type OpenApiDocument,
  type OpenApiOperation,
} from '../../openapi/openapi.js';
import type { MemberReference } from '../app-source.js';
import { perModel } from '../per-model.js';

/**
 * Nest's documents as the gateway takes them at their word: without what Nest writes where TypeScript says no more
 * than list, and where a decorator says list twice.
 */
export const documentsOf = perModel((model): readonly OpenApiDocument[] =>
  [model.document, ...(model.hidden ? [model.hidden] : [])].map((document) =>
    changeMembers(document, model.guessedLists, ({ properties, ...schema }, { member }) => ({
      ...schema,
      properties: { ...properties, [member]: withoutItems(properties[member]) },
    })),
  ),
);

type Members = JsonObject & { readonly properties: JsonObject };

/** A document with other schemas of members, where it has them. */
export function changeMembers<Member extends MemberReference>(
  document: OpenApiDocument,
  members: readonly Member[],
  change: (schema: Members, member: Member) => JsonObject,
): OpenApiDocument {
  const schemas = document.components?.['schemas'];
  if (!schemas || members.length === 0) return document;
  const changed: Record<string, Json | undefined> = { ...schemas };
  for (const member of members) {
    const schema = changed[member.schema];
    const properties = isObject(schema) ? schema['properties'] : undefined;
    if (!isObject(schema) || !isObject(properties) || !Object.hasOwn(properties, member.member)) continue;
    changed[member.schema] = change({ ...schema, properties }, member);
  }
  return { ...document, components: { ...document.components, schemas: changed } };
}

/** The same for the body of an operation. */
export function withoutGuessedBody(operation: OpenApiOperation, guess: 'items' | 'type'): OpenApiOperation {
  const { requestBody: body } = operation;
  const content = isObject(body) ? body['content'] : undefined;
  const media = findJsonContent(content);
  if (!isObject(body) || !isObject(content) || !media) return operation;
  const mended = { ...media, schema: guess === 'type' ? {} : withoutItems(media['schema']) };
  return {
    ...operation,
    requestBody: {
      ...body,
      ...(guess === 'type' ? { required: false } : {}),
      content: Object.fromEntries(
        Object.entries(content).map(([type, given]) => [type, isJsonType(type) ? mended : given]),
      ),
    },
  };
}

/** A list that `transformDocument` changed afterwards is not a guess. */
function withoutItems(schema: Json | undefined): Json | undefined {
  if (!isObject(schema) || schema['type'] !== 'array' || !isObject(schema['items'])) return schema;
  const { items } = schema;
  const isGuess = JSON.stringify(items) === '{"type":"string"}' || items['type'] === 'array';
  return isGuess ? { ...schema, items: {} } : schema;
}
