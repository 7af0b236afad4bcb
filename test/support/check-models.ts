import type { Report } from './emission-report.js';
import { asJson, type Json } from './json.js';

/** JSON Schema draft 4 as API Gateway's models take it. */
const KEYWORDS = new Set(
  (
    '$ref type title description properties required items additionalProperties enum pattern minLength maxLength ' +
    'minimum maximum multipleOf minItems maxItems uniqueItems minProperties maxProperties allOf anyOf oneOf not'
  ).split(' '),
);
const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object']);

export function checkModels(models: Json, report: Report): void {
  for (const [name, model] of Object.entries(models)) {
    if (!/^[A-Za-z0-9]+$/.test(name)) report('model names are alphanumeric', name);
    if (Object.keys(asJson(model)).length === 0) report('a model says something', name);
    checkSchema(model, name, report);
  }
}

function checkSchema(schema: unknown, place: string, report: Report): void {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) {
    report('a schema is an object', place);
    return;
  }
  const { type, properties, required, items, additionalProperties } = schema as Json;
  for (const keyword of Object.keys(schema)) {
    if (!KEYWORDS.has(keyword)) report(`no unsupported keyword, ${keyword}`, place);
  }
  if (type !== undefined && !TYPES.has(type as string)) report('one type of draft 4', place);
  if (type === 'array' && items === undefined) report('an array has items', place);
  if (required !== undefined && (!Array.isArray(required) || new Set(required).size !== required.length)) {
    report('required is a list of distinct names', place);
  }
  if (Array.isArray(required) && required.length === 0) report('required is not empty', place);

  for (const [name, property] of Object.entries(asJson(properties))) {
    checkSchema(property, `${place}.${name}`, report);
  }
  if (items !== undefined) checkSchema(items, `${place}[]`, report);
  if (additionalProperties !== undefined && typeof additionalProperties !== 'boolean') {
    checkSchema(additionalProperties, `${place}{}`, report);
  }
  for (const keyword of ['allOf', 'anyOf', 'oneOf']) {
    if (!Object.hasOwn(schema, keyword)) continue;
    const members = (schema as Json)[keyword];
    if (!Array.isArray(members) || members.length === 0) {
      report(`${keyword} has members`, place);
      continue;
    }
    for (const [index, member] of members.entries()) {
      if (Object.hasOwn(asJson(member), '$ref')) report(`no $ref in ${keyword}`, place);
      checkSchema(member, `${place} ${keyword} ${index}`, report);
    }
  }
}
