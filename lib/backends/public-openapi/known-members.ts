import type { JsonObject } from '../../openapi/openapi.js';
import type { ObjectKind } from './map-openapi.js';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const PARAMETER =
  'description required deprecated allowEmptyValue style explode allowReserved schema content example examples';

/** The members of each object in OpenAPI 3.0; the schemas of later versions have any. */
const KNOWN: Partial<Readonly<Record<ObjectKind, ReadonlySet<string>>>> = {
  operation: words(
    'tags summary description externalDocs operationId parameters requestBody responses callbacks deprecated security servers',
  ),
  parameter: words(`name in ${PARAMETER}`),
  header: words(PARAMETER),
  body: words('description content required'),
  response: words('description headers content links summary'),
  media: words('schema example examples encoding itemSchema prefixEncoding itemEncoding'),
  schema: words(
    'title multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems minItems uniqueItems maxProperties minProperties required enum type not allOf oneOf anyOf items properties additionalProperties description format default nullable discriminator readOnly writeOnly example externalDocs deprecated xml',
  ),
};

/** The members of an object that its version of OpenAPI does not know. */
export function listUnknownMembers(object: JsonObject, kind: ObjectKind, is30: boolean): readonly string[] {
  const known = KNOWN[kind];
  // What stands beside a reference has no effect.
  if (!known || (kind === 'schema' && (!is30 || '$ref' in object))) return NONE;
  let unknown: string[] | undefined;
  for (const key in object) if (!known.has(key) && !key.startsWith('x-')) (unknown ??= []).push(key);
  return unknown ?? NONE;
}

const NONE: readonly string[] = [];

/** A keyword of schemas in OpenAPI 3.0. */
export function isSchemaMember(key: string): boolean {
  return KNOWN.schema!.has(key);
}
