import * as fc from 'fast-check';
import { description, hostileText, pattern } from './arbitrary-text.js';

/** A DTO class, as data. Other DTOs are named by their place in the list. */
export interface DtoSpec {
  readonly name: string;
  /** The name is given by `@ApiSchema`, and the class has another. */
  readonly renamed: boolean;
  readonly properties: readonly PropertySpec[];
}

export interface PropertySpec {
  readonly name: string;
  readonly type: TypeSpec;
  /** Further options of `@ApiProperty`. */
  readonly options: Readonly<Record<string, unknown>>;
}

export type TypeSpec =
  | { readonly kind: 'scalar'; readonly type: 'string' | 'number' | 'integer' | 'boolean' }
  | { readonly kind: 'date' }
  | {
      readonly kind: 'enum';
      readonly values: readonly (string | number)[];
      readonly enumName?: string;
      readonly isArray: boolean;
    }
  | { readonly kind: 'dto'; readonly to: number; readonly isArray: boolean }
  | { readonly kind: 'nested-array'; readonly depth: number; readonly to?: number }
  | { readonly kind: 'map'; readonly to?: number }
  | {
      readonly kind: 'composition';
      readonly keyword: 'allOf' | 'oneOf' | 'anyOf';
      readonly to: readonly number[];
      readonly inline: boolean;
    };

/** Names that are no component names in OpenAPI, that lose letters in API Gateway, or that then meet another. */
const HOSTILE_NAMES: readonly string[] = [
  'Page<User>',
  'Page_User_',
  'PageUser',
  'PageUser2',
  'a-b',
  'ab',
  'a.b',
  'ü',
  'ö',
  'Über',
  'User',
  'user',
  '日本',
  'Model',
  '1st',
  'x y',
  'a%41b',
  'a/b',
  'a~b',
  '$User',
  'UserList',
  'C0h0Request',
  'constructor',
  'toString',
  '1',
  '2.0',
  'Page<User[]>',
  'USER',
  'Ünïcode😀',
];

const PLAIN_NAMES: readonly string[] = [
  'User',
  'Order',
  'Page_User_',
  'PageUser',
  'a-b',
  'ab',
  'a.b',
  'UserList',
];

const scalar = fc
  .constantFrom('string', 'number', 'integer', 'boolean')
  .map((name): TypeSpec => ({ kind: 'scalar', type: name as 'string' }));

function type(count: number, index: number): fc.Arbitrary<TypeSpec> {
  const to = fc.nat({ max: count - 1 });
  return fc.oneof(
    scalar,
    scalar,
    fc.constant<TypeSpec>({ kind: 'date' }),
    fc
      .record({
        values: fc.oneof(
          fc.uniqueArray(fc.oneof(fc.constantFrom('a', 'b', '${c}'), hostileText), {
            minLength: 1,
            maxLength: 4,
          }),
          fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 3 }),
        ),
        named: fc.boolean(),
        isArray: fc.boolean(),
      })
      .map(({ values, named, isArray }): TypeSpec => ({
        kind: 'enum',
        values,
        isArray,
        ...(named ? { enumName: `Enum_${index}` } : {}),
      })),
    fc.record({ kind: fc.constant('dto' as const), to, isArray: fc.boolean() }),
    fc
      .record({ depth: fc.integer({ min: 2, max: 3 }), to: fc.option(to, { nil: undefined }) })
      .map(({ depth, to: item }): TypeSpec => ({
        kind: 'nested-array',
        depth,
        ...(item === undefined ? {} : { to: item }),
      })),
    fc
      .option(to, { nil: undefined })
      .map((item): TypeSpec => ({ kind: 'map', ...(item === undefined ? {} : { to: item }) })),
    fc.record({
      kind: fc.constant('composition' as const),
      keyword: fc.constantFrom('allOf' as const, 'oneOf' as const, 'anyOf' as const),
      to: fc.uniqueArray(to, { minLength: 1, maxLength: 3 }),
      inline: fc.boolean(),
    }),
  );
}

const count = fc.nat({ max: 5 });
const number = fc.oneof(
  fc.integer({ min: -1000, max: 1000 }),
  // JSON writes -0 as 0, and this makes it 0.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((one) => one + 0),
);

/** Options that belong to the type, so that the plain document of Nest is valid. */
function options(spec: TypeSpec): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const common = {
    description,
    required: fc.boolean(),
    nullable: fc.boolean(),
    deprecated: fc.boolean(),
    readOnly: fc.boolean(),
    title: hostileText,
    'x-own-note': hostileText,
  };
  const own: Record<string, fc.Arbitrary<unknown>> = spec.kind !== 'scalar'
    ? {}
    : spec.type === 'string'
      ? {
          pattern,
          format: fc.constantFrom('email', 'uuid', 'date-time', 'byte', 'made-up'),
          minLength: count,
          maxLength: count,
          default: hostileText,
          example: hostileText,
        }
      : spec.type === 'boolean'
        ? { default: fc.boolean() }
        : {
            minimum: number,
            maximum: number,
            multipleOf: fc.constantFrom(1, 0.5, 10),
            format: fc.constantFrom('int32', 'int64', 'float', 'double', 'decimal'),
            example: number,
          };
  return fc.record({ ...common, ...own }, { requiredKeys: [] });
}

const propertyName = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('id', 'name', 'items', 'parent', 'type', 'required', 'x-own') },
  { weight: 1, arbitrary: fc.constantFrom('properties', 'a b', '${x}', 'ü', 'nullable', 'example') },
);

/** A list of DTO classes that may refer to each other and to themselves. */
export function dtoSpecs({
  hostileNames,
}: {
  readonly hostileNames: boolean;
}): fc.Arbitrary<readonly DtoSpec[]> {
  return fc
    .uniqueArray(fc.constantFrom(...(hostileNames ? HOSTILE_NAMES : PLAIN_NAMES)), {
      minLength: 1,
      maxLength: 5,
    })
    .chain((names) =>
      fc.tuple(
        ...names.map((name, index) =>
          fc.record({
            name: fc.constant(name),
            renamed: fc.boolean(),
            properties: fc.uniqueArray(property(names.length, index), {
              maxLength: 5,
              selector: (item) => item.name,
            }),
          }),
        ),
      ),
    );
}

function property(dtos: number, index: number): fc.Arbitrary<PropertySpec> {
  return fc.tuple(propertyName, type(dtos, index)).chain(([name, spec]) =>
    options(spec).map((given): PropertySpec => ({
      // Two enums of one name and different values are one schema to Nest, whichever it meets first.
      type: 'enumName' in spec ? { ...spec, enumName: `${spec.enumName}_${name.replace(/\W/g, '')}` } : spec,
      name,
      options: given,
    })),
  );
}
