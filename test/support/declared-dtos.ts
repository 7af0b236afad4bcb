import type { Type } from '@nestjs/common';
import {
  ApiProperty,
  ApiSchema,
  getSchemaPath,
  IntersectionType,
  OmitType,
  PartialType,
  PickType,
} from '@nestjs/swagger';
import { namesIn, parseType, SCALARS, type TypeNode } from './declared-types.js';

type Options = Readonly<Record<string, unknown>>;

/** DTO classes that a table declares. */
export interface Dtos {
  /** What a type is for `@ApiProperty`, `@ApiBody`, `@ApiResponse` or `@ApiQuery`. */
  optionsOf(type: string): Options;
  /** The same as a schema, where nothing else will do. */
  schemaOf(type: string): Options;
  /** The class of a type that is one, or a list of one: decorators of operations take those by themselves. */
  dtoOf(type: string): { readonly type: Type; readonly isArray: boolean } | undefined;
  /** The classes that types lead to: Nest sees no class behind a `$ref`, and needs them by `@ApiExtraModels`. */
  reachable(types: readonly string[]): readonly Type[];
}

/** `enum Name a b`, `Name extends Base { member?: type options; … }`, `Name<T> { … }` and `Name = partial Base`. */
const DECLARATION =
  /^enum (?<enumName>\w+) (?<values>.+)$|^(?<name>[\w.]+)(?:<(?<parameter>\w+)>)?(?: extends (?<base>[\w.]+))? \{ (?<members>.*)\}$|^(?<mapped>[\w.]+) = (?<how>\w+) (?<from>.+)$/gm;

const NUMERIC = new Set(['int', 'int32', 'int64', 'number', 'float', 'double']);

