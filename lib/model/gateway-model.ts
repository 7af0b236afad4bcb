import type {
  AwsGatewayId,
  AwsGatewayLimits,
  AwsGatewayModels,
  AwsKongDialect,
  AwsUsagePlan,
} from '../aws-gateway.options.js';
import type { KongKeyAlgorithm } from '../authorizers/kong-guard.js';
import type { AwsValidationMode } from '../decorators/aws-validation.decorator.js';
import type { JsonObject, OpenApiDocument } from '../openapi/openapi.js';
import type { ServiceIntegration } from '../services/service-integrations.js';
import type { Concern } from '../decorators/decorator-metadata.js';
import type { ApplicationCors } from './cors/application-cors.js';
import type {
  ConvertedMember,
  Enhancer,
  ExcludedMember,
  Guard,
  MemberReference,
  OperationReference,
  ParameterReference,
  ReusedSchema,
  Routing,
  MediaTypes,
  Stream,
  StrayHandler,
} from './app-source.js';
import type { FaultPlace, OptionFault } from '../options/option-fault.js';
import type { DeployMembers } from '../values/deploy-tree.js';
import type { DeployValue } from '../values/deploy-value.js';
import type { RequestValue } from '../values/request-value.js';

/**
 * What the application says about its gateway: plain readonly data that every rule and back end reads, and none
 * writes. What does not resolve is absent here and stands in `faults`.
 */
export interface GatewayModel {
  /** Nest's own document, untouched. */
  readonly document: OpenApiDocument;
  /** Operations and schemas of routes that Swagger decorators hide. */
  readonly hidden?: OpenApiDocument;
  readonly settings: GatewaySettings;
  /** The routes that API Gateway serves, each verb and path once, sorted by path and verb. */
  readonly routes: readonly Route[];
  /** The routes that `@AwsExclude` removes. */
  readonly excluded: readonly ExcludedRoute[];
  /** Routes with a path that cannot be read. Those that `@AwsExclude` removes are not among them. */
  readonly unreadable: readonly UnreadableRoute[];
  /** Routes that Nest's document should describe and does not. */
  readonly undocumented: readonly Place[];
  /** Routes with a version that Nest does not know, because the application enables no versioning. */
  readonly unversioned: readonly UnversionedRoute[];
  /** Operations of Nest's document of which no handler is known. */
  readonly unmatched: readonly Pick<OperationReference, 'path' | 'method'>[];
  /** Names of the schemas that only excluded controllers and handlers add by `@ApiExtraModels`. */
  readonly hiddenModels: readonly string[];
  /** Every path of `routes`, sorted. Paths that differ in the names of their variables only are one. */
  readonly paths: readonly GatewayPath[];
  /** The authorizers in use, by name. Two of one name are a fault. */
  readonly authorizers: readonly Authorizer[];
  /** What the application serves without a controller, in words and paths. */
  readonly unrouted: readonly string[];
  readonly strays: readonly Stray[];
  /** Schemas that two classes of one name share: they are right for only one of them. */
  readonly reusedSchemas: readonly ReusedSchema[];
  /** Members that Nest documents as lists of strings only because TypeScript says no more than list. */
  readonly guessedLists: readonly MemberReference[];
  /** Members that the application converts or fills in: no ground to refuse a body. */
  readonly convertedMembers: readonly ConvertedMember[];
  /** Members that class-transformer keeps out of answers, or changes there only. */
  readonly excludedMembers: readonly ExcludedMember[];
  /** Options that could not be read. */
  readonly faults: readonly OptionFault[];
  /** Routes that another one of the same verb and path displaces, with the one that is served. */
  readonly displaced: readonly { readonly route: Route; readonly by: Route }[];
  /** The diagnostics that the application ignores, with the reasons. */
  readonly ignores: readonly Ignore[];
  /** What `configure` read of providers that a preview does not build, such as `ConfigService.port`. */
  readonly unbuilt: readonly string[];
  /** How the application answers CORS itself (`enableCors`). Absent: it does not. */
  readonly applicationCors?: ApplicationCors;
  /** The headers that carry the version of a route. Empty: no header does. */
  readonly versionHeaders: readonly string[];
  /** How Nest chooses among routes that fit. API Gateway takes the most specific. */
  readonly routing: Routing;
}

