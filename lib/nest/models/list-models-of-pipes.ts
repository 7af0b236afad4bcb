import type { INestApplication, Type } from '@nestjs/common';
import { listGlobalPipes, listPipes } from '../routes/read-enhancers.js';
import type { NestRoute } from '../routes/read-routes.js';
import { walkModels } from './walk-models.js';

/** The classes of bodies that the options of a `ValidationPipe` concern. */
export interface ModelsOfPipes {
  /** `enableImplicitConversion`: it converts their scalars. */
  readonly converted: ReadonlySet<Type>;
  /** `skipMissingProperties`: it asks for none of their members. */
  readonly skipped: ReadonlySet<Type>;
  /** `skipMissingProperties` or `skipNullProperties`: it lets null pass as any of their members. */
  readonly nullable: ReadonlySet<Type>;
}

/**
 * A pipe that a preview does not build is not known.
 *
 * @param models of all routes, which a pipe of the whole application concerns
 */
export function listModelsOfPipes(
  app: INestApplication,
  routes: readonly NestRoute[],
  models: Iterable<Type>,
): ModelsOfPipes {
  const global = listGlobalPipes(app);
  const all = new Set(models);
  const declared = routes.map((route) => ({ route, pipes: listPipes(route) }));
  const listModels = (has: (pipe: Partial<OpenPipe>) => boolean): ReadonlySet<Type> => {
    const isMeant = (pipe: unknown): boolean => has((pipe ?? {}) as Partial<OpenPipe>);
    if (global.some(isMeant)) return all;
    const meant = declared.filter(({ pipes }) => pipes.some(isMeant)).map(({ route }) => route);
    return new Set(walkModels(meant).models.keys());
  };
  return {
    converted: listModels(
      ({ isTransformEnabled, transformOptions }) =>
        isTransformEnabled === true && transformOptions?.enableImplicitConversion === true,
    ),
    skipped: listModels(
      ({ validatorOptions }) =>
        validatorOptions?.skipMissingProperties === true ||
        validatorOptions?.skipUndefinedProperties === true,
    ),
    nullable: listModels(
      ({ validatorOptions }) =>
        validatorOptions?.skipMissingProperties === true || validatorOptions?.skipNullProperties === true,
    ),
  };
}

/** What a `ValidationPipe` keeps to itself. */
interface OpenPipe {
  readonly isTransformEnabled: boolean;
  readonly transformOptions: { readonly enableImplicitConversion?: boolean } | null;
  readonly validatorOptions: {
    readonly skipMissingProperties?: boolean;
    readonly skipUndefinedProperties?: boolean;
    readonly skipNullProperties?: boolean;
  } | null;
}