/** Makes real classes with real decorators of a compact table, so that hundreds of them stay readable. */
export function declareDtos(table: string): Dtos {
  const enums = new Map<string, readonly string[]>();
  const classes = new Map<string, Type>();
  const generics = new Map<string, { readonly parameter: string; readonly members: string }>();
  const parts = new Map<string, TypeNode[]>();

  function create(name: string, base?: Type): Type {
    const created = base ? class extends (base as new () => object) {} : class {};
    const plain = name.replaceAll('.', '');
    Object.defineProperty(created, 'name', { value: plain });
    if (plain !== name) ApiSchema({ name })(created);
    classes.set(name, created);
    return created;
  }

  function classOf(text: string): Type {
    const generic = /^(\w+)<(.+)>$/.exec(text);
    const name = generic ? `${generic[1]}_${generic[2]!.replaceAll('[]', 'List').replace(/\W/g, '')}` : text;
    const known = classes.get(name);
    if (known) return known;
    const found = generics.get(generic?.[1] ?? '');
    if (!found) throw new Error(`no table declares ${text}`);
    const created = create(name);
    addMembers(name, found.members.replace(new RegExp(`\\b${found.parameter}\\b`, 'g'), generic![2]!));
    return created;
  }

  function schemaOf(type: TypeNode): Options {
    switch (type.kind) {
      case 'scalar':
        return SCALARS[type.name]!;
      case 'named': {
        const values = enums.get(type.name);
        if (values) return { type: 'string', enum: values };
        return { $ref: getSchemaPath(classOf(type.name)) };
      }
      case 'list':
        return { type: 'array', items: schemaOf(type.of) };
      case 'map':
        return { type: 'object', additionalProperties: schemaOf(type.of) };
      case 'union':
        return { oneOf: type.of.map(schemaOf) };
      case 'nullable': {
        const schema = schemaOf(type.of);
        return '$ref' in schema ? { nullable: true, allOf: [schema] } : { ...schema, nullable: true };
      }
    }
  }

  /** As an application writes it: a class or an enum by itself, a schema for what has no class. */
  function optionsOf(type: TypeNode): Options {
    if (type.kind === 'nullable') return { ...optionsOf(type.of), nullable: true };
    const item = type.kind === 'list' ? type.of : type;
    const isArray = type.kind === 'list';
    if (item.kind === 'named') {
      const values = enums.get(item.name);
      if (values) return { enum: values, enumName: item.name, isArray };
      return { type: () => classOf(item.name), isArray };
    }
    if (item.kind === 'scalar' && item.name === 'datetime') return { type: isArray ? [Date] : Date };
    return schemaOf(type);
  }

  function addMembers(name: string, members: string): void {
    const target = classes.get(name)!;
    const found = members
      .split(';')
      .map((text) => text.trim())
      .filter(Boolean);
    parts.set(name, parts.get(name) ?? []);
    for (const member of found) {
      const [, key, optional, rest] = /^([\w$-]+)(\?)?: (.+)$/s.exec(member)!;
      // An example may hold spaces.
      const [type, ...modifiers] = rest!.match(/(?:[^\s"]|"[^"]*")+/g)!;
      const node = parseType(type!);
      parts.get(name)!.push(node);
      // TypeScript's own metadata, which Nest needs where the options say no type.
      Reflect.defineMetadata('design:type', Object, target.prototype as object, key!);
      const options = { ...optionsOf(node), ...readModifiers(modifiers, node, `${key} of ${name}`) };
      ApiProperty({ ...options, required: !optional } as object)(target.prototype as object, key!);
    }
  }

  function addMapped(name: string, how: string, from: string): void {
    const [first, ...others] = from.split(' ');
    const base = classOf(first!);
    const fields = others as never[];
    const bases: Readonly<Record<string, () => Type>> = {
      partial: () => PartialType(base),
      pick: () => PickType(base, fields),
      omit: () => OmitType(base, fields),
      both: () => IntersectionType(base, classOf(others[0]!)),
    };
    create(name, bases[how]!());
    parts.set(
      name,
      [first!, ...(how === 'both' ? others : [])].flatMap((one) => parts.get(one) ?? []),
    );
  }

  const declarations = [...table.matchAll(DECLARATION)].map(({ groups }) => groups!);
  for (const { enumName, values } of declarations) if (enumName) enums.set(enumName, values!.split(' '));
  for (const { name, parameter, base, members } of declarations) {
    if (parameter) generics.set(name!, { parameter, members: members! });
    else if (name) {
      create(name, base === undefined ? undefined : classOf(base));
      parts.set(name, base === undefined ? [] : [parseType(base)]);
    }
  }
  for (const { name, parameter, members } of declarations) if (name && !parameter) addMembers(name, members!);
  for (const { mapped, how, from } of declarations) if (mapped) addMapped(mapped, how!, from!);

  return {
    optionsOf: (text) => optionsOf(parseType(text)),
    schemaOf: (text) => schemaOf(parseType(text)),
    dtoOf(text) {
      const type = parseType(text);
      const item = type.kind === 'list' ? type.of : type;
      if (item.kind !== 'named' || enums.has(item.name)) return undefined;
      return { type: classOf(item.name), isArray: type.kind === 'list' };
    },
    reachable(types) {
      const reached = new Set<Type>();
      const queue = types.flatMap((type) => namesIn(parseType(type)));
      for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
        if (enums.has(name)) continue;
        const found = classOf(name);
        if (reached.has(found)) continue;
        reached.add(found);
        const key = [...classes].find(([, known]) => known === found)![0];
        queue.push(...parts.get(key)!.flatMap(namesIn));
      }
      return [...reached];
    },
  };
}

/** `1..80` are bounds of what the type has: letters, items or a value. */
function readModifiers(modifiers: readonly string[], node: TypeNode, what: string): Options {
  const type = node.kind === 'nullable' ? node.of : node;
  const scalar = type.kind === 'scalar' ? type.name : '';
  const bound = type.kind === 'list' ? 'Items' : type.kind === 'map' ? 'Properties' : 'Length';
  const [least, most] = NUMERIC.has(scalar) ? ['minimum', 'maximum'] : [`min${bound}`, `max${bound}`];
  const entries = modifiers.flatMap((modifier): (readonly [string, unknown])[] => {
    const range = /^(-?[\d.]*?\d)?\.\.(-?[\d.]+)?$/.exec(modifier);
    if (range) {
      return [
        [least!, range[1]],
        [most!, range[2]],
      ].flatMap(([key, value]) => (value === undefined ? [] : [[key!, Number(value)] as const]));
    }
    const [, word, value] = /^(\w+|\*|=)(?::)?(.*)$/s.exec(modifier)!;
    switch (word) {
      case '*':
        return [['description', `The ${what}.`]];
      case '=':
        return [['default', JSON.parse(value!)]];
      case 'like':
        return [['pattern', value]];
      case 'step':
        return [['multipleOf', Number(value)]];
      case 'above':
        return [
          ['minimum', Number(value)],
          ['exclusiveMinimum', true],
        ];
      case 'eg':
        return [['example', JSON.parse(value!)]];
      case 'by':
        return [['discriminator', { propertyName: value }]];
      case 'readonly':
        return [['readOnly', true]];
      case 'writeonly':
        return [['writeOnly', true]];
      case 'deprecated':
        return [['deprecated', true]];
      case 'unique':
        return [['uniqueItems', true]];
      default:
        throw new Error(`no table knows ${modifier}`);
    }
  });
  return Object.fromEntries(entries);
}
