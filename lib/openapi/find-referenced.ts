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

/** Follows references through the documents. */
export function createSchemaLookup(documents: Documents): SchemaLookup {
  const lookup = (schema: unknown, depth = 0): JsonObject | undefined => {
    if (!isObject(schema) || typeof schema['$ref'] !== 'string') return isObject(schema) ? schema : undefined;
    return depth > 20 ? undefined : lookup(findReferenced(schema['$ref'], documents)?.value, depth + 1);
  };
  return (schema) => lookup(schema);
}
