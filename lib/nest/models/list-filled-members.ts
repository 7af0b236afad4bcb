import type { Type } from '@nestjs/common';
import { attempt } from '../attempt.js';
import { propertiesOf } from './walk-models.js';

/** The members, by their documented names, that an instance of a class has a value for before anyone gives it one. */
export function listFilledMembers(model: Type, properties = propertiesOf(model)): ReadonlySet<string> {
  // As class-transformer does for each body.
  const instance = (attempt(() => new model()).result ?? {}) as Readonly<Record<string, unknown>>;
  return new Set(
    properties
      .filter(({ key }) => Object.hasOwn(instance, key) && instance[key] !== undefined)
      .map(({ member }) => member),
  );
}
