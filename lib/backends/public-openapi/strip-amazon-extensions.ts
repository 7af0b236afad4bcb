/** Keys that hold names of the application's own, where `x-amazon-…` is not an extension. */
const NAMES =
  'properties patternProperties headers $defs definitions schemas parameters requestBodies securitySchemes callbacks links content encoding variables'.split(
    ' ',
  );
/** Keys that hold data, which is not looked into. */
const DATA = ['example', 'examples', 'default', 'enum', 'const', 'required'];

/** A document without `x-amazon-…` extensions. What holds none is returned as it is. */
export function stripAmazonExtensions(document: unknown): unknown {
  return mayHoldExtensions(document) ? strip(document) : document;
}

/** Most documents hold none, and to look for one makes nothing: a copy, or a text, of a large document is large. */
function mayHoldExtensions(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(mayHoldExtensions);
  const members = value as Readonly<Record<string, unknown>>;
  for (const key in members) {
    if (key.startsWith('x-amazon-') || mayHoldExtensions(members[key])) return true;
  }
  return false;
}

function strip(value: unknown, place: 'names' | 'statuses' | 'members' = 'members'): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const items = value.map((item) => strip(item));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  const entries = Object.entries(value);
  let changed = false;
  const kept: [string, unknown][] = [];
  for (const [key, item] of entries) {
    if (place !== 'names' && key.startsWith('x-amazon-')) {
      changed = true;
      continue;
    }
    const stripped = place === 'members' && DATA.includes(key) ? item : strip(item, placeIn(place, key));
    if (stripped !== item) changed = true;
    kept.push([key, stripped]);
  }
  return changed ? Object.fromEntries(kept) : value;
}

function placeIn(place: 'names' | 'statuses' | 'members', key: string): 'names' | 'statuses' | 'members' {
  if (place !== 'members') return 'members';
  return key === 'responses' ? 'statuses' : NAMES.includes(key) ? 'names' : 'members';
}
