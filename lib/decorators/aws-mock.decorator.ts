import { recordDeclaration } from './decorator-metadata.js';

export interface AwsMockOptions {
  /** HTTP status, 100 to 599. @default 200 */
  readonly status?: number;
  /** The body: a string is text as it is, anything else is written as JSON. Absent: no body. */
  readonly body?: unknown;
  /** Fixed response headers. A `Content-Type` here is the body's; otherwise JSON, or plain text for a string. */
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * API Gateway answers the route itself, with a fixed response.
 *
 * @example
 * ```ts
 * @Get('health')
 * @AwsMock({ body: { status: 'ok' } })
 * health(): HealthDto { return { status: 'ok' }; }
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-mock-integration.html
 * @publicApi
 */
export function AwsMock(options: AwsMockOptions = {}): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsMock', [options]);
}
