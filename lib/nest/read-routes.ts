import { RequestMethod, VersioningType, type INestApplication, type Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_PATH, PATH_METADATA, VERSION_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import { RoutePathFactory } from '@nestjs/core/router/route-path-factory.js';
import { DECORATORS, type SwaggerDocumentOptions } from '@nestjs/swagger';
import { nestInternals, type NestModule } from './nest-internals.js';
import { readPath, type RoutePath } from './read-path.js';

/** A route as Nest's own metadata says it, before it meets the document. */
export interface NestRoute {
  readonly controller: Type;
  readonly handlerName: string;
  readonly handler: object;
  /** Lower-case verb, or `all`. */
  readonly method: string;
  /** The path that Nest serves. */
  readonly path: RoutePath;
  /** The path in Nest's document, which differs from the served one under `ignoreGlobalPrefix`. */
  readonly documentPath: string;
  /** Swagger decorators keep the route out of the document. */
  readonly hidden: boolean;
}

/**
 * Every route of the application, in the order in which `@nestjs/swagger` visits them. Webhooks are documentation,
 * not routes of this API.
 */
export function readRoutes(app: INestApplication, options: SwaggerDocumentOptions): readonly NestRoute[] {
  const { config } = nestInternals(app);
  const factory = new RoutePathFactory(config);
  const scanner = new MetadataScanner();
  const versioningOptions = config.getVersioning();
  const globalPrefix = config.getGlobalPrefix();
  const seen = new Set<string>();
  const routes: NestRoute[] = [];
  // Several verbs share a path.
  const known = new Map<string, RoutePath>();
  const readOnce = (path: string): RoutePath => {
    const read = known.get(path) ?? readPath(path);
    known.set(path, read);
    return read;
  };

  for (const { controller, modulePath } of readControllers(app, options)) {
    const controllerHidden: unknown = Reflect.getMetadata(DECORATORS.API_EXCLUDE_CONTROLLER, controller)?.[0];
    const prototype = controller.prototype as Record<string, object>;
    for (const handlerName of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[handlerName]!;
      const methodPath: string | string[] | undefined = Reflect.getMetadata(PATH_METADATA, handler);
      if (methodPath === undefined || Reflect.getMetadata(DECORATORS.API_WEBHOOK, handler)) continue;
      const requestMethod: RequestMethod = Reflect.getMetadata(METHOD_METADATA, handler);
      const pathsUnder = (prefix: string): string[] =>
        factory.create(
          {
            ctrlPath: Reflect.getMetadata(PATH_METADATA, controller),
            methodPath: methodPath as string,
            methodVersion: Reflect.getMetadata(VERSION_METADATA, handler),
            controllerVersion:
              versioningOptions?.type === VersioningType.URI
                ? (Reflect.getMetadata(VERSION_METADATA, controller) ?? versioningOptions.defaultVersion)
                : undefined,
            ...(modulePath === undefined ? {} : { modulePath }),
            ...(versioningOptions === undefined ? {} : { versioningOptions }),
            globalPrefix: prefix,
          },
          requestMethod,
        );
      const paths = pathsUnder(globalPrefix).map(readOnce);
      const documentPaths = options.ignoreGlobalPrefix ? pathsUnder('').map(readOnce) : paths;
      const included = Boolean(Reflect.getMetadata(DECORATORS.API_INCLUDE_ENDPOINT, handler));
      const hidden =
        controllerHidden === true ||
        Reflect.getMetadata(DECORATORS.API_EXCLUDE_ENDPOINT, handler)?.disable === true ||
        (options.onlyIncludeDecoratedEndpoints === true && !included);

      paths.forEach((path, index) => {
        const { documentPath } = documentPaths[index]!;
        routes.push({
          controller,
          handlerName,
          handler,
          method: RequestMethod[requestMethod]!.toLowerCase(),
          path,
          documentPath,
          hidden,
        });
      });
    }
  }
  return routes.filter((route) => {
    // One controller class may be listed by two modules.
    const key = `${controllerId(route.controller)} ${route.handlerName} ${route.method} ${route.path.documentPath}`;
    return !seen.has(key) && seen.add(key);
  });
}

const controllerIds = new WeakMap<Type, number>();
let nextControllerId = 0;

/** Classes are told apart by identity: two may share a name. */
function controllerId(controller: Type): number {
  const known = controllerIds.get(controller);
  if (known !== undefined) return known;
  controllerIds.set(controller, nextControllerId);
  return nextControllerId++;
}

export interface NestController {
  readonly controller: Type;
  readonly module: NestModule;
  /** Prefix that `RouterModule` gives the module. */
  readonly modulePath: string | undefined;
}

/** The controllers that a document is about: of all modules, or of those that `include` names. */
export function readControllers(
  app: INestApplication,
  options: SwaggerDocumentOptions,
): readonly NestController[] {
  const { container } = nestInternals(app);
  const modules = container.getModules();
  const { include = [], deepScanRoutes = false } = options;
  const chosen = [...modules.values()].filter(
    ({ metatype }) => include.length === 0 || include.some((item) => item === metatype),
  );
  const scanned = chosen.flatMap((module) =>
    deepScanRoutes
      ? [...[...module.imports].filter((imported) => !container.isGlobalModule(imported)), module]
      : [module],
  );
  return scanned.flatMap((module) => {
    const modulePath: string | undefined = module.metatype
      ? (Reflect.getMetadata(MODULE_PATH + modules.applicationId, module.metatype) ??
        Reflect.getMetadata(MODULE_PATH, module.metatype))
      : undefined;
    return [...module.controllers.values()].map(({ metatype }) => ({
      controller: metatype,
      module,
      modulePath,
    }));
  });
}
