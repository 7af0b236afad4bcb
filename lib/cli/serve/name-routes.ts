import type { GatewayModel } from '../../model/gateway-model.js';
import type { Route } from '../../model/routes/route.js';
import { formatIntegration } from '../report/list-routes.js';

/** Who answers a route, in the words of the application. */
export interface NamedRoute {
  /** Such as `UsersController.find`. */
  readonly handler: string;
  /** Such as `dynamodb GetItem`. */
  readonly integration: string;
}

/** The routes of the model by `METHOD /path`, the method `ANY` among them. */
export function nameRoutes({ routes }: Pick<GatewayModel, 'routes'>): ReadonlyMap<string, NamedRoute> {
  return new Map(
    routes.map((route): [string, NamedRoute] => [`${methodOf(route)} ${route.path}`, nameRoute(route)]),
  );
}

function methodOf({ method }: Route): string {
  const verb = method.toUpperCase();
  return verb === 'ALL' ? 'ANY' : verb;
}

function nameRoute({ controller, handler, integration }: Route): NamedRoute {
  return {
    handler: `${controller}.${handler}`,
    integration: integration ? formatIntegration(integration) : '-',
  };
}
