import { recordDeclaration } from './decorator-metadata.js';

export interface AwsCorsOptions {
  /**
   * Origins that may call, such as `https://app.example.com`, or only `*` for any. May be placeholders. One placeholder
   * without a list, `'${cors_origins}'`, stands for any number of origins: a list in Terraform, a text with commas in
   * `apigen --var`.
   */
  readonly allowOrigins: readonly string[] | string;
  /** Request headers that a browser may send. Absent: derived from the path's parameters, authorizers and API keys, and `Content-Type`. */
  readonly allowHeaders?: readonly string[];
  /** Response headers that a script may read. Absent: none beyond the browser's own. */
  readonly exposeHeaders?: readonly string[];
  /** Whether a browser may send cookies and HTTP authentication; not with the origin `*`. @default false */
  readonly allowCredentials?: boolean;
  /** Seconds for which a browser may keep the preflight's answer, 0 to 86400. Absent: the browser's own (5). */
  readonly maxAge?: number;
}

/**
 * CORS for the paths of the class or handler: a preflight answer, and headers on the answers that API Gateway makes.
 * The allowed methods come from the routes of the path. A proxied backend answers its own CORS headers. `false`: none.
 *
 * @example
 * ```ts
 * @Controller('users')
 * @AwsCors({ allowOrigins: ['https://app.example.com'], maxAge: 600 })
 * export class UsersController {}
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html
 * @publicApi
 */
export function AwsCors(options: AwsCorsOptions | false): ClassDecorator & MethodDecorator {
  return recordDeclaration('cors', 'AwsCors', [options]);
}
