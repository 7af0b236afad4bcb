import type { Type } from '@nestjs/common';
import type { MemberReference } from '../../model/app-source.js';
import { isObject } from '../../openapi/openapi.js';
import { attempt } from '../attempt.js';
import { nameModel } from './read-extra-models.js';
import { propertiesOf, type Property } from './walk-models.js';

/** What says what a list holds. */
const SAYS_ITEMS = ['items', 'oneOf', 'anyOf', 'allOf', '$ref'];

/**
 * The members that are lists of what nobody says. Of `@ApiProperty() items: Item[]`, TypeScript leaves `Array`, and Nest
 * writes a list of strings. Of `type: [Item]` beside `isArray: true`, Nest writes a list of lists.
 */
export function listGuessedLists(models: Iterable<Type>): readonly MemberReference[] {
  return [...models].flatMap((model) =>
    propertiesOf(model)
      .filter(({ options }) => isBareArray(options) || isListTwice(options))
      .map(({ member }) => ({ schema: nameModel(model), member })),
  );
}

function isBareArray(options: Property['options']): boolean {
  return options['type'] === Array && !SAYS_ITEMS.some((key) => key in options);
}

/** Nest records `type: [Item]` beside `isArray: true` as it does `type: [[Item]]`, and `() => [Item]` as it is. */
function isListTwice({ type, isArray, items }: Property['options']): boolean {
  if (isArray !== true) return false;
  if (type === 'array') return isObject(items) && items['type'] === 'array';
  // Unlike a class, an arrow has no prototype.
  const isLazy = typeof type === 'function' && type.prototype === undefined;
  return isLazy && Array.isArray(attempt(type as () => unknown).result);
}
