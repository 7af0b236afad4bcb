import * as fc from 'fast-check';
import { readSchema } from './plain-schema.js';
import { asArray, asJson, type Json } from './json.js';

/** Deeper than this, a value has only what it must have. */
const DEPTH = 4;

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(),
  email: fc.constantFrom('ada@example.com', 'a.b+c@example.org'),
  uri: fc.constantFrom('https://example.com/', 'http://localhost:3000/a?b=c'),
  date: fc.constantFrom('2024-02-29', '1999-12-31'),
  'date-time': fc.constantFrom('2024-02-29T12:00:00.000Z', '1999-12-31T23:59:59+02:00'),
  byte: fc.constantFrom('', 'YWJj'),
};

/** Values that a schema of `document` accepts, as an application that is documented with it would get them. */
export function sampleOf(given: unknown, document: Json, depth = 0): fc.Arbitrary<unknown> {
  const schema = readSchema(given, document);
  const inner = (other: unknown): fc.Arbitrary<unknown> => sampleOf(other, document, depth + 1);
  const values = asArray(schema['enum']);
  if (values.length > 0) return fc.constantFrom(...values);

  const alternatives = asArray(schema['anyOf']).map(asJson);
  if (alternatives.length > 0) {
    const { anyOf: _, ...others } = schema;
    const whole = alternatives.map((one) => ({ ...others, ...readSchema(one, document) }));
    // Null, or the last of them, ends what leads back to itself.
    const chosen = depth > DEPTH ? [shallowest(whole)] : whole;
    return fc.oneof(...chosen.map((one) => sampleOf(one, document, depth + 1)));
  }
  const type = Array.isArray(schema['type'])
    ? fc.constantFrom(...schema['type'])
    : fc.constant(schema['type']);
  return type.chain((name) => valueOf(name, schema, inner, depth));
}

function valueOf(
  type: unknown,
  schema: Json,
  inner: (schema: unknown) => fc.Arbitrary<unknown>,
  depth: number,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'number':
    case 'integer':
      return numberOf(schema, type === 'integer');
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array': {
      const least = Number(schema['minItems'] ?? 0);
      const most = Math.min(Number(schema['maxItems'] ?? Infinity), Math.max(least, depth > DEPTH ? 0 : 2));
      const bounds = { minLength: least, maxLength: most };
      const items = inner(schema['items'] ?? {});
      if (schema['uniqueItems'] !== true) return fc.array(items, bounds);
      return fc.uniqueArray(items, { ...bounds, selector: (item) => JSON.stringify(item) });
    }
    case 'object':
      return objectOf(schema, inner, depth);
    default:
      return fc.constantFrom<unknown>(null, 'anything', 1.5, false, ['a', 1], { a: { b: null } });
  }
}

function objectOf(
  schema: Json,
  inner: (schema: unknown) => fc.Arbitrary<unknown>,
  depth: number,
): fc.Arbitrary<unknown> {
  const properties = Object.entries(asJson(schema['properties']));
  const required = asArray(schema['required']) as string[];
  const kept = depth > DEPTH ? properties.filter(([name]) => required.includes(name)) : properties;
  const known = fc.record(Object.fromEntries(kept.map(([name, property]) => [name, inner(property)])), {
    requiredKeys: required.filter((name) => kept.some(([other]) => other === name)) as never[],
  });
  const { additionalProperties } = schema;
  if (additionalProperties === false || depth > DEPTH) return known;
  // A schema that says nothing of them allows them.
  const more = fc.dictionary(
    fc.constantFrom('more', 'x-more', 'something else'),
    inner(typeof additionalProperties === 'object' ? additionalProperties : {}),
    { maxKeys: 2 },
  );
  return fc.tuple(known, more).map(([one, other]) => ({ ...other, ...(one as object) }));
}

function textOf(schema: Json): fc.Arbitrary<string> {
  const { format, pattern } = schema;
  const least = Number(schema['minLength'] ?? 0);
  const most = Number(schema['maxLength'] ?? Math.max(least, 40));
  const fits = (text: string): boolean => [...text].length >= least && [...text].length <= most;
  if (typeof pattern === 'string') return fc.stringMatching(new RegExp(pattern)).filter(fits);
  const formatted = typeof format === 'string' ? FORMATS[format] : undefined;
  if (formatted) return formatted.filter(fits);
  const bounds = { minLength: least, maxLength: Math.min(most, least + 12) };
  return fc.oneof(fc.string(bounds), fc.string({ ...bounds, unit: 'grapheme' }).filter(fits));
}

function numberOf(schema: Json, whole: boolean): fc.Arbitrary<number> {
  const least = Number(schema['minimum'] ?? -1000);
  const most = Number(schema['maximum'] ?? Math.max(least, 0) + 1000);
  const step = Number(schema['multipleOf'] ?? (whole ? 1 : Math.min(0.5, (most - least) / 4)));
  const inner = [Math.ceil(least / step), Math.floor(most / step)] as const;
  // What is excluded is the bound itself.
  const [from, to] = [
    inner[0] + (schema['exclusiveMinimum'] ? 1 : 0),
    inner[1] - (schema['exclusiveMaximum'] ? 1 : 0),
  ];
  const edges = [from, to].map((count) => count * step);
  return fc
    .oneof(
      fc.integer({ min: from, max: to }).map((count) => count * step),
      fc.constantFrom(...edges),
    )
    .map((value) => Math.min(most, Math.max(least, Number(value.toFixed(6)))));
}

function shallowest(alternatives: readonly Json[]): Json {
  const simple = alternatives.filter(
    ({ type }) => type !== 'object' && type !== 'array' && type !== undefined,
  );
  return simple.find(({ type }) => type === 'null') ?? simple[0] ?? alternatives.at(-1)!;
}
