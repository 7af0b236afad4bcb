import { isOfHttpApi } from '../integrations/is-of-http-api.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Route } from '../../../model/routes/route.js';
import { viewRawIntegration, type RawView } from '../../../model/integrations/view-raw-integration.js';

/** The routes with an integration object of the user's own. Another rule refuses those of HTTP APIs. */
export function* listRawIntegrations({
  routes,
}: Pick<GatewayModel, 'routes'>): Generator<{ readonly route: Route; readonly view: RawView }> {
  for (const route of routes) {
    const { integration } = route;
    if (integration?.kind !== 'raw' || isOfHttpApi(integration)) continue;
    yield { route, view: viewRawIntegration(integration) };
  }
}
