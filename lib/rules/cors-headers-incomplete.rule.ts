import type { Cors } from '../model/gateway-model.js';
import { listNeededHeaders } from '../model/list-needed-headers.js';
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
      for (const finding of findMissing(cors, listNeededHeaders(route, model))) {
        const key = JSON.stringify([at, finding.message]);
        if (seen.has(key)) continue;
        seen.add(key);
        yield { at, ...finding, message: `${finding.message}, which ${nameRoute(route)} needs` };
      }
    }
  },
};

function* findMissing(
  { allowHeaders, allowCredentials }: Cors,
  needed: readonly string[],
): Iterable<{ readonly message: string; readonly fix: string }> {
  if (needed.some(isCookie) && !allowCredentials) {
    yield {
      message: 'this CORS policy has no `allowCredentials`, so that browsers send no `Cookie`',
      fix: 'Set `allowCredentials: true`.',
    };
  }
  if (!allowHeaders) return;
  const allowed = new Set(allowHeaders.map((name) => name.toLowerCase()));
  const missing = needed.filter((name) => !isCookie(name) && !isAllowed(name.toLowerCase(), allowed));
  if (missing.length === 0) return;
  const names = [...new Set(missing)].map((name) => `\`${name}\``).join(', ');
  yield {
    message: allowed.has('*')
      ? `\`*\` in \`allowHeaders\` does not cover ${names}`
      : `\`allowHeaders\` does not list ${names}`,
    fix: `Add ${names} to \`allowHeaders\`, or leave \`allowHeaders\` out: it follows from the routes.`,
  };
}

function isAllowed(name: string, allowed: ReadonlySet<string>): boolean {
  return allowed.has(name) || (allowed.has('*') && name !== 'authorization');
}

/** A browser sends it by itself, with credentials only. */
function isCookie(name: string): boolean {
  return name.toLowerCase() === 'cookie';
}
