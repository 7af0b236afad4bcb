import { findReferenced, type Referenced } from '../../../openapi/find-referenced.js';
import { isObject, parseReference, type JsonObject, type OpenApiDocument } from '../../../openapi/openapi.js';
import { listAnsweredSchemas } from './list-answered-schemas.js';
import { allocateName, nameShape, SCHEMA_REFERENCE } from './name-model.js';
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

/** @param unknown names of schemas of which nothing is known: they accept everything */
export function createModels(
  documents: readonly OpenApiDocument[],
  unknown: ReadonlySet<string> = new Set(),
): Models {
  return new ModelCollector(documents, unknown);
}

class ModelCollector implements Models {
  readonly #taken = new Set<string>();
  /** Of the schemas of the documents. */
  readonly #names: ReadonlyMap<string, string>;
  readonly #models = new Map<string, JsonObject>();
  /** By the text of the model. */
  readonly #unnamed = new Map<string, JsonObject>();
  /** By the text of a schema: many routes have one body. */
  readonly #references = new Map<string, JsonObject | undefined>();
  readonly #found = new Map<unknown, Referenced | undefined>();
  readonly #loosened = new Set<string>();
  /** Listed only if a schema refuses further properties. */
  #answered: ReadonlySet<string> | undefined;
  readonly #source: SchemaSource = {
    find: (target) => this.#find(target),
    refer: (name) => this.#refer(name),
    isOpen: (name) => (this.#answered ??= listAnsweredSchemas(this.documents)).has(name),
  };

  constructor(
    private readonly documents: readonly OpenApiDocument[],
    private readonly unknown: ReadonlySet<string>,
  ) {
    const names = documents.flatMap((document) => Object.keys(document.components?.['schemas'] ?? {}));
    this.#names = new Map(
      [...new Set(names)].toSorted().map((name) => [name, allocateName(this.#taken, name)]),
    );
  }

  reference(schema: unknown, name: string): JsonObject | undefined {
    const text = toText(schema);
    if (text !== undefined && this.#references.has(text)) return this.#references.get(text);
    const made = this.#makeReference(schema, name);
    if (text !== undefined) this.#references.set(text, made);
    return made;
  }

  optionalReference(schema: unknown, name: string): JsonObject | undefined {
    if (kindOf(schema, this.#source.find) !== 'object') return undefined;
    const named = this.#ownName(schema);
    const value = named === undefined ? schema : this.#find(SCHEMA_REFERENCE + named)!.value;
    const model =
      named === undefined ? this.#write(schema, [], [], name) : this.#write(value, [value], [named], named);
    const refusesEmpty = REFUSE_EMPTY.some((keyword) => keyword in model);
    return refusesEmpty ? this.#add(omit(model, REFUSE_EMPTY), name) : this.reference(schema, name);
  }

  loosened(): readonly string[] {
    return [...this.#loosened].toSorted();
  }

  all(): JsonObject {
    return Object.fromEntries([...this.#models].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  }

  #makeReference(schema: unknown, name: string): JsonObject | undefined {
    if (kindOf(schema, this.#source.find) === undefined) return undefined;
    const own = this.#ownName(schema);
    return own === undefined ? this.#add(this.#write(schema, [], [], name), name) : this.#refer(own);
  }

  #ownName(given: unknown): string | undefined {
    const schema = unwrapReference(given);
    return isObject(schema) && '$ref' in schema ? this.#find(schema['$ref'])?.name : undefined;
  }

  #find(target: unknown): Referenced | undefined {
    if (!this.#found.has(target)) {
      const referenced = findReferenced(target, this.documents);
      const isUnknown = referenced && this.unknown.has(parseReference(target)?.name ?? '');
      this.#found.set(target, isUnknown ? { ...referenced, value: {} } : referenced);
    }
    return this.#found.get(target);
  }

  #refer(name: string): JsonObject {
    const modelName = this.#names.get(name)!;
    if (!this.#models.has(modelName)) {
      // Entered before it is written: a model may refer to itself.
      this.#models.set(modelName, {});
      const { value } = this.#find(SCHEMA_REFERENCE + name)!;
      this.#models.set(modelName, this.#write(value, [value], [name], modelName));
    }
    return referTo(modelName);
  }

  #write(schema: unknown, inside: readonly unknown[], partOf: readonly string[], name: string): JsonObject {
    const budget = { left: MOST_IN_PLACE };
    const written = renderSchema(schema, this.#source, { inside, names: partOf, free: NONE, budget });
    if (budget.left < 0) this.#loosened.add(name);
    return 'type' in written || '$ref' in written
      ? written
      : { type: kindOf(schema, this.#source.find), ...written };
  }

  #add(model: JsonObject, name: string): JsonObject {
    const text = JSON.stringify(model);
    const known = this.#unnamed.get(text);
    if (known) return known;
    const modelName = allocateName(this.#taken, nameShape(model) ?? name);
    this.#models.set(modelName, model);
    this.#unnamed.set(text, referTo(modelName));
    return referTo(modelName);
  }
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
