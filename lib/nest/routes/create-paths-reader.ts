import { defined } from '../../values/defined.js';
import { VersioningType, type INestApplication, type RequestMethod, type Type } from '@nestjs/common';
import { PATH_METADATA, VERSION_METADATA } from '@nestjs/common/constants.js';
import { RoutePathFactory } from '@nestjs/core/router/route-path-factory.js';
import type { SwaggerDocumentOptions } from '@nestjs/swagger';
import { nestInternals } from '../nest-internals.js';
import { readPath, type RoutePath } from './read-path.js';

/** What a handler declares: `@Get('users')` or `@Get(['users', 'people'])`. */
export type DeclaredPath = string | string[];

/** Where paths are declared. */
export interface DeclaringHandler {
  readonly controller: Type;
  readonly handler: object;
  /** Prefix that `RouterModule` gives the module. */
  readonly modulePath: string | undefined;
  readonly requestMethod: RequestMethod;
}

/** One path that a handler is served at. */
export interface ReadPaths {
  /** The path that Nest serves. */
  readonly path: RoutePath;
  /** Its paths in Nest's document, which differ from the served one under `ignoreGlobalPrefix`. */
  readonly documentPaths: readonly string[];
}

interface PathsReader {
  /** The paths as NestJS serves them, with prefixes and versions. */
  listServed(of: DeclaringHandler, declared: DeclaredPath): readonly string[];
  /** @throws Error if a path cannot be read */
  readPaths(of: DeclaringHandler, declared: DeclaredPath): readonly ReadPaths[];
}

/** Reads the paths of handlers as NestJS makes them of prefixes, versions and what classes and handlers declare. */
export function createPathsReader(
  app: INestApplication,
  { ignoreGlobalPrefix }: SwaggerDocumentOptions,
): PathsReader {
  const { config } = nestInternals(app);
  const factory = new RoutePathFactory(config);
  const versioningOptions = config.getVersioning();
  // Several verbs share a path.
  const known = new Map<string, RoutePath>();
  const readOnce = (path: string): RoutePath => {
    const read = known.get(path) ?? readPath(path);
    known.set(path, read);
    return read;
  };
  const listUnder = (
    globalPrefix: string,
    { controller, handler, modulePath, requestMethod }: DeclaringHandler,
    declared: DeclaredPath,
  ): readonly string[] =>
    factory.create(
      {
        ctrlPath: Reflect.getMetadata(PATH_METADATA, controller),
        methodPath: declared as string,
        methodVersion: Reflect.getMetadata(VERSION_METADATA, handler),
        controllerVersion:
          versioningOptions?.type === VersioningType.URI
            ? (Reflect.getMetadata(VERSION_METADATA, controller) ?? versioningOptions.defaultVersion)
            : undefined,
        ...defined({ modulePath, versioningOptions }),
        globalPrefix,
      },
      requestMethod,
    );
  const listServed: PathsReader['listServed'] = (of, declared) =>
    listUnder(config.getGlobalPrefix(), of, declared);
  return {
    listServed,
    readPaths: (of, declared) => {
      const paths = listServed(of, declared).map(readOnce);
      const documented = ignoreGlobalPrefix ? listUnder('', of, declared).map(readOnce) : paths;
      return paths.map((path, index) => ({ path, documentPaths: documented[index]!.documentPaths }));
    },
  };
}
