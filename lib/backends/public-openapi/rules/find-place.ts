import type { DiagnosticPlace } from '../../../diagnostics/diagnostic.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { OpenApiDocument } from '../../../openapi/openapi.js';
import { placeOf } from '../../../rules/rule.js';

/** The handler whose operation holds a member; for a schema, the first whose operation leads to it. */
export function findPlace(
  keys: readonly string[],
  model: GatewayModel,
  { paths, components = {} }: OpenApiDocument,
): DiagnosticPlace {
  const [section, name = '', verb, ...rest] = keys;
  if (section === 'paths' && verb !== undefined) {
    const route = [...model.routes, ...model.excluded].find(({ operations }) =>
      operations.some(
        ({ source, path, method }) => source === 'document' && path === name && method === verb,
      ),
    );
    return { ...(route ? placeOf(route) : { path: name }), member: rest.join('.') || verb };
  }
  if (section !== 'components' || name !== 'schemas' || verb === undefined) return { member: keys.join('.') };
  const member = [verb, ...rest.filter((key, index) => key !== 'properties' || index % 2 === 1)].join('.');
  const leading = listLeading(verb, components['schemas'] ?? {});
  const route = model.routes.find(({ operations }) =>
    operations.some(
      ({ source, path, method }) =>
        source === 'document' && leading.some((schema) => refersTo(paths[path]?.[method], schema)),
    ),
  );
  return { ...(route ? placeOf(route) : {}), member };
}

/** A schema and the schemas that refer to it, directly or not. */
function listLeading(name: string, schemas: Readonly<Record<string, unknown>>): readonly string[] {
  const leading = [name];
  for (const target of leading) {
    leading.push(
      ...Object.keys(schemas).filter((other) => !leading.includes(other) && refersTo(schemas[other], target)),
    );
  }
  return leading;
}

function refersTo(value: unknown, schema: string): boolean {
  return JSON.stringify(value)?.includes(`"#/components/schemas/${schema}"`) ?? false;
}
