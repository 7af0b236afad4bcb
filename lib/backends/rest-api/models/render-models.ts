import { takeFreeName } from '../../../model/take-free-name.js';
import { findReferenced, type Referenced } from '../../../openapi/find-referenced.js';
import { isObject, parseReference, type JsonObject, type OpenApiDocument } from '../../../openapi/openapi.js';
import { listAnsweredSchemas } from './list-answered-schemas.js';
import { kindOf, unwrapReference } from './read-schema.js';
import { NONE, renderSchema, type SchemaSource } from './render-schema.js';

/**
 * The models of the API: the schemas that its operations refer to, as API Gateway imports them (JSON Schema draft 4,
 * alphanumeric names). What a model cannot say is left out or loosened: a model may accept more than the
 * application does, never less.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
 */
export interface Models {
  /**
   * A reference to the model of a body, named after `name` when its schema has no name of its own. Absent where a
   * model cannot say what the schema does: a model is of one type, and not of null.
   */
  reference(schema: unknown, name: string): JsonObject | undefined;
  /** The same for a body that may be missing, which API Gateway reads as `{}`. */
  optionalReference(schema: unknown, name: string): JsonObject | undefined;
  /** The models whose compositions are too many to be written out, sorted by name. */
  loosened(): readonly string[];
  /** Every model referred to so far, sorted by name. */
  all(): JsonObject;
}

/**
 * How many named schemas a model writes out in place. Import takes no references in a composition, and compositions of
 * compositions double with each level.
 */
const MOST_IN_PLACE = 1000;

const SCHEMA_REFERENCE = '#/components/schemas/';

/** @param unknown names of schemas of which nothing is known: they accept everything */
export function createModels(
  documents: readonly OpenApiDocument[],
  unknown: ReadonlySet<string> = new Set(),
): Models {
  const schemaNames = documents.flatMap((document) => Object.keys(document.components?.['schemas'] ?? {}));
  const taken = new Set<string>();
  const names = new Map([...new Set(schemaNames)].toSorted().map((name) => [name, allocate(taken, name)]));
  const models = new Map<string, JsonObject>();
  const unnamed = new Map<string, JsonObject>();
  /** Listed only if a schema refuses further properties. */
  let answered: ReadonlySet<string> | undefined;
  const loosened = new Set<string>();
  const found = new Map<unknown, Referenced | undefined>();

  const source: SchemaSource = {
    find(target) {
      if (!found.has(target)) {
        const referenced = findReferenced(target, documents);
        const isUnknown = referenced && unknown.has(parseReference(target)?.name ?? '');
        found.set(target, isUnknown ? { ...referenced, value: {} } : referenced);
      }
      return found.get(target);
    },
    refer(name) {
      const modelName = names.get(name)!;
      if (!models.has(modelName)) {
        // Entered before it is written: a model may refer to itself.
        models.set(modelName, {});
        const { value } = source.find(SCHEMA_REFERENCE + name)!;
        models.set(modelName, write(value, [value], [name], modelName));
      }
      return referTo(modelName);
    },
    isOpen: (name) => (answered ??= listAnsweredSchemas(documents)).has(name),
  };

  function write(
    schema: unknown,
    inside: readonly unknown[],
    partOf: readonly string[],
    name: string,
  ): JsonObject {
    const budget = { left: MOST_IN_PLACE };
    const written = renderSchema(schema, source, { inside, names: partOf, free: NONE, budget });
    if (budget.left < 0) loosened.add(name);
    return 'type' in written || '$ref' in written
      ? written
      : { type: kindOf(schema, source.find), ...written };
  }

  function add(model: JsonObject, name: string): JsonObject {
    const text = JSON.stringify(model);
    const known = unnamed.get(text);
    if (known) return known;
    const modelName = allocate(taken, nameShape(model) ?? name);
    models.set(modelName, model);
    unnamed.set(text, referTo(modelName));
    return referTo(modelName);
  }

  function ownName(given: unknown): string | undefined {
    const schema = unwrapReference(given);
    return isObject(schema) && '$ref' in schema ? source.find(schema['$ref'])?.name : undefined;
  }

  /** By the text of a schema: many routes have one body. */
  const references = new Map<string, JsonObject | undefined>();

  function reference(schema: unknown, name: string): JsonObject | undefined {
    const text = toText(schema);
    if (text !== undefined && references.has(text)) return references.get(text);
    const made = makeReference(schema, name);
    if (text !== undefined) references.set(text, made);
    return made;
  }

  function makeReference(schema: unknown, name: string): JsonObject | undefined {
    if (kindOf(schema, source.find) === undefined) return undefined;
    const own = ownName(schema);
    return own === undefined ? add(write(schema, [], [], name), name) : source.refer(own);
  }

  return {
    reference,
    optionalReference(schema, name) {
      if (kindOf(schema, source.find) !== 'object') return undefined;
      const named = ownName(schema);
      const value = named === undefined ? schema : source.find(SCHEMA_REFERENCE + named)!.value;
      const model = named === undefined ? write(schema, [], [], name) : write(value, [value], [named], named);
      const refusesEmpty = REFUSE_EMPTY.some((keyword) => keyword in model);
      return refusesEmpty ? add(omit(model, REFUSE_EMPTY), name) : reference(schema, name);
    },
    loosened: () => [...loosened].toSorted(),
    all: () => Object.fromEntries([...models].toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
}

/** Absent for what is not JSON. */
function toText(schema: unknown): string | undefined {
  try {
    return JSON.stringify(schema);
  } catch {
    return undefined;
  }
}

function referTo(modelName: string): JsonObject {
  return { $ref: SCHEMA_REFERENCE + modelName };
}

/** Keywords of an object that may refuse an empty one. */
const REFUSE_EMPTY = ['required', 'minProperties', 'enum', 'anyOf', 'allOf'];

function omit(schema: JsonObject, keywords: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => !keywords.includes(keyword)));
}

/** Model names are letters and digits; what is left of two names may be the same. */
function allocate(taken: Set<string>, name: string): string {
  return takeFreeName(taken, name.replace(/[^A-Za-z0-9]/g, '') || 'Model', '');
}

/** What is named after its shape, so that it is the same model wherever it stands: `UserList`, `StringValue`. */
function nameShape(schema: JsonObject): string | undefined {
  const { type, items } = schema;
  if (type !== 'array') return Object.keys(schema).join() === 'type' ? nameItem(schema, 'Value') : undefined;
  return isObject(items) ? nameItem(items, 'List') : undefined;
}

function nameItem(schema: JsonObject, suffix: string): string | undefined {
  const { $ref, type, items } = schema;
  if (typeof $ref === 'string') return $ref.slice(SCHEMA_REFERENCE.length) + suffix;
  if (type === 'array') {
    const name = isObject(items) ? nameItem(items, 'List') : undefined;
    return name && name + suffix;
  }
  return typeof type === 'string' && type !== 'object'
    ? `${type[0]!.toUpperCase()}${type.slice(1)}${suffix}`
    : undefined;
}
