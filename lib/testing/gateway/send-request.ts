import { mapValues } from '../../values/map-values.js';
import { replaceLone, toUtf8 } from '../java/form-encoding.js';
import { NO_OVERRIDES, runMapping, type OverrideMaps } from '../template/run-mapping.js';
import {
  decodeUtf8,
  findHeader,
  overlayHeaders,
  type MultiValues,
  type ServiceRequest,
} from './exchange-types.js';
import { fillUri, type UriValue } from './mapping/fill-uri.js';
import { GatewayFault } from './gateway-fault.js';
import { templateInput, type GatewayView } from './gateway-view.js';
import { joinLines, withoutHeaders } from './header-names.js';
import type { Integration, TestedRoute } from './integration-document.js';
import {
  mapHeaders,
  mapParameters,
  type MappedValue,
  type MappingSources,
} from './mapping/map-parameters.js';
import type { SelectedTemplate } from './mapping/select-template.js';

export interface SentRequest {
  readonly request: ServiceRequest;
  /** The body in bytes; `request.body` is the same as text. */
  readonly body: Uint8Array;
  /** What the template set, for the answer too. */
  readonly overrides: OverrideMaps;
}

/** The request to the service: body by the template, everything else by the mappings, and the template's overrides. */
export function sendRequest(
  route: TestedRoute,
  view: GatewayView,
  selected: SelectedTemplate | undefined,
): SentRequest {
  const { integration } = route;
  const rendered = selected && runMapping(selected.template, templateInput(view, view.body));
  const overrides = rendered?.overrides ?? NO_OVERRIDES;
  const sources: MappingSources = {
    view,
    message: 'method.request',
    body: view.body,
    headers: view.all.header,
  };
  const map = (place: string): Readonly<Record<string, MappedValue>> =>
    mapParameters(integration.requestParameters, `integration.request.${place}`, sources);
  const headers = mapHeaders(integration.requestParameters, 'integration.request.header', sources);
  refuseHeaders(integration, headers);
  const method = integration.httpMethod === 'ANY' ? route.method : (integration.httpMethod ?? route.method);
  const target = readTarget(
    fillUri(integration.uri ?? '', {
      stageVariables: view.stageVariables,
      variables: { ...mapValues(map('path'), uriValue), ...mapValues(overrides.path, textValue) },
      routePath: route.path,
    }),
  );
  const passes = integration.type.toLowerCase() === 'http_proxy';
  // What UTF-8 cannot say is lost on the way.
  const body = rendered ? toUtf8(rendered.text) : view.bytes;
  const mappedQuery = mapValues(map('querystring'), queryValues);
  const request: ServiceRequest = {
    method,
    ...target,
    path: withStage(target.path, integration, view),
    query: {
      ...joinQueries(target.query, passes ? view.all.querystring : {}, mappedQuery),
      ...overrides.querystring,
    },
    headers: [
      defaultHeaders(route, view),
      withoutHeaders(headers, /^http/i.test(integration.type) ? NOT_SENT : []),
      overrides.header,
    ].reduce(overlayHeaders),
    body: rendered ? replaceLone(rendered.text) : decodeUtf8(body),
  };
  if (selected) {
    view.explain({
      step: `request template for ${selected.type}`,
      outcome: 'rendered',
      data: { input: view.body, template: selected.template, output: request.body },
    });
  }
  const mappings = integration.requestParameters ?? {};
  if (Object.keys(mappings).length > 0) {
    view.explain({
      step: 'request mapping',
      outcome: `${request.method} ${request.path}`,
      data: { mappings, query: request.query, headers: request.headers },
    });
  }
  return { request, body, overrides: overrides.maps };
}

/** Over a VPC link V2 the name of the stage is in the path. */
function withStage(path: string, { integrationTarget }: Integration, { context }: GatewayView): string {
  return integrationTarget === undefined ? path : `/${String(context['stage'])}${path}`;
}

function uriValue({ values, source }: MappedValue): UriValue {
  return { text: values.at(-1)!, isEncoded: source.startsWith('method.request.path.') };
}

function textValue(text: string): UriValue {
  return { text, isEncoded: false };
}

function queryValues({ values }: MappedValue): readonly string[] {
  return values;
}

/** Parameters of several sources, with all values of a name that more than one has. */
function joinQueries(...queries: readonly Readonly<Record<string, readonly string[]>>[]): MultiValues {
  const joined = new Map<string, readonly string[]>();
  for (const [name, values] of queries.flatMap((query) => Object.entries(query)))
    joined.set(name, [...(joined.get(name) ?? []), ...values]);
  return Object.fromEntries(
    [...joined].map(([name, values]) => [name, values.length === 1 ? values[0]! : values]),
  );
}

/** Headers to which a mapping makes every request fail, and those to which it does so for a Lambda function. */
const REFUSED = ['content-length', 'transfer-encoding'];
const REFUSED_BY_LAMBDA = ['authorization', 'connection', 'expect', 'proxy-authenticate', 'te'];
/** Headers that an HTTP backend does not get, though they are mapped. */
const NOT_SENT = ['connection', 'expect', 'proxy-authenticate', 'te', 'via'];

function refuseHeaders({ uri = '' }: Integration, headers: Readonly<Record<string, string>>): void {
  const refused = [...REFUSED, ...(/:lambda:path\//.test(uri) ? REFUSED_BY_LAMBDA : [])];
  if (Object.keys(headers).some((name) => refused.includes(name.toLowerCase())))
    throw new GatewayFault('API_CONFIGURATION_ERROR');
}

/** A proxy passes headers on; any other integration has only API Gateway's own, and the content type of a body. */
function defaultHeaders(
  { method, integration }: TestedRoute,
  { params, all, context }: GatewayView,
): Readonly<Record<string, string>> {
  const type = integration.type.toLowerCase();
  const id = String(context['apiId']);
  if (type === 'http_proxy') {
    const passed = withoutHeaders(all.header, ['content-encoding', 'host', 'via']);
    return { ...joinLines(passed), 'X-Amzn-Apigateway-Api-Id': id };
  }
  const contentType = findHeader(params.header, 'Content-Type') ?? 'application/json';
  return {
    Accept: 'application/json',
    ...(type === 'http' ? { 'User-Agent': `AmazonAPIGateway_${id}`, 'X-Amzn-Apigateway-Api-Id': id } : {}),
    ...(['GET', 'HEAD', 'OPTIONS'].includes(method) ? {} : { 'Content-Type': contentType }),
  };
}

type Target = Pick<ServiceRequest, 'uri' | 'service' | 'action' | 'path'> & {
  readonly query: Readonly<Record<string, readonly string[]>>;
};

/** `arn:aws:apigateway:REGION:SERVICE:action/NAME` or `…:path/PATH`, or a URL. */
function readTarget(uri: string): Target {
  const [, service, kind, rest = ''] =
    /^arn:[^:]*:apigateway:[^:]*:([^:]+):(action|path)\/(.*)$/s.exec(uri) ?? [];
  if (service !== undefined && kind === 'action') return { uri, service, action: rest, path: '/', query: {} };
  const whole = service === undefined ? (/^https?:\/\/[^/?]+(.*)$/s.exec(uri)?.[1] ?? '') : `/${rest}`;
  const [path = '', search = ''] = whole.split(/\?(.*)/s);
  const query = new URLSearchParams(search);
  return {
    uri,
    ...(service === undefined ? {} : { service }),
    path: path || '/',
    query: Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)])),
  };
}
