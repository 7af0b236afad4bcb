import type { Type } from '@nestjs/common';
import type { ConvertedMember } from '../../model/app-source.js';
import { attempt } from '../attempt.js';
import { findTransformers, PLAIN_TO_CLASS, type Transformer } from './find-transformers.js';
import { listFilledMembers } from './list-filled-members.js';
import { nameModel } from './read-extra-models.js';
import { listLooseKeywords } from './list-loose-keywords.js';
import type { ModelsOfPipes } from './list-models-of-pipes.js';
import { listUnaskedMembers } from './list-unasked-members.js';
import { readValidations, type Validation } from './read-validations.js';
import { propertiesOf, resolve, type Property } from './walk-models.js';

/**
 * The members of which Nest documents what the class holds, not what a body may hold: a date comes from a text or a
 * number, a bigint has no form in JSON, `@Transform()` is a function, and what the class itself fills in or
 * class-validator does not ask for may be absent.
 */
export function listConvertedMembers(
  models: Iterable<Type>,
  { converted, skipped, nullable }: ModelsOfPipes = {
    converted: new Set(),
    skipped: new Set(),
    nullable: new Set(),
  },
): readonly ConvertedMember[] {
  const transformers = findTransformers();
  return [...models].flatMap((model) => {
    const properties = propertiesOf(model);
    const filled = listFilledMembers(model, properties);
    const validations = readValidations(model);
    const unasked = listUnaskedMembers(model, properties, validations);
    return properties.flatMap((property): readonly ConvertedMember[] => {
      const { key, member } = property;
      const own = validations.filter(({ propertyName }) => propertyName === key);
      const isElsewhere = transformers.some((one) => readsElsewhere(one, model, property));
      const isConverted =
        CONVERTED.includes(resolve(property.options['type'])) ||
        transformers.some((one) => converts(one, model, property)) ||
        isValidatedSometimes(own);
      const mayBeAbsent = filled.has(member) || unasked.has(member);
      const unchecked = listLooseKeywords(own);
      const ofPipe = {
        isConverted: isElsewhere || (converted.has(model) && SCALARS.includes(declaredType(model, key))),
        mayBeAbsent: isElsewhere || skipped.has(model) || asksForNothing(own),
      };
      const takesNull = nullable.has(model) || isOptional(own) || asksForNothing(own);
      const reference = { schema: nameModel(model), member };
      return [
        ...(isConverted || mayBeAbsent || unchecked.length > 0
          ? [{ ...reference, isConverted, mayBeAbsent, unchecked }]
          : []),
        ...(ofPipe.isConverted || ofPipe.mayBeAbsent
          ? [{ ...reference, ...ofPipe, unchecked: [], byPipe: true as const }]
          : []),
        ...(takesNull
          ? [
              {
                ...reference,
                isConverted: false,
                mayBeAbsent: false,
                unchecked: [],
                takesNull: true as const,
              },
            ]
          : []),
      ];
    });
  });
}

const CONVERTED: readonly unknown[] = [Date, BigInt];
const SCALARS: readonly unknown[] = [String, Number, Boolean, Date, BigInt];

/** `@ValidateIf()`: without its condition a body may hold anything. */
function isValidatedSometimes(own: readonly Validation[]): boolean {
  return own.some(({ type, name }) => type === 'conditionalValidation' && name !== 'isOptional');
}

/** `@IsOptional()` lets null pass, whatever else is checked. */
function isOptional(own: readonly Validation[]): boolean {
  return own.some(({ name }) => name === 'isOptional');
}

/** `@Allow()` checks nothing, and `@ValidateNested()` only what is there and not null. */
function asksForNothing(own: readonly Validation[]): boolean {
  return (
    own.length > 0 && own.every(({ type }) => type === 'whitelistValidation' || type === 'nestedValidation')
  );
}

function declaredType(model: Type, key: string): unknown {
  return Reflect.getMetadata('design:type', model.prototype as object, key);
}

function converts(transformer: Transformer, model: Type, { key }: Property): boolean {
  if (transformer.findTransformMetadatas(model, key, PLAIN_TO_CLASS).length > 0) return true;
  const typeFunction = transformer.findTypeMetadata(model, key)?.typeFunction;
  // It may refer to classes of a circular import, or to the object that is converted.
  return typeFunction !== undefined && SCALARS.includes(attempt(typeFunction).result);
}

/** A body has the member under another name, `@Expose({ name })`, or what it has there does not count, `@Exclude()`. */
function readsElsewhere(transformer: Transformer, model: Type, { key, member }: Property): boolean {
  const name = transformer.findExposeMetadata(model, key)?.options?.name;
  const isExposed = transformer.getExposedProperties(model, PLAIN_TO_CLASS).includes(key);
  if (isExposed && name !== undefined) return name !== member;
  return (
    transformer.getExcludedProperties(model, PLAIN_TO_CLASS).includes(key) ||
    (transformer.getStrategy(model) === 'excludeAll' && !isExposed)
  );
}
