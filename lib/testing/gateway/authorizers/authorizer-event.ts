import { describeRequest, requestContext } from '../functions/proxy-event.js';
import { httpEvent } from '../functions/http-event.js';
import type { GatewayCall } from '../local-gateway-ports.js';
import type { LambdaGuard } from './requirements.js';

type Json = Readonly<Record<string, unknown>>;

/**
 * What a Lambda authorizer gets.
 *
 * @param identity values of its identity sources
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-lambda-authorizer-input.html
 */
export function authorizerEvent(
  call: GatewayCall,
  { kind, payloadFormat }: LambdaGuard,
  arn: string,
  identity: readonly string[],
): Json {
  if (kind === 'token') return { type: 'TOKEN', methodArn: arn, authorizationToken: identity[0] };
  if (payloadFormat === '2.0') {
    const { body: _, isBase64Encoded: _encoded, ...event } = httpEvent(call);
    return {
      ...event,
      type: 'REQUEST',
      routeArn: arn,
      identitySource: identity.length > 0 ? identity : null,
    };
  }
  const { params, all, stageVariables } = call.view;
  return {
    // Of an HTTP API.
    ...(payloadFormat === '1.0'
      ? { version: '1.0', identitySource: identity.join(','), authorizationToken: identity.join(',') }
      : {}),
    type: 'REQUEST',
    methodArn: arn,
    ...describeRequest(call),
    headers: params.header,
    multiValueHeaders: all.header,
    queryStringParameters: params.querystring,
    multiValueQueryStringParameters: all.querystring,
    pathParameters: params.path,
    stageVariables,
    requestContext: requestContext(call),
  };
}
