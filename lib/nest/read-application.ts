import type { INestApplication, Type } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import type { OpenAPIObject, SwaggerDocumentOptions } from '@nestjs/swagger';
import { CONCERNS, readBase, readDeclarations, type Concern } from '../decorators/decorator-metadata.js';
import type {
  AppSource,
  OperationReference,
  RouteDeclarations,
  Routing,
  SourceRoute,
  StrayHandler,
} from '../model/app-source.js';
import type { OpenApiDocument } from '../openapi/openapi.js';
import { recordFunctions } from '../places/record-place.js';
import { attempt } from './attempt.js';
import { documentRoutes, type DocumentedRoutes, type DocumentRequest } from './swagger/document-routes.js';
import { originalCreateDocument } from './swagger/hook-swagger.js';
import { readEnhancers, readGlobalEnhancers } from './routes/read-enhancers.js';
import { nameModel, readExtraModels } from './models/read-extra-models.js';
import { listOptions, readOptions } from './read-options.js';
import { nestInternals } from './nest-internals.js';
import { listConvertedMembers } from './models/list-converted-members.js';
import { listExcludedMembers } from './models/list-excluded-members.js';
import { readStream } from './routes/read-stream.js';
import { listGuessedLists } from './models/list-guessed-lists.js';
import { listModelsOfPipes } from './models/list-models-of-pipes.js';
import { listReusedEnums } from './models/list-reused-enums.js';
import { listReusedSchemas } from './models/list-reused-schemas.js';
import { readGuessedBody } from './swagger/read-guessed-body.js';
import { readGuessedParameters } from './swagger/read-guessed-parameters.js';
import { readMediaTypes } from './swagger/read-media-types.js';
import { readHiddenDocument } from './swagger/read-hidden-document.js';
import { readUnrouted } from './routes/read-unrouted.js';
import { readUnversioned } from './routes/read-unversioned.js';
import { readVersionHeaders } from './routes/read-version-headers.js';
import { readControllers, readRoutes, type NestRoute } from './routes/read-routes.js';
import { registerRouterPaths } from './routes/register-router-paths.js';
import { walkModels, type WalkedModels } from './models/walk-models.js';
import { readCors } from './watch-cors.js';
import { readLookups } from './watch-lookups.js';
import { writeBigints } from './swagger/write-bigints.js';

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
  const walked = readsHidden ? walkModels(routes) : undefined;
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
    ...(walked ? readModels(app, routes, walked) : {}),
    strays: readStrays(app, options, [...routes, ...unreadable], declarationsOf),
    gatewayModules: listOptions(app).length,
    ...(cors ? { cors } : {}),
    ...(unbuilt.length > 0 ? { unbuilt } : {}),
    ...(versionHeaders.length > 0 ? { versionHeaders } : {}),
    routing: readRouting(app),
  };
}

function readModels(
  app: INestApplication,
  routes: readonly NestRoute[],
  { models, schemas }: WalkedModels,
): Pick<AppSource, 'reusedSchemas' | 'guessedLists' | 'convertedMembers' | 'excludedMembers'> {
  const classes = [...models.keys()];
  return {
    reusedSchemas: [...listReusedSchemas(schemas), ...listReusedEnums(models, routes)],
    guessedLists: listGuessedLists(classes),
    convertedMembers: listConvertedMembers(classes, listModelsOfPipes(app, routes, classes)),
    excludedMembers: listExcludedMembers(classes),
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

function toSourceRoutes(
  route: Pick<NestRoute, 'controller' | 'handlerName' | 'handler' | 'args' | 'method'>,
  paths: readonly string[],
  facts: Pick<
    SourceRoute,
    | 'declarations'
    | 'operations'
    | 'guards'
    | 'enhancers'
    | 'lost'
    | 'undocumented'
    | 'unversioned'
    | 'unreadable'
  >,
): readonly SourceRoute[] {
  const { declarations } = facts;
  const isExcluded = [...declarations.exclude.handler, ...declarations.exclude.class].length > 0;
  // An excluded handler takes its classes along, even where `transformDocument` has lost the references to them.
  const extraModels = [
    ...readExtraModels(route.controller, route.handler),
    ...(isExcluded ? [...walkModels([route]).models.keys()].map(nameModel) : []),
  ];
  const guessed = readGuessedParameters(route);
  const guessedBody = readGuessedBody(route);
  const mediaTypes = readMediaTypes(route);
  const stream = readStream(route);
  const more: Pick<SourceRoute, 'guessed' | 'guessedBody' | 'mediaTypes' | 'stream' | 'extraModels'> = {
    ...(guessed.length > 0 ? { guessed } : {}),
    ...(guessedBody ? { guessedBody } : {}),
    ...(mediaTypes ? { mediaTypes } : {}),
    ...(stream ? { stream } : {}),
    ...(extraModels.length > 0 ? { extraModels } : {}),
  };
  return paths.map((path) =>
    Object.assign(
      {
        controller: route.controller.name,
        handler: route.handlerName,
        method: route.method,
        path,
      },
      facts,
      more,
    ),
  );
}

type ReadDeclarations = (controller: Type, handler: object) => Readonly<Record<Concern, RouteDeclarations>>;

/** Those of a class are read once for all its handlers. */
function createDeclarationReader(): ReadDeclarations {
  const ofClasses = new Map<Type, ClassDeclarations>();
  return (controller, handler) => {
    const ofClass = ofClasses.get(controller) ?? readClassDeclarations(controller);
    ofClasses.set(controller, ofClass);
    const declarations = {} as Record<Concern, RouteDeclarations>;
    for (const concern of CONCERNS) {
      declarations[concern] = { handler: readDeclarations(handler, concern), ...ofClass[concern] };
    }
    recordFunctions(declarations, { handler, controller });
    return declarations;
  };
}

type ClassDeclarations = Readonly<Record<Concern, Omit<RouteDeclarations, 'handler'>>>;

function readClassDeclarations(controller: Type): ClassDeclarations {
  const declarations = {} as Record<Concern, Omit<RouteDeclarations, 'handler'>>;
  for (const concern of CONCERNS) {
    const ofClass = readDeclarations(controller, concern);
    const base = ofClass.length > 0 ? readBase(controller, concern) : undefined;
    declarations[concern] = base === undefined ? { class: ofClass } : { class: ofClass, base };
  }
  return declarations;
}

/** Fastify's router takes the most specific route whatever the order, and Nest 12 can sort them so for Express. */
function readRouting(app: INestApplication): Routing {
  const sorted = nestInternals(app).appOptions?.routeResolutionStrategy === 'specificity';
  return sorted || app.getHttpAdapter().getType() === 'fastify' ? 'specificity' : 'order';
}

function readStrays(
  app: INestApplication,
  options: SwaggerDocumentOptions,
  routes: readonly Pick<NestRoute, 'handler'>[],
  declarationsOf: ReadDeclarations,
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
      const decorators = CONCERNS.filter((concern) => concern !== 'ignore')
        .flatMap((concern) => readDeclarations(value, concern))
        .map(({ decorator }) => decorator);
      const declarations = declarationsOf(controller, value);
      return decorators.length > 0 || declarations.ignore.handler.length > 0
        ? [{ controller: controller.name, handler, decorators, declarations }]
        : [];
    }),
  );
}
