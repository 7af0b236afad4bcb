import { recordDeclaration } from './decorator-metadata.js';
import type { FunctionReference } from '../authorizers/function-reference.js';
import type { AwsIntegrationResponses } from './aws-integration-response.js';

interface AwsLambdaBase {
  /**
   * `proxy`: the function gets the whole request and answers status, headers and body itself. `custom`: templates make
   * the event and the answer. `async`: the caller gets 202 at once, the function runs later. @default 'proxy'
   */
  readonly mode?: 'proxy' | 'custom' | 'async';
  /**
   * The caller gets the response while the function writes it, for up to 15 minutes and over 10 MB; `proxy` only. The
   * function must answer in the streaming format, in Node.js with `awslambda.streamifyResponse`. An `invokeArn` is then
   * Terraform's `response_streaming_invoke_arn`. Not together with `minimumCompressionSize` or a cache. @default false
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-streaming-lambda-configure.html
   */
  readonly streaming?: boolean;
  /**
   * Version of the event that the function gets: `1.0` is that of REST APIs, `2.0` only an HTTP API sends. `proxy` only.
   * @default '2.0' from an HTTP API, '1.0' from a REST API
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
   */
  readonly payloadFormat?: '1.0' | '2.0';
  /** ARN of a role that API Gateway assumes to call the function. Absent: the function's own resource policy allows it. */
  readonly credentials?: string;
  /** Milliseconds before the caller gets 504, 50 to 29000, and to 900000 with `streaming`. Absent: API Gateway's own 29000. */
  readonly timeout?: number;
  /**
   * Content type to VTL template that makes the event; `custom` and `async` only. Absent: the body is the event. VTL is
   * text: `${x}` in it is not a placeholder.
   */
  readonly requestTemplates?: Readonly<Record<string, string>>;
  /**
   * Answers by a regular expression on the `errorMessage` of a failed function, or `default`; `custom` only.
   * Absent: success is the operation's first 2xx status, a function that fails returns 500.
   */
  readonly responses?: AwsIntegrationResponses;
}

/** `functionArn` (wrapped into the invocation URI) or `invokeArn` (taken as it is, as Terraform's `invoke_arn`): exactly one. */
export type AwsLambdaOptions = AwsLambdaBase & FunctionReference;

/**
 * A Lambda function answers the route. A string is the function's ARN.
 *
 * @example
 * ```ts
 * @Get(':name')
 * @AwsLambda('${get_user_function_arn}')
 * getUser(@Param('name') name: string): UserDto { throw new NotImplementedException(); }
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-integrations.html
 * @publicApi
 */
export function AwsLambda(options: string | AwsLambdaOptions): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsLambda', [options]);
}
