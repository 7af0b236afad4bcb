import type { Type } from '@nestjs/common';
import type { ConvertedMember } from '../model/app-source.js';
import { attempt } from './attempt.js';
import { findTransformers, PLAIN_TO_CLASS, type Transformer } from './find-transformers.js';
import { listFilledMembers } from './list-filled-members.js';
import { nameModel } from './read-extra-models.js';
import { listUnaskedMembers } from './list-unasked-members.js';
import { propertiesOf, type Property } from './walk-models.js';

/**
 * The members of which Nest documents what the class holds, not what a body may hold: a date comes from a text or a
 * number, a bigint has no form in JSON, `@Transform()` is a function, and what the class itself fills in or
 * class-validator does not ask for may be absent.
 */
export function listConvertedMembers(models: Iterable<Type>): readonly ConvertedMember[] {
  const transformers = findTransformers();
  return [...models].flatMap((model) => {
    const properties = propertiesOf(model);
    const filled = listFilledMembers(model, properties);
    const unasked = listUnaskedMembers(model, properties);
    return properties.flatMap((property): readonly ConvertedMember[] => {
      const isConverted =
        CONVERTED.includes(typeOf(property)) || transformers.some((one) => converts(one, model, property));
      const { member } = property;
      const mayBeAbsent = filled.has(member) || unasked.has(member);
      if (!isConverted && !mayBeAbsent) return [];
      return [{ schema: nameModel(model), member, isConverted, mayBeAbsent }];
    });
  });
}

const CONVERTED: readonly unknown[] = [Date, BigInt];
const SCALARS: readonly unknown[] = [String, Number, Boolean, Date, BigInt];

function typeOf({ options }: Property): unknown {
  const { type } = options;
  return Array.isArray(type) ? type[0] : type;
}

function converts(transformer: Transformer, model: Type, { key }: Property): boolean {
  if (transformer.findTransformMetadatas(model, key, PLAIN_TO_CLASS).length > 0) return true;
  const typeFunction = transformer.findTypeMetadata(model, key)?.typeFunction;
  // It may refer to classes of a circular import, or to the object that is converted.
  return typeFunction !== undefined && SCALARS.includes(attempt(typeFunction).result);
}
