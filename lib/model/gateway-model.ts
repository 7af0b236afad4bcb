import type { OpenApiDocument } from '../openapi/openapi.js';
import type { FaultPlace, OptionFault } from '../options/option-fault.js';
import type {
  ConvertedMember,
  ExcludedMember,
  MemberReference,
  OperationReference,
  ReusedSchema,
  Routing,
  StrayHandler,
} from './app-source.js';
import type { Authorizer } from './authorizers/authorizer.js';
import type { ApplicationCors } from './cors/application-cors.js';
import type {
  ExcludedRoute,
  GatewayPath,
  Place,
  Route,
  UnreadableRoute,
  UnversionedRoute,
} from './routes/route.js';
import type { GatewaySettings } from './settings/gateway-settings.js';

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

/** One `@AwsIgnore`, or one entry of the module's `ignore`. */
export interface Ignore {
  readonly code: string;
  readonly reason: string;
  readonly at: FaultPlace;
}

export interface Stray extends StrayHandler {
  /** Places in the model's `ignores`. */
  readonly ignores: readonly number[];
}
