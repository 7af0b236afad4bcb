import { defined } from '../../values/defined.js';
import { VersioningType, type INestApplication, type RequestMethod, type Type } from '@nestjs/common';
import { PATH_METADATA, VERSION_METADATA } from '@nestjs/common/constants.js';
import { RoutePathFactory } from '@nestjs/core/router/route-path-factory.js';
import type { SwaggerDocumentOptions } from '@nestjs/swagger';
import { nestInternals } from '../nest-internals.js';
import { readPath, type RoutePath } from './read-path.js';

/** What a handler declares: `@Get('users')` or `@Get(['users', 'people'])`. */
export type DeclaredPath = string | string[];

/** The handler that declares paths. */
export interface DeclaringHandler {
  readonly handler: object;
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

/**
 * Reads the paths of the handlers of a class, as NestJS makes them of prefixes, versions and what class and handler
 * declare.
 */
export function createPathsReader(
  app: INestApplication,
  { ignoreGlobalPrefix }: SwaggerDocumentOptions,
): (controller: Type, modulePath: string | undefined) => PathsReader {
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
  return (controller, modulePath) => {
    const ofController = {
      ctrlPath: Reflect.getMetadata(PATH_METADATA, controller) as string,
      controllerVersion:
        versioningOptions?.type === VersioningType.URI
          ? (Reflect.getMetadata(VERSION_METADATA, controller) ?? versioningOptions.defaultVersion)
          : undefined,
      ...defined({ modulePath, versioningOptions }),
    };
    const listUnder = (
      globalPrefix: string,
      { handler, requestMethod }: DeclaringHandler,
      declared: DeclaredPath,
    ): readonly string[] =>
      factory.create(
        {
          ...ofController,
          methodPath: declared as string,
          methodVersion: Reflect.getMetadata(VERSION_METADATA, handler),
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
  };
}
