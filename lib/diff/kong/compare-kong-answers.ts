import type { Json, JsonObject } from '../../openapi/openapi.js';
import type { Found } from '../change.js';
import { compareMembers, type MemberCheck } from '../compare-members.js';
import { compareTimeout } from '../compare-timeouts.js';
import { compareVerification } from '../compare-verification.js';
import { describeDifference, differs } from '../describe-difference.js';
import { isSame } from '../is-same.js';
import { showValue } from '../show-value.js';
import type { KongRoute } from './kong-file.js';
import { listGuards } from './read-kong-guards.js';

/** Plugins that answer by themselves. */
const ANSWERING = ['request-termination', 'aws-lambda'];

/** What answers a route: its service, or a plugin. */
export function compareKongAnswers(was: KongRoute, is: KongRoute): readonly Found[] {
  const [before, after] = [nameAnswer(was), nameAnswer(is)];
  if (before !== after) {
    const message = `${after} answers the route, before ${before}`;
    return [{ kind: 'integration-type-changed', message }];
  }
  const service =
    was.service && is.service ? compareMembers(was.service, is.service, SERVICE, otherOf('the service')) : [];
  return [
    ...service,
    ...ANSWERING.flatMap((name) => {
      const [a, b] = [was.plugins.get(name), is.plugins.get(name)];
      return a && b ? compareMembers(a, b, PLUGIN, otherOf(`the plugin ${showValue(name)}`)) : [];
    }),
  ];
}

function nameAnswer({ plugins, service }: KongRoute): string {
  const plugin = ANSWERING.find((name) => plugins.has(name));
  if (plugin !== undefined) return `the plugin ${showValue(plugin)}`;
  return service ? 'a service' : 'nothing';
}

type Other = (member: string, was: Json | undefined, is: Json | undefined) => readonly Found[];

function otherOf(what: string): Other {
  return (member, was, is) => [
    { kind: 'integration-changed', message: `\`${member}\` of ${what} ${describeDifference(was, is)}` },
  ];
}

const target = differs('integration-target-changed', 'the target');

/** The same in both forms: a URL, or its parts. */
const SERVICE: Readonly<Record<string, MemberCheck>> = {
  url: target,
  host: target,
  port: differs('integration-target-changed', 'the port of the target'),
  path: differs('integration-target-changed', 'the path of the target'),
  protocol: differs('integration-target-changed', 'the protocol of the target'),
  read_timeout: compareWaits,
  // They follow the other one.
  connect_timeout: () => [],
  write_timeout: () => [],
  tls_verify: (was, is) => compareVerification(was !== false, is !== false),
};

const PLUGIN: Readonly<Record<string, MemberCheck>> = {
  function_name: differs('integration-target-changed', 'the function'),
  aws_region: differs('integration-target-changed', 'the region of the function'),
  aws_assume_role_arn: differs('integration-role-changed', 'the role'),
  awsgateway_compatible: differs('event-format-changed', 'the format of the event'),
  timeout: compareWaits,
};

/** Kong waits a minute where a service does not set it. */
const DEFAULT_TIMEOUT = 60_000;

function compareWaits(was: Json | undefined, is: Json | undefined): readonly Found[] {
  return compareTimeout(Number(was ?? DEFAULT_TIMEOUT), Number(is ?? DEFAULT_TIMEOUT));
}

/** Plugins that are compared elsewhere. */
const APART = [...ANSWERING, 'cors', 'acl', 'key-auth'];

/** Every other plugin: what it does to requests and responses. */
export function compareKongPlugins(was: KongRoute, is: KongRoute): readonly Found[] {
  const guards = [...listGuards(was.plugins), ...listGuards(is.plugins)];
  const names = new Set([...was.plugins.keys(), ...is.plugins.keys()]);
  return [...names]
    .filter((name) => !APART.includes(name) && !guards.includes(name))
    .flatMap((name) => comparePlugin(name, was.plugins.get(name), is.plugins.get(name)));
}

function comparePlugin(
  name: string,
  was: JsonObject | undefined,
  is: JsonObject | undefined,
): readonly Found[] {
  if (isSame(was, is) || isTokenCheck(name, was ?? is)) return [];
  const kind = /^(request-transformer|pre-function)$/.test(name)
    ? 'request-mapping-changed'
    : /^(response-transformer|post-function|exit-transformer)$/.test(name)
      ? 'response-mapping-changed'
      : 'integration-changed';
  const what = `the plugin ${showValue(name)}`;
  if (!was) return [{ kind, message: `${what} is added` }];
  if (!is) return [{ kind, message: `${what} is removed` }];
  return compareMembers(was, is, {}, (member, a, b) => [
    { kind, message: `\`${member}\` of ${what} ${describeDifference(a, b)}` },
  ]);
}

/** Compared with the authorizer that it belongs to. */
function isTokenCheck(name: string, config: JsonObject | undefined): boolean {
  return name === 'pre-function' && JSON.stringify(config).includes('claims');
}
