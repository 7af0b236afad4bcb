import { findReferenced } from '../../openapi/find-referenced.js';
import { memberOf } from '../../openapi/member-of.js';
import { isObject, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import { shapeOf } from './shape-of.js';

/** An operation of a document, with what it shares with others. */
export interface DocumentRoute {
  /** Upper-case verb, or `ANY`. */
  readonly method: string;
  /** As in the document. */
  readonly path: string;
  /** The path without the names of its variables. */
  readonly shape: string;
  readonly operation: JsonObject;
  /** What answers the route. Absent: nothing. */
  readonly integration?: JsonObject;
}

export const INTEGRATION = 'x-amazon-apigateway-integration';
const ANY = 'x-amazon-apigateway-any-method';
const VERBS = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'trace'];

/** The operations of a document, by their verb and the shape of their path. */
export function readRoutes(document: OpenApiDocument): ReadonlyMap<string, DocumentRoute> {
  const routes = new Map<string, DocumentRoute>();
  for (const [path, item] of Object.entries(document.paths)) {
    const shared = item['parameters'];
    for (const [key, operation] of Object.entries(item)) {
      const method = key === ANY ? 'ANY' : VERBS.includes(key) ? key.toUpperCase() : undefined;
      if (method === undefined || !isObject(operation)) continue;
      const shape = shapeOf(path);
      const integration = resolve(operation[INTEGRATION], document);
      const own = Array.isArray(operation['parameters']) ? operation['parameters'] : [];
      const route: DocumentRoute = {
        method,
        path,
        shape,
        operation: Array.isArray(shared) ? { ...operation, parameters: [...shared, ...own] } : operation,
        ...(integration ? { integration } : {}),
      };
      const name = `${method} ${shape}`;
      // Two paths that differ in the names of their variables only: the gateway rejects them.
      routes.set(routes.has(name) ? `${method} ${path}` : name, route);
    }
  }
  return routes;
}

/** Routes of an HTTP API share their integrations. */
function resolve(value: unknown, document: OpenApiDocument): JsonObject | undefined {
  const found = isObject(value) && '$ref' in value ? findReferenced(value['$ref'], [document])?.value : value;
  return isObject(found) ? found : undefined;
}

/** Whether the operation only answers the preflights of browsers. */
export function isPreflight({ method, integration }: DocumentRoute): boolean {
  if (method !== 'OPTIONS' || integration?.['type'] !== 'mock') return false;
  return Object.values(memberOf(integration, 'responses')).some((response) =>
    Object.keys(memberOf(response, 'responseParameters')).some((name) =>
      /\.access-control-allow-origin$/i.test(name),
    ),
  );
}
