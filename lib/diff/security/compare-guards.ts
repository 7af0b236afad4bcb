import { memberOf } from '../../openapi/member-of.js';
import { isObject, type JsonObject, type OpenApiDocument } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { isSameSet } from '../is-same.js';
import { showList, showValue } from '../show-value.js';

/** What a caller needs for a route. */
export interface Guards {
  /** The authorizers and their scopes. */
  readonly authorizers: ReadonlyMap<string, readonly string[]>;
  readonly apiKey: boolean;
}

/** Reads every requirement of an operation: API Gateway takes two as both required. */
export function readGuards(operation: JsonObject, document: OpenApiDocument): Guards {
  const security = operation['security'] ?? document['security'];
  const entries = (Array.isArray(security) ? security : []).flatMap((one) =>
    isObject(one) ? Object.entries(one) : [],
  );
  const authorizers = new Map<string, readonly string[]>();
  let apiKey = false;
  for (const [name, scopes] of entries) {
    if (isApiKey(memberOf(memberOf(document.components, 'securitySchemes'), name))) apiKey = true;
    else authorizers.set(name, Array.isArray(scopes) ? scopes.map(String) : []);
  }
  return { authorizers, apiKey };
}

/** A key of a usage plan: every other scheme has an authorizer or the signature of AWS. */
export function isApiKey(scheme: JsonObject): boolean {
  return (
    scheme['type'] === 'apiKey' &&
    String(scheme['name']).toLowerCase() === 'x-api-key' &&
    !('x-amazon-apigateway-authtype' in scheme) &&
    !('x-amazon-apigateway-authorizer' in scheme)
  );
}

export function isGuarded({ authorizers, apiKey }: Guards): boolean {
  return authorizers.size > 0 || apiKey;
}

/** Who may call the route. */
export function compareGuards(base: Guards, now: Guards): readonly Found[] {
  return [...compareAuthorizers(base, now), ...compareKeys(base, now)];
}

function compareAuthorizers(base: Guards, now: Guards): readonly Found[] {
  const [was, is] = [[...base.authorizers.keys()], [...now.authorizers.keys()]];
  const [gone, fresh] = [was.filter((name) => !is.includes(name)), is.filter((name) => !was.includes(name))];
  if (gone.length > 0 && is.length === 0) {
    const left = now.apiKey ? 'an API key is enough to call the route' : 'anyone can call the route';
    return [{ kind: 'authorizer-removed', message: `the authorizer ${showList(gone)} is removed: ${left}` }];
  }
  if (gone.length > 0 && fresh.length > 0) {
    const message = `the authorizer ${showList(gone)} is replaced by ${showList(fresh)}: others decide who can call the route`;
    return [{ kind: 'authorizer-replaced', message }];
  }
  return [
    ...gone.map((name): Found => {
      return { kind: 'authorizer-removed', message: `the authorizer ${showList([name])} is removed` };
    }),
    ...fresh.map((name): Found => {
      const message = `the authorizer ${showList([name])} is added: callers without its credentials are rejected`;
      return { kind: 'authorizer-added', message };
    }),
    ...was.flatMap((name) => compareScopes(name, base.authorizers.get(name)!, now.authorizers.get(name))),
  ];
}

/** One of the scopes is enough, and without a list no scope is needed. */
function compareScopes(
  name: string,
  base: readonly string[],
  now: readonly string[] | undefined,
): readonly Found[] {
  if (now === undefined || isSameSet(base, now)) return [];
  const authorizer = showList([name]);
  if (now.length === 0) {
    const message = `${authorizer} no longer asks for a scope (${base.map(showValue).join(', ')}): every valid token is enough`;
    return [{ kind: 'scopes-widened', message }];
  }
  if (base.length === 0) {
    const message = `${authorizer} now asks for a scope (${now.map(showValue).join(', ')}): tokens without one are rejected`;
    return [{ kind: 'scopes-narrowed', message }];
  }
  const fresh = now.filter((scope) => !base.includes(scope));
  const gone = base.filter((scope) => !now.includes(scope));
  return [
    ...(fresh.length > 0
      ? [
          {
            kind: 'scopes-widened' as const,
            message: `${authorizer} now also accepts the scope ${showList(fresh)}`,
          },
        ]
      : []),
    ...(gone.length > 0
      ? [
          {
            kind: 'scopes-narrowed' as const,
            message: `${authorizer} no longer accepts the scope ${showList(gone)}`,
          },
        ]
      : []),
  ];
}

function compareKeys(base: Guards, now: Guards): readonly Found[] {
  if (base.apiKey === now.apiKey) return [];
  return now.apiKey
    ? [{ kind: 'api-key-added', message: 'callers now need an API key' }]
    : [{ kind: 'api-key-removed', message: 'callers no longer need an API key' }];
}
