import type { AwsJsonValue, AwsValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceCommonOptions } from './service-options.js';

interface AwsServiceCall extends AwsServiceCommonOptions {
  /** The service's endpoint prefix, such as `ssm` or `firehose`. */
  readonly service: string;
  /** Method towards the service. @default 'POST' */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'HEAD';
  /** Headers towards the service, each fixed or one value of the request. Absent: none. */
  readonly headers?: Readonly<Record<string, AwsValue>>;
  /** Query parameters towards the service, each fixed or one value of the request. Absent: none. */
  readonly query?: Readonly<Record<string, AwsValue>>;
  /** The request, as JSON. Absent: none. */
  readonly body?: AwsJsonValue;
  /** Exactly what the role must be allowed, for the derived policy: IAM actions and resource ARNs. Absent: the policy has nothing for the route. */
  readonly permissions?: readonly {
    /** IAM actions, such as `ssm:GetParameter`. */
    readonly actions: readonly string[];
    /** ARNs of the resources. */
    readonly resources: readonly string[];
  }[];
}

/** An `action` of the service, or a `path` of its API: exactly one. */
export type AwsServiceOptions = AwsServiceCall &
  (
    | {
        /** Name of an action of the service, such as `GetParameter`. */
        readonly action: string;
        readonly path?: never;
      }
    | {
        /** Path of the service's API. */
        readonly path: AwsValue;
        readonly action?: never;
      }
  );

/**
 * Any AWS service answers the route.
 *
 * @example
 * ```ts
 * @Get('flags/:name')
 * @AwsService({
 *   service: 'ssm',
 *   action: 'GetParameter',
 *   headers: { 'X-Amz-Target': 'AmazonSSM.GetParameter', 'Content-Type': 'application/x-amz-json-1.1' },
 *   body: { Name: text`/flags/${fromPath('name')}` },
 *   permissions: [{ actions: ['ssm:GetParameter'], resources: ['${flags_parameter_arn}'] }],
 * })
 * flag(@Param('name') name: string): FlagDto { throw new NotImplementedException(); }
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
 * @publicApi
 */
export function AwsService(options: AwsServiceOptions): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsService', [options]);
}
