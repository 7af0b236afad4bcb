import { joinDeployValue, type DeployValue } from '../../values/deploy-value.js';
import { regionOfArn } from '../../values/region-of-arn.js';
import type { GatewaySettings } from '../settings/gateway-settings.js';
import type { LambdaFunction } from './lambda-function.js';

/** The invocation URI of a function, in its own region and the API version that API Gateway documents. */
export function renderInvocationUri(
  target: LambdaFunction,
  { region, partition }: GatewaySettings,
  streaming = false,
): DeployValue {
  if ('invokeArn' in target) return target.invokeArn;
  const [version, action] = streaming
    ? ['2021-11-15', 'response-streaming-invocations']
    : ['2015-03-31', 'invocations'];
  return joinDeployValue(
    'arn:',
    partition,
    ':apigateway:',
    regionOfArn(target.functionArn) ?? region,
    `:lambda:path/${version}/functions/`,
    target.functionArn,
    `/${action}`,
  );
}
