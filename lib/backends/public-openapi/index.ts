import type { GatewayModel } from '../../model/gateway-model.js';
import { handlersOf } from '../../model/documents/view-route.js';
import { isObject, type Json, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import type { BackEnd } from '../back-end.js';
import { createSchemaLookup, type SchemaLookup } from '../../openapi/find-referenced.js';
import { declarePathParameters } from './declare-path-parameters.js';
import { documentErrors } from './document-errors.js';
import { dropForeignVariables, listHandlerVariables } from './drop-foreign-variables.js';
import { dropUnreferenced } from './drop-unreferenced.js';
import { nameSchemes, renderRequirement, type SchemeNames } from './render-requirement.js';
import { mendDocument } from './mend-document.js';
import { mendMembers } from './mend-members.js';
import { invalidPublicDocument } from './rules/invalid-public-document.rule.js';
import { privateValueInPublic } from './rules/private-value-in-public.rule.js';
import { requireAsServed } from './require-as-served.js';
import { showDisplaced } from './show-displaced.js';
import { stripAmazonExtensions } from './strip-amazon-extensions.js';

export const publicOpenApi: BackEnd<OpenApiDocument, 'public-openapi'> = {
  id: 'public-openapi',
  render: renderPublicDocument,
  rules: [invalidPublicDocument, privateValueInPublic],
};

/**
 * The public document: Nest's own, in the version that the application asked for, without the routes that the gateway
 * does not serve and with the security that it enforces. Nest's document is not changed.
 */
function renderPublicDocument(model: GatewayModel): OpenApiDocument {
  const shown = showDisplaced(model.document, removedOperations(model), model);
  const { removed } = shown;
  const document = mendMembers(mendDocument(stripAmazonExtensions(shown.document) as OpenApiDocument));
  const schemes = nameSchemes(model);
  const lookup = createSchemaLookup([document]);
  const served = servedOperations(model, schemes, lookup);
  const variables = listHandlerVariables(model);
  const paths = Object.fromEntries(
    Object.entries(document.paths).flatMap(([path, item]): [string, JsonObject][] => {
      const members = Object.entries(item).flatMap(([key, member]): [string, Json | undefined][] => {
        const id = `${key} ${path}`;
        if (removed.has(id)) return [];
        if (!VERBS.has(key) || !isObject(member)) return [[key, member]];
        const own = dropForeignVariables(member, path, variables.get(id), lookup);
        const operation = served.get(id)?.(own) ?? own;
        return [[key, declarePathParameters(operation, path, item['parameters'], lookup)]];
      });
      // What an excluded operation shared with others of its path goes with the last of them.
      const emptied = members.length < Object.keys(item).length && !members.some(([key]) => VERBS.has(key));
      return emptied ? [] : [[path, Object.fromEntries(members)]];
    }),
  );
  const rendered: OpenApiDocument = {
    ...document,
    paths,
    ...(schemes.added.length > 0
      ? {
          components: {
            ...document.components,
            securitySchemes: {
              ...document.components?.['securitySchemes'],
              ...Object.fromEntries(schemes.added),
            },
          },
        }
      : {}),
  };
  return removed.size > 0 || model.hiddenModels.length > 0
    ? dropUnreferenced(document, rendered, model.hiddenModels)
    : rendered;
}

/** Members of a path item that are operations. */
const VERBS: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'search',
  'query',
]);

/**
 * Excluded routes, operations that may be theirs, and `search`, which Nest documents for `@All()` and neither OpenAPI nor
 * API Gateway knows.
 */
function removedOperations({ document, excluded, routes, unmatched }: GatewayModel): ReadonlySet<string> {
  const ids = excluded
    .filter(({ keepInPublic }) => !keepInPublic)
    .flatMap(({ operations }) => operations)
    .filter(({ source }) => source === 'document')
    .map(({ method, path }) => `${method} ${path}`);
  const searches = [...routes, ...excluded]
    .filter(({ method }) => method === 'any')
    .map(({ operations }) => operations[0]?.path)
    .filter((path) => path !== undefined && 'search' in (document.paths[path] ?? {}))
    .map((path) => `search ${path}`);
  const suspects = excluded.some(({ keepInPublic, lost }) => lost && !keepInPublic)
    ? unmatched.map(({ method, path }) => `${method} ${path}`)
    : [];
  return new Set([...ids, ...searches, ...suspects]);
}

/**
 * What the gateway adds to each operation, by `verb path`. It serves a verb and path in one way, whichever of several
 * handlers the document shows there.
 */
function servedOperations(
  model: GatewayModel,
  schemes: SchemeNames,
  lookup: SchemaLookup,
): ReadonlyMap<string, (operation: JsonObject) => JsonObject> {
  const rootIsSecured = Array.isArray(model.document['security']) && model.document['security'].length > 0;
  // An any-method route comes before those of its path that serve one verb, and yields to them.
  return new Map(
    model.routes.flatMap((route) => {
      const requirement = renderRequirement(route, model, schemes);
      const secure = (operation: JsonObject): JsonObject => {
        const own = operation['security'] ?? model.document['security'];
        if (requirement)
          return { ...operation, security: mergeRequirements(own, requirement, model, schemes) };
        return route.public && operation['security'] === undefined && rootIsSecured
          ? { ...operation, security: [] }
          : operation;
      };
      const operations = handlersOf(route).flatMap((handler) => handler.operations);
      return operations.map(({ method, path, displacedFrom = path }): [string, typeof secure] => [
        `${method} ${displacedFrom}`,
        (operation) => documentErrors(secure(requireAsServed(operation, route, lookup)), route, model),
      ]);
    }),
  );
}

/**
 * What the gateway asks for, together with what the application documents itself. A scheme of the application's own
 * that says the same thing stands for the gateway's.
 */
function mergeRequirements(
  own: unknown,
  requirement: JsonObject,
  model: GatewayModel,
  schemes: SchemeNames,
): readonly JsonObject[] {
  if (!Array.isArray(own) || own.length === 0) return [requirement];
  const known = (model.document.components?.['securitySchemes'] ?? {}) as Readonly<Record<string, unknown>>;
  return own.filter(isObject).map((alternative) => {
    const added = Object.entries(requirement).filter(
      ([name]) =>
        !Object.keys(alternative).some(
          (other) => other === name || sameCredential(known[other], schemes.all.get(name)),
        ),
    );
    return { ...alternative, ...Object.fromEntries(added) };
  });
}

function sameCredential(own: unknown, gateway: unknown): boolean {
  return (
    isObject(own) &&
    isObject(gateway) &&
    ['type', 'scheme', 'in', 'name', 'openIdConnectUrl'].every((field) => own[field] === gateway[field])
  );
}
