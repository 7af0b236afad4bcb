import { isObject, type JsonObject } from '../../model/openapi.js';

const TYPES = ['string', 'number', 'integer', 'boolean', 'array', 'object'];

export function typeOf(schema: JsonObject): string | undefined {
  const given = schema['type'];
  const types = (Array.isArray(given) ? given : [given]).filter((type) => type !== 'null');
  const type: unknown = types.length === 1 ? types[0] : undefined;
  return typeof type === 'string' && TYPES.includes(type) ? type : undefined;
}

export function acceptsNull(schema: JsonObject): boolean {
  if (schema['nullable'] === true || schema['type'] === 'null' || schema['const'] === null) return true;
  if (Array.isArray(schema['type']) && schema['type'].includes('null')) return true;
  if (Array.isArray(schema['enum']) && schema['enum'].includes(null)) return true;
  return [schema['anyOf'], schema['oneOf']].some(
    (members) => Array.isArray(members) && members.some((member) => isObject(member) && acceptsNull(member)),
  );
}

/** A request need not hold what only answers hold. */
export function requiredOf(schema: JsonObject): readonly string[] {
  const { required, properties } = schema;
  if (!Array.isArray(required)) return [];
  const readOnly = (name: string): boolean => {
    const property = isObject(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
    return isObject(property) && property['readOnly'] === true;
  };
  return [...new Set(required.filter((name): name is string => typeof name === 'string' && !readOnly(name)))];
}

/** A pattern that JavaScript itself cannot read, or one with flags, would refuse what the application accepts. */
export function readPattern(pattern: unknown): string | undefined {
  if (typeof pattern !== 'string') return undefined;
  const literal = /^\/(.*)\/([a-z]*)$/s.exec(pattern);
  if (literal?.[2]) return undefined;
  const source = literal ? literal[1]! : pattern;
  try {
    void new RegExp(source);
    return source;
  } catch {
    return undefined;
  }
}
