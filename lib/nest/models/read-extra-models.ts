import type { Type } from '@nestjs/common';
import { SWAGGER_KEYS } from '../swagger-keys.js';

/** The names under which Nest's document has the `@ApiExtraModels` of a handler and of its class. */
export function readExtraModels(controller: Type, handler: object): readonly string[] {
  return [handler, controller].flatMap((target) => {
    const models: unknown = Reflect.getMetadata(SWAGGER_KEYS.extraModels, target);
    return Array.isArray(models) ? models.map(nameModel) : [];
  });
}

/** The name of a class in Nest's document, which `@ApiSchema` may give. */
export function nameModel(model: unknown): string {
  if (typeof model !== 'function') return '';
  const schemas: unknown = Reflect.getOwnMetadata(SWAGGER_KEYS.schema, model);
  const last: unknown = Array.isArray(schemas) ? schemas.at(-1) : undefined;
  const { name } = (last ?? {}) as { readonly name?: unknown };
  return typeof name === 'string' ? name : model.name;
}
