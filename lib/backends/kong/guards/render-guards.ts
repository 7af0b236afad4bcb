import type { Authorizer, KongGuard } from '../../../model/authorizers/authorizer.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Route } from '../../../model/routes/route.js';
import { formatDeployValue } from '../../../values/deploy-value.js';
import type { Plugin } from '../answers/answer.js';
import type { Refusal } from '../../refusal.js';
import type { Guards } from './guards.js';
import { renderTokenGuard } from './render-token-guard.js';

/**
 * What lets callers pass to a route. An authorizer that Kong cannot enforce is refused, so that no route is open by
 * accident.
 */
export function renderGuards(route: Route, model: GatewayModel, api: string): Guards {
  const used = route.authorizer && model.authorizers[route.authorizer.index];
  const guard = used ? renderAuthorizer(used, route.authorizer!.scopes, api) : OPEN;
  if (!route.apiKey) {
    const { credentials } = guard;
    return credentials ? { ...guard, plugins: [...guard.plugins, allow(credentials.group)] } : guard;
  }
  const refusals: Refusal[] = [...guard.refusals];
  if (model.settings.apiKeySource === 'AUTHORIZER') refusals.push(KEY_OF_AUTHORIZER);
  if (guard.plugins.some(({ name }) => name === 'key-auth')) refusals.push(TWO_KEYS);
  if (model.settings.kong.consumers.length === 0) refusals.push(NO_CONSUMERS);
  return {
    ...guard,
    // Both plugins have to let the caller pass. The group is that of the later one, whose consumer Kong keeps.
    plugins: [
      ...guard.plugins,
      {
        name: 'key-auth',
        config: { key_names: ['x-api-key'], key_in_header: true, key_in_query: false, key_in_body: false },
      },
      allow(apiKeyGroup(api)),
    ],
    refusals,
  };
}

const OPEN: Guards = { plugins: [], refusals: [] };

/** The group of all callers with an API key. */
export function apiKeyGroup(api: string): string {
  return `${api}.api-keys`;
}

/** Credentials of any consumer open the other plugins: the group tells whose are meant. */
function allow(group: Plugin['config'][string]): Plugin {
  return { name: 'acl', config: { allow: [group!], hide_groups_header: true } };
}

function renderAuthorizer(authorizer: Authorizer, scopes: readonly string[], api: string): Guards {
  const { kong } = authorizer;
  if (kong === undefined) return { plugins: [], refusals: [refuseAuthorizer(authorizer)] };
  if ('plugin' in kong) return renderPlugin(authorizer, kong, scopes);
  if (authorizer.kind === 'jwt' || authorizer.kind === 'cognito') {
    return renderTokenGuard(authorizer, kong.keys, scopes, api);
  }
  return { plugins: [], refusals: [refuseAuthorizer(authorizer)] };
}

function renderPlugin(
  { name }: Authorizer,
  { plugin, config, scopesMember }: Extract<KongGuard, { readonly plugin: string }>,
  scopes: readonly string[],
): Guards {
  if (scopes.length > 0 && scopesMember === undefined) {
    return {
      plugins: [],
      refusals: [
        {
          what: `scopes of the authorizer \`${formatDeployValue(name)}\``,
          why: `it is not known where the plugin \`${plugin}\` has them`,
          fix: "Add `scopesMember: 'scopes_required'`, or the member of its `config` that takes scopes, to `kong` of the authorizer.",
        },
      ],
    };
  }
  const withScopes = scopes.length > 0 && scopesMember !== undefined ? { [scopesMember]: scopes } : {};
  return { plugins: [{ name: plugin, config: { ...config, ...withScopes } }], refusals: [] };
}

const KINDS: Readonly<Record<Authorizer['kind'], { readonly name: string; readonly why: string }>> = {
  lambda: { name: 'LambdaAuthorizer', why: 'no plugin of open-source Kong asks a function who may pass' },
  iam: { name: 'IamAuthorizer', why: 'no plugin of open-source Kong verifies signatures of AWS' },
  jwt: { name: 'JwtAuthorizer', why: 'open-source Kong does not fetch the keys of an issuer' },
  cognito: { name: 'CognitoAuthorizer', why: 'open-source Kong does not fetch the keys of a user pool' },
};

function refuseAuthorizer({ kind, name }: Authorizer): Refusal {
  const hasKeys = kind === 'jwt' || kind === 'cognito';
  return {
    what: `the \`${KINDS[kind].name}\` \`${formatDeployValue(name)}\``,
    why: KINDS[kind].why,
    fix: hasKeys
      ? "Add `kong: { publicKeys: [{ pem: '${issuer_public_key}' }] }` to the authorizer, or `kong: { plugin, config }` with a plugin of your own."
      : "Add `kong: { plugin: 'NAME', config: {} }` to the authorizer, with a plugin that refuses callers itself, guard the route with a `JwtAuthorizer` or `@AwsApiKey()`, or exclude it with `@AwsExclude()`.",
  };
}

const KEY_OF_AUTHORIZER: Refusal = {
  what: "`@AwsApiKey()` with `apiKeySource: 'AUTHORIZER'`",
  why: 'Kong reads API keys in headers',
  fix: "Set `apiKeySource: 'HEADER'`.",
};

const TWO_KEYS: Refusal = {
  what: '`@AwsApiKey()` beside an authorizer with the plugin `key-auth`',
  why: 'a route of Kong has each plugin once',
  fix: 'Set `@AwsApiKey(false)`, or give the authorizer another plugin.',
};

const NO_CONSUMERS: Refusal = {
  what: '`@AwsApiKey()` without consumers',
  why: 'Kong then knows no API key and refuses every caller',
  fix: "Set `forRoot({ kong: { consumers: [{ username: 'partner', apiKeys: ['${partner_key}'] }] } })`.",
  severity: 'warning',
};
