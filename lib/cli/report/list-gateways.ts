import type { AwsGatewayId } from '../../aws-gateway.options.js';
import type { GatewayComparison, Served } from '../../compare-gateways.js';
import { groupBy } from '../../diagnostics/group-by.js';
import type { Route } from '../../model/routes/route.js';
import { formatAmount } from '../../rules/gateway/format-limit.js';
import { nameRoute } from '../../rules/rule.js';
import { count } from './count.js';
import { formatTable } from './format-table.js';
import type { Terminal } from './terminal.js';

/** A gateway as `--list --format json` shows it. */
export interface ListedGateway {
  readonly gateway: AwsGatewayId;
  /** Routes that it serves as they are, without some of their settings, and not at all. */
  readonly routes: Readonly<Record<Served, number>>;
  readonly inexpressible: readonly {
    readonly what: string;
    readonly why: string;
    readonly fix: string;
    readonly severity: 'error' | 'warning';
    /** `GET /users in UsersController.list`. Empty: it is of the API as a whole. */
    readonly routes: readonly string[];
  }[];
  /** Limits that the application is over. */
  readonly exceeded: GatewayComparison['exceeded'];
}

/** What each gateway would make of the application, as data. */
export function describeGateways(gateways: readonly GatewayComparison[]): readonly ListedGateway[] {
  return gateways.map(({ gateway, served, inexpressible, exceeded }) => {
    const routes = { yes: 0, partly: 0, no: 0 };
    for (const state of served.values()) routes[state] += 1;
    return {
      gateway,
      routes,
      inexpressible: [
        ...groupBy(inexpressible, (one) => JSON.stringify({ ...one, routes: [] })).values(),
      ].map((same) => {
        const { what, why, fix, severity = 'error' } = same[0]!;
        const affected = same.flatMap((one) => one.routes);
        return {
          what,
          why,
          fix,
          severity,
          routes: affected.map((route) => nameRoute(route).replaceAll('`', '')),
        };
      }),
      exceeded,
    };
  });
}

/** How each gateway serves a route. */
export function gatewaysOf(
  route: Route,
  gateways: readonly GatewayComparison[],
): Readonly<Partial<Record<AwsGatewayId, Served>>> {
  return Object.fromEntries(gateways.map(({ gateway, served }) => [gateway, served.get(route) ?? 'no']));
}

/** A table of the gateways: what each serves, and what it cannot express. */
export function listGateways(gateways: readonly GatewayComparison[], terminal?: Terminal): string {
  const rows = describeGateways(gateways).flatMap(({ gateway, routes, inexpressible, exceeded }) => {
    const all = routes.yes + routes.partly + routes.no;
    const lost = [
      ...inexpressible.map(({ what, severity, routes: affected }) => [
        what.replaceAll('`', ''),
        affected.length === 0 ? 'the API' : count(affected.length, 'route'),
        severity === 'error' ? 'not served' : 'served without it',
      ]),
      ...exceeded.map(({ name, unit, used, of = 0 }) => [
        `${formatAmount(used, unit)} of ${formatAmount(of, unit)} ${name}`,
        'the API',
        'not served',
      ]),
    ];
    const first = [gateway, `${routes.yes + routes.partly} of ${all}`];
    return (lost.length > 0 ? lost : [['-', '-', '-']]).map((cells, index) => [
      ...(index === 0 ? first : ['', '']),
      ...cells,
    ]);
  });
  return formatTable([['GATEWAY', 'SERVES', 'CANNOT EXPRESS', 'OF', 'RESULT'], ...rows], terminal);
}
