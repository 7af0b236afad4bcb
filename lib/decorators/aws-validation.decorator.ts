import { recordDeclaration } from './decorator-metadata.js';

/** What API Gateway checks before it calls the integration: nothing, the JSON body, required parameters, or both. */
export type AwsValidationMode = 'none' | 'body' | 'params' | 'all';

/**
 * Request validation by API Gateway, against the models and parameters that the document declares.
 *
 * @example
 * ```ts
 * @Post()
 * @AwsValidation('body')
 * createUser(@Body() user: CreateUserDto): UserDto { throw new NotImplementedException(); }
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 * @publicApi
 */
export function AwsValidation(mode: AwsValidationMode): ClassDecorator & MethodDecorator {
  return recordDeclaration('validation', 'AwsValidation', [mode]);
}
