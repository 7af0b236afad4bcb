import type { ConvertedMember } from '../../model/app-source.js';
import type { Validation } from './read-validations.js';

/**
 * The keywords that Nest's plugin writes of decorators that mean more: it drops the flags of a pattern, and of the
 * positive numbers it knows only those from 1 on.
 *
 * @param validations of one member
 */
export function listLooseKeywords(validations: readonly Validation[]): ConvertedMember['unchecked'] {
  const has = (name: string): boolean => validations.some((one) => one.name === name);
  const hasFlags = validations.some(({ name, constraints }) => name === 'matches' && readsMore(constraints));
  return [
    ...(hasFlags ? (['pattern'] as const) : []),
    ...(has('isPositive') && !has('min') ? (['minimum'] as const) : []),
    ...(has('isNegative') && !has('max') ? (['maximum'] as const) : []),
  ];
}

/** `@Matches(/a/i)` and `@Matches('a', 'i')`, and the flags by which `.`, `^` and `$` match more. */
function readsMore([pattern, modifiers]: readonly unknown[] = []): boolean {
  const flags = pattern instanceof RegExp ? pattern.flags : String(modifiers ?? '');
  return /[ims]/.test(flags);
}
