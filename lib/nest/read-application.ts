import type { INestApplication } from '@nestjs/common';
import type { OpenAPIObject, SwaggerDocumentOptions } from '@nestjs/swagger';
import type { AppSource, OperationReference, Routing, SourceRoute } from '../model/app-source.js';
import type { OpenApiDocument } from '../openapi/openapi.js';
import { attempt } from './attempt.js';
import { nameModel } from './models/read-extra-models.js';
import { readModels } from './models/read-models.js';
import { nestInternals } from './nest-internals.js';
import { listOptions, readOptions } from './read-options.js';
import { createDeclarationReader } from './routes/create-declaration-reader.js';
import { readEnhancers, readGlobalEnhancers } from './routes/read-enhancers.js';
import { readRoutes, type NestRoute } from './routes/read-routes.js';
import { readStrays } from './routes/read-strays.js';
import { readUnrouted } from './routes/read-unrouted.js';
import { readUnversioned } from './routes/read-unversioned.js';
import { readVersionHeaders } from './routes/read-version-headers.js';
import { registerRouterPaths } from './routes/register-router-paths.js';
import { toSourceRoutes } from './routes/to-source-routes.js';
import type { DocumentRequest } from './swagger/document-request.js';
import { documentRoutes, type DocumentedRoutes } from './swagger/document-routes.js';
import { originalCreateDocument } from './swagger/hook-swagger.js';
import { readHiddenDocument } from './swagger/read-hidden-document.js';
import { writeBigints } from './swagger/write-bigints.js';
import { readCors } from './watch-cors.js';
import { readLookups } from './watch-lookups.js';

export interface ReadOptions {
  /** `false` leaves out what only the private document shows: routes that Swagger decorators hide. @default true */
  readonly hidden?: boolean;
}

/** Reads routes, decorators and Nest's own document. The application is not changed. */
export function readApplication(
  app: INestApplication,
  config: Omit<OpenAPIObject, 'paths'>,
  options: SwaggerDocumentOptions = {},
  { hidden: readsHidden = true }: ReadOptions = {},
): AppSource {
  registerRouterPaths(app);
  const { routes, unreadable, readablePaths } = readRoutes(app, options);
  const request: DocumentRequest = {
    app,
    config,
    options,
    routes,
    readablePaths,
    create: originalCreateDocument(),
    transform: readTransform(app),
  };
  const shown = documentRoutes(request);
  const missing = readsHidden ? routes.filter((route) => !shown.operations.has(route)) : [];
  const hidden = missing.length > 0 ? readHiddenDocument({ ...request, routes: missing }) : undefined;
  const globalEnhancers = readGlobalEnhancers(app);
  const versioned = nestInternals(app).config.getVersioning() !== undefined;
  const cors = readCors(app);
  const unbuilt = readLookups(app);
  const versionHeaders = readsHidden ? readVersionHeaders(app) : [];
  const pathsOf = createPathReader();
  const declarationsOf = createDeclarationReader();
  const describe = (route: NestRoute): readonly OperationReference[] => {
    const own = shown.operations.get(route);
    const source = own ? 'document' : 'hidden';
    const [displacedFrom] = own || route.hidden || shown.lost.has(route) ? [] : route.documentPaths;
    return (own ?? hidden?.operations.get(route) ?? []).map((key) => ({
      source,
      ...key,
      ...(displacedFrom !== undefined && shown.claimed.has(`${key.method} ${displacedFrom}`)
        ? { displacedFrom }
        : {}),
    }));
  };

  return {
    document: writeBigints(shown.document) as unknown as OpenApiDocument,
    ...(hidden ? { hidden: writeBigints(hidden.document) as unknown as OpenApiDocument } : {}),
    routes: [
      ...routes.flatMap((route): readonly SourceRoute[] => {
        return toSourceRoutes(route, pathsOf(route), {
          declarations: declarationsOf(route.controller, route.handler),
          operations: describe(route),
          ...readEnhancers(route, globalEnhancers),
          ...(shown.lost.has(route) ? { lost: true } : {}),
          ...(isUndocumented(route, shown) ? { undocumented: true } : {}),
          ...(versioned ? {} : readUnversioned(route.controller, route.handler)),
        });
      }),
      ...unreadable.flatMap((route) =>
        toSourceRoutes(route, [route.path], {
          declarations: declarationsOf(route.controller, route.handler),
          operations: [],
          unreadable: route.reason,
        }),
      ),
    ],
    ...(shown.unmatched.length > 0 ? { unmatched: shown.unmatched } : {}),
    extraModels: (options.extraModels ?? []).map(nameModel),
    unrouted: readUnrouted(
      app,
      routes.flatMap(({ path }) => path.gatewayPaths),
    ),
    ...(readsHidden ? readModels(app, routes) : {}),
    strays: readStrays(app, options, [...routes, ...unreadable], declarationsOf),
    gatewayModules: listOptions(app).length,
    ...(cors ? { cors } : {}),
    ...(unbuilt.length > 0 ? { unbuilt } : {}),
    ...(versionHeaders.length > 0 ? { versionHeaders } : {}),
    routing: readRouting(app),
  };
}

function readTransform(app: INestApplication): DocumentRequest['transform'] {
  const transform = attempt(() => readOptions(app)?.transformDocument).result;
  // A rule reports a value that is not a function.
  return typeof transform === 'function' ? transform : (document) => document;
}

/** Whether Nest should have described a route and did not, though no other one stands in its place. */
function isUndocumented(
  route: NestRoute,
  { operations, lost, claimed }: Pick<DocumentedRoutes, 'operations' | 'lost' | 'claimed'>,
): boolean {
  if (route.hidden || operations.has(route) || lost.has(route)) return false;
  return !route.documentPaths.some((path) =>
    [route.method, ...(route.method === 'all' ? ['get'] : [])].some((verb) => claimed.has(`${verb} ${path}`)),
  );
}

/** The paths of a route. Without its optional part it may meet an earlier one of just that path, which answers there. */
function createPathReader(): (route: NestRoute) => readonly string[] {
  const registered = new Set<string>();
  return ({ method, path }) => {
    const paths = path.gatewayPaths.filter(
      (variant, index) => index === 0 || !registered.has(`${method} ${variant}`),
    );
    for (const variant of paths) registered.add(`${method} ${variant}`);
    return paths;
  };
}

/** Fastify's router takes the most specific route whatever the order, and Nest 12 can sort them so for Express. */
function readRouting(app: INestApplication): Routing {
  const sorted = nestInternals(app).appOptions?.routeResolutionStrategy === 'specificity';
  return sorted || app.getHttpAdapter().getType() === 'fastify' ? 'specificity' : 'order';
}
