import type { RouteView } from '../documents/view-route.js';
import { isObject, type JsonObject, type OpenApiOperation } from '../../openapi/openapi.js';

/**
 * The headers of the security that Nest documents for an operation: the application may check it itself, behind the
 * gateway.
 */
export function listSecurityHeaders(
  operation: OpenApiOperation,
  view: Pick<RouteView, 'model' | 'lookup'>,
): readonly string[] {
  return readSecuritySchemes(operation, view).flatMap(headersOf);
}

/** The schemes of that security. */
export function readSecuritySchemes(
  { security }: OpenApiOperation,
  { model: { document, hidden }, lookup }: Pick<RouteView, 'model' | 'lookup'>,
): readonly JsonObject[] {
  const requirements = security ?? document['security'];
  if (!Array.isArray(requirements)) return [];
  const names = requirements.flatMap((requirement) =>
    isObject(requirement) ? Object.keys(requirement) : [],
  );
  return names.flatMap((name) => {
    const scheme = [document, hidden]
      .map((one) => one?.components?.['securitySchemes']?.[name])
      .find(isObject);
    return scheme ? [lookup(scheme) ?? scheme] : [];
  });
}

function headersOf(scheme: JsonObject): readonly string[] {
  switch (scheme['type']) {
    case 'http':
    case 'oauth2':
    case 'openIdConnect':
      return ['Authorization'];
    case 'apiKey':
      return scheme['in'] === 'header' && typeof scheme['name'] === 'string' ? [scheme['name']] : [];
    default:
      return [];
  }
}
