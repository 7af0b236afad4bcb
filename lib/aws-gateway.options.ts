import type { OpenAPIObject } from '@nestjs/swagger';
import type { Authorizer } from './authorizers/authorizer.js';
import type { AwsAuthorizerOptions } from './decorators/aws-authorizer.decorator.js';
import type { AwsCacheOptions } from './decorators/aws-cache.decorator.js';
import type { AwsCorsOptions } from './decorators/aws-cors.decorator.js';
import type { AwsHttpOptions } from './decorators/aws-http.decorator.js';
import type { AwsRawIntegration } from './decorators/aws-integration.decorator.js';
import type { AwsLambdaOptions } from './decorators/aws-lambda.decorator.js';
import type { AwsLoggingOptions } from './decorators/aws-logging.decorator.js';
import type { AwsMockOptions } from './decorators/aws-mock.decorator.js';
import type { AwsThrottleOptions } from './decorators/aws-throttle.decorator.js';
import type { AwsValidationMode } from './decorators/aws-validation.decorator.js';
import type { DiagnosticCode } from './diagnostics/diagnostic-code.js';

/** The integration of every route that has no integration decorator: a decorator's options, and its `kind`. */
export type AwsGatewayIntegration =
  | (Kind<'lambda'> & AwsLambdaOptions)
  | (Kind<'http'> & AwsHttpOptions)
  | (Kind<'mock'> & AwsMockOptions)
  | (Kind<'integration'> & AwsRawIntegration);

interface Kind<Name extends string> {
  /** The decorator that the other options are of: `@AwsLambda`, `@AwsHttp`, `@AwsMock` or `@AwsIntegration`. */
  readonly kind: Name;
}

/**
 * The answers that API Gateway makes itself.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html
 */
export type AwsGatewayResponseType =
  | 'ACCESS_DENIED'
  | 'API_CONFIGURATION_ERROR'
  | 'AUTHORIZER_CONFIGURATION_ERROR'
  | 'AUTHORIZER_FAILURE'
  | 'BAD_REQUEST_BODY'
  | 'BAD_REQUEST_PARAMETERS'
  | 'DEFAULT_4XX'
  | 'DEFAULT_5XX'
  | 'EXPIRED_TOKEN'
  | 'INTEGRATION_FAILURE'
  | 'INTEGRATION_TIMEOUT'
  | 'INVALID_API_KEY'
  | 'INVALID_SIGNATURE'
  | 'MISSING_AUTHENTICATION_TOKEN'
  | 'QUOTA_EXCEEDED'
  | 'REQUEST_TOO_LARGE'
  | 'RESOURCE_NOT_FOUND'
  | 'THROTTLED'
  | 'UNAUTHORIZED'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'WAF_FILTERED';

/** One gateway response. Its fields have API Gateway's own names. */
export interface AwsGatewayResponse {
  /** Absent: API Gateway's own status for the type. */
  readonly statusCode?: number | string;
  /** `gatewayresponse.header.NAME` to a mapping expression, such as `'literal'` or `method.request.header.NAME`. Absent: no header is added. */
  readonly responseParameters?: Readonly<Record<string, string>>;
  /** Content type to a template in which only `$context`, `$stageVariables` and `method.request` are replaced. Absent: API Gateway's own message. */
  readonly responseTemplates?: Readonly<Record<string, string>>;
}

export interface AwsGatewayEndpoint {
  /** Turn off the default `execute-api` host name. @default false */
  readonly disableExecuteApiEndpoint?: boolean;
  /** Ids of the VPC endpoints of a private API. Absent: none. */
  readonly vpcEndpointIds?: readonly string[];
  /**
   * IP versions that callers may use. The document of a REST API cannot set it: Terraform must. @default 'ipv4', and
   * 'dualstack' for a private API, which has no other
   */
  readonly ipAddressType?: 'ipv4' | 'dualstack';
}

/** The security policies of API Gateway, as the extension `x-amazon-apigateway-security-policy` takes them. */
export type AwsSecurityPolicy =
  | 'TLS_1_0'
  | 'TLS_1_2'
  | 'SecurityPolicy_TLS13_1_3_2025_09'
  | 'SecurityPolicy_TLS13_1_3_FIPS_2025_09'
  | 'SecurityPolicy_TLS13_1_2_PFS_PQ_2025_09'
  | 'SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09'
  | 'SecurityPolicy_TLS13_1_2_FIPS_PFS_PQ_2025_09'
  | 'SecurityPolicy_TLS13_1_2_PQ_2025_09'
  | 'SecurityPolicy_TLS13_1_2_2021_06'
  | 'SecurityPolicy_TLS13_2025_EDGE'
  | 'SecurityPolicy_TLS12_PFS_2025_EDGE'
  | 'SecurityPolicy_TLS12_2018_EDGE';

/**
 * Quotas of the account that are not API Gateway's defaults. `apigen --list` shows what is used of each.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html
 */
