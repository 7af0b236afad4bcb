import type { Route } from '../../../model/routes/route.js';
import { PARAMETER_NAME } from '../../../model/documents/list-required.js';
import {
  isObject,
  type Json,
  type JsonObject,
  type OpenApiOperation,
  type OpenApiParameter,
} from '../../../openapi/openapi.js';

const TYPES = ['string', 'number', 'integer', 'boolean'];
const LOCATIONS = { querystring: 'query', header: 'header' } as const;

/**
 * The parameters that import keeps: name, place, type, description. A cookie, or a name that import refuses, is left
 * out, as is the second of one name in two places: they reach a proxied backend undeclared.
 */
export function renderParameters(
  route: Pick<Route, 'pathParameters'>,
  source: OpenApiOperation,
  mapped: readonly string[],
  required: readonly OpenApiParameter[],
  needed: readonly string[] = [],
): readonly JsonObject[] {
  const declared = source.parameters ?? [];
  if (declared.length + route.pathParameters.length + mapped.length === 0) return [];
  const fromPath = route.pathParameters.map(({ name }) => {
    const known = declared.find((parameter) => parameter.in === 'path' && parameter.name === name);
    return renderParameter(known ?? { name, in: 'path' }, true);
  });
  const fromDocument = declared
    .filter(({ name, in: place }) => (place === 'query' || place === 'header') && PARAMETER_NAME.test(name))
    .map((parameter) => renderParameter(parameter, required.includes(parameter)));
  const fromMapping = mapped.flatMap((expression) => {
    // Those of the path stand there already; OpenAPI knows no other.
    const match = /^method\.request\.(?:multivalue)?(querystring|header)\.([a-zA-Z0-9._$-]+)$/.exec(
      expression,
    );
    return match
      ? [
          renderParameter(
            { name: match[2]!, in: LOCATIONS[match[1] as keyof typeof LOCATIONS] },
            needed.includes(expression),
          ),
        ]
      : [];
  });
  const byName = new Map<string, JsonObject>();
  // Mapped ones come before the merely documented: without them import would fail.
  for (const parameter of [
    ...fromPath,
    ...fromDocument.filter(isMapped(fromMapping)),
    ...fromMapping,
    ...fromDocument,
  ]) {
    if (!byName.has(parameter['name'] as string)) byName.set(parameter['name'] as string, parameter);
  }
  return [...byName.values()];
}

const isMapped =
  (mapped: readonly JsonObject[]) =>
  (parameter: JsonObject): boolean =>
    mapped.some((other) => other['name'] === parameter['name'] && other['in'] === parameter['in']);

function renderParameter(parameter: OpenApiParameter, required: boolean): JsonObject {
  const { schema } = parameter;
  const given = isObject(schema) ? schema['type'] : undefined;
  // Of `['integer', 'null']`, too, the one that counts.
  const type = (Array.isArray(given) ? given : [given]).find((name) => TYPES.includes(name as string));
  const { description } = parameter;
  const rendered: Record<string, Json> = { name: parameter.name, in: parameter.in };
  if (required) rendered['required'] = true;
  if (typeof description === 'string' && description !== '') rendered['description'] = description;
  rendered['schema'] = { type: (type as Json | undefined) ?? 'string' };
  return rendered;
}
