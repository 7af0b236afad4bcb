import type { Authorizer, GatewayModel, GatewayPath } from '../../../model/gateway-model.js';
import type { RenderedRoute } from '../rest-api-output.js';
import { listSecurityHeaders } from './list-security-headers.js';

const ANY_METHOD = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** The verbs that a browser may use on a path. */
export function listAllowedMethods({ cors, routes }: GatewayPath): readonly string[] {
  if (cors?.allowMethods) return cors.allowMethods;
  const methods = routes.flatMap(({ method }) => (method === 'any' ? ANY_METHOD : [method.toUpperCase()]));
  return [...new Set([...methods, 'OPTIONS'])].toSorted();
}

/** What a browser may have to send on a path, where the policy does not list it. */
export function listAllowedHeaders(
  path: GatewayPath,
  model: GatewayModel,
  rendered: readonly RenderedRoute[],
): readonly string[] {
  const names = [
    'Content-Type',
    ...rendered.flatMap(({ view, parameters }) => [
      // A header that import cannot declare is sent all the same.
      ...headersAmong(view.operation.parameters ?? []),
      ...headersAmong(parameters),
      ...listSecurityHeaders(view.operation, view),
    ]),
    ...listGuardHeaders(path, model),
    ...(model.versionHeader === undefined ? [] : [model.versionHeader]),
  ];
  const distinct = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}

/** The headers that the authorizers and the API keys of a path read. */
export function listGuardHeaders(
  { routes }: Pick<GatewayPath, 'routes'>,
  model: Pick<GatewayModel, 'authorizers' | 'settings'>,
): readonly string[] {
  return routes.flatMap(({ authorizer, apiKey }) => [
    ...listCredentials(authorizer && model.authorizers[authorizer.index]),
    ...(apiKey && model.settings.apiKeySource !== 'AUTHORIZER' ? ['X-Api-Key'] : []),
  ]);
}

function headersAmong(parameters: readonly Readonly<Record<string, unknown>>[]): readonly string[] {
  return parameters.filter((parameter) => parameter['in'] === 'header').map(({ name }) => String(name));
}

function listCredentials(authorizer: Authorizer | undefined): readonly string[] {
  switch (authorizer?.kind) {
    case 'lambda':
      return authorizer.identitySources.filter(({ from }) => from === 'header').map(({ name }) => name);
    case 'cognito':
      return [authorizer.header];
    case 'iam':
      return ['Authorization', 'X-Amz-Content-Sha256', 'X-Amz-Date', 'X-Amz-Security-Token'];
    case undefined:
      return [];
  }
}
