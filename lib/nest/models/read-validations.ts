import type { Type } from '@nestjs/common';
import { attempt } from '../attempt.js';

/** One decorator of class-validator on a member. */
export interface Validation {
  readonly type: string;
  /** `isOptional`, `matches`, … Absent in older versions, and for `@ValidateIf()`. */
  readonly name?: string;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[];
}

/** What class-validator knows about classes, as far as this library asks. */
interface ValidatorStorage {
  getTargetValidationMetadatas(
    target: Type,
    schema: string,
    always: boolean,
    strictGroups: boolean,
  ): readonly Validation[];
}

/** What class-validator checks of the members of a class. This library does not need it. */
export function readValidations(model: Type): readonly Validation[] {
  // All copies of class-validator share it.
  const { classValidatorMetadataStorage: storage } = globalThis as {
    readonly classValidatorMetadataStorage?: Partial<ValidatorStorage>;
  };
  return attempt(() => storage?.getTargetValidationMetadatas?.(model, '', false, false)).result ?? [];
}
