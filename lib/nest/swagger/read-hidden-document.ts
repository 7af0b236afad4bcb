import type { OpenAPIObject } from '@nestjs/swagger';
import type { DocumentRequest } from './document-request.js';
import { documentRoutes, type DocumentedRoutes } from './document-routes.js';
import { handlerKey, type NestRoute } from '../routes/read-routes.js';
import { silenceNest } from '../silence-nest.js';
import { SWAGGER_KEYS } from '../swagger-keys.js';

/**
 * Nest's document of the given routes only, which Swagger decorators keep out of the real one, or which another
 * route of the same verb and path displaced there. A route that Nest cannot document, which may be why it is hidden,
 * is left out. Nest logs nothing here: it logged what is shown when it made the real document.
 */
export function readHiddenDocument(request: DocumentRequest): DocumentedRoutes | undefined {
  try {
    return silenceNest(() => documentHidden(request));
  } catch {
    const { routes } = request;
    if (routes.length < 2) return undefined;
    const middle = routes.length >> 1;
    return [routes.slice(0, middle), routes.slice(middle)]
      .map((half) => readHiddenDocument({ ...request, routes: half }))
      .reduce((first, second) => (first && second ? join(first, second) : (first ?? second)));
  }
}

function documentHidden(request: DocumentRequest): DocumentedRoutes {
  const { routes, options } = request;
  const shown = new Set(routes.map(handlerKey));
  const controllers = new Set(routes.map(({ controller }) => controller));
  const ownPaths = separatePaths(routes);
  const { onlyIncludeDecoratedEndpoints: _only, extraModels: _models, ...rest } = options;
  return documentRoutes({
    ...request,
    options: rest,
    keepsLost: true,
    omits: (controller) => !controllers.has(controller),
    controller: { [SWAGGER_KEYS.excludeController]: [false] },
    handler: (controller, handlerName) => {
      const key = handlerKey({ controller, handlerName });
      const path = ownPaths.get(key);
      return {
        [SWAGGER_KEYS.excludeEndpoint]: { disable: !shown.has(key) },
        ...(path === undefined ? {} : { [SWAGGER_KEYS.extension]: { path } }),
      };
    },
  });
}

/**
 * Handlers whose only verb and path another one has too, with a path that no other has: Nest keeps one operation for
 * a verb and path.
 */
function separatePaths(routes: readonly NestRoute[]): ReadonlyMap<string, string> {
  const lastAt = new Map<string, NestRoute>();
  const counts = new Map<string, number>();
  for (const route of routes) {
    lastAt.set(keyOf(route), route);
    counts.set(handlerKey(route), (counts.get(handlerKey(route)) ?? 0) + 1);
  }
  return new Map(
    routes.flatMap((route, index): [string, string][] =>
      lastAt.get(keyOf(route)) !== route && counts.get(handlerKey(route)) === 1
        ? [[handlerKey(route), `${route.documentPaths[0]}#${index}`]]
        : [],
    ),
  );
}

function keyOf({ method, documentPaths }: NestRoute): string {
  return `${method} ${documentPaths[0]}`;
}

/** Where both have something the second counts, as what Nest visits later does. */
function join(first: DocumentedRoutes, second: DocumentedRoutes): DocumentedRoutes {
  return {
    document: joinDocuments(first.document, second.document),
    operations: new Map([...first.operations, ...second.operations]),
    unmatched: [],
    lost: new Set(),
    claimed: new Set(),
  };
}

function joinDocuments(first: OpenAPIObject, second: OpenAPIObject): OpenAPIObject {
  const paths = { ...first.paths };
  for (const [path, item] of Object.entries(second.paths)) paths[path] = { ...paths[path], ...item };
  const schemas = { ...first.components?.schemas, ...second.components?.schemas };
  return { ...first, paths, components: { ...first.components, schemas } };
}
