import { memberOf } from '../../openapi/member-of.js';
import { isObject, type JsonObject } from '../../openapi/openapi.js';
import { shapeOf } from '../routes/shape-of.js';
import { textsOf, type KongRoute } from './kong-file.js';

/** Members that name a route, that hold other entities, or that follow from the other routes. */
const NO_SETTINGS = ['name', 'tags', 'id', 'methods', 'paths', 'plugins', 'regex_priority', 'service'];

/** What else a request must have. */
const CONDITIONS = ['hosts', 'headers', 'snis'];

/** The routes of a declarative file, by their verb and the shape of their path. */
export function readKongRoutes(document: JsonObject): ReadonlyMap<string, KongRoute> {
  const ofAll = objectsOf(document['plugins']);
  const found = new Map<string, KongRoute>();
  const add = (route: JsonObject, service: JsonObject | undefined): void => {
    const plugins = readPlugins([
      ...ofAll,
      ...objectsOf(service?.['plugins']),
      ...objectsOf(route['plugins']),
    ]);
    const methods = textsOf(route['methods']);
    const settings = without(route, NO_SETTINGS);
    const conditions = CONDITIONS.flatMap((one) => (one in route ? [JSON.stringify(route[one])] : []));
    for (const path of textsOf(route['paths']).map(readPath)) {
      for (const method of methods.length === 0 ? ['ANY'] : methods) {
        const name = [method, shapeOf(path), ...conditions].join(' ');
        found.set(found.has(name) ? `${name} ${String(route['name'])}` : name, {
          method,
          path,
          shape: shapeOf(path),
          ...(service ? { service: without(service, ['name', 'tags', 'id', 'routes', 'plugins']) } : {}),
          plugins,
          settings,
          isPreflight: method === 'OPTIONS' && /\.preflight(-\d+)?$/.test(String(route['name'])),
        });
      }
    }
  };
  for (const service of objectsOf(document['services'])) {
    for (const route of objectsOf(service['routes'])) add(route, service);
  }
  for (const route of objectsOf(document['routes'])) add(route, undefined);
  return found;
}

export function objectsOf(value: unknown): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function without(value: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)));
}

/** The last of a name wins: those of a route over those of its service, and these over those of all. */
function readPlugins(list: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  const plugins = new Map<string, JsonObject>();
  for (const plugin of list) {
    const name = String(plugin['name']);
    if (plugin['enabled'] === false) plugins.delete(name);
    else plugins.set(name, memberOf(plugin, 'config'));
  }
  return plugins;
}

/** `~/users/(?<name>[^/]+)/?$` as `/users/{name}`. */
function readPath(path: string): string {
  if (!path.startsWith('~')) return path;
  const text = path
    .slice(1)
    .replace(/\/\?\$$|\$$/, '')
    .replace(/\(\?<(\w+)>\[\^\/\]\+\)/g, '{$1}')
    .replace(/\(\?<(\w+)>\.\+\??\)/g, '{$1+}')
    .replace(/\\(.)/g, '$1');
  return text === '' ? '/' : text;
}
