import type { Type } from '@nestjs/common';
import type { ReusedSchema } from '../model/app-source.js';
import { nameModel } from './read-extra-models.js';
import { SWAGGER_KEYS } from './swagger-keys.js';

interface Handler {
  readonly controller: Type;
  readonly handlerName: string;
  readonly handler: object;
}

/**
 * Names that two classes share. Nest writes one schema for a name, that of the class which it meets last, so that the
 * schema is wrong for the other.
 */
export function listReusedSchemas(handlers: readonly Handler[]): readonly ReusedSchema[] {
  // A class that an earlier handler uses is not walked again.
  const first = new Map<Type, Handler>();
  for (const handler of handlers) {
    for (const type of listTypes(handler)) visit(type, handler, first);
  }
  const users = new Map<string, Map<Type, Handler>>();
  for (const [model, handler] of first) {
    const name = nameModel(model);
    users.set(name, (users.get(name) ?? new Map<Type, Handler>()).set(model, handler));
  }
  return [...users]
    .filter(([, classes]) => classes.size > 1)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, classes]) => ({
      name,
      at: [...classes.values()].map(({ controller, handlerName }) => ({
        controller: controller.name,
        handler: handlerName,
      })),
    }));
}

/** The types that a handler names; those among them that describe bodies have documented members. */
function listTypes({ controller, handlerName, handler }: Handler): readonly unknown[] {
  const prototype = controller.prototype as object;
  const named: readonly unknown[] = [
    Reflect.getMetadata('design:paramtypes', prototype, handlerName),
    Reflect.getMetadata('design:returntype', prototype, handlerName),
    typesOf(Reflect.getMetadata(SWAGGER_KEYS.parameters, handler)),
    typesOf(Reflect.getMetadata(SWAGGER_KEYS.response, handler)),
    typesOf(Reflect.getMetadata(SWAGGER_KEYS.response, controller)),
  ];
  return named.flat(2);
}

/** Enters a class and the classes of its members. */
function visit(type: unknown, handler: Handler, first: Map<Type, Handler>): void {
  if (first.has(type as Type) || !isModel(type)) return;
  first.set(type, handler);
  for (const property of propertiesOf(type)) {
    // Its name is written `:name`.
    const { type: member } = (Reflect.getMetadata(
      SWAGGER_KEYS.property,
      type.prototype as object,
      String(property).replace(/^:/, ''),
    ) ?? {}) as { readonly type?: unknown };
    visit(isModel(member) ? member : resolve(member), handler, first);
  }
}

/** `() => UserDto` and `[UserDto]`. */
function resolve(type: unknown): unknown {
  if (Array.isArray(type)) return resolve(type[0]);
  if (typeof type !== 'function' || type.prototype !== undefined) return type;
  try {
    return resolve((type as () => unknown)());
  } catch {
    // Nest reports a circular import itself.
    return undefined;
  }
}

function isModel(type: unknown): type is Type {
  return typeof type === 'function' && type.prototype !== undefined && propertiesOf(type as Type).length > 0;
}

/** The documented members. */
function propertiesOf(type: Type): readonly unknown[] {
  const names: unknown = Reflect.getMetadata(SWAGGER_KEYS.properties, type.prototype as object);
  return Array.isArray(names) ? names : [];
}

/** The `type` of each parameter, or of each response by its status. */
function typesOf(given: unknown): readonly unknown[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.values(given).map((one: unknown) =>
    resolve((one as { readonly type?: unknown } | null)?.type),
  );
}
