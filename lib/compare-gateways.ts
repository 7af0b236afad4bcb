import type { AwsGatewayId } from './aws-gateway.options.js';
import type { GatewayOutput } from './backends/back-end.js';
import { GATEWAYS } from './backends/index.js';
import type { GatewayModel } from './model/gateway-model.js';
import type { Route } from './model/routes/route.js';
import type { LimitUse } from './rules/gateway/limit.js';
import type { Inexpressible } from './rules/gateway/not-expressible.rule.js';

/** `partly`: the gateway serves a route without some of its settings. */
export type Served = 'yes' | 'partly' | 'no';

/** What a gateway would make of an application. */
export interface GatewayComparison {
  readonly gateway: AwsGatewayId;
  readonly served: ReadonlyMap<Route, Served>;
  /** Settings and routes that it has no counterpart of. */
  readonly inexpressible: readonly Inexpressible[];
  /** Limits that the application is over. */
  readonly exceeded: readonly LimitUse[];
}

/** What each gateway would make of an application, so that a team sees what a move costs before it moves. */
export function compareGateways(model: GatewayModel): readonly GatewayComparison[] {
  return Object.values(GATEWAYS).map(({ id, render }) => {
    const output: GatewayOutput = render(model);
    return {
      gateway: id,
      served: new Map(model.routes.map((route) => [route, readServed(route, output)])),
      inexpressible: output.inexpressible,
      exceeded: output.limits.filter(({ used, of }) => of !== undefined && used > of),
    };
  });
}

function readServed(route: Route, { operations, inexpressible }: GatewayOutput): Served {
  const about = inexpressible.filter(({ routes }) => routes.includes(route));
  if (!operations.has(route) || about.some(({ severity }) => severity === undefined)) return 'no';
  return about.length > 0 ? 'partly' : 'yes';
}
