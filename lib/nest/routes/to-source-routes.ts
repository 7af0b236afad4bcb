import type { SourceRoute } from '../../model/app-source.js';
import { nameModel, readExtraModels } from '../models/read-extra-models.js';
import { walkModels } from '../models/walk-models.js';
import { readGuessedBody } from '../swagger/read-guessed-body.js';
import { readGuessedParameters } from '../swagger/read-guessed-parameters.js';
import { readMediaTypes } from '../swagger/read-media-types.js';
import type { NestRoute } from './read-routes.js';
import { readStream } from './read-stream.js';

/** A route of the model for each path of a route of Nest. */
export function toSourceRoutes(
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
