import type { Type } from '@nestjs/common';
import { SWAGGER_KEYS } from './swagger-keys.js';

/** A handler that uses a class. */
export interface ModelUser {
  readonly controller: Type;
  readonly handlerName: string;
  readonly handler: object;
}

/** The classes with documented members that handlers use, each with the first handler that does. */
export function walkModels(handlers: readonly ModelUser[]): ReadonlyMap<Type, ModelUser> {
  // A class that an earlier handler uses is not walked again.
  const first = new Map<Type, ModelUser>();
  for (const handler of handlers) {
    for (const type of listTypes(handler)) visit(type, handler, first);
  }
  return first;
}

/** A documented member of a class. */
export interface Property {
  /** Its name in the class. */
  readonly key: string;
  /** Its name in the document. */
  readonly member: string;
  /** What `@ApiProperty` recorded. */
  readonly options: Readonly<Record<string, unknown>>;
}

export function propertiesOf(type: Type): readonly Property[] {
  return namesOf(type).map((key) => {
    const options = (Reflect.getMetadata(SWAGGER_KEYS.property, type.prototype as object, key) ??
      {}) as Property['options'];
    return { key, member: String(options['name'] ?? key), options };
  });
}

/** The types that a handler names; those among them that describe bodies have documented members. */
function listTypes({ controller, handlerName, handler }: ModelUser): readonly unknown[] {
  const prototype = controller.prototype as object;
  const named: readonly unknown[] = [
    Reflect.getMetadata('design:paramtypes', prototype, handlerName),
    Reflect.getMetadata('design:returntype', prototype, handlerName),
    typesOf(Reflect.getMetadata(SWAGGER_KEYS.parameters, handler)),
    typesOf(Reflect.getMetadata(SWAGGER_KEYS.response, handler)),
    typesOf(Reflect.getMetadata(SWAGGER_KEYS.response, controller)),
    ...[handler, controller].map((target): unknown => Reflect.getMetadata(SWAGGER_KEYS.extraModels, target)),
  ];
  return named.flat(2);
}

/** Enters a class and the classes of its members. */
function visit(type: unknown, handler: ModelUser, first: Map<Type, ModelUser>): void {
  if (first.has(type as Type) || !isModel(type)) return;
  first.set(type, handler);
  for (const { options } of propertiesOf(type)) {
    const { type: member } = options;
    visit(resolve(member), handler, first);
  }
}

/** The type that `() => UserDto`, `[UserDto]` or `UserDto` names. The plugin writes the first of all types. */
export function resolve(type: unknown): unknown {
  if (Array.isArray(type)) return resolve(type[0]);
  if (typeof type !== 'function' || type.prototype !== undefined) return type;
  try {
    return resolve((type as () => unknown)());
  } catch {
    // Nest reports a circular import itself.
    return undefined;
  }
}

/** Whether a class has documented members. */
export function isModel(type: unknown): type is Type {
  return typeof type === 'function' && type.prototype !== undefined && namesOf(type as Type).length > 0;
}

/** Recorded as `:name`. */
function namesOf(type: Type): readonly string[] {
  const names: unknown = Reflect.getMetadata(SWAGGER_KEYS.properties, type.prototype as object);
  return Array.isArray(names) ? names.map((name) => String(name).replace(/^:/, '')) : [];
}

/** The `type` of each parameter, or of each response by its status. */
function typesOf(given: unknown): readonly unknown[] {
  if (typeof given !== 'object' || given === null) return [];
  return Object.values(given).map((one: unknown) =>
    resolve((one as { readonly type?: unknown } | null)?.type),
  );
}
