import type { RequestValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';

/** Fixed text, which may hold placeholders, or one value of the request: not `text` or `vtl`. */
export type AwsMappedValue = string | RequestValue;

interface AwsHttpBase {
  /** Id of a VPC link to a private backend. Absent: the backend is reached over the internet. */
  readonly vpcLink?: string;
  /**
   * ARN of the load balancer behind a VPC link V2, or of its listener; only with `vpcLink`. Absent: the link is a V1
   * link, which knows its load balancer. A REST API adds the name of the stage to the path: `/prod/users`. An HTTP API
   * needs the ARN of a listener, or of a Cloud Map service.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/private-integration.html
   */
  readonly target?: string;
  /**
   * Headers that API Gateway sets on the request to the backend, such as `'X-User': fromAuthorizer('claims.sub')`. They
   * replace the caller's of the same name. Absent: the backend gets the caller's headers only.
   */
  readonly headers?: Readonly<Record<string, AwsMappedValue>>;
  /** Query parameters that API Gateway adds to the request to the backend. Absent: none but the caller's. */
  readonly query?: Readonly<Record<string, AwsMappedValue>>;
  /**
   * The caller gets the response while the backend writes it, for up to 15 minutes and over 10 MB. Not together with
   * `minimumCompressionSize` or a cache. @default false
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html
   */
  readonly streaming?: boolean;
  /** HTTP method towards the backend, or `ANY` to forward the caller's. @default the route's own */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'HEAD' | 'ANY';
  /** Milliseconds before the caller gets 504, 50 to 29000, and to 900000 with `streaming`. Absent: API Gateway's own 29000. */
  readonly timeout?: number;
  /** Accept a certificate that no public authority signed. @default false */
  readonly insecureSkipVerification?: boolean;
}

/** `baseUrl` gets the route's final path appended, `url` is exact (`{name}` stands for a path parameter): exactly one. */
export type AwsHttpOptions = AwsHttpBase &
  (
    | {
        /** URL that gets the route's final path appended: `https://api.example.com`. */
        readonly baseUrl: string;
        readonly url?: never;
      }
    | {
        /** The whole URL; `{name}` in it stands for a path parameter. */
        readonly url: string;
        readonly baseUrl?: never;
      }
  );

/**
 * An HTTP backend answers the route (`http_proxy`). A string is the base URL.
 *
 * @example
 * ```ts
 * @Controller('orders')
 * @AwsHttp({ baseUrl: 'https://${load_balancer_host}', vpcLink: '${vpc_link_id}' })
 * export class OrdersController {}
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/setup-http-integrations.html
 * @publicApi
 */
export function AwsHttp(options: string | AwsHttpOptions): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsHttp', [options]);
}
