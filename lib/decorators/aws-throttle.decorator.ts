import { recordDeclaration } from './decorator-metadata.js';

export interface AwsThrottleOptions {
  /** Requests a second that API Gateway lets through, of all callers together. More are answered with 429. */
  readonly rate: number;
  /** Requests that may arrive at once, before `rate` limits them. */
  readonly burst: number;
}

/**
 * Limits the requests to each route, of all callers together. `false`: only the limits of the account hold, even if the
 * class sets others. The stage carries it, not the document: `apigen --out-terraform` writes it.
 *
 * @example
 * ```ts
 * @Post('reports')
 * @AwsThrottle({ rate: 5, burst: 10 })
 * createReport(@Body() report: ReportDto): void {}
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 * @publicApi
 */
export function AwsThrottle(options: AwsThrottleOptions | false): ClassDecorator & MethodDecorator {
  return recordDeclaration('throttle', 'AwsThrottle', [options]);
}
