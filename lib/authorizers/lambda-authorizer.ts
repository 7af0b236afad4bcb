import type { FunctionReference } from './function-reference.js';
import { recordPlace, takeCall } from '../places/record-place.js';
import type { KongPlugin } from './kong-guard.js';
import type { PublicSecurityScheme } from './public-security-scheme.js';

/** Where a Lambda authorizer finds the caller's identity: `header.Authorization`, `query.token`, `context.identity.sourceIp`, `stage.tenant`. */
export type IdentitySource = `${'header' | 'query' | 'context' | 'stage'}.${string}`;

interface LambdaAuthorizerBase {
  /** Name of the authorizer in API Gateway. May be a placeholder, `${name}`; the public document then shows its identifier. */
  readonly name: string;
  /** ARN of a role that API Gateway assumes to call the function. Absent: the function's own resource policy allows it. */
  readonly credentials?: string;
  /** `request` sees the whole request, `token` one header. @default 'request' */
  readonly type?: 'request' | 'token';
  /**
   * What identifies the caller; a request without one of them gets 401 and the function is not called.
   * For `token`, exactly one `header.` source. @default ['header.Authorization']
   */
  readonly identitySources?: readonly IdentitySource[];
  /** Seconds for which API Gateway keeps an answer, 0 to 3600; 0 keeps none. Absent: API Gateway's own 300. */
  readonly resultTtl?: number;
  /** Regular expression that a token must match before the function is called; `token` only. */
  readonly identityValidationExpression?: string;
  /**
   * Version of the event that the function gets: `1.0` is that of REST APIs, `2.0` only an HTTP API sends.
   * @default '2.0' from an HTTP API, '1.0' from a REST API
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
   */
  readonly payloadFormat?: '1.0' | '2.0';
  /** Whether the function answers `{ isAuthorized, context }` instead of an IAM policy; HTTP API with `2.0` only. @default true */
  readonly simpleResponses?: boolean;
  /** What a caller must know to get and send the credential, for the Authorize dialog. Markdown; the public document shows it. Absent: none. */
  readonly description?: string;
  /**
   * The scheme that the public document shows. Absent: `http` `bearer` for `Authorization`, otherwise an
   * `apiKey` in the first header or query identity source.
   */
  readonly publicScheme?: PublicSecurityScheme;
  /** The plugin of the gateway `kong` instead of the function. Absent: Kong refuses to serve the routes. */
  readonly kong?: KongPlugin;
}

/** `functionArn` is wrapped into the invocation URI, `invokeArn` is taken as it is; exactly one of them. */
export type LambdaAuthorizerOptions = LambdaAuthorizerBase & FunctionReference;

/**
 * A Lambda function that decides who may call.
 *
 * @example
 * export const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_function_arn}' });
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-use-lambda-authorizer.html
 * @publicApi
 */
export class LambdaAuthorizer {
  readonly kind = 'lambda';
  constructor(readonly options: LambdaAuthorizerOptions) {
    recordPlace(this, takeCall(1));
  }
}
