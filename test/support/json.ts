/** JSON as a test reads it. */
export type Json = Readonly<Record<string, unknown>>;

/** An object as it is, and an empty one for anything else. */
export function asJson(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

export function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
