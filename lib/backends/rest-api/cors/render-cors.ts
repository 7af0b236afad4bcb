import { anyOrigin } from '../../../model/any-origin.js';
import type { Cors, GatewayModel, GatewayPath, Route } from '../../../model/gateway-model.js';
import type { JsonObject } from '../../../openapi/openapi.js';
import { isDeployValue, joinDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import type { DeployMembers, DeployTree } from '../../../values/deploy-tree.js';
import type { RenderedIntegration, RenderedResponse } from '../integrations/rendered-integration.js';

const ANY_METHOD = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];
const RESPONSE_HEADER = 'method.response.header.';

type Headers = Readonly<Record<string, DeployTree>>;

/** `Access-Control-*` headers for an answer to a real request: static values, in their single quotes. */
function originHeaders(cors: Cors): Headers {
  const origin = anyOrigin(cors) ? '*' : cors.allowOrigins[0]!;
  return {
    'Access-Control-Allow-Origin': quote(origin),
    ...(cors.allowCredentials ? { 'Access-Control-Allow-Credentials': "'true'" } : {}),
    ...(severalOrigins(cors) ? { Vary: "'Origin'" } : {}),
  };
}

function answerHeaders(cors: Cors): Headers {
  return {
    ...originHeaders(cors),
    ...(cors.exposeHeaders?.length
      ? { 'Access-Control-Expose-Headers': quote(cors.exposeHeaders.join(',')) }
      : {}),
  };
}

/** The operation that answers preflights, on paths with a policy and without an OPTIONS handler of the user's own. */
export function renderPreflight(
  path: GatewayPath,
  model: GatewayModel,
  parameters: readonly JsonObject[],
): DeployMembers | undefined {
  const { cors } = path;
  if (!cors || path.routes.some(({ method }) => method === 'options')) return undefined;
  const headers: Headers = {
    ...originHeaders(cors),
    'Access-Control-Allow-Methods': quote(allowedMethods(path).join(',')),
    'Access-Control-Allow-Headers': quote((cors.allowHeaders ?? deriveHeaders(path, model)).join(',')),
    ...(cors.maxAge === undefined ? {} : { 'Access-Control-Max-Age': quote(String(cors.maxAge)) }),
  };
  const block = originBlock(cors);
  return {
    summary: 'CORS preflight',
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: { 200: { description: 'CORS preflight', headers: declareHeaders(Object.keys(headers)) } },
    security: [],
    'x-amazon-apigateway-integration': {
      type: 'mock',
      passthroughBehavior: 'when_no_match',
      // Both keep a preflight from being read as binary when the API has binary media types.
      contentHandling: 'CONVERT_TO_TEXT',
      requestTemplates: { 'application/json': '{"statusCode":200}' },
      responses: {
        default: {
          statusCode: '200',
          contentHandling: 'CONVERT_TO_TEXT',
          responseParameters: prefixKeys(RESPONSE_HEADER, headers),
          ...(block ? { responseTemplates: { 'application/json': block } } : {}),
        },
      },
    },
  };
}

/** Adds the headers to every answer of an integration that API Gateway makes; a proxied backend answers its own. */
export function addCors(integration: RenderedIntegration, route: Route): RenderedIntegration {
  const { cors } = route;
  if (!cors || !integration.responses || isProxy(integration)) return integration;
  const block = originBlock(cors);
  const responses = Object.entries(integration.responses).map(
    ([pattern, response]): [string, RenderedResponse] => {
      const given = response.responseParameters ?? {};
      const known = new Set(Object.keys(given).map((name) => name.toLowerCase()));
      const added = Object.entries(prefixKeys(RESPONSE_HEADER, answerHeaders(cors))).filter(
        ([name]) => !known.has(name.toLowerCase()),
      );
      const ownOrigin = known.has(`${RESPONSE_HEADER}access-control-allow-origin`);
      const templates = response.responseTemplates ?? fallbackTemplate(route);
      return [
        pattern,
        {
          ...response,
          responseParameters: { ...given, ...Object.fromEntries(added) },
          ...(block && !ownOrigin && templates
            ? {
                responseTemplates: Object.fromEntries(
                  Object.entries(templates).map(([type, template]) => [
                    type,
                    joinDeployValue(block, asValue(template)),
                  ]),
                ),
              }
            : {}),
        },
      ];
    },
  );
  return { ...integration, responses: Object.fromEntries(responses) };
}

/** A template that changes nothing but the header, where an answer has none of its own. */
function fallbackTemplate({ integration }: Route): Readonly<Record<string, string>> | undefined {
  if (integration?.kind === 'raw') return undefined;
  const empty =
    integration?.kind === 'mock' || (integration?.kind === 'lambda' && integration.mode === 'async');
  return { 'application/json': empty ? '' : '$input.body' };
}

