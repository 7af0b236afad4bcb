import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import type { MemberReference } from '../model/app-source.js';
import { nameModel } from './read-extra-models.js';
import { propertiesOf } from './walk-models.js';

/** What class-transformer knows about classes, as far as this library asks. */
interface Storage {
  getExcludedProperties(target: Type, transformation: number): readonly string[];
  getExposedProperties(target: Type, transformation: number): readonly string[];
  getStrategy(target: Type): 'excludeAll' | 'exposeAll' | 'none';
}

/** From a class to what is answered. */
const CLASS_TO_PLAIN = 1;

/**
 * The members that class-transformer keeps out of answers. It is asked only where the application has loaded it; this
 * library does not need it.
 */
export function listExcludedMembers(models: Iterable<Type>): readonly MemberReference[] {
  const storages = findStorages();
  if (storages.length === 0) return [];
  return [...models].flatMap((model) => {
    const left = storages.flatMap((storage) => listLeft(model, storage));
    return [...new Set(left)].map((member) => ({ schema: nameModel(model), member }));
  });
}

function listLeft(model: Type, storage: Storage): readonly string[] {
  const excluded = storage.getExcludedProperties(model, CLASS_TO_PLAIN);
  if (storage.getStrategy(model) !== 'excludeAll') return excluded;
  const exposed = storage.getExposedProperties(model, CLASS_TO_PLAIN);
  return propertiesOf(model)
    .map(([name]) => name)
    .filter((name) => !exposed.includes(name));
}

function findStorages(): readonly Storage[] {
  // The folder means nothing: every module that was loaded is in one cache.
  const { cache } = createRequire(join(process.cwd(), 'index.js'));
  return Object.keys(cache)
    .filter((file) => /[\\/]class-transformer[\\/]cjs[\\/]storage\.js$/.test(file))
    .flatMap((file) => {
      const { defaultMetadataStorage: storage } = (cache[file]?.exports ?? {}) as {
        readonly defaultMetadataStorage?: Partial<Storage>;
      };
      const isStorage = METHODS.every((method) => typeof storage?.[method] === 'function');
      return isStorage ? [storage as Storage] : [];
    });
}

const METHODS = ['getExcludedProperties', 'getExposedProperties', 'getStrategy'] as const;
