import type { INestApplication, Type } from '@nestjs/common';
import { listGlobalPipes, listPipes } from './read-enhancers.js';
import type { NestRoute } from './read-routes.js';
import { walkModels } from './walk-models.js';

/**
 * The classes of bodies whose scalars a `ValidationPipe` with `enableImplicitConversion` converts. A pipe that a preview
 * does not build is not known.
 */
export function listImplicitModels(app: INestApplication, routes: readonly NestRoute[]): ReadonlySet<Type> {
  const all = listGlobalPipes(app).some(convertsScalars);
  return new Set(
    walkModels(all ? routes : routes.filter((route) => listPipes(route).some(convertsScalars))).keys(),
  );
}

function convertsScalars(pipe: unknown): boolean {
  const { isTransformEnabled, transformOptions } = (pipe ?? {}) as Partial<OpenPipe>;
  return isTransformEnabled === true && transformOptions?.enableImplicitConversion === true;
}

/** What a `ValidationPipe` keeps to itself. */
interface OpenPipe {
  readonly isTransformEnabled: boolean;
  readonly transformOptions: { readonly enableImplicitConversion?: boolean } | null;
}