export interface AwsGatewayLimits {
  /** Resources of the API: every segment of every path counts once, and the root. @default 300 */
  readonly resources?: number;
  /** Routes of an HTTP API. A REST API has no such quota. @default 300 */
  readonly routes?: number;
  /** Authorizers of the API, apart from IAM. @default 10 */
  readonly authorizers?: number;
  /** Milliseconds that an integration of a REST API may take. @default 29000 */
  readonly timeout?: number;
  /** Characters of the resource policy. @default 8192 */
  readonly policy?: number;
  /** Documentation parts, one for each description. @default 2000 */
  readonly documentationParts?: number;
}

/** What the API keys of a usage plan allow. */
export interface AwsUsagePlan {
  /** For the people who read the plan in the console. Absent: none. */
  readonly description?: string;
  /** Requests a second of each key. Absent: only the limits of the routes hold. */
  readonly throttle?: AwsThrottleOptions;
  /** Requests of each key in a period. Absent: any number. */
  readonly quota?: {
    /** Requests in each period. */
    readonly limit: number;
    /** The period. Days, weeks and months start at midnight UTC. */
    readonly period: 'DAY' | 'WEEK' | 'MONTH';
  };
}

/** What goes to the application without a route of a controller. */
export interface AwsGatewayCatchAll {
  /** Paths, such as `/graphql`. Each is served with everything below it. @default ['/'], which is every path */
  readonly paths?: readonly string[];
  /** Guards these paths; `false` leaves them open. Absent: the `authorizer` of the module. */
  readonly authorizer?: Authorizer | false;
}

/** The gateways that the private document can be written for: a REST API or an HTTP API of Amazon API Gateway, or Kong. */
export type AwsGatewayId = 'rest-api' | 'http-api' | 'kong';

/** Options that only the gateway `http-api` has. */
export interface AwsHttpApiOptions {
  /**
   * Writes every integration at its route, as `sam local` needs it. API Gateway then counts each of them towards the 300
   * integrations of an API. @default false, routes with the same integration share it by `$ref`
   */
  readonly inlineIntegrations?: boolean;
}

/** What reads the declarative file of Kong: decK, or Kong itself when it runs without a database. */
export type AwsKongDialect = 'deck' | 'dbless';

/** A caller with API keys. */
export interface AwsKongConsumer {
  /** Name of the consumer in Kong. */
  readonly username: string;
  /** The keys of the consumer, as placeholders: `['${partner_key}']`. */
  readonly apiKeys: readonly string[];
}

/** Options that only the gateway `kong` has. */
export interface AwsKongOptions {
  /** What reads the file. `apigen --dialect` chooses another for a run. @default 'deck' */
  readonly dialect?: AwsKongDialect;
  /**
   * Name of the API in Kong. It stands in front of the name of each route and service, and `api-NAME` is the tag that
   * decK selects by. @default the title of the document, in lower case and with `-` between words
   */
  readonly name?: string;
  /**
   * URL of the running NestJS application. It then answers the routes that are its own: those of `integration` of the
   * module, and those of `@AwsHttp` with a `baseUrl`. Absent: what answers them on AWS answers them here too.
   */
  readonly upstream?: string;
  /** Callers with API keys, for `@AwsApiKey()`. Absent: the file has none, and Kong refuses every caller of such routes. */
  readonly consumers?: readonly AwsKongConsumer[];
}

/** Which models the private document has. */
export type AwsGatewayModels = 'used' | 'all';

/**
 * Options of `AwsGatewayModule.forRoot`. Defaults for routes, and settings of the whole API. A string may hold
 * placeholders, `${name}`, that are filled at deployment.
 */
