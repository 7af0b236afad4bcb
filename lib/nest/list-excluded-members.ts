import type { Type } from '@nestjs/common';
import type { MemberReference } from '../model/app-source.js';
import { CLASS_TO_PLAIN, findTransformers, type Transformer } from './find-transformers.js';
import { nameModel } from './read-extra-models.js';
import { propertiesOf } from './walk-models.js';

/** The members that class-transformer keeps out of answers. */
export function listExcludedMembers(models: Iterable<Type>): readonly MemberReference[] {
  const transformers = findTransformers();
  if (transformers.length === 0) return [];
  return [...models].flatMap((model) => {
    const left = new Set(transformers.flatMap((transformer) => listLeft(model, transformer)));
    return propertiesOf(model)
      .filter(({ key }) => left.has(key))
      .map(({ member }) => ({ schema: nameModel(model), member }));
  });
}

function listLeft(model: Type, transformer: Transformer): readonly string[] {
  const excluded = transformer.getExcludedProperties(model, CLASS_TO_PLAIN);
  if (transformer.getStrategy(model) !== 'excludeAll') return excluded;
  const exposed = transformer.getExposedProperties(model, CLASS_TO_PLAIN);
  return propertiesOf(model)
    .map(({ key }) => key)
    .filter((key) => !exposed.includes(key));
}
