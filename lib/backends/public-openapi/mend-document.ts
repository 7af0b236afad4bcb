import { isObject, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';

/** Keys that hold names of the application's own. */
const NAMES =
  'properties patternProperties headers $defs definitions schemas parameters requestBodies callbacks links content encoding paths'.split(
    ' ',
  );
/** Keys that are not looked into: data, and members in which `type` means something else. */
const OTHERS = ['example', 'examples', 'default', 'enum', 'const', 'securitySchemes'];

type Place = 'names' | 'responses' | 'members';

/**
 * Nest's document is invalid OpenAPI where decorators are given other words than OpenAPI has. Mended is what has one
 * meaning: the type `any`, types in other letters or of other languages, `required: null`, answers without a
 * description. What is valid is returned as it is.
 */
export function mendDocument(document: OpenApiDocument): OpenApiDocument {
  return mend(document, 'members') as OpenApiDocument;
}

function mend(value: unknown, place: Place): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => mend(item, 'members'));
    return items.every((item, index) => item === value[index]) ? value : items;
  }
  if (!isObject(value)) return value;
  let changed = false;
  const entries = Object.entries(value).map(([key, member]): [string, unknown] => {
    const skipped = place === 'members' && (OTHERS.includes(key) || key.startsWith('x-'));
    const inside = skipped ? member : mend(member, placeIn(place, key));
    const mended = place === 'responses' && !key.startsWith('x-') ? mendResponse(inside) : inside;
    if (mended !== member) changed = true;
    return [key, mended];
  });
  const whole = changed ? (Object.fromEntries(entries) as JsonObject) : value;
  return place === 'members' ? mendMembers(whole) : whole;
}

function placeIn(place: Place, key: string): Place {
  if (place !== 'members') return 'members';
  return key === 'responses' ? 'responses' : NAMES.includes(key) ? 'names' : 'members';
}

function mendResponse(response: unknown): unknown {
  if (typeof response === 'string') return { description: response };
  if (!isObject(response) || '$ref' in response || typeof response['description'] === 'string')
    return response;
  return { ...response, description: '' };
}

function mendMembers(value: JsonObject): JsonObject {
  const { type, required } = value;
  const known = typeof type === 'string' && !TYPES.includes(type) ? meaningOf(type) : undefined;
  if (required !== null && !known) return value;
  const { type: _, required: __, ...rest } = value;
  return {
    ...rest,
    ...(known ?? (type === undefined ? {} : { type })),
    ...(required !== null
      ? required === undefined
        ? {}
        : { required }
      : value['in'] === 'path'
        ? { required: true }
        : {}),
  };
}

export const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'];

/** Words that people write for a type, with what they mean. */
const MEANINGS: Readonly<Record<string, JsonObject>> = {
  any: {},
  unknown: {},
  mixed: {},
  int: { type: 'integer' },
  float: { type: 'number' },
  double: { type: 'number' },
  bool: { type: 'boolean' },
  text: { type: 'string' },
  uuid: { type: 'string', format: 'uuid' },
  date: { type: 'string', format: 'date-time' },
  file: { type: 'string', format: 'binary' },
};

function meaningOf(type: string): JsonObject | undefined {
  const lower = type.toLowerCase();
  if (TYPES.includes(lower)) return { type: lower };
  return Object.hasOwn(MEANINGS, lower) ? MEANINGS[lower] : undefined;
}
