import type { Authorizer, GatewayModel, GatewayPath, Route } from '../../../model/gateway-model.js';
import { findOperation } from '../../../model/view-route.js';

const ANY_METHOD = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

/** The verbs that a browser may use on a path. */
export function listAllowedMethods({ routes }: GatewayPath): readonly string[] {
  const methods = routes.flatMap(({ method }) => (method === 'any' ? ANY_METHOD : [method.toUpperCase()]));
  return [...new Set([...methods, 'OPTIONS'])].toSorted();
}

/** What a browser may have to send on a path, where the policy does not say: content, declared headers, credentials. */
export function listAllowedHeaders({ routes }: GatewayPath, model: GatewayModel): readonly string[] {
  const names = routes.flatMap((route) => [
    ...listDeclared(route, model),
    ...listCredentials(route.authorizer && model.authorizers[route.authorizer.index]),
    ...(route.apiKey && model.settings.apiKeySource !== 'AUTHORIZER' ? ['X-Api-Key'] : []),
  ]);
  const distinct = new Map(['Content-Type', ...names].map((name) => [name.toLowerCase(), name]));
  return [...distinct].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, name]) => name);
}

function listDeclared(route: Route, model: GatewayModel): readonly string[] {
  const { parameters = [] } = findOperation(route, model);
  return parameters.filter((parameter) => parameter.in === 'header').map(({ name }) => String(name));
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
