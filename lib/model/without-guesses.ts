import {
  findJsonContent,
  isJsonType,
  isObject,
  type Json,
  type OpenApiDocument,
  type OpenApiOperation,
} from '../openapi/openapi.js';
import { perModel } from './per-model.js';

/**
 * Nest's documents as the gateway takes them at their word: without what Nest writes where TypeScript says no more
 * than list.
 */
export const documentsOf = perModel((model): readonly OpenApiDocument[] =>
  [model.document, ...(model.hidden ? [model.hidden] : [])].map((document) => {
    const schemas = document.components?.['schemas'];
    if (!schemas || model.guessedLists.length === 0) return document;
    const changed: Record<string, Json | undefined> = { ...schemas };
    for (const { schema: name, member } of model.guessedLists) {
      const schema = changed[name];
      const properties = isObject(schema) ? schema['properties'] : undefined;
      if (!isObject(schema) || !isObject(properties)) continue;
      changed[name] = {
        ...schema,
        properties: { ...properties, [member]: withoutItems(properties[member]) },
      };
    }
    return { ...document, components: { ...document.components, schemas: changed } };
  }),
);

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

/** What `transformDocument` made of a list since is no guess. */
function withoutItems(schema: Json | undefined): Json | undefined {
  if (!isObject(schema) || schema['type'] !== 'array' || !isObject(schema['items'])) return schema;
  const isGuess = ['string', 'array'].some(
    (type) => JSON.stringify(schema['items']) === `{"type":"${type}"}`,
  );
  return isGuess ? { ...schema, items: {} } : schema;
}
