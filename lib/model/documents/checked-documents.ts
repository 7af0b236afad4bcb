import { createSchemaLookup } from '../../openapi/find-referenced.js';
import { listSchemaNames } from '../../openapi/list-schema-names.js';
import { isObject, type Json, type OpenApiDocument } from '../../openapi/openapi.js';
import type { ConvertedMember } from '../app-source.js';
import type { GatewayModel } from '../gateway-model.js';
import type { Route } from '../routes/route.js';
import { createHandlerReader, type HandlerRuns } from '../handler-runs.js';
import { perModel } from '../per-model.js';
import { handlersOf, findOperation } from './view-route.js';
import { changeMembers, documentsOf } from './without-guesses.js';

/**
 * Nest's documents where a body is checked: what the application converts may be anything, and what it fills in or does not ask
 * for may be absent.
 */
export const checkedDocumentsOf = perModel((model): readonly OpenApiDocument[] => {
  const converted = listConverted(model);
  return documentsOf(model).map((document) =>
    changeMembers(
      document,
      converted,
      ({ properties, required, ...schema }, { member, isConverted, mayBeAbsent, unchecked, takesNull }) => ({
        ...schema,
        properties: {
          ...properties,
          [member]: isConverted
            ? {}
            : takesNull
              ? withNull(properties[member])
              : withoutKeywords(properties[member], unchecked),
        },
        ...(Array.isArray(required)
          ? { required: mayBeAbsent ? required.filter((name) => name !== member) : required }
          : {}),
      }),
    ),
  );
});

/** Of a list the keywords are those of its items. */
function withoutKeywords(schema: Json | undefined, keywords: readonly string[]): Json | undefined {
  if (keywords.length === 0 || !isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([name]) => !keywords.includes(name));
  return Object.fromEntries(
    kept.map(([name, value]) => [name, name === 'items' ? withoutKeywords(value, keywords) : value]),
  );
}

/** An explicit `nullable: false` stands. */
function withNull(schema: Json | undefined): Json | undefined {
  return isObject(schema) ? { nullable: true, ...schema } : schema;
}

/**
 * No pipe runs before a service or a mock: there the schema is the only contract. So it mostly is for a function of one
 * route, as far as null is concerned.
 */
function listConverted(model: GatewayModel): readonly ConvertedMember[] {
  const { convertedMembers } = model;
  const runs = createHandlerReader(model);
  const listNames = (where: readonly HandlerRuns[]): ReadonlySet<string> =>
    listBodyNames(
      model.routes.filter((route) => where.includes(runs(route))),
      model,
    );
  const converted = convertedMembers.some(({ byPipe }) => byPipe) ? listNames(['may', 'unlikely']) : NONE;
  const nullable = convertedMembers.some(({ takesNull }) => takesNull) ? listNames(['may']) : NONE;
  return convertedMembers.filter(
    ({ byPipe, takesNull, schema }) =>
      (!byPipe || converted.has(schema)) && (!takesNull || nullable.has(schema)),
  );
}

const NONE: ReadonlySet<string> = new Set();

/** The schemas of the bodies of routes, and all that they refer to. */
function listBodyNames(routes: readonly Route[], model: GatewayModel): ReadonlySet<string> {
  const bodies = routes
    .flatMap(handlersOf)
    .flatMap((route) => {
      const { requestBody } = findOperation(route, model);
      const content = isObject(requestBody) ? requestBody['content'] : undefined;
      return isObject(content) ? Object.values(content) : [];
    })
    .map((media) => (isObject(media) ? media['schema'] : undefined));
  return listSchemaNames({ anyOf: bodies }, createSchemaLookup(documentsOf(model)));
}
