/** Keys that hold names of the application's own, among which `x-amazon-…` is no extension. */
const NAMES = ['properties', 'patternProperties', 'headers', '$defs', 'definitions'];
/** Keys that hold data, which is not looked into. */
const DATA = ['example', 'examples', 'default', 'enum', 'const', 'required'];

/** A document without `x-amazon-…` extensions. What holds none is returned as it is. */
export function stripAmazonExtensions(value: unknown, names = false): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => stripAmazonExtensions(item));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const entries = Object.entries(value);
  let changed = false;
  const kept: [string, unknown][] = [];
  for (const [key, item] of entries) {
    if (!names && key.startsWith('x-amazon-')) {
      changed = true;
      continue;
    }
    const stripped =
      !names && DATA.includes(key) ? item : stripAmazonExtensions(item, !names && NAMES.includes(key));
    if (stripped !== item) changed = true;
    kept.push([key, stripped]);
  }
  return changed ? Object.fromEntries(kept) : value;
}
