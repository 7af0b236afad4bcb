import { defined } from '../../../values/defined.js';
import type { GatewaySettings } from '../../../model/settings/gateway-settings.js';
import type { LambdaIntegration } from '../../../model/integrations/integration.js';
import { renderInvocationUri } from '../../../model/functions/render-invocation-uri.js';
import { refuse, type Refusal } from '../../refusal.js';
import { refuseTimeout, unless, type Rendered } from './rendered.js';

export function renderLambda(integration: LambdaIntegration, settings: GatewaySettings): Rendered {
  const { mode, payloadFormat = '2.0', credentials, timeout, streaming } = integration;
  if (mode === 'custom') {
    return refuse(
      "`@AwsLambda({ mode: 'custom' })`",
      'an HTTP API has no mapping templates',
      "Use `mode: 'proxy'`: the function gets the whole request, and returns status, headers and body.",
    );
  }
  if (mode === 'async') {
    return refuse(
      "`@AwsLambda({ mode: 'async' })`",
      'an HTTP API waits for the result of the function',
      'Send the request to a queue with `@AwsSqs`, and let the function read the queue.',
    );
  }
  const streams: readonly Refusal[] = streaming
    ? [
        {
          what: '`@AwsLambda({ streaming: true })`',
          why: 'an HTTP API answers only when the function is done',
          fix: 'Remove `streaming`, or serve the route from a REST API.',
        },
      ]
    : [];
  return unless([...streams, ...refuseTimeout(timeout)], {
    type: 'AWS_PROXY',
    httpMethod: 'POST',
    uri: renderInvocationUri(integration.function, settings),
    payloadFormatVersion: payloadFormat,
    ...defined({ credentials, timeoutInMillis: timeout }),
  });
}
