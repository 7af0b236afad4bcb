import type { Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { MemberReference } from '../model/app-source.js';
import { nameModel } from './read-extra-models.js';
import { SWAGGER_KEYS } from './swagger-keys.js';
import { propertiesOf, type ModelUser } from './walk-models.js';

/** What says what a list holds. */
const SAYS_ITEMS = ['items', 'oneOf', 'anyOf', 'allOf', '$ref'];

/**
 * The members that are lists of what nobody says: of `@ApiProperty() items: Item[]`, TypeScript leaves `Array`, and Nest
 * writes a list of strings.
 */
export function listGuessedLists(models: Iterable<Type>): readonly MemberReference[] {
  return [...models].flatMap((model) =>
    propertiesOf(model)
      .filter(([, options]) => options['type'] === Array && !SAYS_ITEMS.some((key) => key in options))
      .map(([member]) => ({ schema: nameModel(model), member })),
  );
}

/** Whether the body is such a list: `@Body() items: Item[]` without `@ApiBody`. */
export function guessesBody({ controller, handlerName, handler }: ModelUser): boolean {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handlerName) ?? {}) as Readonly<
    Record<string, { readonly index: number; readonly data?: unknown }>
  >;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, handlerName) as
    readonly unknown[] | undefined;
  const declared = (Reflect.getMetadata(SWAGGER_KEYS.parameters, handler) ?? []) as readonly {
    readonly in: string;
  }[];
  if (declared.some((one) => one.in === 'body')) return false;
  return Object.entries(args).some(
    ([key, { index, data }]) =>
      key.startsWith(`${RouteParamtypes.BODY}:`) && data === undefined && types?.[index] === Array,
  );
}
