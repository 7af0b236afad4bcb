import type { HttpIntegration, MappedText } from '../../../model/integrations/integration.js';
import type { Route } from '../../../model/routes/route.js';
import { splitUrl } from '../../../grammar/split-url.js';
import { DEFAULT_TIMEOUT } from '../../../model/integrations/timeout-of.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import {
  formatDeployValue,
  joinDeployValue,
  mapDeployText,
  parseDeployValue,
  type DeployValue,
} from '../../../values/deploy-value.js';
import { captureName } from '../paths/capture-name.js';
import type { Refusal } from '../../refusal.js';
import { unless, type Plugin, type Rendered } from './answer.js';
import { mapText } from './map-text.js';

/** The running application, under the path of the request. */
export function renderApplication(upstream: DeployValue, { timeout }: Route): Rendered {
  return { answer: { service: renderService(upstream, timeout, true), plugins: [] }, refusals: [] };
}

/** A backend: a service with the URL in front of the path of the request, or a path of its own by a plugin. */
export function renderHttp(integration: HttpIntegration, route: Route): Rendered {
  const { url, baseUrl, method, timeout, insecureSkipVerification, vpcLink, streaming } = integration;
  const refusals: Refusal[] = vpcLink === undefined ? [] : [VPC_LINK];
  const add = (place: string, values: Readonly<Record<string, MappedText>> = {}): readonly DeployValue[] =>
    Object.entries(values).flatMap(([name, value]) => {
      const mapped = mapText(value, route.path);
      if (mapped === undefined) refusals.push(refuseMapping(place, name));
      return mapped === undefined ? [] : [joinDeployValue(`${name}:`, mapped)];
    });
  const headers = add('header', integration.headers);
  const query = add('query parameter', integration.query);
  const exact = baseUrl === undefined || hasVariables(baseUrl) ? splitExact(url, route.path) : undefined;
  const origin = exact?.origin ?? (baseUrl && !hasVariables(baseUrl) ? baseUrl : undefined);
  if (origin === undefined) return { refusals: [...refusals, UNKNOWN_URL] };
  const changes: DeployMembers = {
    ...(method === 'ANY' || method === route.method.toUpperCase() ? {} : { http_method: method }),
    // The plugin replaces only what is there, and adds only what is not.
    ...setBoth(headers, [...query, ...(exact?.query ?? [])], exact?.path),
  };
  const transformer: Plugin = { name: 'request-transformer', config: changes };
  return unless(refusals, {
    service: renderService(origin, timeout, !insecureSkipVerification),
    plugins: Object.keys(changes).length > 0 ? [transformer] : [],
    ...(streaming ? { route: { response_buffering: false } } : {}),
  });
}

function renderService(url: DeployValue, timeout = DEFAULT_TIMEOUT, verify: boolean): DeployMembers {
  const isSecure = /^https:/i.test(formatDeployValue(url));
  return {
    url,
    connect_timeout: timeout,
    read_timeout: timeout,
    write_timeout: timeout,
    // Kong does not verify certificates by itself.
    ...(isSecure ? { tls_verify: verify } : {}),
  };
}

function setBoth(
  headers: readonly DeployValue[],
  querystring: readonly DeployValue[],
  uri: DeployValue | undefined,
): DeployMembers {
  const both = {
    ...(headers.length > 0 ? { headers } : {}),
    ...(querystring.length > 0 ? { querystring } : {}),
  };
  const replaced = { ...(uri === undefined ? {} : { uri }), ...both };
  return {
    ...(Object.keys(replaced).length > 0 ? { replace: replaced } : {}),
    ...(Object.keys(both).length > 0 ? { add: both } : {}),
  };
}

function hasVariables(url: DeployValue): boolean {
  return /(?<!\$)\{/.test(formatDeployValue(url));
}

/** The parts of a URL that is not the path of the request. Absent: only a deployment knows them. */
function splitExact(
  url: DeployValue,
  routePath: string,
):
  | { readonly origin: DeployValue; readonly path: DeployValue; readonly query: readonly DeployValue[] }
  | undefined {
  const parts = splitUrl(url);
  if (parts === undefined) return undefined;
  const written = formatDeployValue(parts.path);
  const [, path = '/', query = ''] = /^([^?#]*)\??([^#]*)/.exec(written) ?? [];
  return {
    origin: joinDeployValue(parts.secure ? 'https://' : 'http://', parts.host),
    path: template(path, routePath),
    query: query
      .split('&')
      .filter(Boolean)
      .map((pair) => template(pair.replace(/=|$/, ':'), routePath)),
  };
}

/** Text of a URL with its path variables as the plugin has them. */
function template(text: string, path: string): DeployValue {
  return mapDeployText(parseDeployValue(text), (plain) =>
    plain.replace(/\{([^{}]+)\}/g, (_, name: string) => `$(uri_captures["${captureName(path, name)}"])`),
  );
}

const VPC_LINK: Refusal = {
  what: '`vpcLink`',
  why: 'Kong calls the host of the URL itself',
  fix: 'Make sure that Kong reaches the host, or let the application answer with `forRoot({ kong: { upstream } })`.',
  severity: 'warning',
};

const UNKNOWN_URL: Refusal = {
  what: 'a `url` whose path is known only at deployment',
  why: 'Kong takes host and path separately',
  fix: "Write `url: 'https://${host}/path'`, or use `baseUrl`.",
};

function refuseMapping(place: string, name: string): Refusal {
  return {
    what: `the value of the ${place} \`${name}\``,
    why: 'Kong sets fixed text, path variables, query parameters and headers of the request only',
    fix: `Use fixed text, \`fromPath()\`, \`fromQuery()\` or \`fromHeader()\`, or let the application set \`${name}\`.`,
  };
}
