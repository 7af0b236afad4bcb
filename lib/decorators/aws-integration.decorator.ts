import { recordDeclaration } from './decorator-metadata.js';

/** An `x-amazon-apigateway-integration` object. Its templates are text; `${name}` elsewhere in it is a placeholder. */
export type AwsRawIntegration = Readonly<Record<string, unknown>> & { readonly type: string };

/**
 * The escape hatch: an `x-amazon-apigateway-integration` object as it is. The parameters, statuses and headers that it
 * maps are declared on the operation.
 *
 * @example
 * ```ts
 * @Get('feed')
 * @AwsIntegration({ type: 'http', httpMethod: 'GET', uri: '${feed_url}', responses: { default: { statusCode: '200' } } })
 * feed(): FeedDto { throw new NotImplementedException(); }
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 * @publicApi
 */
export function AwsIntegration(integration: AwsRawIntegration): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsIntegration', [integration]);
}
