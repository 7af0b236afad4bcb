import type { AwsIntegrationResponses } from './aws-integration-response.js';
import { recordDeclaration } from './decorator-metadata.js';

/** A value of API Gateway, in lower or in upper case. */
type AnyCase<Word extends string> = Word | Uppercase<Word>;

/**
 * An `x-amazon-apigateway-integration` object: fields and values have API Gateway's own names. Its templates are text;
 * `${name}` elsewhere in it is a placeholder.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 */
export interface AwsRawIntegration {
  /** What API Gateway calls: an AWS service or a function, an HTTP backend, or nothing. `…_proxy` passes request and answer as they are. */
  readonly type: AnyCase<'aws' | 'aws_proxy' | 'http' | 'http_proxy' | 'mock'>;
  /**
   * Address of the backend, the service or the function: behind a VPC link of an HTTP API the ARN of a listener or of a
   * Cloud Map service. Needed for every type but `mock`, and not beside `integrationSubtype`.
   */
  readonly uri?: string;
  /** Method towards the backend; `POST` for a function. Needed where `uri` is. */
  readonly httpMethod?: AnyCase<'get' | 'post' | 'put' | 'delete' | 'patch' | 'options' | 'head' | 'any'>;
  /** ARN of the role that API Gateway assumes, or `arn:aws:iam::*:user/*` for the caller's own. Absent: none. */
  readonly credentials?: string;
  /** What happens to a body that no template is for. @default 'when_no_match' */
  readonly passthroughBehavior?: AnyCase<'when_no_match' | 'when_no_templates' | 'never'>;
  /**
   * `integration.request.PLACE.NAME` to a mapping expression, such as `method.request.path.id`. An HTTP API takes
   * `overwrite:header.NAME`, `append:`, `remove:` and the parameters of a subtype, with values such as
   * `$request.path.id`. Absent: nothing is mapped.
   */
  readonly requestParameters?: Readonly<Record<string, string>>;
  /** Content type to VTL template that makes the request. Absent: the body passes. */
  readonly requestTemplates?: Readonly<Record<string, string>>;
  /** Answers by pattern. Absent: a proxy answers itself, any other type returns 500. */
  readonly responses?: AwsIntegrationResponses;
  /** Conversion of the request body. Absent: it passes as it is. */
  readonly contentHandling?: 'CONVERT_TO_TEXT' | 'CONVERT_TO_BINARY';
  /** Milliseconds before the caller gets 504, or a placeholder for them. @default 29000 */
  readonly timeoutInMillis?: number | string;
  /** Parameters, such as `method.request.path.id`, by which cached answers are told apart. Absent: none. */
  readonly cacheKeyParameters?: readonly string[];
  /** Name of the cache that several methods share. Absent: the resource's own. */
  readonly cacheNamespace?: string;
  /** How an HTTP backend is reached. @default 'INTERNET' */
  readonly connectionType?: 'INTERNET' | 'VPC_LINK';
  /** Id of the VPC link. Needed for `VPC_LINK`. */
  readonly connectionId?: string;
  /** ARN of the load balancer or listener behind a VPC link. Absent: the one that the link has. */
  readonly integrationTarget?: string;
  /** How the certificate of an HTTP backend is checked. Absent: as a public one. */
  readonly tlsConfig?: {
    /** Accept a certificate that no public authority signed. @default false */
    readonly insecureSkipVerification?: boolean;
    /** Host name that the certificate must have; HTTP API behind a VPC link only. Absent: `uri` is called without TLS. */
    readonly serverNameToVerify?: string;
  };
  /** Whether the caller gets the answer as a whole or as it comes; `STREAM` is for proxies. @default 'BUFFERED' */
  readonly responseTransferMode?: 'BUFFERED' | 'STREAM';
  /** Version of the event of a function; `2.0` only an HTTP API sends. @default '2.0' from an HTTP API, '1.0' from a REST API */
  readonly payloadFormatVersion?: '1.0' | '2.0';
  /** What an HTTP API calls instead of a URI, such as `SQS-SendMessage`, with `type: 'aws_proxy'`. Absent: `uri`. */
  readonly integrationSubtype?: string;
}

/**
 * The escape hatch: an `x-amazon-apigateway-integration` object as it is. The parameters, statuses and headers that it
 * maps are declared on the operation.
 *
 * @example
 * ```ts
 * @Get('feed')
 * @AwsIntegration({ type: 'http', httpMethod: 'GET', uri: '${feed_url}', responses: { default: { statusCode: '200' } } })
 * feed(): FeedDto { throw new NotImplementedException(); }
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
 * @publicApi
 */
export function AwsIntegration(integration: AwsRawIntegration): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsIntegration', [integration]);
}