export interface GatewaySettings {
  /** The gateway that serves the application. */
  readonly gateway: AwsGatewayId;
  /** An HTTP API has every integration at its route. */
  readonly inlineIntegrations: boolean;
  readonly kong: KongSettings;
  readonly region: DeployValue;
  readonly partition: DeployValue;
  readonly accountId: DeployValue;
  /** Role for direct service integrations that name none. */
  readonly credentials?: DeployValue;
  /** What the stage has for every route. */
  readonly stage: Pick<StageSettings, 'throttle' | 'logging'>;
  /** By name. */
  readonly usagePlans: Readonly<Record<string, AwsUsagePlan>>;
  readonly binaryMediaTypes?: readonly DeployValue[];
  readonly minimumCompressionSize?: number;
  readonly apiKeySource?: 'HEADER' | 'AUTHORIZER';
  readonly policy?: DeployMembers;
  readonly gatewayResponses?: Readonly<Record<string, GatewayResponse>>;
  readonly endpoint?: {
    readonly disableExecuteApiEndpoint?: boolean;
    readonly vpcEndpointIds?: readonly DeployValue[];
    readonly ipAddressType?: 'ipv4' | 'dualstack';
  };
  readonly securityPolicy?: string;
  readonly endpointAccessMode?: 'BASIC' | 'STRICT';
  /** Open routes have to say so. */
  readonly requireAuthorizer: boolean;
  /** Which bodies and responses have models. */
  readonly models: AwsGatewayModels;
  /** Texts stand in documents for deployment too. */
  readonly documentation: boolean;
  /** The public document has the errors of the gateway and of services. */
  readonly documentErrors: boolean;
  /** Quotas that were raised. */
  readonly limits: AwsGatewayLimits;
}

/** Settings of the gateway `kong`. */
export interface KongSettings {
  readonly dialect: AwsKongDialect;
  /** Absent: the title of the document. */
  readonly name?: string;
  /** URL of the running application. Absent: it answers no route itself. */
  readonly upstream?: DeployValue;
  readonly consumers: readonly { readonly username: string; readonly apiKeys: readonly DeployValue[] }[];
}

/** One `@AwsIgnore`, or one entry of the module's `ignore`. */
export interface Ignore {
  readonly code: string;
  readonly reason: string;
  readonly at: FaultPlace;
}

/** Where a setting of a route comes from. */
export interface Origin {
  readonly level: 'handler' | 'class' | 'module' | 'application' | 'default';
  /** Absent for a default. */
  readonly decorator?: string;
  /** Name of the base class on which the decorator of a class stands. Absent: on the class itself. */
  readonly base?: string;
}

export type GatewayResponse = {
  readonly statusCode?: number | string;
  readonly responseParameters?: Readonly<Record<string, string | DeployValue>>;
  readonly responseTemplates?: Readonly<Record<string, string | DeployValue>>;
};

/** `any` is API Gateway's any-method; anything else is the lower-case verb, served or not. */
export type RouteMethod = string;

export interface Place {
  readonly controller: string;
  readonly handler: string;
  readonly method: RouteMethod;
  /** In API Gateway's syntax. */
  readonly path: string;
}

export interface Route extends Place {
  readonly pathParameters: readonly PathParameter[];
  /** The operation that describes the route; absent when no document has one. */
  readonly operation?: OperationReference;
  /** Every operation that documents it: several for the any-method. */
  readonly operations: readonly OperationReference[];
  /**
   * Further handlers of the verb and path, among which the application chooses by a version or a host. API Gateway
   * has one route for all. Absent: there are none.
   */
  readonly alternatives?: readonly Route[];
  /** Absent when none was given, or when its options could not be read. */
  readonly integration?: Integration;
  /** Milliseconds that the integration names. Absent: those of the gateway, or a value that only AWS can read. */
  readonly timeout?: number;
  /** Who answers the route. Absent: no integration could be read. */
  readonly responder?: Responder;
  /** Whether any level names an integration, readable or not. */
  readonly hasIntegration: boolean;
  /** Absent: open. */
  readonly authorizer?: AuthorizerUse;
  /** `@AwsPublic` applies. */
  readonly public: boolean;
  readonly apiKey: boolean;
  /** Absent: no CORS. */
  readonly cors?: Cors;
  readonly validation: AwsValidationMode;
  /** What the stage has for the route. */
  readonly stage: StageSettings;
  /** Where each setting comes from. */
  readonly origins: Readonly<Record<RouteConcern, Origin>>;
  /** Parameters that Nest documents as required only because an argument of the handler names them. */
  readonly guessed?: readonly ParameterReference[];
  /**
   * What Nest only guesses of the body: the items of a list of which TypeScript says no more than list, or the whole
   * type. Absent: nothing.
   */
  readonly guessedBody?: 'items' | 'type';
  /** Media types that decorators name, whether Nest documents them or not. Absent: none. */
  readonly mediaTypes?: MediaTypes;
  /** What the handler streams. Absent: nothing, as far as can be seen. */
  readonly stream?: Stream;
  /** Nest's guards, which run where the handler runs and nowhere else. */
  readonly guards: readonly Guard[];
  /** Nest's interceptors, pipes and exception filters, which run where the handler runs. */
  readonly enhancers: readonly Enhancer[];
  /** Places in the model's `ignores`. */
  readonly ignores: readonly number[];
  /** `forRoot({ catchAll })` adds it: no controller has it. Absent: a controller has. */
  readonly catchAll?: true;
  /** Its turn in Nest's registration, which answers a request by the first route that fits. */
  readonly order: number;
}

