import type { Type } from '@nestjs/common';
import type { ReusedSchema } from '../model/app-source.js';
import { nameModel } from './read-extra-models.js';
import type { ModelUser } from './walk-models.js';

/**
 * Names that two classes share. Nest writes one schema for a name, that of the class which it meets last, so that the
 * schema is wrong for the other.
 */
export function listReusedSchemas(models: ReadonlyMap<Type, ModelUser>): readonly ReusedSchema[] {
  const users = new Map<string, Map<Type, ModelUser>>();
  for (const [model, handler] of models) {
    const name = nameModel(model);
    users.set(name, (users.get(name) ?? new Map<Type, ModelUser>()).set(model, handler));
  }
  return [...users]
    .filter(([, classes]) => classes.size > 1)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, classes]) => ({
      name,
      of: 'class',
      at: [...classes.values()].map(({ controller, handlerName }) => ({
        controller: controller.name,
        handler: handlerName,
      })),
    }));
}
