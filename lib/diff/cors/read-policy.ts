import { memberOf } from '../../openapi/member-of.js';
import { isObject, type Json, type JsonObject } from '../../openapi/openapi.js';
import { isCorsHeader } from './is-cors-header.js';
import type { CorsPolicy } from './cors-policy.js';

const HEADER = /^(?:method\.response|gatewayresponse)\.header\.(.+)$/i;

/** The policy that the responses of an integration have together. Absent: they have none. */
export function readPolicy(integration: JsonObject | undefined): CorsPolicy | undefined {
  const policies = Object.values(memberOf(integration, 'responses'))
    .filter(isObject)
    .map((response) => readResponse(response))
    .filter((policy) => policy !== undefined);
  return policies.length === 0 ? undefined : policies.reduce(join);
}

/** The policy that the headers of one response have. */
export function readResponse(response: JsonObject): CorsPolicy | undefined {
  const headers = new Map<string, string>();
  for (const [name, value] of Object.entries(memberOf(response, 'responseParameters'))) {
    const header = HEADER.exec(name)?.[1]?.toLowerCase();
    if (header !== undefined && isCorsHeader(header, value)) headers.set(header, unquote(value));
  }
  const chosen = Object.values(memberOf(response, 'responseTemplates')).flatMap(readOrigins);
  if (headers.size === 0 && chosen.length === 0) return undefined;
  const list = (name: string): readonly string[] => splitList(headers.get(name));
  const fixed = list('access-control-allow-origin');
  const maxAge = headers.get('access-control-max-age');
  return {
    origins: [...new Set([...fixed, ...chosen])],
    credentials: headers.get('access-control-allow-credentials') === 'true',
    methods: list('access-control-allow-methods'),
    headers: [...list('access-control-allow-headers'), ...readAnyHeader(response)],
    exposed: list('access-control-expose-headers'),
    varies: headers.has('vary'),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

/** The policy of an HTTP API. */
export function readHttpApiPolicy(cors: Json | undefined): CorsPolicy | undefined {
  if (!isObject(cors)) return undefined;
  const list = (name: string): readonly string[] => {
    const value = cors[name];
    return Array.isArray(value) ? value.map(String) : [];
  };
  return {
    origins: list('allowOrigins'),
    credentials: cors['allowCredentials'] === true,
    methods: list('allowMethods'),
    headers: list('allowHeaders'),
    exposed: list('exposeHeaders'),
    ...(cors['maxAge'] === undefined ? {} : { maxAge: String(cors['maxAge']) }),
  };
}

function join(a: CorsPolicy, b: CorsPolicy): CorsPolicy {
  const both = (name: 'origins' | 'methods' | 'headers' | 'exposed'): readonly string[] => [
    ...new Set([...a[name], ...b[name]]),
  ];
  const maxAge = a.maxAge ?? b.maxAge;
  return {
    origins: both('origins'),
    credentials: a.credentials || b.credentials,
    methods: both('methods'),
    headers: both('headers'),
    exposed: both('exposed'),
    varies: a.varies === true || b.varies === true,
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

/** The origins that a template compares the caller's with, where there are several. */
function readOrigins(template: unknown): readonly string[] {
  if (typeof template !== 'string') return [];
  const [, tests = ''] = ORIGIN_CHOICE.exec(template) ?? [];
  return [
    ...[...tests.matchAll(/\$origin == "([^"]*)"/g)].map(([, origin]) => origin!),
    ...[...tests.matchAll(/\$origin\.endsWith\("([^"]*)"\) && \$origin\.matches\("([^"]*?):\/\//g)].map(
      ([, suffix, scheme]) => `${scheme!.replace(/\[(.)\]/g, '$1')}://*${suffix}`,
    ),
  ];
}

/** What precedes a template where several origins are allowed. */
export const ORIGIN_CHOICE =
  /#set\(\$origin = \$input\.params\("Origin"\)\)\n[^\n]*\n#if\(([^\n]*)\)\n#set\(\$context\.responseOverride\.header\.Access-Control-Allow-Origin = \$origin\)\n#end\n/;

/** A preflight may allow what the browser asks for. */
function readAnyHeader(response: JsonObject): readonly string[] {
  return Object.values(memberOf(response, 'responseTemplates')).some(
    (template) =>
      typeof template === 'string' &&
      template.includes('responseOverride.header.Access-Control-Allow-Headers'),
  )
    ? ['*']
    : [];
}

function unquote(value: unknown): string {
  return String(value).replace(/^'(.*)'$/s, '$1');
}

function splitList(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
