import type { GatewayCall } from '../local-gateway-ports.js';
import { isBinaryType } from '../binary-types.js';
import { findHeader } from '../exchange-types.js';
import { isOfHttpApi } from '../integration-document.js';
import { mediaType } from '../mapping/select-template.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * The event of a Lambda proxy in format 1.0: that of REST APIs, and of HTTP APIs that ask for it.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 */
export function proxyEvent(call: GatewayCall): Json {
  const { route, view } = call;
  const { params, all, stageVariables } = view;
  const body = encodeBody(call);
  return {
    ...describeRequest(call),
    headers: orNull(params.header),
    multiValueHeaders: orNull(all.header),
    queryStringParameters: orNull(params.querystring),
    multiValueQueryStringParameters: orNull(all.querystring),
    pathParameters: orNull(params.path),
    stageVariables: orNull(stageVariables),
    requestContext: requestContext(call),
    body: body?.text ?? null,
    isBase64Encoded: body?.isBase64 ?? false,
    ...(isOfHttpApi(route) ? { version: '1.0' } : {}),
  };
}

/** Method, path and the route's own path, as a proxy and an authorizer see them. */
export function describeRequest({ route, view, rawPath }: GatewayCall): Json {
  return {
    resource: route.path,
    // Slashes at the end and within stay; several at the beginning count as one.
    path: rawPath.replace(/^\/+/, '/'),
    httpMethod: view.context['httpMethod'] ?? route.method,
  };
}

/** `$context`, as an event has it. */
export function requestContext({ route, view }: GatewayCall): Json {
  const { error: _, requestOverride: _request, responseOverride: _response, ...context } = view.context;
  if (!isOfHttpApi(route)) return context;
  // An HTTP API has no resources, and deploys by itself.
  const { deploymentId: _deployment, ...known } = context;
  return { ...known, resourceId: null };
}

/** Nothing is null, never an empty map. */
function orNull<Value extends object>(values: Value): Value | null {
  return Object.keys(values).length === 0 ? null : values;
}

/** A body that the API takes for binary comes as base64. */
export function encodeBody({
  body,
  view,
  route,
}: GatewayCall): { readonly text: string; readonly isBase64: boolean } | undefined {
  if (body.length === 0) return undefined;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const type = mediaType(findHeader(view.params.header, 'Content-Type'));
  const isBase64 = isOfHttpApi(route) ? !isText(type) : isBinaryType(type, route.document);
  return { text: bytes.toString(isBase64 ? 'base64' : 'utf8'), isBase64 };
}

/** An HTTP API knows no binary media types: everything is base64 but text. AWS does not document which types are text. */
function isText(type: string | undefined): boolean {
  return type === undefined || /^text\/|^application\/(?:json|javascript|xml)$|\+(?:json|xml)$/.test(type);
}
