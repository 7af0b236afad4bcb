import type { Type } from '@nestjs/common';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { Argument } from '../routes/read-arguments.js';
import { SWAGGER_KEYS } from '../swagger-keys.js';

/** A handler that uses a class. */
export interface ModelUser {
  readonly controller: Type;
  readonly handlerName: string;
  readonly handler: object;
  readonly args: readonly Argument[];
}

/** Classes with documented members, each with the first handler that uses it. */
export type Models = ReadonlyMap<Type, ModelUser>;

interface WalkedModels {
  /** All that handlers use. */
  readonly models: Models;
  /**
   * Those that have a schema of their own. The class of an object of parameters, `@Query() filter: FilterDto`, has none:
   * Nest documents its members as parameters.
   */
  readonly schemas: Models;
}

export function walkModels(handlers: readonly ModelUser[]): WalkedModels {
  // A class that an earlier handler uses is not walked again.
  const models = new Map<Type, ModelUser>();
  const schemas = new Map<Type, ModelUser>();
  for (const handler of handlers) {
    const { whole, spread } = listTypes(handler);
    for (const type of whole) {
      visit(type, handler, models);
      visit(type, handler, schemas);
    }
    for (const type of spread.filter(isModel)) {
      visit(type, handler, models);
      visitMembers(type, handler, schemas);
    }
  }
  return { models, schemas };
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

interface NamedTypes {
  readonly whole: readonly unknown[];
  /** Objects of parameters, whose members are documented one by one. */
  readonly spread: readonly unknown[];
}

/** The types that a handler names; those among them that describe bodies have documented members. */
function listTypes({ controller, handlerName, handler, args }: ModelUser): NamedTypes {
  const prototype = controller.prototype as object;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, handlerName) ??
    []) as readonly unknown[];
  const objects = args
    .filter(({ place, data }) => data === undefined && PLACES.includes(place))
    .map(({ index }) => index);
  const declared = (Reflect.getMetadata(SWAGGER_KEYS.parameters, handler) ?? []) as readonly Declared[];
  const isSpread = ({ in: place, name }: Declared): boolean => place !== 'body' && !name;
  const whole: readonly unknown[] = [
    types.filter((_, index) => !objects.includes(index)),
    Reflect.getMetadata('design:returntype', prototype, handlerName),
    typesOf(declared.filter((one) => !isSpread(one))),
    typesOf(Reflect.getMetadata(SWAGGER_KEYS.response, handler)),
    typesOf(Reflect.getMetadata(SWAGGER_KEYS.response, controller)),
    ...[handler, controller].map((target): unknown => Reflect.getMetadata(SWAGGER_KEYS.extraModels, target)),
  ];
  return {
    whole: whole.flat(2),
    spread: [...types.filter((_, index) => objects.includes(index)), ...typesOf(declared.filter(isSpread))],
  };
}

/** What `@ApiBody`, `@ApiQuery` and the like record; without a name that is empty. */
interface Declared {
  readonly in?: string;
  readonly name?: string;
}

/** Of arguments such as `@Query() filter: FilterDto`. */
const PLACES: readonly number[] = [RouteParamtypes.QUERY, RouteParamtypes.PARAM, RouteParamtypes.HEADERS];

/** Enters a class and the classes of its members. */
function visit(type: unknown, handler: ModelUser, first: Map<Type, ModelUser>): void {
  if (first.has(type as Type) || !isModel(type)) return;
  first.set(type, handler);
  visitMembers(type, handler, first);
}

function visitMembers(type: Type, handler: ModelUser, first: Map<Type, ModelUser>): void {
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
