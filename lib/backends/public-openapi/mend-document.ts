import { isObject, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import { mendBodyParameters } from './mend-body-parameters.js';
import { mendLists } from './mend-lists.js';

/** Keys that hold names of the application's own. */
const NAMES: ReadonlySet<string> = new Set(
  'properties patternProperties headers $defs definitions schemas parameters requestBodies callbacks links content encoding paths'.split(
    ' ',
  ),
);
/** Keys that are not looked into: data, and members in which `type` means something else. */
const OTHERS: ReadonlySet<string> = new Set('example examples default enum const securitySchemes'.split(' '));

type Place = 'names' | 'responses' | 'members';

/**
 * Nest's document is invalid OpenAPI where decorators are given other words than OpenAPI has. Mended is what has one
 * meaning: the type `any`, types in other letters or of other languages, enums of several types,
 * `required: null`, bodies among the parameters, answers without a description, lists with repetitions. What is valid is returned as it is.
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
  // Most documents are valid, and nothing is copied for them.
  let changed: Map<string, unknown> | undefined;
  for (const key in value) {
    const member = value[key];
    const isText = typeof member !== 'object' || member === null;
    if (isText && place !== 'responses') continue;
    const skipped = isText || (place === 'members' && (OTHERS.has(key) || key.startsWith('x-')));
    const inside = skipped ? member : mend(member, placeIn(place, key));
    const mended = place === 'responses' && !key.startsWith('x-') ? mendResponse(inside) : inside;
    if (mended !== member) (changed ??= new Map()).set(key, mended);
  }
  const whole = changed ? replaceMembers(value, changed) : value;
  return place === 'members' ? mendMembers(mendLists(mendBodyParameters(whole))) : whole;
}

function replaceMembers(value: JsonObject, changed: ReadonlyMap<string, unknown>): JsonObject {
  const entries = Object.entries(value).map(([key, member]) => [
    key,
    changed.has(key) ? changed.get(key) : member,
  ]);
  return Object.fromEntries(entries) as JsonObject;
}

function placeIn(place: Place, key: string): Place {
  if (place !== 'members') return 'members';
  return key === 'responses' ? 'responses' : NAMES.has(key) ? 'names' : 'members';
}

function mendResponse(response: unknown): unknown {
  if (typeof response === 'string') return { description: response };
  if (!isObject(response) || '$ref' in response || typeof response['description'] === 'string')
    return response;
  return { ...response, description: '' };
}

function mendMembers(value: JsonObject): JsonObject {
  const { type, required } = value;
  if (type === undefined && required !== null) return value;
  const known =
    typeof type !== 'string'
      ? undefined
      : TYPES.includes(type)
        ? typeOfEnum(type, value['enum'])
        : meaningOf(type);
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

/** Nest documents string or number for an enum that has both: its values show the types. */
function typeOfEnum(type: string, values: unknown): JsonObject | undefined {
  if (!Array.isArray(values) || (type !== 'string' && type !== 'number')) return undefined;
  return values.every((value) => value === null || typeof value === type) ? undefined : {};
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
