import { toUtf8 } from '../java/form-encoding.js';
import { renderTemplate, type Overrides } from '../template/render-template.js';
import { findHeader, overlayHeaders, type ServiceRequest } from './exchange-types.js';
import { templateInput, type GatewayView } from './gateway-view.js';
import type { TestedRoute } from './integration-document.js';
import { mapParameters } from './map-parameters.js';
import type { SelectedTemplate } from './select-template.js';

export interface SentRequest {
  readonly request: ServiceRequest;
  /** What the template set for the answer. */
  readonly overrides: Overrides;
}

const NO_OVERRIDES: Overrides = { header: {}, path: {}, querystring: {}, responseHeader: {} };

/** The request to the service: body by the template, everything else by the mappings, and the template's overrides. */
export function sendRequest(
  route: TestedRoute,
  view: GatewayView,
  selected: SelectedTemplate | undefined,
): SentRequest {
  const { integration } = route;
  const rendered = selected && renderTemplate(selected.template, templateInput(view, view.body));
  const overrides = rendered?.overrides ?? NO_OVERRIDES;
  const sources = { view, message: 'method.request', body: view.body, headers: view.params.header };
  const map = (place: string): Readonly<Record<string, string>> =>
    mapParameters(integration.requestParameters, `integration.request.${place}`, sources);
  const passes = integration.type.toLowerCase() === 'http_proxy';
  const uri = fillPath(integration.uri ?? '', { ...map('path'), ...overrides.path }, route.path);
  const method = integration.httpMethod === 'ANY' ? route.method : (integration.httpMethod ?? route.method);
  const headers = [defaultHeaders(route, view, passes), map('header'), overrides.header].reduce(
    overlayHeaders,
  );
  return {
    request: {
      method,
      ...readTarget(uri),
      query: { ...(passes ? view.params.querystring : {}), ...map('querystring'), ...overrides.querystring },
      headers,
      // What UTF-8 cannot say is lost on the way.
      body: toUtf8(rendered ? rendered.text : view.body).toString('utf8'),
    },
    overrides,
  };
}

/** A proxy passes all headers on; any other integration has only API Gateway's own, and the content type of a body. */
function defaultHeaders(
  { method }: TestedRoute,
  { params }: GatewayView,
  passes: boolean,
): Readonly<Record<string, string>> {
  if (passes) return params.header;
  const contentType = findHeader(params.header, 'Content-Type') ?? 'application/json';
  return {
    Accept: 'application/json',
    ...(['GET', 'HEAD', 'OPTIONS'].includes(method) ? {} : { 'Content-Type': contentType }),
  };
}

/** Variables are encoded; a slash in one stays only where the route's own variable is greedy. */
function fillPath(uri: string, values: Readonly<Record<string, string>>, path: string): string {
  return uri.replace(/\{(\w[\w.-]*)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nothing is mapped to {${name}} of ${uri}`);
    const encoded = [...toUtf8(value)].map(encodeByte).join('');
    return path.includes(`{${name}+}`) ? encoded.replaceAll('%2F', '/') : encoded;
  });
}

function encodeByte(byte: number): string {
  const char = String.fromCharCode(byte);
  return /[A-Za-z0-9._~-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** `arn:aws:apigateway:REGION:SERVICE:action/NAME` or `…:path/PATH`, or a URL. */
function readTarget(uri: string): Pick<ServiceRequest, 'uri' | 'service' | 'action' | 'path'> {
  const [, service, kind, rest = ''] =
    /^arn:[^:]*:apigateway:[^:]*:([^:]+):(action|path)\/(.*)$/s.exec(uri) ?? [];
  if (service === undefined) return { uri, path: /^https?:\/\/[^/]+(\/.*)?$/s.exec(uri)?.[1] ?? '/' };
  return kind === 'action' ? { uri, service, action: rest, path: '/' } : { uri, service, path: `/${rest}` };
}
