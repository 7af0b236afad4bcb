import type { Type } from '@nestjs/common';
import { readValidations } from './read-validations.js';
import { propertiesOf } from './walk-models.js';

/** The members that class-validator does not always ask for, by their documented names: `@IsOptional()`, `@ValidateIf()`. */
export function listUnaskedMembers(
  model: Type,
  properties = propertiesOf(model),
  validations = readValidations(model),
): ReadonlySet<string> {
  const conditions = validations.filter(({ type }) => type === 'conditionalValidation');
  const keys = new Set(conditions.map(({ propertyName }) => propertyName));
  return new Set(properties.flatMap(({ key, member }) => (keys.has(key) ? [member] : [])));
}
