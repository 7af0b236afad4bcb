import type { GatewayModel } from '../../model/gateway-model.js';
import type { Integration } from '../../model/integrations/integration.js';
import type { Route } from '../../model/routes/route.js';
import { nameType } from '../../model/documents/binary-types.js';
import { handlersOf, viewRoute } from '../../model/documents/view-route.js';
import { isObject } from '../../openapi/openapi.js';
import { placeOf, type Rule } from '../rule.js';

/**
 * API Gateway passes on a response when it is complete, unless the integration of a REST API streams. Events that never
 * end are cut off at the timeout.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
 */
export const bufferedStream: Rule = {
  code: 'buffered-stream',
  severity: 'warning',
  *check(model) {
    for (const route of model.routes) {
      const { integration } = route;
      if (!integration || streams(integration)) continue;
      const what =
        route.stream?.kind === 'events'
          ? '`@Sse()` sends its response piece by piece'
          : findStreamedType(route, model);
      if (what === undefined) continue;
      yield {
        at: placeOf(route),
        message: `${what}, but API Gateway passes on a response only when it is complete, and returns 504 at the timeout`,
        fix: `${model.settings.gateway === 'http-api' ? 'Serve the route from a REST API with' : 'Set'} \`streaming: true\` in \`@AwsLambda\` or \`@AwsHttp\`, or exclude the route with \`@AwsExclude()\` and serve it beside API Gateway.`,
      };
    }
  },
};

function streams(integration: Integration): boolean {
  return integration.kind === 'raw'
    ? integration.object['responseTransferMode'] === 'STREAM'
    : 'streaming' in integration && integration.streaming === true;
}

const STREAMED = ['text/event-stream', 'application/x-ndjson'];

/** Nest documents what `@ApiProduces` names only beside the type of an answer, and a header of the handler not at all. */
function findStreamedType(route: Route, model: GatewayModel): string | undefined {
  const { operation, successStatus } = viewRoute(route, model);
  const content = operation.responses?.[successStatus]?.['content'];
  const types = [
    ...(isObject(content) ? Object.keys(content) : []),
    ...handlersOf(route).flatMap(({ mediaTypes }) => mediaTypes?.produced ?? []),
  ];
  const type = types.find((one) => STREAMED.includes(nameType(one)));
  return type === undefined ? undefined : `a response of \`${nameType(type)}\` is sent piece by piece`;
}
