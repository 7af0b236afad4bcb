import type { INestApplication } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import type { SwaggerDocumentOptions } from '@nestjs/swagger';
import { CONCERNS, readDeclarations } from '../../decorators/decorator-metadata.js';
import type { StrayHandler } from '../../model/app-source.js';
import type { ReadDeclarations } from './create-declaration-reader.js';
import { readControllers, type NestRoute } from './read-routes.js';

/** The methods of controllers that have decorators of this library, and no route. */
export function readStrays(
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
