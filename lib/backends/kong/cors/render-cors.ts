import { defined } from '../../../values/defined.js';
import { readOriginWildcard } from '../../../grammar/origin.js';
import type { Cors } from '../../../model/cors/cors.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { GatewayPath, Route } from '../../../model/routes/route.js';
import { listCorsHeaders } from '../../../model/headers/list-cors-headers.js';
import { nameRoute } from '../../../rules/rule.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import {
  formatDeployValue,
  joinDeployValue,
  mapDeployText,
  type DeployValue,
} from '../../../values/deploy-value.js';
import type { Plugin } from '../answers/answer.js';
import { escapeText } from '../paths/render-expression.js';
import type { KongPreflight } from '../kong-output.js';
import type { Refusal } from '../../refusal.js';

const METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'POST', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'];
const ANY_METHOD = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'];

interface RenderedCors {
  readonly plugin: Plugin;
  readonly preflight: KongPreflight;
}

/** The policy of a path, for its routes and for its preflights. Absent: it has none. */
export function renderCors(path: GatewayPath, model: GatewayModel): RenderedCors | undefined {
  const { cors } = path;
  if (!cors) return undefined;
  const { allowOrigins, exposeHeaders, allowCredentials, maxAge } = cors;
  const headers = cors.allowHeaders ?? (cors.anyHeader ? undefined : listCorsHeaders(path.routes, model));
  const methods = listMethods(path, cors);
  return {
    preflight: { allowMethods: methods, allowHeaders: headers ?? ['*'] },
    plugin: {
      name: 'cors',
      config: {
        origins: allowOrigins.map(renderOrigin),
        methods,
        // Without a list Kong allows what the browser asks for.
        ...defined({ headers, exposed_headers: exposeHeaders }),
        credentials: allowCredentials,
        ...(maxAge === undefined ? {} : { max_age: maxAge }),
      },
    },
  };
}

/** A policy that cannot be written, or that is not the one of the path, which answers the preflights of all routes. */
export function refusePolicy(route: Route, { cors, routes }: GatewayPath): readonly Refusal[] {
  // Without origins Kong would allow all of them.
  if (route.cors?.originList) return [refuseList(route.cors.originList)];
  const unsafe = route.cors?.allowOrigins.find(isUnsafe);
  if (unsafe) return [refuseOrigin(unsafe)];
  if (route.method === 'options' || JSON.stringify(route.cors) === JSON.stringify(cors)) return [];
  const first = routes.find(({ method }) => method !== 'options')!;
  return [
    {
      what: `a CORS policy that differs from that of ${nameRoute(first)}`,
      why: 'one route answers the preflights of a path',
      fix: 'Add `@AwsCors` to the class, or give both handlers the same options.',
    },
  ];
}

function refuseList(list: DeployValue): Refusal {
  return {
    what: `\`${formatDeployValue(list)}\` for a list of origins`,
    why: 'the file for Kong has a fixed number of origins',
    fix: `Write a list, such as \`allowOrigins: ['\${app_origin}', '\${admin_origin}']\`, or add \`--var ${nameOf(list)}=https://a.example.com,https://b.example.com\`.`,
  };
}

function nameOf(list: DeployValue): string {
  return formatDeployValue(list).slice(2, -1);
}

function refuseOrigin(origin: DeployValue): Refusal {
  return {
    what: `the origin \`${formatDeployValue(origin)}\``,
    why: 'it becomes a regular expression, in which a dot in a value that is filled in later matches any character',
    fix: 'Write the domain instead of the placeholder, or fill it with `--var`.',
  };
}

function listMethods({ routes }: GatewayPath, { allowMethods }: Cors): readonly string[] {
  if (allowMethods) {
    return METHODS.filter((method) =>
      allowMethods.some((one) => one === '*' || one.toUpperCase() === method),
    );
  }
  const methods = routes.flatMap(({ method }) => (method === 'any' ? ANY_METHOD : [method.toUpperCase()]));
  return [...new Set([...methods, 'OPTIONS'])].filter((method) => METHODS.includes(method)).toSorted();
}

/**
 * An origin as Kong compares it: as it stands if it has only letters, digits and `.:/-`, otherwise as a regular
 * expression for the whole of it.
 */
function renderOrigin(origin: DeployValue): DeployTree {
  const wildcard = readOriginWildcard(origin);
  if (!wildcard) return isPlain(origin) ? origin : mapDeployText(origin, escapeText);
  const suffix = mapDeployText(wildcard.suffix, escapeText);
  return joinDeployValue(`${escapeText(wildcard.scheme)}://[^/]+`, suffix);
}

/** In a regular expression each dot of a value that is filled in later would match any letter. */
function isUnsafe(origin: DeployValue): boolean {
  const isExpression = readOriginWildcard(origin) !== undefined || !isPlain(origin);
  return isExpression && origin['@deploy'].some((part) => typeof part !== 'string');
}

function isPlain(origin: DeployValue): boolean {
  return origin['@deploy'].every((part) => typeof part !== 'string' || /^(\*|[A-Za-z0-9.:/-]*)$/.test(part));
}
