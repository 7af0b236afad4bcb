import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exploreOnce, type ExploreModel } from '../../nest/models/explore-once.js';
import { findPackage } from './find-adapter.js';

interface SchemaObjectFactory {
  readonly prototype: { exploreModelSchema?: ExploreModel };
}

/** Explores each model once in this process, where `@nestjs/swagger` has the method that is known to do it. */
export async function exploreModelsOnce(bases: readonly string[]): Promise<void> {
  const swagger = findPackage('@nestjs/swagger', bases);
  if (swagger === undefined) return;
  const file = join(dirname(swagger), 'services', 'schema-object-factory.js');
  const loaded = (await import(pathToFileURL(file).href).catch(() => ({}))) as {
    readonly SchemaObjectFactory?: SchemaObjectFactory;
  };
  const prototype = loaded.SchemaObjectFactory?.prototype;
  if (!prototype?.exploreModelSchema || changed.has(prototype)) return;
  changed.add(prototype);
  prototype.exploreModelSchema = exploreOnce(prototype.exploreModelSchema);
}

const changed = new WeakSet<object>();
