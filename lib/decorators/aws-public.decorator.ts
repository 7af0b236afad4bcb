import { recordDeclaration } from './decorator-metadata.js';

/**
 * No authorizer guards the route, even if the class or the module sets one.
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
