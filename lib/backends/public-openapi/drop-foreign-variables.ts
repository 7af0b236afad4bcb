import type { GatewayModel } from '../../model/gateway-model.js';
import { handlersOf } from '../../model/documents/view-route.js';
import type { SchemaLookup } from '../../openapi/find-referenced.js';
import { isObject, type JsonObject } from '../../openapi/openapi.js';

/**
 * An operation without the path parameters that only other paths of its handler have. Nest declares what a handler reads
 * with `@Param` on each of its paths, and OpenAPI allows only the variables of the path.
 *
 * @param variables of all paths of the handler
 */
export function dropForeignVariables(
  operation: JsonObject,
  path: string,
  variables: ReadonlySet<string> | undefined,
  lookup: SchemaLookup,
): JsonObject {
  const { parameters } = operation;
  if (!variables || !Array.isArray(parameters)) return operation;
  const kept = parameters.filter((given) => {
    const parameter = lookup(given);
    const name = isObject(parameter) && parameter['in'] === 'path' ? String(parameter['name']) : undefined;
    return name === undefined || path.includes(`{${name}}`) || !variables.has(name);
  });
  return kept.length < parameters.length ? { ...operation, parameters: kept } : operation;
}

/** The variables of all paths of a handler, by the `verb path` of each of its operations. */
export function listHandlerVariables({
  routes,
  excluded,
}: GatewayModel): ReadonlyMap<string, ReadonlySet<string>> {
  const ofHandlers = new Map<string, Set<string>>();
  const ofOperations = new Map<string, ReadonlySet<string>>();
  for (const { controller, handler, operations } of [...routes.flatMap(handlersOf), ...excluded]) {
    const key = `${controller}.${handler}`;
    const variables = ofHandlers.get(key) ?? new Set();
    ofHandlers.set(key, variables);
    for (const { method, path, displacedFrom = path } of operations) {
      for (const [, name] of path.matchAll(/\{([^{}]+)\}/g)) variables.add(name!);
      ofOperations.set(`${method} ${displacedFrom}`, variables);
    }
  }
  return ofOperations;
}
