import { createSchemaLookup } from '../openapi/find-referenced.js';
import { listSchemaNames } from '../openapi/list-schema-names.js';
import { isObject, type Json, type OpenApiDocument } from '../openapi/openapi.js';
import type { ConvertedMember } from './app-source.js';
import type { GatewayModel } from './gateway-model.js';
import { createHandlerReader } from './handler-runs.js';
import { perModel } from './per-model.js';
import { handlersOf, findOperation } from './view-route.js';
import { changeMembers, documentsOf } from './without-guesses.js';

/**
 * Nest's documents where a body is checked: what the application converts may be anything, and what it fills in or does not ask
 * for may be absent.
 */
export const checkedDocumentsOf = perModel((model): readonly OpenApiDocument[] =>
  documentsOf(model).map((document) =>
    changeMembers(
      document,
      listConverted(model),
      ({ properties, required, ...schema }, { member, isConverted, mayBeAbsent, unchecked }) => ({
        ...schema,
        properties: {
          ...properties,
          [member]: isConverted ? {} : withoutKeywords(properties[member], unchecked),
        },
        ...(Array.isArray(required)
          ? { required: mayBeAbsent ? required.filter((name) => name !== member) : required }
          : {}),
      }),
    ),
  ),
);

/** Of a list the keywords are those of its items. */
function withoutKeywords(schema: Json | undefined, keywords: readonly string[]): Json | undefined {
  if (keywords.length === 0 || !isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([name]) => !keywords.includes(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === 'items' ? withoutKeywords(value, keywords) : value]),
  );
}

/** No pipe runs before a service or a mock: there the schema is the only contract. */
function listConverted(model: GatewayModel): readonly ConvertedMember[] {
  const { convertedMembers } = model;
  if (!convertedMembers.some(({ byPipe }) => byPipe)) return convertedMembers;
  const runs = createHandlerReader(model);
  const bodies = model.routes
    .filter((route) => runs(route) !== 'never')
    .flatMap(handlersOf)
    .flatMap((route) => {
      const { requestBody } = findOperation(route, model);
      const content = isObject(requestBody) ? requestBody['content'] : undefined;
      return isObject(content) ? Object.values(content) : [];
    })
    .map((media) => (isObject(media) ? media['schema'] : undefined));
  const names = listSchemaNames({ anyOf: bodies }, createSchemaLookup(documentsOf(model)));
  return convertedMembers.filter(({ byPipe, schema }) => !byPipe || names.has(schema));
}
