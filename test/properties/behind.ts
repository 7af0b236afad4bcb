import type { AwsGatewayId } from 'nestjs-aws-gateway';
import type { ApplicationSpec } from '../support/arbitrary-application.js';
import type { AuthorizerSpec } from '../support/arbitrary-authorizer.js';

/** The plugin of the authorizers that bring one. */
export const PLUGIN = 'openid-connect';

/** An application behind a gateway, with the options that only this gateway reads. */
export function behind(
  gateway: AwsGatewayId,
  dialect: 'deck' | 'dbless' = 'deck',
): (spec: ApplicationSpec) => ApplicationSpec {
  return (spec) => ({
    ...spec,
    ...(gateway === 'kong' ? { authorizers: spec.authorizers.map(withGuard) } : {}),
    options: { ...spec.options, gateway, ...(gateway === 'kong' ? kongOptions(dialect) : {}) },
  });
}

function kongOptions(dialect: 'deck' | 'dbless'): object {
  return {
    region: 'eu-west-1',
    partition: 'aws',
    accountId: '111122223333',
    kong: { dialect, consumers: [{ username: 'partner', apiKeys: ['${partner_key}'] }] },
  };
}

/** Every other authorizer has what does its work in Kong. */
function withGuard({ kind, options }: AuthorizerSpec, index: number): AuthorizerSpec {
  if (index % 2 === 1) return { kind, options };
  const keys = { publicKeys: [{ pem: `\${key_${index}}` }] };
  const plugin = {
    plugin: PLUGIN,
    config: { issuer: 'https://id.example.com' },
    scopesMember: 'scopes_required',
  };
  return { kind, options: { ...options, kong: kind === 'cognito' ? keys : plugin } };
}
