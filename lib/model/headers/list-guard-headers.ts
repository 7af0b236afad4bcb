import type { Authorizer } from '../authorizers/authorizer.js';
import type { GatewayModel } from '../gateway-model.js';
import type { GatewayPath } from '../routes/route.js';

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

function listCredentials(authorizer: Authorizer | undefined): readonly string[] {
  switch (authorizer?.kind) {
    case 'lambda':
      return authorizer.identitySources.filter(({ from }) => from === 'header').map(({ name }) => name);
    case 'cognito':
      return [authorizer.header];
    case 'jwt':
      return authorizer.identitySource.from === 'header' ? [authorizer.identitySource.name] : [];
    case 'iam':
      return ['Authorization', 'X-Amz-Content-Sha256', 'X-Amz-Date', 'X-Amz-Security-Token'];
    case undefined:
      return [];
  }
}
