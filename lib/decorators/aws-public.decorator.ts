import { recordDeclaration } from './decorator-metadata.js';

/**
 * No authorizer guards the route, whatever the class or the module says.
 *
 * @example
 * ```ts
 * @Get('health')
 * @AwsPublic()
 * health(): HealthDto { return { status: 'ok' }; }
 * ```
 * @publicApi
 */
export function AwsPublic(): ClassDecorator & MethodDecorator {
  return recordDeclaration('authorizer', 'AwsPublic', []);
}
