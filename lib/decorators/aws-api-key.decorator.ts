import { recordDeclaration } from './decorator-metadata.js';

/**
 * Requires an API key in `x-api-key`, with or without an authorizer; `false` requires none, even if the class does.
 * A key works only with a usage plan that contains the deployed stage.
 *
 * @example
 * ```ts
 * @Post('events')
 * @AwsApiKey()
 * createEvent(@Body() event: EventDto): void {}
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
 * @publicApi
 */
export function AwsApiKey(required = true): ClassDecorator & MethodDecorator {
  return recordDeclaration('apiKey', 'AwsApiKey', [required]);
}
