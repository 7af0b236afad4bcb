import type { Cors } from '../model/cors/cors.js';
import { listNeededHeaders } from '../model/headers/list-needed-headers.js';
import { policyPlace } from './policy-place.js';
import { nameRoute, type Rule } from './rule.js';

/**
 * A browser sends no header that a preflight does not allow, so that a route which needs it refuses every call.
 *
 * @see https://fetch.spec.whatwg.org/#http-access-control-allow-headers
 */
export const corsHeadersIncomplete: Rule = {
  code: 'cors-headers-incomplete',
  severity: 'warning',
  *check(model) {
    const seen = new Set<string>();
    for (const route of model.routes) {
      const { cors } = route;
      if (!cors) continue;
      const at = policyPlace(route);
      const words = route.origins.cors.level === 'application' ? OF_APPLICATION : OF_GATEWAY;
      for (const finding of findMissing(cors, listNeededHeaders(route, model), words)) {
        const key = JSON.stringify([at, finding.message]);
        if (seen.has(key)) continue;
        seen.add(key);
        yield { at, ...finding, message: `${finding.message}, which ${nameRoute(route)} needs` };
      }
    }
  },
};

/** What a policy is called, and its options: one may follow from `enableCors`. */
interface Words {
  readonly policy: string;
  readonly headers: string;
  readonly credentials: string;
}

const OF_GATEWAY: Words = {
  policy: 'this CORS policy',
  headers: 'allowHeaders',
  credentials: 'allowCredentials',
};
const OF_APPLICATION: Words = {
  policy: '`enableCors`',
  headers: 'allowedHeaders',
  credentials: 'credentials',
};

function* findMissing(
  { allowHeaders, allowCredentials }: Cors,
  needed: readonly string[],
  { policy, headers, credentials }: Words,
): Iterable<{ readonly message: string; readonly fix: string }> {
  if (needed.some(isCookie) && !allowCredentials) {
    yield {
      message: `${policy} has no \`${credentials}\`, so that browsers send no \`Cookie\``,
      fix: `Set \`${credentials}: true\`.`,
    };
  }
  if (!allowHeaders) return;
  const allowed = new Set(allowHeaders.map((name) => name.toLowerCase()));
  const missing = needed.filter((name) => !isCookie(name) && !isAllowed(name.toLowerCase(), allowed));
  if (missing.length === 0) return;
  const names = [...new Set(missing)].map((name) => `\`${name}\``).join(', ');
  yield {
    message: allowed.has('*')
      ? `\`*\` in \`${headers}\` does not cover ${names}`
      : `\`${headers}\` does not list ${names}`,
    fix: `Add ${names} to \`${headers}\`, or leave \`${headers}\` out: it follows from the routes.`,
  };
}

function isAllowed(name: string, allowed: ReadonlySet<string>): boolean {
  return allowed.has(name) || (allowed.has('*') && name !== 'authorization');
}

/** A browser sends it by itself, with credentials only. */
function isCookie(name: string): boolean {
  return name.toLowerCase() === 'cookie';
}
