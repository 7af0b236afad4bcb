import type { Type } from '@nestjs/common';
import type { ExcludedMember } from '../../model/app-source.js';
import { CLASS_TO_PLAIN, findTransformers, type Transformer } from './find-transformers.js';
import { nameModel } from './read-extra-models.js';
import { propertiesOf } from './walk-models.js';

/** The members that class-transformer keeps out of answers, or changes in answers only. */
export function listExcludedMembers(models: Iterable<Type>): readonly ExcludedMember[] {
  const transformers = findTransformers();
  if (transformers.length === 0) return [];
  return [...models].flatMap((model) =>
    propertiesOf(model).flatMap(({ key, member }): readonly ExcludedMember[] => {
      const by = transformers.map((one) => findDecorator(model, key, one)).find((name) => name !== undefined);
      return by === undefined ? [] : [{ schema: nameModel(model), member, by }];
    }),
  );
}

function findDecorator(model: Type, key: string, transformer: Transformer): ExcludedMember['by'] | undefined {
  const isExposed = transformer.getExposedProperties(model, CLASS_TO_PLAIN).includes(key);
  if (transformer.getExcludedProperties(model, CLASS_TO_PLAIN).includes(key)) return '@Exclude()';
  if (transformer.getStrategy(model) === 'excludeAll' && !isExposed) return '@Exclude()';
  if ((transformer.findExposeMetadata(model, key)?.options?.groups ?? []).length > 0)
    return '@Expose({ groups })';
  return transformer
    .findTransformMetadatas(model, key, CLASS_TO_PLAIN)
    .some(({ options }) => options?.toPlainOnly === true)
    ? '@Transform()'
    : undefined;
}
