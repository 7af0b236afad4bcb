import type { AwsKongConsumer, AwsKongDialect, AwsKongOptions } from '../aws-gateway.options.js';
import type { KongKeyAlgorithm, KongKeys, KongPlugin } from '../authorizers/kong-guard.js';
import { OPEN_KONG_PLUGINS } from '../openapi/open-kong-plugins.js';
import { isObject } from '../openapi/openapi.js';
import { shapes, toJson, type OptionsShapeOf, type ShapeOf } from './option-shape.js';

const { text, oneOf, deploy } = shapes;

export const DIALECTS = Object.keys({
  deck: true,
  dbless: true,
} satisfies Record<AwsKongDialect, true>) as readonly AwsKongDialect[];

const KONG_DIALECT: ShapeOf<AwsKongDialect> = oneOf(...DIALECTS);

/** The characters of names in Kong that need no escape anywhere. */
const NAME = /^[A-Za-z0-9._~-]+$/;

export const KONG: OptionsShapeOf<AwsKongOptions> = {
  options: {
    dialect: KONG_DIALECT,
    name: text('a name of letters, digits, `.`, `_`, `~` and `-`', NAME),
    upstream: deploy(
      'an `http://` or `https://` URL without a query',
      /^https?:\/\/[^\s/?#{}]+(\/[^\s?#{}]*)?$/,
    ),
    consumers: {
      expected:
        "a list of consumers, each with a `username` and `apiKeys` that no other has, such as `[{ username: 'partner', apiKeys: ['${partner_key}'] }]`",
      accepts: areConsumers,
      secret: true,
    },
  },
};

/** Kong refuses a second consumer of the same name, and a second one with the same key. */
function areConsumers(value: unknown): boolean {
  if (!Array.isArray(value) || !value.every(isConsumer)) return false;
  const keys = value.flatMap(({ apiKeys }) => apiKeys);
  const names = value.map(({ username }) => username);
  return new Set(keys).size === keys.length && new Set(names).size === names.length;
}

function isConsumer(value: unknown): value is AwsKongConsumer {
  return (
    hasOnly(value, ['username', 'apiKeys']) &&
    isText(value['username'], NAME) &&
    Array.isArray(value['apiKeys']) &&
    value['apiKeys'].length > 0 &&
    value['apiKeys'].every((key) => isText(key, /^\S+$/))
  );
}

/** Plugins that let every caller pass, or that depend on another one to know the caller. */
const WITHOUT_AUTHENTICATION: readonly string[] = [
  ...OPEN_KONG_PLUGINS,
  'acl',
  'ai-proxy',
  'azure-functions',
  'bot-detection',
  'session',
  'standard-webhooks',
];

const PLUGIN_WORDS =
  'an object of `plugin`, the name of a plugin that refuses callers itself, and its `config` without `anonymous`, which lets every caller pass';

export const KONG_PLUGIN: ShapeOf<KongPlugin> = { expected: PLUGIN_WORDS, accepts: isPlugin };

export const KONG_GUARD: ShapeOf<KongKeys | KongPlugin> = {
  expected: `an object of \`publicKeys\`, a list of keys with \`pem\`, \`kid\` if there are several, and \`algorithm\`; or ${PLUGIN_WORDS}`,
  accepts: (value) => isPlugin(value) || isKeys(value),
};

function isPlugin(value: unknown): boolean {
  if (!hasOnly(value, ['plugin', 'config', 'scopesMember'])) return false;
  const { plugin, config = {}, scopesMember = 'scopes' } = value;
  return (
    isText(plugin, NAME) &&
    !WITHOUT_AUTHENTICATION.includes(plugin) &&
    isObject(config) &&
    toJson(config) !== undefined &&
    (config['anonymous'] ?? null) === null &&
    isText(scopesMember, /^\w+$/) &&
    config[scopesMember] === undefined
  );
}

const ALGORITHMS = Object.keys({
  RS256: true,
  RS384: true,
  RS512: true,
  ES256: true,
  ES384: true,
  ES512: true,
  PS256: true,
  PS384: true,
  PS512: true,
  EdDSA: true,
} satisfies Record<KongKeyAlgorithm, true>);

/** In PEM, or with a placeholder that a deployment fills with PEM. */
const PEM =
  /^\s*-----BEGIN PUBLIC KEY-----\s[A-Za-z0-9+/=\s]+-----END PUBLIC KEY-----\s*$|^\$\{[A-Za-z_]\w*\}$/;

function isKeys(value: unknown): boolean {
  if (!hasOnly(value, ['publicKeys'])) return false;
  const { publicKeys: keys } = value;
  if (!Array.isArray(keys) || keys.length === 0) return false;
  const kids = keys.map((key: unknown) => (isObject(key) ? key['kid'] : undefined));
  return (
    keys.every(
      (key) =>
        hasOnly(key, ['pem', 'kid', 'algorithm']) &&
        isText(key['pem'], PEM) &&
        (key['kid'] === undefined || isText(key['kid'], /^\S+$/)) &&
        (key['algorithm'] === undefined || ALGORITHMS.includes(key['algorithm'] as string)),
    ) &&
    (keys.length === 1 || (!kids.includes(undefined) && new Set(kids).size === kids.length))
  );
}

function hasOnly(value: unknown, names: readonly string[]): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.keys(value).every((name) => names.includes(name));
}

function isText(value: unknown, pattern: RegExp): value is string {
  return typeof value === 'string' && pattern.test(value);
}
