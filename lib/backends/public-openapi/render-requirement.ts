import type { Authorizer } from '../../model/authorizers/authorizer.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import type { JsonObject } from '../../openapi/openapi.js';
import {
  formatDeployValue,
  formatPart,
  isPlaceholder,
  parseDeployValue,
  type DeployValue,
} from '../../values/deploy-value.js';

/** The names under which the public document knows the gateway's security schemes. */
export interface SchemeNames {
  /** By place in the model's authorizers. */
  readonly authorizers: readonly string[];
  readonly apiKey: string;
  /** Every scheme of the gateway, by name. */
  readonly all: ReadonlyMap<string, JsonObject>;
  /** The schemes that Nest's document does not have yet. */
  readonly added: readonly (readonly [string, JsonObject])[];
}

const API_KEY_SCHEME: JsonObject = { type: 'apiKey', in: 'header', name: 'x-api-key' };

/** A name may be a placeholder, of which the public document shows the identifier. A scheme of the application's own under the same name stands. */
export function nameSchemes(model: GatewayModel): SchemeNames {
  const own = (model.document.components?.['securitySchemes'] ?? {}) as Readonly<Record<string, JsonObject>>;
  const all = new Map<string, JsonObject>();
  const allocate = (wanted: string, scheme: JsonObject): string => {
    let name = wanted;
    for (
      let count = 2;
      all.has(name) && JSON.stringify(all.get(name)) !== JSON.stringify(scheme);
      count += 1
    ) {
      name = `${wanted}_${count}`;
    }
    all.set(name, scheme);
    return name;
  };
  const authorizers: string[] = [];
  // By name: which of two is numbered must not depend on the order of the modules.
  for (const [index, { name, publicScheme }] of sortAuthorizers(model)) {
    authorizers[index] = allocate(formatPublic(name), publicScheme);
  }
  const apiKey = model.routes.some(needsKey(model)) ? allocate('api_key', API_KEY_SCHEME) : '';
  const used = new Set(
    model.routes
      .filter(isDocumented(model))
      .flatMap((route) => [
        ...(route.authorizer ? [authorizers[route.authorizer.index]] : []),
        ...(needsKey(model)(route) ? [apiKey] : []),
      ]),
  );
  return {
    authorizers,
    apiKey,
    all,
    added: [...all].filter(([name]) => used.has(name) && !Object.hasOwn(own, name)),
  };
}

/** A placeholder as its identifier: the public document is not filled. */
function formatPublic(value: DeployValue): string {
  return value['@deploy'].map((part) => (isPlaceholder(part) ? part.placeholder : formatPart(part))).join('');
}

function sortAuthorizers({ authorizers }: GatewayModel): readonly (readonly [number, Authorizer])[] {
  const keyed = authorizers.map((authorizer, index) => ({
    key: `${formatDeployValue(authorizer.name)} ${JSON.stringify(authorizer)}`,
    entry: [index, authorizer] as const,
  }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ entry }) => entry);
}

/** Whether the document has an operation of the route's verb and path; Swagger decorators hide some. */
const isDocumented =
  ({ document }: GatewayModel) =>
  ({ operations }: Route): boolean =>
    operations.some(({ path, method }) => document.paths[path]?.[method] !== undefined);

/** What a client must send for a route; nothing when the gateway asks for nothing. */
export function renderRequirement(
  route: Route,
  model: GatewayModel,
  names: SchemeNames,
): JsonObject | undefined {
  const requirement: Record<string, readonly string[]> = {};
  if (route.authorizer) {
    const name = names.authorizers[route.authorizer.index]!;
    // Other schemes have no scopes in OpenAPI.
    const scoped = ['oauth2', 'openIdConnect'].includes(String(names.all.get(name)?.['type']));
    requirement[name] = scoped
      ? route.authorizer.scopes.map((scope) => formatPublic(parseDeployValue(scope)))
      : [];
  }
  if (needsKey(model)(route)) requirement[names.apiKey] = [];
  return Object.keys(requirement).length > 0 ? requirement : undefined;
}

/** With the source `AUTHORIZER` the authorizer names the key, and the client sends none. */
const needsKey =
  ({ settings }: GatewayModel) =>
  ({ apiKey }: Route): boolean =>
    apiKey && settings.apiKeySource !== 'AUTHORIZER';
