import { asArray, asJson, type Json } from '../json.js';
import type { Report, Surroundings } from './verdict.js';

/** JSON Schema draft 4 as API Gateway's models take it. */
const KEYWORDS = new Set(
  (
    '$ref type title description properties required items additionalProperties enum pattern format minLength ' +
    'maxLength minimum maximum multipleOf minItems maxItems uniqueItems minProperties maxProperties allOf anyOf oneOf not'
  ).split(' '),
);
const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object']);
const COUNTS = ['minLength', 'maxLength', 'minItems', 'maxItems', 'minProperties', 'maxProperties'];
const REFERENCE = /^#\/components\/schemas\/([^/]+)$/;

export function judgeModels({ schemas, report }: Surroundings): void {
  for (const [name, model] of Object.entries(schemas)) {
    if (!/^[A-Za-z0-9]+$/.test(name)) report('rejected', `Model name must be alphanumeric: ${name}`, name);
    if (isCircle(name, schemas))
      report('rejected', 'Invalid model specified: the model is a reference to itself', name);
    judgeSchema(model, name, schemas, report);
  }
}

/** A chain of references and nothing else; circles through properties are fine. */
function isCircle(start: string, schemas: Json): boolean {
  const seen = new Set<string>();
  for (let name: string | undefined = start; name !== undefined && Object.hasOwn(schemas, name);) {
    if (seen.has(name)) return true;
    seen.add(name);
    name = REFERENCE.exec(String(asJson(schemas[name])['$ref']))?.[1];
  }
  return false;
}

function judgeSchema(schema: unknown, place: string, schemas: Json, report: Report): void {
  const invalid = (what: string): void => report('rejected', `Invalid model specified: ${what}`, place);
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return invalid('no schema');
  const { $ref, type, properties, required, items, additionalProperties, format, pattern, not } =
    schema as Json;
  const unknown = Object.keys(schema).filter((keyword) => !KEYWORDS.has(keyword));
  if (unknown.length > 0) {
    invalid(`… [Invalid model schema specified. Unsupported keyword(s): ${JSON.stringify(unknown)}]`);
  }
  if ($ref !== undefined) {
    if (Object.keys(schema).length > 1) invalid('keywords beside $ref');
    const name = REFERENCE.exec(String($ref))?.[1];
    if (name === undefined || !Object.hasOwn(schemas, name)) {
      invalid(`… [Model reference must be in canonical form] ${String($ref)}`);
    }
    return;
  }
  if (type !== undefined && !TYPES.has(type as string))
    invalid(`no type of a model: ${JSON.stringify(type)}`);
  if (type === 'array' && items === undefined) invalid('an array has items');
  if (format !== undefined && type !== 'string') report('dropped', `the format ${String(format)}`, place);
  if (pattern !== undefined && !isPattern(pattern)) invalid(`no regular expression: ${String(pattern)}`);
  judgeCounts(schema as Json, invalid);
  if (required !== undefined) {
    const names = asArray(required);
    if (names.length === 0 || new Set(names).size < names.length)
      invalid('required is a list of distinct names');
  }

  const visit = (inner: unknown, step: string): void =>
    judgeSchema(inner, `${place}${step}`, schemas, report);
  Object.entries(asJson(properties)).forEach(([name, property]) => visit(property, `.${name}`));
  if (items !== undefined) visit(items, '[]');
  if (not !== undefined) visit(not, ' not');
  if (additionalProperties !== undefined && typeof additionalProperties !== 'boolean')
    visit(additionalProperties, '{}');
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    const members = (schema as Json)[keyword];
    if (members === undefined) continue;
    if (asArray(members).length === 0) invalid(`${keyword} has members`);
    for (const [index, member] of asArray(members).entries()) {
      if (Object.hasOwn(asJson(member), '$ref')) invalid(`a $ref in ${keyword}`);
      visit(member, ` ${keyword} ${index}`);
    }
  }
}

function judgeCounts(schema: Json, invalid: (what: string) => void): void {
  const values = schema['enum'];
  if (values !== undefined) {
    const texts = asArray(values).map((value) => JSON.stringify(value));
    if (texts.length === 0 || new Set(texts).size < texts.length)
      invalid('enum is a list of distinct values');
  }
  for (const keyword of COUNTS) {
    const count = schema[keyword];
    if (count !== undefined && !(Number.isInteger(count) && Number(count) >= 0))
      invalid(`${keyword} is a count`);
  }
  for (const keyword of ['minimum', 'maximum', 'multipleOf']) {
    const value = schema[keyword];
    if (value !== undefined && typeof value !== 'number') invalid(`${keyword} is a number`);
  }
  if (Number(schema['multipleOf'] ?? 1) <= 0) invalid('multipleOf is above nought');
  for (const keyword of ['title', 'description']) {
    if (schema[keyword] !== undefined && typeof schema[keyword] !== 'string') invalid(`${keyword} is a text`);
  }
  if (schema['uniqueItems'] !== undefined && typeof schema['uniqueItems'] !== 'boolean') {
    invalid('uniqueItems is a boolean');
  }
}

/** Draft 4 has the regular expressions of ECMAScript. */
function isPattern(pattern: unknown): boolean {
  if (typeof pattern !== 'string') return false;
  try {
    return Boolean(new RegExp(pattern));
  } catch {
    return false;
  }
}
