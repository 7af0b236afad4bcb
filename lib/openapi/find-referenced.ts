import { isObject, unescapePointer, type JsonObject, type OpenApiDocument } from './openapi.js';

export interface Referenced {
  /** Name of the schema among the components; absent for anything else. */
  readonly name?: string;
  readonly value: unknown;
}

type Documents = readonly (OpenApiDocument | undefined)[];

/** What a `$ref` means, in the first of the documents that has it. */
export function findReferenced(reference: unknown, documents: Documents): Referenced | undefined {
  if (typeof reference !== 'string' || !reference.startsWith('#/')) return undefined;
  const [, section, rest] = /^#\/components\/([^/]+)\/(.+)$/s.exec(reference) ?? [];
  if (section !== undefined && rest !== undefined) {
    // Nest writes a name into its references as it is, whatever is in it.
    for (const name of [rest, unescapePointer(rest)]) {
      const value = firstOf(documents, (document) => own(document.components?.[section], name));
      if (value !== undefined) return section === 'schemas' ? { name, value } : { value };
    }
  }
  const steps = reference.slice(2).split('/').map(unescapePointer);
  const value = firstOf(documents, (document) => steps.reduce<unknown>(own, document));
  return value === undefined ? undefined : { value };
}

function firstOf(documents: Documents, read: (document: OpenApiDocument) => unknown): unknown {
  for (const document of documents) {
    const value = document && read(document);
    if (value !== undefined) return value;
  }
  return undefined;
}

function own(owner: unknown, name: string): unknown {
  if (Array.isArray(owner)) return owner[Number(name)];
  return isObject(owner) && Object.hasOwn(owner, name) ? owner[name] : undefined;
}

export type SchemaLookup = (schema: unknown) => JsonObject | undefined;

/** Follows references through the documents, each once. */
export function createSchemaLookup(documents: Documents): SchemaLookup {
  const known = new Map<string, JsonObject | undefined>();
  const lookup: SchemaLookup = (schema) => {
    if (!isObject(schema)) return undefined;
    const { $ref: reference } = schema;
    if (typeof reference !== 'string') return schema;
    if (!known.has(reference)) {
      // One that leads back to itself means nothing.
      known.set(reference, undefined);
      known.set(reference, lookup(findReferenced(reference, documents)?.value));
    }
    return known.get(reference);
  };
  return lookup;
}
