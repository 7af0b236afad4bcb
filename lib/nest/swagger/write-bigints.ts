/**
 * A document whose BigInts are numbers, as JSON has them: `default: 0n` of a DTO stands in Nest's document, which then
 * cannot be printed. One that a number cannot hold becomes text.
 */
export function writeBigints<Document>(document: Document): Document {
  try {
    JSON.stringify(document);
    return document;
  } catch {
    return write(document, new Map()) as Document;
  }
}

function write(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  if (typeof value !== 'object' || value === null || hasOwnJson(value)) return value;
  if (known.has(value)) return known.get(value);
  const written: Record<string, unknown> | unknown[] = Array.isArray(value) ? [] : {};
  known.set(value, written);
  for (const [key, item] of Object.entries(value)) {
    Object.defineProperty(written, key, {
      value: write(item, known),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return written;
}

/** As a date has, `example: new Date(0)`. */
function hasOwnJson(value: object): boolean {
  return typeof (value as { readonly toJSON?: unknown }).toJSON === 'function';
}
