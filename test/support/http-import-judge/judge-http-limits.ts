import { asArray, asJson } from '../json.js';
import { INTEGRATION, type HttpRoute, type HttpSurroundings } from './http-verdict.js';

/** "Quotas for configuring and running an HTTP API in API Gateway" */
const INTEGRATIONS = 300;
const AUDIENCES = 50;
const SCOPES = 10;

export function judgeHttpLimits(
  { schemes, options: { limits = {} }, report }: HttpSurroundings,
  routes: readonly HttpRoute[],
): void {
  const { routes: mostRoutes = 300, authorizers: mostAuthorizers = 10 } = limits;
  if (routes.length > mostRoutes)
    report('rejected', `Maximum number of routes for this API has been reached: ${routes.length}`, 'paths');
  const integrations = routes.map(({ operation }) => operation[INTEGRATION]).filter(Boolean);
  // A shared integration counts once.
  const references = integrations.map((one) => asJson(one)['$ref']).filter(Boolean);
  const count = integrations.length - references.length + new Set(references).size;
  if (count > INTEGRATIONS)
    report('rejected', `Maximum number of integrations for this API has been reached: ${count}`, 'paths');
  const authorizers = Object.entries(schemes)
    .map(([name, scheme]) => [name, asJson(scheme)['x-amazon-apigateway-authorizer']] as const)
    .filter(([, authorizer]) => authorizer !== undefined);
  if (authorizers.length > mostAuthorizers)
    report('rejected', `Maximum number of authorizers has been reached: ${authorizers.length}`, 'components');
  for (const [name, authorizer] of authorizers) {
    const audience = asArray(asJson(asJson(authorizer)['jwtConfiguration'])['audience']);
    if (audience.length > AUDIENCES) report('rejected', `an authorizer has at most 50 audiences`, name);
  }
  for (const { operation, place } of routes) {
    for (const scopes of asArray(operation['security']).flatMap((one) => Object.values(asJson(one)))) {
      if (asArray(scopes).length > SCOPES) report('rejected', 'a route has at most 10 scopes', place);
    }
  }
}
