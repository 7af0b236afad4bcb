import { asArray, asJson, type Json } from './json.js';

/**
 * What the application itself accepts, of a schema that Nest wrote, in JSON Schema draft 4: any alternative will do,
 * null where it is `nullable`, a pattern without its slashes, and only answers hold what is `readOnly`.
 */
export function toPlainSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toPlainSchema);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, oneOf, discriminator: _, required, pattern, ...given } = schema as Json;
  const others: Json = Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      // Of a property's name and of a value, no word is a keyword.
      key === 'properties'
        ? Object.fromEntries(Object.entries(asJson(value)).map(([name, one]) => [name, toPlainSchema(one)]))
        : ['enum', 'default', 'example', 'examples'].includes(key)
          ? value
          : toPlainSchema(value),
    ]),
  );
  const properties = asJson(given['properties']);
  const needed = asArray(required).filter((name) => asJson(properties[String(name)])['readOnly'] !== true);
  const plain: Json = {
    ...others,
    ...(oneOf === undefined ? {} : { anyOf: toPlainSchema(oneOf) }),
    ...(needed.length > 0 ? { required: needed } : {}),
    ...(typeof pattern === 'string' ? { pattern: pattern.replace(/^\/(.*)\/$/s, '$1') } : {}),
  };
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}

/** A plain schema with its references followed and its `allOf` in one. */
export function readSchema(given: unknown, document: Json): Json {
  const schema = asJson(given);
  const { $ref, allOf, ...others } = schema;
  if (typeof $ref === 'string') return readSchema(resolve($ref, document), document);
  if (allOf === undefined) return schema;
  const parts = [...asArray(allOf).map((part) => readSchema(part, document)), others];
  const properties = Object.assign({}, ...parts.map((part) => part['properties'])) as Json;
  const required = parts.flatMap((part) => asArray(part['required']));
  return Object.assign({}, ...parts, {
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(required.length > 0 ? { required } : {}),
  }) as Json;
}

function resolve(reference: string, document: Json): unknown {
  return reference
    .split('/')
    .slice(1)
    .reduce<unknown>((owner, name) => asJson(owner)[name], document);
}
