import type { Type } from '@nestjs/common';
import type { ReusedSchema } from '../../model/app-source.js';
import { listReusedNames } from './list-reused-names.js';
import { nameModel } from './read-extra-models.js';
import type { ModelUser } from './walk-models.js';

/**
 * Names that two classes share. Nest writes one schema for a name, that of the class which it meets last, so that the
 * schema is wrong for the other.
 */
export function listReusedSchemas(models: ReadonlyMap<Type, ModelUser>): readonly ReusedSchema[] {
  const named = [...models].map(([model, user]) => ({ name: nameModel(model), identity: model, user }));
  return listReusedNames(named, 'class');
}
