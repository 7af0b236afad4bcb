type Schema = Readonly<Record<string, unknown>>;

/**
 * Whether a value fits a model: the JSON Schema draft 4 keywords that this library's documents use. `$ref` points into
 * the document.
 */
export function fitsModel(value: unknown, given: unknown, document: unknown): boolean {
  const schema = given as Schema;
  const fits = (item: unknown, other: unknown): boolean => fitsModel(item, other, document);
  if (typeof schema['$ref'] === 'string') return fits(value, resolve(schema['$ref'], document));
  const checks: readonly boolean[] = [
    schema['type'] === undefined || [schema['type']].flat().some((type) => isOfType(value, type as string)),
    schema['not'] === undefined || !fits(value, schema['not']),
    list(schema['enum'])?.some((allowed) => isSame(allowed, value)) ?? true,
    list(schema['anyOf'])?.some((other) => fits(value, other)) ?? true,
    list(schema['oneOf'])?.filter((other) => fits(value, other)).length === 1 ||
      schema['oneOf'] === undefined,
    list(schema['allOf'])?.every((other) => fits(value, other)) ?? true,
    typeof value !== 'string' || fitsText(value, schema),
    typeof value !== 'number' || fitsNumber(value, schema),
    !Array.isArray(value) || fitsList(value, schema, fits),
    !isObject(value) || fitsObject(value, schema, fits),
  ];
  return checks.every(Boolean);
}

type Fits = (value: unknown, schema: unknown) => boolean;

function fitsText(text: string, { minLength, maxLength, pattern }: Schema): boolean {
  const { length } = [...text];
  return (
    isWithin(length, minLength, maxLength) && (typeof pattern !== 'string' || new RegExp(pattern).test(text))
  );
}

function fitsNumber(value: number, { minimum, maximum, multipleOf, ...schema }: Schema): boolean {
  const excluded =
    (schema['exclusiveMinimum'] === true && value === minimum) ||
    (schema['exclusiveMaximum'] === true && value === maximum);
  const quotient = typeof multipleOf === 'number' ? value / multipleOf : 0;
  return isWithin(value, minimum, maximum) && !excluded && Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

function fitsList(items: readonly unknown[], schema: Schema, fits: Fits): boolean {
  const unique =
    schema['uniqueItems'] !== true ||
    items.every((item, at) => !items.slice(0, at).some((other) => isSame(item, other)));
  const each = schema['items'] === undefined || items.every((item) => fits(item, schema['items']));
  return unique && each && isWithin(items.length, schema['minItems'], schema['maxItems']);
}

function fitsObject(value: Schema, schema: Schema, fits: Fits): boolean {
  const properties = (schema['properties'] ?? {}) as Schema;
  const additional = schema['additionalProperties'] ?? true;
  const members = Object.entries(value);
  return (
    (list(schema['required']) ?? []).every((name) => Object.hasOwn(value, name as string)) &&
    isWithin(members.length, schema['minProperties'], schema['maxProperties']) &&
    members.every(([name, member]) => {
      if (Object.hasOwn(properties, name)) return fits(member, properties[name]);
      return typeof additional === 'boolean' ? additional : fits(member, additional);
    })
  );
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'array':
      return Array.isArray(value);
    case 'object':
      return isObject(value);
    case 'integer':
      return Number.isInteger(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}

function isWithin(value: number, least: unknown, most: unknown): boolean {
  return (typeof least !== 'number' || value >= least) && (typeof most !== 'number' || value <= most);
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): readonly unknown[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** `#/components/schemas/Name` */
function resolve(reference: string, document: unknown): unknown {
  return (
    reference
      .split('/')
      .slice(1)
      .reduce<unknown>((owner, name) => (owner as Schema | undefined)?.[name], document) ?? {}
  );
}
