import type { GatewayModel } from '../../../../model/gateway-model.js';
import type { Route } from '../../../../model/routes/route.js';

export interface HttpUse {
  readonly route: Route;
  /** Behind a VPC link. */
  readonly isLinked: boolean;
  /** The load balancer of a VPC link V2. */
  readonly target: unknown;
}

/** The routes with an HTTP backend, whatever decorator declares it. */
export function listHttp({ routes }: Pick<GatewayModel, 'routes'>): readonly HttpUse[] {
  return routes.flatMap((route): readonly HttpUse[] => {
    const { integration } = route;
    if (integration?.kind === 'http')
      return [{ route, isLinked: integration.vpcLink !== undefined, target: integration.target }];
    if (integration?.kind !== 'raw') return [];
    const { connectionType, integrationTarget } = integration.object;
    return [{ route, isLinked: connectionType === 'VPC_LINK', target: integrationTarget }];
  });
}
