import { recordDeclaration } from './decorator-metadata.js';

/** A part of the request that tells answers apart: `path.id`, `query.page` or `header.Accept-Language`. */
export type AwsCacheKey = `path.${string}` | `query.${string}` | `header.${string}`;

export interface AwsCacheOptions {
  /** Seconds for which an answer is kept, 0 to 3600. @default 300 */
  readonly ttl?: number;
  /**
   * What tells answers apart. Requests that agree in all of them get the same answer, so every parameter that changes the
   * answer must be here. Absent: one answer for all requests.
   */
  readonly keys?: readonly AwsCacheKey[];
  /** Whether answers are encrypted in the cache. @default true */
  readonly encrypted?: boolean;
}

/**
 * Lets API Gateway answer `GET` requests from a cache. On a class or in `forRoot` it applies to the `GET` routes.
 * `false`: no cache, even if the class sets one. The stage carries it: `apigen --out-terraform` writes it, and the
 * cache costs money by the hour.
 *
 * @example
 * ```ts
 * @Get(':id')
 * @AwsCache({ ttl: 60, keys: ['path.id'] })
 * getProduct(@Param('id') id: string): ProductDto { throw new NotImplementedException(); }
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
 * @publicApi
 */
export function AwsCache(options: AwsCacheOptions | false): ClassDecorator & MethodDecorator {
  return recordDeclaration('cache', 'AwsCache', [options]);
}
