import type { INestApplication } from '@nestjs/common';
import type { AppSource } from '../../model/app-source.js';
import type { NestRoute } from '../routes/read-routes.js';
import { listConvertedMembers } from './list-converted-members.js';
import { listExcludedMembers } from './list-excluded-members.js';
import { listGuessedLists } from './list-guessed-lists.js';
import { listModelsOfPipes } from './list-models-of-pipes.js';
import { listReusedEnums } from './list-reused-enums.js';
import { listReusedSchemas } from './list-reused-schemas.js';
import { walkModels } from './walk-models.js';

/** What the classes of bodies and answers say that Nest's document does not. */
export function readModels(
  app: INestApplication,
  routes: readonly NestRoute[],
): Pick<AppSource, 'reusedSchemas' | 'guessedLists' | 'convertedMembers' | 'excludedMembers'> {
  const { models, schemas } = walkModels(routes);
  const classes = [...models.keys()];
  return {
    reusedSchemas: [...listReusedSchemas(schemas), ...listReusedEnums(models, routes)],
    guessedLists: listGuessedLists(classes),
    convertedMembers: listConvertedMembers(classes, listModelsOfPipes(app, routes, classes)),
    excludedMembers: listExcludedMembers(classes),
  };
}
