import type { INestApplication } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import type { OpenAPIObject, SwaggerDocumentOptions } from '@nestjs/swagger';
import { CONCERNS, readBase, readDeclarations, type Concern } from '../decorators/decorator-metadata.js';
import type {
  AppSource,
  Guard,
  OperationReference,
  RouteDeclarations,
  Routing,
  SourceRoute,
  StrayHandler,
} from '../model/app-source.js';
import type { OpenApiDocument } from '../openapi/openapi.js';
import { originalCreateDocument, type CreateDocument } from './hook-swagger.js';
import { listOptions, readOptions } from './read-options.js';
import { nestInternals } from './nest-internals.js';
import { readGlobalGuards, readGuards } from './read-guards.js';
import { readHiddenDocument } from './read-hidden-document.js';
import { readControllers, readRoutes, type NestRoute } from './read-routes.js';
import { registerRouterPaths } from './register-router-paths.js';
import { answersCors } from './watch-cors.js';

/** The verbs that Nest's document may show for `@All()`. */
const DOCUMENT_VERBS = ['get', 'post', 'put', 'delete', 'patch', 'options', 'head', 'search', 'query'];

/** Reads routes, decorators and Nest's own document. The application is not changed. */
export function readApplication(
  app: INestApplication,
  config: Omit<OpenAPIObject, 'paths'>,
  options: SwaggerDocumentOptions = {},
): AppSource {
  registerRouterPaths(app);
  const createDocument = readCreateDocument(app);
  const document = createDocument(app, config, options);
  const routes = readRoutes(app, options);
  const shown = findOperations(document, routes, 'document');
  const missing = routes.filter((_, index) => shown[index]!.length === 0);
  const hidden =
    missing.length > 0 ? readHiddenDocument(app, config, options, missing, createDocument) : undefined;
  const globalGuards = readGlobalGuards(app);
  const pathsOf = createPathReader();
  const hiddenOperations = hidden ? findOperations(hidden, missing, 'hidden') : missing.map(() => []);

  return {
    document: document as unknown as OpenApiDocument,
    ...(hidden ? { hidden: hidden as unknown as OpenApiDocument } : {}),
    routes: routes.flatMap((route, index) => {
      const found = shown[index]!;
      const operations = found.length > 0 ? found : hiddenOperations[missing.indexOf(route)]!;
      const guards = [...readGuards(route.controller, route.handler), ...globalGuards];
      return toSourceRoutes(route, pathsOf(route), operations, guards);
    }),
    strays: readStrays(app, options, routes),
    gatewayModules: listOptions(app).length,
    answersCors: answersCors(app),
    routing: readRouting(app),
  };
}

/** Nest's own way to a document, and then the module's. */
function readCreateDocument(app: INestApplication): CreateDocument {
  const create = originalCreateDocument();
  const transform = readOptions(app)?.transformDocument;
  // What is no function, a rule speaks of.
  return typeof transform === 'function' ? (...args) => transform(create(...args)) : create;
}

/**
 * The operations that describe each route. Where two routes claim one operation, it describes the last: that is how
 * Nest builds its document.
 */
function findOperations(
  document: OpenAPIObject,
  routes: readonly NestRoute[],
  source: OperationReference['source'],
): readonly (readonly OperationReference[])[] {
  const owners = new Map<string, number>();
  const claims = routes.map((route, index) => {
    if (source === 'document' && route.hidden) return [];
    const item = document.paths[route.documentPath] as Record<string, unknown> | undefined;
    if (!item) return [];
    const verbs = route.method === 'all' ? DOCUMENT_VERBS : [route.method];
    return verbs
      .filter((verb) => verb in item)
      .map((method) => {
        owners.set(`${method} ${route.documentPath}`, index);
        return { source, path: route.documentPath, method };
      });
  });
  return claims.map((references, index) =>
    references.filter(({ method, path }) => owners.get(`${method} ${path}`) === index),
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

function toSourceRoutes(
  route: NestRoute,
  paths: readonly string[],
  operations: readonly OperationReference[],
  guards: readonly Guard[],
): readonly SourceRoute[] {
  const declarations = {} as Record<Concern, RouteDeclarations>;
  for (const concern of CONCERNS) {
    const base = readBase(route.controller, concern);
    declarations[concern] = {
      handler: readDeclarations(route.handler, concern),
      class: readDeclarations(route.controller, concern),
      ...(base === undefined ? {} : { base }),
    };
  }
  return paths.map((path) => ({
    controller: route.controller.name,
    handler: route.handlerName,
    method: route.method,
    path,
    operations,
    declarations,
    ...(guards.length > 0 ? { guards } : {}),
  }));
}

/** Fastify's router takes the most specific route whatever the order, and Nest 12 can sort them so for Express. */
function readRouting(app: INestApplication): Routing {
  const sorted = nestInternals(app).appOptions?.routeResolutionStrategy === 'specificity';
  return sorted || app.getHttpAdapter().getType() === 'fastify' ? 'specificity' : 'order';
}

function readStrays(
  app: INestApplication,
  options: SwaggerDocumentOptions,
  routes: readonly NestRoute[],
): readonly StrayHandler[] {
  const controllers = new Set(readControllers(app, options).map(({ controller }) => controller));
  const scanner = new MetadataScanner();
  const seen = new Set<object>(routes.map(({ handler }) => handler));
  return [...controllers].flatMap((controller) =>
    scanner.getAllMethodNames(controller.prototype).flatMap((handler) => {
      const value = (controller.prototype as Record<string, object>)[handler]!;
      // Two classes may inherit one method.
      if (seen.has(value)) return [];
      seen.add(value);
      const decorators = CONCERNS.flatMap((concern) => readDeclarations(value, concern)).map(
        ({ decorator }) => decorator,
      );
      return decorators.length > 0 ? [{ controller: controller.name, handler, decorators }] : [];
    }),
  );
}
