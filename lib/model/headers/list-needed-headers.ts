import { isObject, type OpenApiOperation } from '../../openapi/openapi.js';
import type { GatewayModel } from '../gateway-model.js';
import type { Route } from '../routes/route.js';
import { listGuardHeaders } from './list-guard-headers.js';
import { listRequired } from '../documents/list-required.js';
import { listSecurityHeaders, readSecuritySchemes } from './list-security-headers.js';
import { viewRoute, type RouteView } from '../documents/view-route.js';

/**
 * The headers that a page has to send to a route and that a browser sends only after a preflight that allows them.
 * `Cookie` stands for cookies, which need credentials.
 */
export function listNeededHeaders(route: Route, model: GatewayModel): readonly string[] {
  const view = viewRoute(route, model);
  const { operation } = view;
  const required = listRequired(route, view).filter((parameter) => parameter.in !== 'query');
  const named = [
    ...(needsContentType(operation) ? ['Content-Type'] : []),
    ...required.map(({ name, in: place }) => (place === 'cookie' ? 'Cookie' : name)),
    ...listSecurityHeaders(operation, view),
    ...(hasCookie(operation, view) ? ['Cookie'] : []),
    ...listGuardHeaders({ routes: [route] }, model),
    ...(route.alternatives ? model.versionHeaders : []),
  ];
  return named.filter((name) => !isSafe(name));
}

/** Headers that a page may always send. */
function isSafe(name: string): boolean {
  return ['accept', 'accept-language', 'content-language'].includes(name.toLowerCase());
}

/** Types of a body that a page may send without asking. */
const SAFE_TYPES = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'];

function needsContentType({ requestBody }: OpenApiOperation): boolean {
  const content = isObject(requestBody) ? requestBody['content'] : undefined;
  const types = isObject(content) ? Object.keys(content) : [];
  return types.length > 0 && !types.some((type) => SAFE_TYPES.includes(type.toLowerCase()));
}

/** Where a client may choose among schemes, it may do without a cookie. */
function hasCookie(operation: OpenApiOperation, view: RouteView): boolean {
  const schemes = readSecuritySchemes(operation, view);
  return (
    schemes.length > 0 && schemes.every((scheme) => scheme['type'] === 'apiKey' && scheme['in'] === 'cookie')
  );
}
