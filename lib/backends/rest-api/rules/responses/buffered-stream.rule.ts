import type { RestApi } from '../../rest-api-output.js';
import { isObject } from '../../../../openapi/openapi.js';
import { nameType } from '../../../../model/binary-types.js';
import type { RouteView } from '../../../../model/view-route.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/**
 * API Gateway passes on a response when it is complete, unless the integration streams. Events that never end are cut
 * off at the timeout.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
 */
export const bufferedStream: Rule<RestApi> = {
  code: 'buffered-stream',
  severity: 'warning',
  *check(_, { operations }) {
    for (const [route, { integration, view }] of operations) {
      if (!integration || integration['responseTransferMode'] === 'STREAM') continue;
      const what = route.stream?.kind === 'events' ? '`@Sse()`' : findStreamedType(view);
      if (what === undefined) continue;
      yield {
        at: placeOf(route),
        message: `${what} answers piece by piece, but API Gateway passes on a response only when it is complete, and returns 504 at the timeout`,
        fix: 'Set `streaming: true` in `@AwsLambda` or `@AwsHttp`, or exclude the route with `@AwsExclude()` and serve it beside API Gateway.',
      };
    }
  },
};

const STREAMED = ['text/event-stream', 'application/x-ndjson'];

function findStreamedType({ operation, successStatus }: RouteView): string | undefined {
  const content = operation.responses?.[successStatus]?.['content'];
  const types = isObject(content) ? Object.keys(content) : [];
  const type = types.find((one) => STREAMED.includes(nameType(one)));
  return type === undefined ? undefined : `a response of \`${type}\``;
}
