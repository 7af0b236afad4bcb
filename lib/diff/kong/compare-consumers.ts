import type { JsonObject } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { isSame } from '../is-same.js';
import { showList, showValue } from '../show-value.js';
import { textsOf, type KongRoute } from './kong-file.js';
import { objectsOf } from './read-kong-routes.js';

/** A declarative file, and its routes. */
export interface KongSide {
  readonly document: JsonObject;
  readonly routes: readonly KongRoute[];
}

/** Who may call, wherever a route asks for a consumer. One for routes that come or go with it is no change of its own. */
export function compareConsumers(base: KongSide, now: KongSide): readonly Found[] {
  const [was, is] = [readConsumers(base.document), readConsumers(now.document)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name): readonly Found[] => {
    const [before, after] = [was.get(name), is.get(name)];
    const consumer = `the consumer ${showValue(name)}`;
    if (!after) {
      if (!isAccepted(before!, now.routes)) return [];
      return [{ kind: 'consumer-removed', message: `${consumer} is removed: its credentials are rejected` }];
    }
    if (!before && !isAccepted(after, base.routes)) return [];
    if (!before) return [{ kind: 'consumer-added', message: `${consumer} is added: it can call more` }];
    return compareConsumer(consumer, before, after);
  });
}

/** The plugins that take each kind of credentials. */
const PLUGINS: Readonly<Record<string, string>> = {
  basicauth_credentials: 'basic-auth',
  hmacauth_credentials: 'hmac-auth',
  jwt_secrets: 'jwt',
  keyauth_credentials: 'key-auth',
  mtls_auth_credentials: 'mtls-auth',
  oauth2_credentials: 'oauth2',
};

/** Whether a route takes the credentials of a consumer. */
function isAccepted(consumer: JsonObject, routes: readonly KongRoute[]): boolean {
  const kinds = Object.keys(consumer).filter((name) => Object.hasOwn(PLUGINS, name));
  const groups = groupsOf(consumer);
  return routes.some(({ plugins }) => {
    const allowed = textsOf(plugins.get('acl')?.['allow']);
    return (
      (kinds.length === 0 || kinds.some((kind) => plugins.has(PLUGINS[kind]!))) &&
      (allowed.length === 0 || allowed.some((group) => groups.includes(group)))
    );
  });
}

function readConsumers(document: JsonObject): ReadonlyMap<string, JsonObject> {
  return new Map(objectsOf(document['consumers']).map((one) => [String(one['username']), one]));
}

function compareConsumer(consumer: string, was: JsonObject, is: JsonObject): readonly Found[] {
  const lists = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...lists]
    .filter((name) => name !== 'username' && !isSame(was[name], is[name]))
    .flatMap((name): readonly Found[] => {
      if (name === 'acls') return compareGroups(consumer, was, is);
      if (!/_(credentials|secrets)$/.test(name)) {
        return [{ kind: 'setting-changed', message: `\`${name}\` of ${consumer} changed` }];
      }
      const [before, after] = [objectsOf(was[name]), objectsOf(is[name])];
      const fresh = after.filter((one) => !before.some((other) => isSame(one, other)));
      const gone = before.filter((one) => !after.some((other) => isSame(one, other)));
      // A secret is never printed.
      return [
        ...(fresh.length > 0
          ? [{ kind: 'consumer-widened' as const, message: `${consumer} has other or more credentials` }]
          : []),
        ...(gone.length > 0
          ? [{ kind: 'consumer-narrowed' as const, message: `credentials of ${consumer} are rejected` }]
          : []),
      ];
    });
}

function groupsOf({ acls }: JsonObject): readonly string[] {
  return objectsOf(acls).map((one) => String(one['group']));
}

function compareGroups(consumer: string, was: JsonObject, is: JsonObject): readonly Found[] {
  const [before, after] = [groupsOf(was), groupsOf(is)];
  const fresh = after.filter((one) => !before.includes(one));
  const gone = before.filter((one) => !after.includes(one));
  return [
    ...(fresh.length > 0
      ? [
          {
            kind: 'consumer-widened' as const,
            message: `${consumer} is in the group ${showList(fresh)} now: it can call more`,
          },
        ]
      : []),
    ...(gone.length > 0
      ? [
          {
            kind: 'consumer-narrowed' as const,
            message: `${consumer} is no longer in the group ${showList(gone)}`,
          },
        ]
      : []),
  ];
}
