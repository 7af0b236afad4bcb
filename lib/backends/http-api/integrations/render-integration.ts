import type { Integration } from '../../../model/integrations/integration.js';
import type { Route } from '../../../model/routes/route.js';
import type { RouteView } from '../../../model/documents/view-route.js';
import type { Rendered } from './rendered.js';
import { renderHttp } from './render-http.js';
import { renderLambda } from './render-lambda.js';
import { renderRaw } from './render-raw.js';
import { renderService } from './services/render-service.js';
import { refuse } from '../../refusal.js';

type RenderIntegration<Kind extends Integration['kind']> = (
  integration: Extract<Integration, { kind: Kind }>,
  route: Route,
  view: RouteView,
) => Rendered;

/** A kind that is missing here does not compile. */
const INTEGRATIONS = {
  lambda: (integration, _, { model }) => renderLambda(integration, model.settings),
  http: renderHttp,
  mock: () =>
    refuse(
      '`@AwsMock`',
      'an HTTP API passes every request on to a backend',
      'Let the application or a function answer (`@AwsHttp`, `@AwsLambda`), or exclude the route with `@AwsExclude()`.',
    ),
  raw: renderRaw,
  dynamodb: ofService,
  s3: ofService,
  sns: ofService,
  sqs: ofService,
  'step-functions': ofService,
  eventbridge: ofService,
  kinesis: ofService,
  service: ofService,
} satisfies { [Kind in Integration['kind']]: RenderIntegration<Kind> };

/** What API Gateway calls for a route. Without an integration there is nothing, and another rule reports that. */
export function renderIntegration(route: Route, view: RouteView): Rendered {
  if (!route.integration) return { refusals: [] };
  const render = INTEGRATIONS[route.integration.kind] as RenderIntegration<Integration['kind']>;
  return render(route.integration, route, view);
}

function ofService(integration: Parameters<typeof renderService>[0], _: Route, view: RouteView): Rendered {
  return renderService(integration, view);
}
