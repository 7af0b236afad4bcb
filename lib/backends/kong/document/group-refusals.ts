import type { Route } from '../../../model/routes/route.js';
import type { Inexpressible } from '../../../rules/gateway/not-expressible.rule.js';
import type { Refusal } from '../../refusal.js';

/** The same refusal of several routes once, with all of them. */
export function groupRefusals(
  found: readonly { readonly route: Route; readonly refusal: Refusal }[],
): readonly Inexpressible[] {
  const groups = new Map<string, { readonly refusal: Refusal; readonly routes: Route[] }>();
  for (const { route, refusal } of found) {
    const key = JSON.stringify([refusal.what, refusal.why, refusal.fix, refusal.severity]);
    const known = groups.get(key) ?? { refusal, routes: [] };
    groups.set(key, known);
    if (!known.routes.includes(route)) known.routes.push(route);
  }
  return [...groups.values()].map(({ refusal, routes }) => ({ ...refusal, routes }));
}
