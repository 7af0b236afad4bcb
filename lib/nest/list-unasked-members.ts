import type { Type } from '@nestjs/common';
import { attempt } from './attempt.js';
import { propertiesOf } from './walk-models.js';

/** What class-validator knows about classes, as far as this library asks. */
interface ValidatorStorage {
  getTargetValidationMetadatas(
    target: Type,
    schema: string,
    always: boolean,
    strictGroups: boolean,
  ): readonly { readonly type: string; readonly propertyName: string }[];
}

/** The members that class-validator does not always ask for, by their documented names: `@IsOptional()`, `@ValidateIf()`. */
export function listUnaskedMembers(model: Type, properties = propertiesOf(model)): ReadonlySet<string> {
  const conditions = readStorage(model).filter(({ type }) => type === 'conditionalValidation');
  const keys = new Set(conditions.map(({ propertyName }) => propertyName));
  return new Set(properties.flatMap(({ key, member }) => (keys.has(key) ? [member] : [])));
}

function readStorage(model: Type): ReturnType<ValidatorStorage['getTargetValidationMetadatas']> {
  // All copies of class-validator share it.
  const { classValidatorMetadataStorage: storage } = globalThis as {
    readonly classValidatorMetadataStorage?: Partial<ValidatorStorage>;
  };
  return attempt(() => storage?.getTargetValidationMetadatas?.(model, '', false, false)).result ?? [];
}
