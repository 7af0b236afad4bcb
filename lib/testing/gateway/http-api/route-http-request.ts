import { mapValues } from '../../../values/map-values.js';
import type { Integration, PrivateDocument, TestedRoute } from '../integration-document.js';
import { createRouter, type RouteRequest } from '../local/route-request.js';

const INTEGRATION = 'x-amazon-apigateway-integration';
const ANY_METHOD = 'x-amazon-apigateway-any-method';
const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options'];

/** A document in which each operation has its integration, rather than a reference to one that several share. */
export function inlineIntegrations(document: PrivateDocument): PrivateDocument {
  const shared = (
    document.components as { readonly 'x-amazon-apigateway-integrations'?: Shared } | undefined
  )?.['x-amazon-apigateway-integrations'];
  const inline = (operation: unknown): unknown => {
    const { [INTEGRATION]: given, ...rest } = operation as Readonly<
      Record<string, { readonly $ref?: string }>
    >;
    const name = given?.$ref?.split('/').at(-1);
    return name === undefined ? operation : { ...rest, [INTEGRATION]: shared?.[name] };
  };
  return {
    ...document,
    paths: mapValues(document.paths, (item) =>
      Object.fromEntries(
        Object.entries(item).map(([key, value]) => [key, isOperation(key) ? inline(value) : value]),
      ),
    ),
  };
}

function isOperation(key: string): boolean {
  return METHODS.includes(key) || key === ANY_METHOD;
}

type Shared = Readonly<Record<string, Integration>>;

/** Routes requests as an HTTP API does: a path that fits as a whole, then a greedy one, then `$default`. */
export function createHttpRouter(document: PrivateDocument): RouteRequest {
  const named = Object.entries(document.paths).filter(([path]) => !isDefault(path));
  const findRoute = createRouter({ ...document, paths: Object.fromEntries(named) });
  const fallback = Object.entries(document.paths).find(([path]) => isDefault(path));
  return (method, rawPath) => {
    const routed = findRoute(method, rawPath);
    if (routed.route) return { ...routed, route: { ...routed.route, document } };
    const operation = fallback?.[1][ANY_METHOD] as TestedRoute['operation'] | undefined;
    const integration = operation?.[INTEGRATION] as Integration | undefined;
    if (!operation || !integration) return routed;
    const route: TestedRoute = { method, path: fallback![0], operation, integration, document };
    return { route, variables: {}, why: `$default, because no other route fits ${method} ${rawPath}` };
  };
}

function isDefault(path: string): boolean {
  return path === '$default' || path === '/$default';
}
