import type { GatewayModel, Route } from '../../../model/gateway-model.js';
import { viewRawIntegration, type RawView } from '../../../model/view-raw-integration.js';

/** The routes with an integration object of the user's own. */
export function* listRawIntegrations({
  routes,
}: Pick<GatewayModel, 'routes'>): Generator<{ readonly route: Route; readonly view: RawView }> {
  for (const route of routes) {
    if (route.integration?.kind === 'raw') yield { route, view: viewRawIntegration(route.integration) };
  }
}
