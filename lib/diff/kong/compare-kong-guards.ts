import type { JsonObject } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { isSame } from '../is-same.js';
import { compareGuards } from '../security/compare-guards.js';
import { showList, showValue } from '../show-value.js';
import { textsOf, type KongRoute } from './kong-file.js';
import { listGuards, readClaims, readKongGuards } from './read-kong-guards.js';

type Plugins = KongRoute['plugins'];

/** Who may call a route. */
export function compareKongGuards({ plugins: was }: KongRoute, { plugins: is }: KongRoute): readonly Found[] {
  return [
    ...compareGuards(readKongGuards({ plugins: was }), readKongGuards({ plugins: is })),
    ...compareGroups(was, is),
    ...compareClaims(was.get('pre-function'), is.get('pre-function')),
    ...listGuards(is)
      .filter((name) => was.has(name) && !isSame(was.get(name), is.get(name)))
      .map((name): Found => ({
        kind: 'authorizer-changed',
        message: `the settings of the plugin ${showValue(name)} changed: others may decide who can call the route`,
      })),
    ...compareKeyNames(was.get('key-auth'), is.get('key-auth')),
  ];
}

/** The groups of `acl`: with another plugin for credentials the groups are others too. */
function compareGroups(was: Plugins, is: Plugins): readonly Found[] {
  const credentials = (plugins: Plugins): string =>
    [...listGuards(plugins), plugins.has('key-auth')].join(' ');
  if (credentials(was) !== credentials(is)) return [];
  const [before, after] = [was.get('acl'), is.get('acl')];
  if (!before && !after) return [];
  if (!after) {
    const message = 'the plugin `acl` is removed: the credentials of every consumer are enough';
    return [{ kind: 'authorizer-loosened', message }];
  }
  if (!before) {
    const message = `the plugin \`acl\` is added: only consumers of the group ${showList(textsOf(after['allow']))} pass`;
    return [{ kind: 'authorizer-tightened', message }];
  }
  return [
    ...compareAllowed(textsOf(before['allow']), textsOf(after['allow']), 'consumers of the group'),
    ...compareAllowed(textsOf(after['deny']), textsOf(before['deny']), 'consumers of the group'),
  ];
}

function compareClaims(was: JsonObject | undefined, is: JsonObject | undefined): readonly Found[] {
  const [before, after] = [readClaims(was), readClaims(is)];
  // Without it the plugin of the token is removed too, which is reported.
  if (!before || !after) return [];
  return [
    ...compareAllowed(before.issuers, after.issuers, 'tokens of the issuer'),
    ...compareAllowed(before.audiences, after.audiences, 'tokens for the audience'),
    ...(before.rest === after.rest
      ? []
      : [{ kind: 'authorizer-changed' as const, message: 'the check of the token changed' }]),
  ];
}

function compareAllowed(was: readonly string[], is: readonly string[], who: string): readonly Found[] {
  const fresh = is.filter((one) => !was.includes(one));
  const gone = was.filter((one) => !is.includes(one));
  if (was.length > 0 && is.length === 0) {
    return [{ kind: 'authorizer-loosened', message: `more than ${who} ${showList(gone)} pass now` }];
  }
  return [
    ...(fresh.length > 0 && was.length > 0
      ? [{ kind: 'authorizer-loosened' as const, message: `${who} ${showList(fresh)} pass too` }]
      : []),
    ...(gone.length > 0
      ? [{ kind: 'authorizer-tightened' as const, message: `${who} ${showList(gone)} no longer pass` }]
      : []),
    ...(was.length === 0 && fresh.length > 0
      ? [{ kind: 'authorizer-tightened' as const, message: `only ${who} ${showList(fresh)} pass now` }]
      : []),
  ];
}

function compareKeyNames(was: JsonObject | undefined, is: JsonObject | undefined): readonly Found[] {
  if (!was || !is || isSame(was, is)) return [];
  return [
    { kind: 'api-key-source-changed', message: 'where the plugin `key-auth` looks for the API key changed' },
  ];
}
