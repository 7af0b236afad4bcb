import type { GatewaySettings } from '../../../model/settings/gateway-settings.js';
import type { Integration } from '../../../model/integrations/integration.js';
import type { Route } from '../../../model/routes/route.js';
import type { ServiceIntegration } from '../../../services/service-integrations.js';
import { toJson } from '../../../options/option-shape.js';
import { definitionOf } from '../../../services/services.js';
import type { Rendered } from './answer.js';
import { renderApplication, renderHttp } from './render-http.js';
import { renderLambda } from './render-lambda.js';
import { renderMock } from './render-mock.js';
import { refuse } from '../../refusal.js';

type RenderAnswer<Kind extends Integration['kind']> = (
  integration: Extract<Integration, { kind: Kind }>,
  route: Route,
  settings: GatewaySettings,
) => Rendered;

/** A kind that is missing here does not compile. */
const ANSWERS = {
  lambda: renderLambda,
  http: renderHttp,
  mock: renderMock,
  raw: () =>
    refuse(
      '`@AwsIntegration`',
      'the object is in the terms of API Gateway',
      'Use `@AwsLambda`, `@AwsHttp` or `@AwsMock`, or exclude the route with `@AwsExclude()`.',
    ),
  dynamodb: ofService,
  s3: ofService,
  sns: ofService,
  sqs: ofService,
  'step-functions': ofService,
  eventbridge: ofService,
  kinesis: ofService,
  service: ofService,
} satisfies { [Kind in Integration['kind']]: RenderAnswer<Kind> };

/** What answers a route in Kong. Without an integration there is nothing, and another rule reports that. */
export function renderAnswer(route: Route, settings: GatewaySettings): Rendered {
  const { integration, responder } = route;
  if (!integration) return { refusals: [] };
  const { upstream } = settings.kong;
  if (upstream && responder?.kind === 'application') return renderApplication(upstream, route);
  const render = ANSWERS[integration.kind] as RenderAnswer<Integration['kind']>;
  const rendered = render(integration, route, settings);
  const [, variable] = STAGE_VARIABLE.exec(toJson(integration) ?? '') ?? [];
  return variable === undefined || !rendered.answer
    ? rendered
    : refuse(
        `the stage variable \`${variable}\``,
        'Kong has no stages, and would take it for text',
        'Use a placeholder, such as `${name}`, which has a value for each deployment.',
      );
}

const STAGE_VARIABLE = /\$\{stageVariables\.(\w+)\}/;

function ofService(integration: ServiceIntegration): Rendered {
  return refuse(
    `\`${definitionOf(integration).describe(integration.options as never)}\``,
    'no plugin of open-source Kong signs requests to AWS services other than Lambda',
    'Let a function make the call (`@AwsLambda`), let the application answer (`@AwsHttp`), or exclude the route with `@AwsExclude()`.',
  );
}
