import { Ajv, type ValidateFunction } from 'ajv';
import type { KongFile, KongRoute } from './kong-file.js';
import { fileSchema, PLUGIN_SCHEMAS } from './schemas.js';

const ajv = new Ajv({ allErrors: true, strict: false });
const FILES = { deck: ajv.compile(fileSchema('deck')), dbless: ajv.compile(fileSchema('dbless')) };
const PLUGINS: Readonly<Record<string, ValidateFunction>> = Object.fromEntries(
  Object.entries(PLUGIN_SCHEMAS).map(([name, schema]) => [name, ajv.compile(schema)]),
);
/** Plugins that answer a request. A route without a service needs one. */
const ANSWERING = ['aws-lambda', 'request-termination'];

/**
 * What decK or Kong would refuse in a file, or answer wrongly.
 *
 * @param own plugins of the application, whose configuration is not known
 */
export function judgeFile(
  file: unknown,
  {
    dialect = 'deck',
    own = [],
  }: { readonly dialect?: 'deck' | 'dbless'; readonly own?: readonly string[] } = {},
): readonly string[] {
  const check = FILES[dialect];
  const verdicts = check(file) ? [] : listErrors(check, '');
  if (verdicts.length > 0) return verdicts;
  const { services = [], routes: loose = [], consumers = [] } = file as KongFile;
  const routes = [...loose, ...services.flatMap((service) => service.routes)];
  return [
    ...routes.flatMap((route) => judgePlugins(route, own)),
    ...loose.flatMap((route) => judgeLoose(route)),
    ...routes.flatMap(({ name, paths }) => judgeCaptures(name, paths)),
    ...repeated(
      'route',
      routes.map(({ name }) => name),
    ),
    ...repeated(
      'service',
      services.map(({ name }) => name),
    ),
    ...repeated(
      'service URL and settings',
      services.map((service) => JSON.stringify({ ...service, name: '', routes: [] })),
    ),
    ...repeated(
      'consumer',
      consumers.map(({ username }) => username),
    ),
    ...repeated(
      'key of jwt',
      consumers.flatMap(({ jwt_secrets: secrets = [] }) => secrets.map(({ key }) => key)),
    ),
    ...repeated(
      'API key',
      consumers.flatMap(({ keyauth_credentials: keys = [] }) => keys.map(({ key }) => key)),
    ),
    ...repeated(
      'method and path',
      routes.flatMap(({ methods, paths }) =>
        methods.map((method) => `${method} ${paths.join(' ').replace(/\(\?<\w+>/g, '(')}`),
      ),
    ),
    ...judgeGroups(file as KongFile, routes),
    ...services
      .filter((service) => service.routes.length === 0)
      .map(({ name }) => `the service ${name} has no route`),
  ];
}

function judgePlugins({ name, plugins = [] }: KongRoute, own: readonly string[]): readonly string[] {
  return [
    ...repeated(
      `plugin of ${name}`,
      plugins.map((plugin) => plugin.name),
    ),
    ...plugins.flatMap((plugin) => {
      const check = PLUGINS[plugin.name];
      if (!check) return own.includes(plugin.name) ? [] : [`${name}: the plugin ${plugin.name} is not known`];
      return check(plugin.config ?? {}) ? [] : listErrors(check, `${name} ${plugin.name}`);
    }),
    // Credentials of any consumer open these two.
    ...(plugins.some((plugin) => ['jwt', 'key-auth'].includes(plugin.name) && !own.includes(plugin.name)) &&
    !plugins.some((plugin) => plugin.name === 'acl')
      ? [`${name}: any consumer of Kong may pass`]
      : []),
  ];
}

/** One engine of Kong refuses longer names, and each refuses two of one name. */
function judgeCaptures(route: string, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => {
    const names = [...path.matchAll(/\(\?<(.*?)>/g)].map(([, name]) => name!);
    return [
      ...names
        .filter((name) => !/^[A-Za-z_]\w{0,30}$/.test(name))
        .map((name) => `${route}: the capture ${name}`),
      ...repeated(`capture of ${route}`, names),
    ];
  });
}

function judgeLoose({ name, plugins = [] }: KongRoute): readonly string[] {
  return plugins.some((plugin) => ANSWERING.includes(plugin.name)) ? [] : [`${name}: nothing answers`];
}

/** A group without a consumer would refuse every caller; API keys may be managed elsewhere. */
function judgeGroups({ consumers = [] }: KongFile, routes: readonly KongRoute[]): readonly string[] {
  const known = new Set(consumers.flatMap(({ acls = [] }) => acls.map(({ group }) => group)));
  const asked = routes.flatMap(({ plugins = [] }) =>
    plugins.flatMap(({ name, config }) =>
      name === 'acl' ? ((config?.['allow'] ?? []) as readonly string[]) : [],
    ),
  );
  return [...new Set(asked)]
    .filter((group) => !known.has(group) && !group.endsWith('.api-keys'))
    .map((group) => `no consumer is in the group ${group}`);
}

function repeated(what: string, names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))].map(
    (name) => `${what} twice: ${name}`,
  );
}

function listErrors(check: ValidateFunction, place: string): readonly string[] {
  return (check.errors ?? []).map(({ instancePath, message, params }) =>
    `${place}${instancePath} ${message} ${JSON.stringify(params)}`.trim(),
  );
}
