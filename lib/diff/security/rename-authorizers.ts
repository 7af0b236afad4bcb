import { isObject, type Json, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { showValue } from '../show-value.js';

/** The base with the current names of authorizers that only changed their name. */
export function renameAuthorizers(
  document: OpenApiDocument,
  names: ReadonlyMap<string, string>,
): { readonly document: OpenApiDocument; readonly found: readonly Found[] } {
  if (names.size === 0) return { document, found: [] };
  const { components } = document;
  return {
    document: {
      ...document,
      ...renameSecurity(document, names),
      paths: Object.fromEntries(
        Object.entries(document.paths).map(([path, item]) => [path, renameItem(item, names)]),
      ),
      components: { ...components, securitySchemes: renameKeys(components?.['securitySchemes'], names) },
    },
    found: [...names].map(([name, other]) => {
      const message = `the authorizer ${showValue(name)} is now called ${showValue(other)}`;
      return { kind: 'authorizer-renamed', message };
    }),
  };
}

function renameItem(item: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(
    Object.entries(item).map(([key, member]) => [
      key,
      isObject(member) ? { ...member, ...renameSecurity(member, names) } : member,
    ]),
  );
}

function renameSecurity({ security }: JsonObject, names: ReadonlyMap<string, string>): JsonObject {
  if (!Array.isArray(security)) return {};
  return { security: security.map((one: Json) => (isObject(one) ? renameKeys(one, names) : one)) };
}

function renameKeys(owner: JsonObject | undefined, names: ReadonlyMap<string, string>): JsonObject {
  return Object.fromEntries(
    Object.entries(owner ?? {}).map(([name, value]) => [names.get(name) ?? name, value]),
  );
}
