import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Inexpressible } from '../../../rules/gateway/not-expressible.rule.js';
import { nameRoute } from '../../../rules/rule.js';

/** Names of variables do not count in an HTTP API: such routes would have one path with two names. */
export function listRenamed({ paths }: GatewayModel): readonly Inexpressible[] {
  return paths.flatMap(({ routes: [first, ...others] }) => {
    const renamed = others.filter(({ path }) => path !== first!.path);
    if (renamed.length === 0) return [];
    return [
      {
        what: `a path that differs from that of ${nameRoute(first!)} only in the names of its variables`,
        why: 'both are one path, whose variables have one name',
        fix: `Name the variables as in \`${first!.path}\`.`,
        routes: renamed,
      },
    ];
  });
}
