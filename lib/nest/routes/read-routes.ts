import { RequestMethod, type INestApplication, type Type } from '@nestjs/common';
import { METHOD_METADATA, MODULE_PATH, PATH_METADATA } from '@nestjs/common/constants.js';
import { MetadataScanner } from '@nestjs/core';
import type { SwaggerDocumentOptions } from '@nestjs/swagger';
import { attempt } from '../attempt.js';
import { nestInternals, type NestModule } from '../nest-internals.js';
import { createPathsReader, type DeclaredPath, type ReadPaths } from './create-paths-reader.js';
import { readArguments, type Argument } from './read-arguments.js';
import { SWAGGER_KEYS } from '../swagger-keys.js';

/** A route as Nest's own metadata says it, before it meets the document. */
export interface NestRoute extends ReadPaths {
  readonly controller: Type;
  readonly handlerName: string;
  readonly handler: object;
  readonly args: readonly Argument[];
  /** Lower-case verb, or `all`. */
  readonly method: string;
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

/** Every route of the application. Webhooks are documentation, not routes of this API. */
export function readRoutes(app: INestApplication, options: SwaggerDocumentOptions): NestRoutes {
  const readerOf = createPathsReader(app, options);
  const scanner = new MetadataScanner();
  const seen = new Set<string>();
  const routes: NestRoute[] = [];
  const unreadable: UnreadableRoute[] = [];
  const readablePaths = new Map<string, readonly string[]>();

  for (const { controller, modulePath } of readControllers(app, options)) {
    const prototype = controller.prototype as Record<string, object>;
    const { listServed, readPaths } = readerOf(controller, modulePath);
    const isClassHidden = Reflect.getMetadata(SWAGGER_KEYS.excludeController, controller)?.[0] === true;
    for (const handlerName of scanner.getAllMethodNames(prototype)) {
      const handler = prototype[handlerName]!;
      const declared: DeclaredPath | undefined = Reflect.getMetadata(PATH_METADATA, handler);
      if (declared === undefined || Reflect.getMetadata(SWAGGER_KEYS.webhook, handler)) continue;
      const requestMethod: RequestMethod = Reflect.getMetadata(METHOD_METADATA, handler);
      const method = RequestMethod[requestMethod]?.toLowerCase() ?? 'all';
      const args = readArguments(controller, handlerName);
      const of = { controller, handlerName, handler, args, method };
      const hidden = isClassHidden || isHidden(handler, options);
      const add = (read: readonly ReadPaths[]): void => {
        for (const paths of read) {
          // One controller class may be listed by two modules.
          const key = `${handlerKey(of)} ${method} ${paths.documentPaths[0]}`;
          if (!seen.has(key)) routes.push({ ...of, ...paths, hidden });
          seen.add(key);
        }
      };
      const place = { handler, requestMethod };
      const whole = attempt(() => readPaths(place, declared));
      if ('result' in whole) {
        add(whole.result);
        continue;
      }
      const readable: string[] = [];
      for (const path of [declared].flat()) {
        const read = attempt(() => readPaths(place, path));
        if ('result' in read) {
          readable.push(path);
          add(read.result);
        } else {
          const [served = path] = attempt(() => listServed(place, path)).result ?? [];
          unreadable.push({ ...of, path: String(served), reason: read.reason });
        }
      }
      readablePaths.set(handlerKey(of), readable);
    }
  }
  return { routes, unreadable, readablePaths };
}

/** Whether Swagger decorators keep a handler out of the document, whatever its class does. */
function isHidden(handler: object, options: SwaggerDocumentOptions): boolean {
  return (
    Reflect.getMetadata(SWAGGER_KEYS.excludeEndpoint, handler)?.disable === true ||
    (options.onlyIncludeDecoratedEndpoints === true &&
      !Reflect.getMetadata(SWAGGER_KEYS.includeEndpoint, handler))
  );
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
