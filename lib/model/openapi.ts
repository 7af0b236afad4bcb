/** An OpenAPI document or a part of it, as JSON: only what this library reads is typed. */
export type JsonObject = Readonly<Record<string, unknown>>;

export interface OpenApiDocument extends JsonObject {
  readonly openapi?: string;
  readonly info?: JsonObject;
  readonly paths: Readonly<Record<string, JsonObject>>;
  readonly components?: Readonly<Record<string, JsonObject | undefined>>;
}

export interface OpenApiParameter extends JsonObject {
  readonly name: string;
  readonly in: string;
}

export interface OpenApiOperation extends JsonObject {
  readonly operationId?: string;
  readonly parameters?: readonly OpenApiParameter[];
  readonly responses?: Readonly<Record<string, JsonObject>>;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The section and name of the component that a `$ref` into the same document means. */
export function parseReference(
  reference: unknown,
): { readonly section: string; readonly name: string } | undefined {
  const match =
    typeof reference === 'string' ? /^#\/components\/([^/]+)\/([^/]+)$/.exec(reference) : undefined;
  if (!match) return undefined;
  // JSON Pointer's escapes, inside those of a URI fragment.
  const unescaped = match[2]!
    .replace(/(%[0-9A-Fa-f]{2})+/g, decode)
    .replace(/~1/g, '/')
    .replace(/~0/g, '~');
  return { section: match[1]!, name: unescaped };
}

function decode(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}