export interface AwsGatewayOptions {
  /**
   * The gateway that serves the application. `apigen --gateway` chooses another for a run. The decorators are the same,
   * and what a gateway has no counterpart of is reported as `not-expressible`. @default 'rest-api'
   */
  readonly gateway?: AwsGatewayId;
  /** Options of the gateway `http-api`. The others ignore them. Absent: the defaults. */
  readonly httpApi?: AwsHttpApiOptions;
  /** Options of the gateway `kong`. The others ignore them. Absent: the defaults. */
  readonly kong?: AwsKongOptions;
  /** Serves the routes that carry no integration decorator. Absent: such a route is an error. */
  readonly integration?: AwsGatewayIntegration;
  /**
   * Sends the requests for which no controller has a route to the backend of `integration`, by the path `{proxy+}`: what
   * the application serves without a controller, such as GraphQL, static files or a dashboard. Such requests have the
   * `authorizer`, `apiKey` and CORS policy of the module, and are in no public document. Absent or `false`: API Gateway
   * answers them with 403.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-set-up-simple-proxy.html
   */
  readonly catchAll?: boolean | AwsGatewayCatchAll;
  /** Guards the routes that carry neither `@AwsAuthorizer` nor `@AwsPublic`. Absent: they are open. */
  readonly authorizer?: Authorizer;
  /**
   * Makes a route without `@AwsAuthorizer`, `@AwsApiKey` or `@AwsPublic` an error, so that none is open by oversight.
   * Recommended. @default false
   */
  readonly requireAuthorizer?: boolean;
  /** Scopes that go with `authorizer`; `CognitoAuthorizer` and `JwtAuthorizer` only. Absent: no scope is required. */
  readonly scopes?: AwsAuthorizerOptions['scopes'];
  /** Requires an API key for routes without `@AwsApiKey`. @default false */
  readonly apiKey?: boolean;
  /** CORS of routes without `@AwsCors`. Absent or `false`: none. */
  readonly cors?: AwsCorsOptions | false;
  /** ARN of the role for direct service integrations that name none. Absent: each must name its own. */
  readonly credentials?: string;
  /**
   * Request validation of routes without `@AwsValidation`. @default 'none', and 'all' for routes that an AWS service
   * answers
   */
  readonly validation?: AwsValidationMode;
  /** Limits the requests to each route without `@AwsThrottle`. Absent: only the limits of the account hold. */
  readonly throttle?: AwsThrottleOptions;
  /** Caches the answers of `GET` routes without `@AwsCache`. Absent or `false`: nothing is cached. */
  readonly cache?: AwsCacheOptions | false;
  /** Logs and metrics of routes without `@AwsLogging`. Absent: errors and metrics. */
  readonly logging?: AwsLoggingOptions;
  /**
   * What API keys allow, by the name of the plan. Keys are made where the API is deployed, each in one plan. `apigen
   * --out-terraform` writes them. Absent: none.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html
   */
  readonly usagePlans?: Readonly<Record<string, AwsUsagePlan>>;
  /** Media types that API Gateway treats as binary, such as `image/png`. Beside those that the documentation of proxies and of S3 names. */
  readonly binaryMediaTypes?: readonly string[];
  /** Compress answers of at least so many bytes, 0 to 10485760. Absent: never. */
  readonly minimumCompressionSize?: number;
  /** Where the API key is read: the `x-api-key` header, or the authorizer's `usageIdentifierKey`. @default 'HEADER' */
  readonly apiKeySource?: 'HEADER' | 'AUTHORIZER';
  /** Resource policy of the API, an IAM policy document. Absent: none. */
  readonly policy?: Readonly<Record<string, unknown>>;
  /** Answers that API Gateway makes itself, by type (`DEFAULT_4XX`, `UNAUTHORIZED`, …). CORS headers are added, never over yours. Absent: API Gateway's own. */
  readonly gatewayResponses?: Readonly<Partial<Record<AwsGatewayResponseType, AwsGatewayResponse>>>;
  /** The API's own host names. Absent: the default `execute-api` host name, reachable from everywhere. */
  readonly endpoint?: AwsGatewayEndpoint;
  /**
   * TLS versions and ciphers of the API's own host name. A `SecurityPolicy_…` name needs `endpointAccessMode`. Absent:
   * API Gateway's own, `TLS_1_0` for most endpoints.
   *
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-security-policies.html
   */
  readonly securityPolicy?: AwsSecurityPolicy;
  /** Whether API Gateway checks that the host name of the TLS connection is that of the request. @default 'BASIC' */
  readonly endpointAccessMode?: 'BASIC' | 'STRICT';
  /**
   * Changes NestJS's document before anything is read from it, as nestjs-zod's `cleanupOpenApiDoc` does. Both documents
   * are made of what it returns. It may rename paths and remove operations that are hidden; each operation has the
   * extension `x-nestjs-aws-gateway-route`, which tells its handler and is in neither document. Absent: NestJS's document
   * as it is.
   */
  readonly transformDocument?: (document: OpenAPIObject) => OpenAPIObject;
  /**
   * Models in the private document: `used` writes those of bodies that API Gateway validates, `all` those of every body
   * and every response, which its SDK generation and its exports show. The public document has all schemas in any case.
   * @default 'used'
   */
  readonly models?: AwsGatewayModels;
  /**
   * Descriptions, summaries, titles and tags in the private document, of which API Gateway makes documentation parts.
   * The public document has them in any case. @default true
   */
  readonly documentation?: boolean;
  /**
   * The public document shows the errors that no handler documents, because they are not of the application: those of
   * API Gateway (400, 401, 403, 429, 500, 502, 504) and of the services that it calls. Documented responses stand.
   * @default false
   */
  readonly documentErrors?: boolean;
  /** Quotas that were raised. Absent: API Gateway's defaults. */
  readonly limits?: AwsGatewayLimits;
  /** Diagnostics that the whole application ignores: reasons, by code. `@AwsIgnore` ignores one at one place. Absent: none. */
  readonly ignore?: Readonly<Partial<Record<DiagnosticCode, string>>>;
  /** Region of the functions' invocation URIs. @default API Gateway's import variable `${AWS::Region}` */
  readonly region?: string;
  /** Partition of the invocation URIs. @default API Gateway's import variable `${AWS::Partition}` */
  readonly partition?: string;
  /** Account of resources named without one. @default API Gateway's import variable `${AWS::AccountId}` */
  readonly accountId?: string;
}
