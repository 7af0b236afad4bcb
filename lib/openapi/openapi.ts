export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An OpenAPI document or a part of it, as JSON: only what this library reads is typed. */
export interface JsonObject {
  readonly [member: string]: Json | undefined;
}

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

/** The items of what may stand without a list if it is only one, such as the statements of a policy. */
export function toList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

/** Whether a schema adds `null` to its type, in the words of OpenAPI 3.0 or 3.1. */
export function isNullable({ nullable, type }: JsonObject): boolean {
  return nullable === true || type === 'null' || (Array.isArray(type) && type.includes('null'));
}

/** The section and name of the component that a `$ref` into the same document means. */
export function parseReference(
  reference: unknown,
): { readonly section: string; readonly name: string } | undefined {
  const match =
    typeof reference === 'string' ? /^#\/components\/([^/]+)\/([^/]+)$/.exec(reference) : undefined;
  return match ? { section: match[1]!, name: unescapePointer(match[2]!) } : undefined;
}

/** Without JSON Pointer's escapes, which stand inside those of a URI fragment. */
export function unescapePointer(text: string): string {
  return text
    .replace(/(%[0-9A-Fa-f]{2})+/g, decode)
    .replace(/~1/g, '/')
    .replace(/~0/g, '~');
}

function decode(escaped: string): string {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return escaped;
  }
}

/** What a body holds when it is JSON: API Gateway, too, takes no notice of a media type's parameters. */
export function findJsonContent(content: unknown): JsonObject | undefined {
  if (!isObject(content)) return undefined;
  const found = Object.entries(content).find(([type]) => isJsonType(type))?.[1];
  return isObject(found) ? found : undefined;
}

export function isJsonType(type: string): boolean {
  return /^\s*application\/json\s*(;|$)/i.test(type);
}
