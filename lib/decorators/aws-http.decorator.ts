import { recordDeclaration } from './decorator-metadata.js';

interface AwsHttpBase {
  /** Id of a VPC link to a private backend. Absent: the backend is reached over the internet. */
  readonly vpcLink?: string;
  /** HTTP method towards the backend, or `ANY` to forward the caller's. @default the route's own */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'HEAD' | 'ANY';
  /** Milliseconds before the caller gets 504, 50 to 29000. Absent: API Gateway's own 29000. */
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