/** What no document carries: the stage of the API has it. */
export interface StageSettings {
  /** Absent: the limits of the account. */
  readonly throttle?: Throttle;
  /** Absent: no answer is kept. */
  readonly cache?: Cache;
  /** Absent: those of the stage. */
  readonly logging?: Logging;
}

export interface Throttle {
  /** Requests a second. */
  readonly rate: number;
  readonly burst: number;
}

export interface Cache {
  /** Seconds. */
  readonly ttl: number;
  readonly keys: readonly CacheKey[];
  readonly encrypted: boolean;
}

export interface CacheKey {
  readonly from: 'path' | 'query' | 'header';
  readonly name: string;
}

/** What is absent is as the stage has it. */
export interface Logging {
  readonly level?: 'OFF' | 'ERROR' | 'INFO';
  readonly metrics?: boolean;
  readonly dataTrace?: boolean;
}

/** Who answers a route. */
export interface Responder {
  /** `application`: this very application may run the handler. `function` and `backend` are others. */
  readonly kind: 'gateway' | 'service' | 'function' | 'backend' | 'application';
  /** API Gateway passes the answer on as it is: it can neither change it nor add headers to it. */
  readonly proxied: boolean;
}

/** What a route has one setting of. */
export type RouteConcern = Exclude<Concern, 'exclude' | 'ignore'>;

export interface PathParameter {
  readonly name: string;
  readonly greedy: boolean;
}

/** A route whose path, which is the declared one, cannot be read. */
export interface UnreadableRoute extends Place {
  readonly reason: string;
}

/** A route with a version that has no effect. */
export interface UnversionedRoute extends Place {
  readonly versions: readonly string[];
  /** Where the version is declared. */
  readonly on: 'handler' | 'class';
}

export interface Stray extends StrayHandler {
  /** Places in the model's `ignores`. */
  readonly ignores: readonly number[];
}

export interface ExcludedRoute extends Place {
  readonly operations: readonly OperationReference[];
  readonly keepInPublic: boolean;
  readonly origin: Origin;
  /** Places in the model's `ignores`. */
  readonly ignores: readonly number[];
  /** The application's `transformDocument` removed its operation. Absent: it did not. */
  readonly lost?: boolean;
}

export interface GatewayPath {
  readonly path: string;
  readonly pathParameters: readonly PathParameter[];
  /** The policy that the routes of the path agree on. */
  readonly cors?: Cors;
  /** Routes of the path, sorted by verb. */
  readonly routes: readonly Route[];
}

export interface AuthorizerUse {
  /** Its place in the model's `authorizers`. */
  readonly index: number;
  readonly scopes: readonly string[];
}

export interface Cors {
  readonly allowOrigins: readonly DeployValue[];
  /** A placeholder for any number of origins, instead of `allowOrigins`, which is then empty. */
  readonly originList?: DeployValue;
  /** Absent: derived from the routes of the path. */
  readonly allowHeaders?: readonly string[];
  /** Whatever header a browser asks for is allowed. */
  readonly anyHeader?: true;
  /** Absent: the verbs of the path. */
  readonly allowMethods?: readonly string[];
  readonly exposeHeaders?: readonly string[];
  readonly allowCredentials: boolean;
  /** Seconds. */
  readonly maxAge?: number;
}

/** A Lambda function, by its ARN or by the invocation URI as it stands. */
export type LambdaFunction = { readonly functionArn: DeployValue } | { readonly invokeArn: DeployValue };

