import { RequestMethod, VersioningType, type INestApplication, type Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_PATH, PATH_METADATA, VERSION_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import { RoutePathFactory } from '@nestjs/core/router/route-path-factory.js';
import type { SwaggerDocumentOptions } from '@nestjs/swagger';
import { attempt } from '../attempt.js';
import { nestInternals, type NestModule } from '../nest-internals.js';
import { readArguments, type Argument } from './read-arguments.js';
import { readPath, type RoutePath } from './read-path.js';
import { SWAGGER_KEYS } from '../swagger-keys.js';

/** A route as Nest's own metadata says it, before it meets the document. */
export interface NestRoute {
  readonly controller: Type;
  readonly handlerName: string;
  readonly handler: object;
  readonly args: readonly Argument[];
  /** Lower-case verb, or `all`. */
  readonly method: string;
  /** The path that Nest serves. */
  readonly path: RoutePath;
  /** Its paths in Nest's document, which differ from the served one under `ignoreGlobalPrefix`. */
  readonly documentPaths: readonly string[];
  /** Swagger decorators keep the route out of the document. */
  readonly hidden: boolean;
}

/** A handler with a path that cannot be read, and from which Nest makes no document. */
export interface UnreadableRoute extends Pick<
  NestRoute,
  'controller' | 'handlerName' | 'handler' | 'args' | 'method'
> {
  /** As it is declared. */
  readonly path: string;
  readonly reason: string;
}

export interface NestRoutes {
  /** In the order in which `@nestjs/swagger` visits them. */
  readonly routes: readonly NestRoute[];
  readonly unreadable: readonly UnreadableRoute[];
  /** Of a handler with unreadable paths, by its key, those that can be read. */
  readonly readablePaths: ReadonlyMap<string, readonly string[]>;
}

type ReadHandler = Pick<NestRoute, 'path' | 'documentPaths'>;

/** Every route of the application. Webhooks are documentation, not routes of this API. */
export function readRoutes(app: INestApplication, options: SwaggerDocumentOptions): NestRoutes {
  const { config } = nestInternals(app);
  const factory = new RoutePathFactory(config);
  const scanner = new MetadataScanner();
  const versioningOptions = config.getVersioning();
  const globalPrefix = config.getGlobalPrefix();
  const seen = new Set<string>();
  const routes: NestRoute[] = [];
  const unreadable: UnreadableRoute[] = [];
  const readablePaths = new Map<string, readonly string[]>();
  // Several verbs share a path.
  const known = new Map<string, RoutePath>();
  const readOnce = (path: string): RoutePath => {
    const read = known.get(path) ?? readPath(path);
    known.set(path, read);
    return read;
  };

  for (const { controller, modulePath } of readControllers(app, options)) {
    const controllerHidden: unknown = Reflect.getMetadata(SWAGGER_KEYS.excludeController, controller)?.[0];
    const prototype = controller.prototype as Record<string, object>;
    const ctrlPath: string = Reflect.getMetadata(PATH_METADATA, controller);
    const controllerVersion =
      versioningOptions?.type === VersioningType.URI
        ? (Reflect.getMetadata(VERSION_METADATA, controller) ?? versioningOptions.defaultVersion)
        : undefined;
    for (const handlerName of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[handlerName]!;
      const methodPath: string | string[] | undefined = Reflect.getMetadata(PATH_METADATA, handler);
      if (methodPath === undefined || Reflect.getMetadata(SWAGGER_KEYS.webhook, handler)) continue;
      const requestMethod: RequestMethod = Reflect.getMetadata(METHOD_METADATA, handler);
      const pathsUnder = (prefix: string, given: string | string[]): string[] =>
        factory.create(
          {
            ctrlPath,
            methodPath: given as string,
            methodVersion: Reflect.getMetadata(VERSION_METADATA, handler),
            controllerVersion,
            ...(modulePath === undefined ? {} : { modulePath }),
            ...(versioningOptions === undefined ? {} : { versioningOptions }),
            globalPrefix: prefix,
          },
          requestMethod,
        );
      const readPaths = (given: string | string[]): readonly ReadHandler[] => {
        const paths = pathsUnder(globalPrefix, given).map(readOnce);
        const documentPaths = options.ignoreGlobalPrefix ? pathsUnder('', given).map(readOnce) : paths;
        return paths.map((path, index) => ({ path, documentPaths: documentPaths[index]!.documentPaths }));
      };
      const method = RequestMethod[requestMethod]?.toLowerCase() ?? 'all';
      const of = { controller, handlerName, handler, args: readArguments(controller, handlerName), method };
      const add = (read: readonly ReadHandler[]): void => {
        for (const paths of read) {
          // One controller class may be listed by two modules.
          const key = `${handlerKey(of)} ${method} ${paths.documentPaths[0]}`;
          if (!seen.has(key)) routes.push({ ...of, ...paths, hidden });
          seen.add(key);
        }
      };
      const included = Boolean(Reflect.getMetadata(SWAGGER_KEYS.includeEndpoint, handler));
      const hidden =
        controllerHidden === true ||
        Reflect.getMetadata(SWAGGER_KEYS.excludeEndpoint, handler)?.disable === true ||
        (options.onlyIncludeDecoratedEndpoints === true && !included);

      const whole = attempt(() => readPaths(methodPath));
      if ('result' in whole) {
        add(whole.result);
        continue;
      }
      const readable: string[] = [];
      for (const path of [methodPath].flat()) {
        const read = attempt(() => readPaths(path));
        if ('result' in read) {
          readable.push(path);
          add(read.result);
        } else {
          const [served = path] = attempt(() => pathsUnder(globalPrefix, path)).result ?? [];
          unreadable.push({ ...of, path: String(served), reason: read.reason });
        }
      }
      readablePaths.set(handlerKey(of), readable);
    }
  }
  return { routes, unreadable, readablePaths };
}

const controllerIds = new WeakMap<Type, number>();
let nextControllerId = 0;

/** Names a handler of a concrete class. Classes are told apart by identity: two may share a name. */
export function handlerKey({
  controller,
  handlerName,
}: Pick<NestRoute, 'controller' | 'handlerName'>): string {
  return `${controllerId(controller)} ${handlerName}`;
}

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