/**
 * Answers that API Gateway makes itself pass every integration by, so their headers stand on the gateway responses:
 * on the two defaults, and on each type that the user customises, which does not inherit from them.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export function renderGatewayResponses(model: GatewayModel): DeployMembers | undefined {
  const given = model.settings.gatewayResponses ?? {};
  const policies = [...new Set(model.paths.flatMap(({ cors }) => (cors ? [cors] : [])))];
  const headers = policies.length > 0 ? prefixKeys('gatewayresponse.header.', errorHeaders(policies)) : {};
  const types = [
    ...new Set([...(policies.length > 0 ? ['DEFAULT_4XX', 'DEFAULT_5XX'] : []), ...Object.keys(given)]),
  ];
  if (types.length === 0) return undefined;
  return Object.fromEntries(
    types.toSorted().map((type) => {
      const { statusCode, responseParameters = {}, ...rest } = given[type] ?? {};
      const known = new Set(Object.keys(responseParameters).map((name) => name.toLowerCase()));
      const added = Object.entries(headers).filter(([name]) => !known.has(name.toLowerCase()));
      const parameters = { ...responseParameters, ...Object.fromEntries(added) };
      return [
        type,
        {
          ...(statusCode === undefined ? {} : { statusCode: String(statusCode) }),
          ...(Object.keys(parameters).length > 0 ? { responseParameters: parameters } : {}),
          ...rest,
        },
      ];
    }),
  );
}

/** One origin stands as it is. Of several, a gateway response can only allow any, or echo the caller's. */
function errorHeaders(policies: readonly Cors[]): Headers {
  const credentials = policies.some(({ allowCredentials }) => allowCredentials);
  const exposed = [...new Set(policies.flatMap(({ exposeHeaders = [] }) => exposeHeaders))].toSorted();
  const origins = new Set(
    policies.flatMap(({ allowOrigins }) => allowOrigins.map((origin) => JSON.stringify(origin))),
  );
  const origin =
    origins.size === 1
      ? quote(policies[0]!.allowOrigins[0]!)
      : credentials
        ? 'method.request.header.origin'
        : "'*'";
  return {
    'Access-Control-Allow-Origin': origin,
    ...(credentials ? { 'Access-Control-Allow-Credentials': "'true'" } : {}),
    ...(exposed.length > 0 ? { 'Access-Control-Expose-Headers': quote(exposed.join(',')) } : {}),
    ...(origins.size > 1 && credentials ? { Vary: "'Origin'" } : {}),
  };
}

/**
 * VTL that answers the caller's own origin when it is one of several. A header may come in either spelling: clients
 * send it in lower case over HTTP/2.
 */
function originBlock(cors: Cors): DeployValue | undefined {
  if (!severalOrigins(cors)) return undefined;
  const tests = cors.allowOrigins.flatMap((origin, index) => [
    ...(index > 0 ? [' || '] : []),
    joinDeployValue('$origin == "', origin, '"'),
  ]);
  return joinDeployValue(
    '#set($origin = $input.params("Origin"))\n',
    '#if($origin == "")#set($origin = $input.params("origin"))#end\n',
    '#if(',
    ...tests,
    ')\n#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n#end\n',
  );
}

function severalOrigins(cors: Cors): boolean {
  return cors.allowOrigins.length > 1 && !anyOrigin(cors);
}

function allowedMethods({ routes }: GatewayPath): readonly string[] {
  const methods = routes.flatMap(({ method }) => (method === 'any' ? ANY_METHOD : [method.toUpperCase()]));
  return [...new Set([...methods, 'OPTIONS'])].toSorted();
}

/** What a browser may have to send on this path: content, declared headers, credentials. */
function deriveHeaders({ routes }: GatewayPath, model: GatewayModel): readonly string[] {
  const names = routes.flatMap((route) => {
    const authorizer = route.authorizer && model.authorizers[route.authorizer.index];
    const reference = route.operation;
    const document = reference?.source === 'hidden' ? model.hidden : model.document;
    const operation =
      reference && (document?.paths[reference.path]?.[reference.method] as JsonObject | undefined);
    const parameters = (operation?.['parameters'] ?? []) as readonly JsonObject[];
    return [
      ...parameters
        .filter((parameter) => parameter['in'] === 'header')
        .map((parameter) => String(parameter['name'])),
      ...(authorizer?.kind === 'lambda'
        ? authorizer.identitySources.filter(({ from }) => from === 'header').map(({ name }) => name)
        : authorizer?.kind === 'cognito'
          ? [authorizer.header]
          : authorizer?.kind === 'iam'
            ? ['Authorization', 'X-Amz-Content-Sha256', 'X-Amz-Date', 'X-Amz-Security-Token']
            : []),
      ...(route.apiKey && model.settings.apiKeySource !== 'AUTHORIZER' ? ['X-Api-Key'] : []),
    ];
  });
  const distinct = new Map(['Content-Type', ...names].map((name) => [name.toLowerCase(), name]));
  return [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}

export function declareHeaders(names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, { schema: { type: 'string' } }]));
}

export function isProxy({ type }: RenderedIntegration): boolean {
  return /_proxy$/i.test(String(type));
}

function quote(value: string | DeployTree): DeployValue | string {
  return typeof value === 'string' ? `'${value}'` : joinDeployValue("'", asValue(value), "'");
}

function asValue(value: DeployTree): DeployValue | string {
  return isDeployValue(value) ? value : String(value);
}

function prefixKeys(prefix: string, headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [prefix + name, value]));
}
