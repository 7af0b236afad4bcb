import { isObject, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';

/** What an object of an OpenAPI document is. */
export type ObjectKind =
  | 'document'
  | 'components'
  | 'item'
  | 'callback'
  | 'operation'
  | 'parameter'
  | 'header'
  | 'body'
  | 'response'
  | 'media'
  | 'schema';

interface Child {
  readonly kind: ObjectKind;
  /** The member is such an object or a list of them (`one`), or an object of them by name (`map`). */
  readonly as: 'one' | 'map';
}

const one = (kind: ObjectKind): Child => ({ kind, as: 'one' });
const map = (kind: ObjectKind): Child => ({ kind, as: 'map' });
const each = (keys: string, child: Child): Readonly<Record<string, Child>> =>
  Object.fromEntries(keys.split(' ').map((key) => [key, child]));

const CHILDREN: Readonly<Record<ObjectKind, ReadonlyMap<string, Child>>> = Object.fromEntries(
  Object.entries({
    document: { paths: map('item'), webhooks: map('item'), components: one('components') },
    components: {
      schemas: map('schema'),
      parameters: map('parameter'),
      headers: map('header'),
      requestBodies: map('body'),
      responses: map('response'),
      callbacks: map('callback'),
      pathItems: map('item'),
    },
    item: {
      parameters: one('parameter'),
      ...each('get put post delete options head patch trace query', one('operation')),
    },
    callback: {},
    operation: {
      parameters: one('parameter'),
      requestBody: one('body'),
      responses: map('response'),
      callbacks: map('callback'),
    },
    parameter: { schema: one('schema'), content: map('media') },
    header: { schema: one('schema'), content: map('media') },
    body: { content: map('media') },
    response: { headers: map('header'), content: map('media') },
    media: { schema: one('schema') },
    schema: {
      ...each('properties patternProperties $defs definitions dependentSchemas', map('schema')),
      ...each(
        'items additionalProperties not if then else contains propertyNames unevaluatedItems unevaluatedProperties allOf anyOf oneOf prefixItems',
        one('schema'),
      ),
    },
  } satisfies Record<ObjectKind, Readonly<Record<string, Child>>>).map(([kind, children]) => [
    kind,
    new Map(Object.entries(children)),
  ]),
) as unknown as Record<ObjectKind, ReadonlyMap<string, Child>>;

/** Given an object of a kind whose members were changed already, and the keys that lead to it while the call lasts. */
type Change = (object: JsonObject, kind: ObjectKind, keys: readonly string[]) => JsonObject;

/** A document with each object of a known kind changed, those inside first. What nothing changes stays the same object. */
export function mapOpenApi(document: OpenApiDocument, change: Change): OpenApiDocument {
  const keys: string[] = [];
  const mapOne = (value: unknown, kind: ObjectKind): unknown => {
    if (Array.isArray(value)) return mapEach(value, kind);
    if (!isObject(value)) return value;
    if (kind !== 'schema' && '$ref' in value) return value;
    if (kind === 'callback') return mapEach(value, 'item');
    const children = CHILDREN[kind];
    let changed: Record<string, unknown> | undefined;
    for (const key in value) {
      const child = children.get(key);
      if (!child) continue;
      keys.push(key);
      const member = value[key];
      const mapped = child.as === 'map' ? mapEach(member, child.kind) : mapOne(member, child.kind);
      if (mapped !== member) (changed ??= { ...value })[key] = mapped;
      keys.pop();
    }
    return change((changed ?? value) as JsonObject, kind, keys);
  };
  const mapEach = (value: unknown, kind: ObjectKind): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    let changed: Record<string, unknown> | undefined;
    const members = value as Readonly<Record<string, unknown>>;
    for (const key in members) {
      if (key.startsWith('x-') && kind !== 'header') continue;
      const member = members[key];
      keys.push(key);
      const mapped = mapOne(member, kind);
      if (mapped !== member)
        (changed ??= (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>)[key] =
          mapped;
      keys.pop();
    }
    return changed ?? value;
  };
  return mapOne(document, 'document') as OpenApiDocument;
}
