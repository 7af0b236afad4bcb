import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';

/** What class-transformer knows about classes, as far as this library asks. */
export interface Transformer {
  getExcludedProperties(target: Type, transformation: number): readonly string[];
  getExposedProperties(target: Type, transformation: number): readonly string[];
  getStrategy(target: Type): 'excludeAll' | 'exposeAll' | 'none';
  findTransformMetadatas(
    target: Type,
    member: string,
    transformation: number,
  ): readonly { readonly options?: { readonly toPlainOnly?: boolean } }[];
  findExposeMetadata(
    target: Type,
    member: string,
  ): { readonly options?: { readonly name?: string; readonly groups?: readonly string[] } } | undefined;
  findTypeMetadata(target: Type, member: string): { readonly typeFunction?: () => unknown } | undefined;
}

/** From a body to a class. */
export const PLAIN_TO_CLASS = 0;
/** From a class to what is answered. */
export const CLASS_TO_PLAIN = 1;

/** Each class-transformer that the application has loaded; this library does not need it. */
export function findTransformers(): readonly Transformer[] {
  // The folder means nothing: every module that was loaded is in one cache.
  const { cache } = createRequire(join(process.cwd(), 'index.js'));
  return Object.keys(cache)
    .filter((file) => /[\\/]class-transformer[\\/]cjs[\\/]storage\.js$/.test(file))
    .flatMap((file) => {
      const { defaultMetadataStorage: storage } = (cache[file]?.exports ?? {}) as {
        readonly defaultMetadataStorage?: Partial<Transformer>;
      };
      const isStorage = METHODS.every((method) => typeof storage?.[method] === 'function');
      return isStorage ? [storage as Transformer] : [];
    });
}

const METHODS = [
  'getExcludedProperties',
  'getExposedProperties',
  'getStrategy',
  'findTransformMetadatas',
  'findExposeMetadata',
  'findTypeMetadata',
] as const;
