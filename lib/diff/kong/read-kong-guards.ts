import type { JsonObject } from '../../openapi/openapi.js';
import { OPEN_KONG_PLUGINS } from '../../openapi/open-kong-plugins.js';
import type { Guards } from '../security/compare-guards.js';
import { textsOf, type KongClaims, type KongRoute } from './kong-file.js';

/** Any other plugin may refuse callers. */
const NO_GUARDS: readonly string[] = [...OPEN_KONG_PLUGINS, 'acme', 'exit-transformer'];

/** Who may call a route: its API key, and each other plugin that refuses callers. */
export function readKongGuards({ plugins }: Pick<KongRoute, 'plugins'>): Guards {
  const authorizers = new Map<string, readonly string[]>();
  const claims = readClaims(plugins.get('pre-function'));
  for (const name of listGuards(plugins)) authorizers.set(name, claims?.scopes ?? []);
  return { authorizers, apiKey: plugins.has('key-auth') };
}

/** The plugins that decide by themselves. `acl` decides with one of them. */
export function listGuards(plugins: KongRoute['plugins']): readonly string[] {
  const beside = ['acl', 'key-auth', 'pre-function'];
  return [...plugins.keys()].filter((name) => !NO_GUARDS.includes(name) && !beside.includes(name));
}

const CHECKED = /has\((scopes|claims\.iss|audience), \{ ("(?:\\.|[^"\\])*"(?:, "(?:\\.|[^"\\])*")*) \}\)/g;

/** What the function of a token's plugin asks for. Absent: there is none, or it is another function. */
export function readClaims(config: JsonObject | undefined): KongClaims | undefined {
  const text = textsOf(config?.['access']).join('\n');
  if (!text.includes('claims')) return undefined;
  const lists = new Map<string, readonly string[]>();
  const rest = text.replace(CHECKED, (_, name: string, items: string) => {
    lists.set(
      name,
      items.match(/"(?:\\.|[^"\\])*"/g)!.map((item) => item.slice(1, -1)),
    );
    return name;
  });
  const of = (name: string): readonly string[] => lists.get(name) ?? [];
  // Without a scope, the lines that read scopes are missing too.
  const lines = rest
    .split('\n')
    .filter((line) => !/scope|scp|local value = claims\[claim\]|^\s*end\s*$/.test(line));
  return {
    scopes: of('scopes'),
    issuers: of('claims.iss'),
    audiences: of('audience'),
    rest: lines.filter((line) => !line.includes('audience')).join('\n'),
  };
}
