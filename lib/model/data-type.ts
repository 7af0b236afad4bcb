import { isObject, parseReference, type JsonObject, type OpenApiDocument } from './openapi.js';

/** What a schema says about data, as far as a template can write it. */
export type DataType =
  | { readonly kind: 'string' | 'number' | 'boolean'; readonly nullable: boolean }
  | { readonly kind: 'object'; readonly members: readonly DataMember[]; readonly nullable: boolean }
  | { readonly kind: 'list' | 'map'; readonly items: DataType; readonly nullable: boolean }
  | { readonly kind: 'set'; readonly of: 'string' | 'number'; readonly nullable: boolean }
  /** Nothing that can be written member by member; `why` says what stands in the way. */
  | { readonly kind: 'unknown'; readonly why: string; readonly nullable: boolean };

export interface DataMember {
  readonly name: string;
  readonly type: DataType;
}

export type SchemaLookup = (schema: unknown) => JsonObject | undefined;

/** Follows references into the components of the documents. */
export function createSchemaLookup(documents: readonly (OpenApiDocument | undefined)[]): SchemaLookup {
  const lookup = (schema: unknown, depth = 0): JsonObject | undefined => {
    if (!isObject(schema)) return undefined;
    const reference = parseReference(schema['$ref']);
    if (!reference) return schema;
    const target = documents
      .map((document) => document?.components?.[reference.section]?.[reference.name])
      .find((found) => found !== undefined);
    return depth > 20 ? undefined : lookup(target, depth + 1);
  };
  return (schema) => lookup(schema);
}

/** Reads a schema as a data type. `inside` holds the schemas that are being read: one in itself has no end. */
export function readDataType(
  given: unknown,
  lookup: SchemaLookup,
  inside: readonly JsonObject[] = [],
): DataType {
  const schema = lookup(given);
  if (!schema) return unknown('it has no schema');
  if (inside.includes(schema)) return unknown('it contains itself');
  const within = [...inside, schema];
  const types = [schema['type']].flat().filter((type) => type !== undefined);
  const alternatives = [schema['oneOf'], schema['anyOf']].find(Array.isArray) as
    readonly unknown[] | undefined;
  const isNull = (member: unknown): boolean => lookup(member)?.['type'] === 'null';
  const nullable =
    schema['nullable'] === true || types.includes('null') || (alternatives?.some(isNull) ?? false);
  if (alternatives) {
    const real = alternatives.filter((member) => !isNull(member));
    return real.length === 1
      ? { ...readDataType(real[0], lookup, within), nullable }
      : unknown('it is one of several types', nullable);
  }
  if (Array.isArray(schema['allOf'])) {
    const parts = schema['allOf'].map((part) => readDataType(part, lookup, within));
    if (parts.length === 1 && !isObject(schema['properties'])) return { ...parts[0]!, nullable };
    if (!parts.every((part) => part.kind === 'object'))
      return unknown('it joins types that are no objects', nullable);
    const members = [...parts.flatMap((part) => part.members), ...readMembers(schema, lookup, within)];
    return {
      kind: 'object',
      members: [...new Map(members.map((member) => [member.name, member])).values()],
      nullable,
    };
  }
  const type =
    types.find((name) => name !== 'null') ?? (isObject(schema['properties']) ? 'object' : undefined);
  switch (type) {
    case 'string':
      return { kind: 'string', nullable };
    case 'boolean':
      return { kind: 'boolean', nullable };
    case 'number':
    case 'integer':
      return { kind: 'number', nullable };
    case 'array': {
      const items = readDataType(schema['items'], lookup, within);
      return schema['uniqueItems'] === true && (items.kind === 'string' || items.kind === 'number')
        ? { kind: 'set', of: items.kind, nullable }
        : { kind: 'list', items, nullable };
    }
    case 'object': {
      const additional = schema['additionalProperties'];
      if (isObject(schema['properties'])) {
        return { kind: 'object', members: readMembers(schema, lookup, within), nullable };
      }
      return isObject(additional)
        ? { kind: 'map', items: readDataType(additional, lookup, within), nullable }
        : unknown('it is an object without declared members', nullable);
    }
    default: {
      const values = schema['enum'];
      return Array.isArray(values) && values.every((value) => typeof value === 'string')
        ? { kind: 'string', nullable }
        : unknown('it has no type', nullable);
    }
  }
}

function readMembers(
  schema: JsonObject,
  lookup: SchemaLookup,
  inside: readonly JsonObject[],
): readonly DataMember[] {
  const properties = schema['properties'];
  return Object.entries(isObject(properties) ? properties : {}).map(([name, property]) => ({
    name,
    type: readDataType(property, lookup, inside),
  }));
}

function unknown(why: string, nullable = false): DataType {
  return { kind: 'unknown', why, nullable };
}

/** Every part of a type that cannot be written, with the path of its member. */
export function* listUnknown(
  type: DataType,
  path = '',
): Generator<{ readonly path: string; readonly why: string }> {
  if (type.kind === 'unknown') yield { path, why: type.why };
  if (type.kind === 'list' || type.kind === 'map') yield* listUnknown(type.items, `${path}[]`);
  if (type.kind === 'object') {
    for (const { name, type: member } of type.members)
      yield* listUnknown(member, path ? `${path}.${name}` : name);
  }
}
