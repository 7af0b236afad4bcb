import type { Type } from '@nestjs/common';
import type { MemberReference } from '../model/app-source.js';
import { nameModel } from './read-extra-models.js';
import { propertiesOf } from './walk-models.js';

/** What says what a list holds. */
const SAYS_ITEMS = ['items', 'oneOf', 'anyOf', 'allOf', '$ref'];

/**
 * The members that are lists of what nobody says: of `@ApiProperty() items: Item[]`, TypeScript leaves `Array`, and Nest
 * writes a list of strings.
 */
export function listGuessedLists(models: Iterable<Type>): readonly MemberReference[] {
  return [...models].flatMap((model) =>
    propertiesOf(model)
      .filter(({ options }) => options['type'] === Array && !SAYS_ITEMS.some((key) => key in options))
      .map(({ member }) => ({ schema: nameModel(model), member })),
  );
}