export type Authorizer =
  LambdaAuthorizerModel | CognitoAuthorizerModel | IamAuthorizerModel | JwtAuthorizerModel;

/** What does the work of an authorizer in Kong. */
export type KongGuard =
  | {
      readonly plugin: string;
      readonly config: DeployMembers;
      /** Member of `config` that takes the scopes of a route. Absent: none does. */
      readonly scopesMember?: string;
    }
  | { readonly keys: readonly KongKey[] };

export type KongKey = {
  readonly kid?: string;
  readonly algorithm: KongKeyAlgorithm;
  readonly pem: DeployValue;
};

type AuthorizerBase = {
  /** Absent: Kong has nothing in its place. */
  readonly kong?: KongGuard;
  readonly name: DeployValue;
  /** An OpenAPI security scheme. */
  readonly publicScheme: JsonObject;
};

export type IdentitySourceModel = {
  readonly from: 'header' | 'query' | 'context' | 'stage';
  readonly name: string;
};

export type LambdaAuthorizerModel = AuthorizerBase & {
  readonly kind: 'lambda';
  readonly type: 'request' | 'token';
  readonly function: LambdaFunction;
  readonly credentials?: DeployValue;
  readonly identitySources: readonly IdentitySourceModel[];
  /** Version of the event. Absent: that of the gateway. */
  readonly payloadFormat?: '1.0' | '2.0';
  /** With the version 2.0 the function answers without a policy. Absent: it does. */
  readonly simpleResponses?: boolean;
  /** Seconds. */
  readonly resultTtl?: number;
  readonly identityValidationExpression?: string;
};

export type CognitoAuthorizerModel = AuthorizerBase & {
  readonly kind: 'cognito';
  readonly userPoolArns: readonly DeployValue[];
  readonly clientIds?: readonly DeployValue[];
  readonly issuer?: DeployValue;
  readonly header: string;
};

export type JwtAuthorizerModel = AuthorizerBase & {
  readonly kind: 'jwt';
  readonly issuer: DeployValue;
  readonly audience: readonly DeployValue[];
  readonly identitySource: IdentitySourceModel;
};

export type IamAuthorizerModel = AuthorizerBase & {
  readonly kind: 'iam';
};

/** What API Gateway calls. Every back end maps the whole union. */
export type Integration =
  LambdaIntegration | HttpIntegration | MockIntegration | RawIntegration | ServiceIntegration;

export interface LambdaIntegration {
  readonly kind: 'lambda';
  readonly mode: 'proxy' | 'custom' | 'async';
  readonly function: LambdaFunction;
  /** Version of the event. Absent: that of the gateway. */
  readonly payloadFormat?: '1.0' | '2.0';
  /** The caller gets the response while it is written. */
  readonly streaming?: true;
  readonly credentials?: DeployValue;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly requestTemplates?: Readonly<Record<string, string>>;
  readonly responses?: Readonly<Record<string, IntegrationResponse>>;
}

export type IntegrationResponse = {
  readonly statusCode: number | string;
  readonly responseParameters?: Readonly<Record<string, string | DeployValue>>;
  readonly responseTemplates?: Readonly<Record<string, string>>;
  readonly contentHandling?: string;
};

/** Fixed text, or one value of the request. */
export type MappedText = DeployValue | RequestValue;

export interface HttpIntegration {
  readonly kind: 'http';
  /** Whole, with `{name}` for the path parameters in it. */
  readonly url: DeployValue;
  /** What stands before the route's own path. Absent: the URL ends with something else. */
  readonly baseUrl?: DeployValue;
  /** Upper-case verb, or `ANY` to forward the caller's. */
  readonly method: string;
  readonly pathParameters: readonly string[];
  readonly vpcLink?: DeployValue;
  /** ARN of the load balancer behind a VPC link V2. */
  readonly target?: DeployValue;
  /** What the gateway sets on the request. */
  readonly headers?: Readonly<Record<string, MappedText>>;
  readonly query?: Readonly<Record<string, MappedText>>;
  readonly streaming?: true;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly insecureSkipVerification: boolean;
}

export interface MockIntegration {
  readonly kind: 'mock';
  readonly status: number;
  readonly body?: { readonly contentType: string; readonly json: boolean; readonly text: DeployValue };
  readonly headers: Readonly<Record<string, DeployValue>>;
}

export interface RawIntegration {
  readonly kind: 'raw';
  /** The object as given; its strings outside templates may be deploy values. */
  readonly object: DeployMembers;
}
