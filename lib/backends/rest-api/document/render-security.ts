import { defined } from '../../../values/defined.js';
import { asDeployValue } from '../../../values/deploy-text.js';
import type { Authorizer, IdentitySourceModel } from '../../../model/authorizers/authorizer.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Route } from '../../../model/routes/route.js';
import { formatDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import { deployMap, type DeployMap, type DeployTree } from '../../../values/deploy-tree.js';
import { IAM_SCHEME, nameSource } from '../../../model/authorizers/authorizer-scheme.js';
import { perModel } from '../../../model/per-model.js';
import { renderInvocationUri } from '../../../model/functions/render-invocation-uri.js';

/** Requirements of a route. API Gateway reads two entries as both required; `[]` is open. */
export function renderSecurity(route: Route, model: GatewayModel): DeployTree {
  const authorizer = route.authorizer && model.authorizers[route.authorizer.index];
  return [
    ...(authorizer ? [deployMap([[authorizer.name, route.authorizer!.scopes.map(asDeployValue)]])] : []),
    ...(route.apiKey ? [{ [apiKeyName(model)]: [] }] : []),
  ];
}

/** Every scheme is of the type `apiKey`: import drops any other, and leaves the route open. */
export function renderSecuritySchemes(model: GatewayModel): DeployMap | undefined {
  const used = new Set(model.routes.map(({ authorizer }) => authorizer?.index));
  const schemes = model.authorizers
    .filter((_, index) => used.has(index))
    .flatMap((authorizer): [DeployValue, DeployTree][] =>
      // No route with one is served.
      authorizer.kind === 'jwt' ? [] : [[authorizer.name, renderScheme(authorizer, model)]],
    );
  if (model.routes.some(({ apiKey }) => apiKey)) {
    schemes.push([{ '@deploy': [apiKeyName(model)] }, { type: 'apiKey', name: 'x-api-key', in: 'header' }]);
  }
  return schemes.length > 0 ? deployMap(schemes) : undefined;
}

/** The name of the scheme of API keys. */
const apiKeyName = perModel(({ authorizers }) =>
  authorizers.some(({ name }) => formatDeployValue(name) === 'api_key') ? 'gateway_api_key' : 'api_key',
);

function renderScheme(authorizer: Exclude<Authorizer, { kind: 'jwt' }>, model: GatewayModel): DeployTree {
  switch (authorizer.kind) {
    case 'iam':
      return IAM_SCHEME;
    case 'cognito':
      return {
        type: 'apiKey',
        name: authorizer.header,
        in: 'header',
        'x-amazon-apigateway-authtype': 'cognito_user_pools',
        'x-amazon-apigateway-authorizer': {
          type: 'cognito_user_pools',
          providerARNs: authorizer.userPoolArns,
        },
      };
    case 'lambda': {
      const { type, identitySources, credentials, resultTtl, identityValidationExpression } = authorizer;
      return {
        type: 'apiKey',
        ...nameSource(identitySources),
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': {
          type,
          authorizerUri: renderInvocationUri(authorizer.function, model.settings),
          ...(credentials === undefined ? {} : { authorizerCredentials: credentials }),
          ...(type === 'request' && identitySources.length > 0
            ? { identitySource: identitySources.map(formatSource).join(', ') }
            : {}),
          ...defined({ identityValidationExpression, authorizerResultTtlInSeconds: resultTtl }),
        },
      };
    }
  }
}

function formatSource({ from, name }: IdentitySourceModel): string {
  const prefix = {
    header: 'method.request.header.',
    query: 'method.request.querystring.',
    context: 'context.',
    stage: 'stageVariables.',
  }[from];
  return prefix + name;
}
