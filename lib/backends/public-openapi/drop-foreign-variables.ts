import type { GatewayModel, Route } from '../../model/gateway-model.js';
import type { SchemaLookup } from '../../openapi/find-referenced.js';
import { isObject, type JsonObject } from '../../openapi/openapi.js';

/**
 * An operation without the path parameters that only other paths of its handler have. Nest declares what a handler reads
 * with `@Param` on each of its paths, and OpenAPI allows only the variables of the path.
 */
export function dropForeignVariables(
  operation: JsonObject,
  path: string,
  variables: ReadonlySet<string>,
  lookup: SchemaLookup,
): JsonObject {
  const { parameters } = operation;
  if (!Array.isArray(parameters)) return operation;
  const kept = parameters.filter((given) => {
    const parameter = lookup(given);
    const name = isObject(parameter) && parameter['in'] === 'path' ? String(parameter['name']) : undefined;
    return name === undefined || path.includes(`{${name}}`) || !variables.has(name);
  });
  return kept.length < parameters.length ? { ...operation, parameters: kept } : operation;
}

/** The variables of all paths of a handler, by a key of the handler. */
export function listHandlerVariables({ routes }: GatewayModel): (route: Route) => ReadonlySet<string> {
  const found = new Map<string, Set<string>>();
  for (const route of routes) {
    const known = found.get(keyOf(route)) ?? new Set();
    found.set(keyOf(route), known);
    for (const { name } of route.pathParameters) known.add(name);
  }
  return (route) => found.get(keyOf(route))!;
}

function keyOf({ controller, handler }: Route): string {
  return `${controller}.${handler}`;
}
