import type { AwsGatewayId } from '../../aws-gateway.options.js';
import type { Severity } from '../../diagnostics/diagnostic.js';
import type { Route } from '../../model/routes/route.js';
import { placeOf, type Rule } from '../rule.js';
import { moreHaveIt } from '../more-have-it.js';

/** A setting, or a whole route, that a gateway has no counterpart of. */
export interface Inexpressible {
  /** The setting as its author wrote it, in backticks. */
  readonly what: string;
  /** Why the gateway has no counterpart, as a clause. */
  readonly why: string;
  /** The way out: an imperative with the exact code to write. */
  readonly fix: string;
  /** `warning`: the gateway serves the routes without the setting. Absent: it does not serve them. */
  readonly severity?: Extract<Severity, 'warning'>;
  /** The routes with the setting. Empty: it is of the API as a whole. */
  readonly routes: readonly Route[];
}

/** What the rule reads of the output of a gateway. */
interface Expressed {
  readonly gateway: AwsGatewayId;
  readonly inexpressible: readonly Inexpressible[];
}

/** Nothing that a gateway lacks is dropped in silence. */
export const notExpressible: Rule<Expressed> = {
  code: 'not-expressible',
  severity: 'error',
  *check(_, { gateway, inexpressible }) {
    for (const { what, why, fix, severity, routes } of inexpressible) {
      const [first, ...others] = routes;
      const more = moreHaveIt(others.length, 'route');
      yield {
        at: first ? placeOf(first) : {},
        message: `the gateway \`${gateway}\` cannot express ${what}: ${why}${more}`,
        fix,
        ...(severity === undefined ? {} : { severity }),
      };
    }
  },
};
