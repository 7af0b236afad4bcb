import type { AwsValidationMode } from '../../decorators/aws-validation.decorator.js';
import type { Concern } from '../../decorators/decorator-metadata.js';
import type {
  Enhancer,
  Guard,
  MediaTypes,
  OperationReference,
  ParameterReference,
  Stream,
} from '../app-source.js';
import type { Cors } from '../cors/cors.js';
import type { Integration } from '../integrations/integration.js';
import type { StageSettings } from '../settings/gateway-settings.js';

/** Where a setting of a route comes from. */
export interface Origin {
  readonly level: 'handler' | 'class' | 'module' | 'application' | 'default';
  /** Absent for a default. */
  readonly decorator?: string;
  /** Name of the base class on which the decorator of a class stands. Absent: on the class itself. */
  readonly base?: string;
}

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
