import type { ApplicationCors } from './cors/application-cors.js';
import type { OpenApiDocument } from '../openapi/openapi.js';
import type { Concern, Declaration } from '../decorators/decorator-metadata.js';

/** Which operation of Nest's documents describes a route. */
export interface OperationReference {
  /** `document` is Nest's own, `hidden` holds what Swagger decorators keep out of it. */
  readonly source: 'document' | 'hidden';
  readonly path: string;
  readonly method: string;
  /** Its path in Nest's document, where the operation of another handler displaces it. Absent: it is not displaced. */
  readonly displacedFrom?: string;
}

/** One verb and path that Nest serves, with what the decorators recorded for it. */
export interface SourceRoute {
  /** Name of the concrete controller class. Two controllers may share it. */
  readonly controller: string;
  readonly handler: string;
  /** Lower-case verb, or `all`. */
  readonly method: string;
  /** Final path in API Gateway's syntax: `/v1/files/{path+}`. */
  readonly path: string;
  /** Several for `all`; empty when no document has one. */
  readonly operations: readonly OperationReference[];
  readonly declarations: Readonly<Record<Concern, RouteDeclarations>>;
  /** Nest's guards on the route. Absent: none. */
  readonly guards?: readonly Guard[];
  /** Nest's interceptors, pipes and exception filters on the route. Absent: none. */
  readonly enhancers?: readonly Enhancer[];
  /** Why the path, which is then the declared one, cannot be read. Absent: it can. */
  readonly unreadable?: string;
  /** The application's `transformDocument` removed the operation that Nest made. Absent: it did not. */
  readonly lost?: boolean;
  /** Nest's document should have an operation of the route and has none. Absent: it has, or should not. */
  readonly undocumented?: boolean;
  /** Versions that are declared and have no effect, because the application enables no versioning. Absent: none. */
  readonly unversioned?: { readonly versions: readonly string[]; readonly on: 'handler' | 'class' };
  /** Parameters that Nest documents as required only because an argument of the handler names them. Absent: none. */
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
  /**
   * Names of the schemas that `@ApiExtraModels` adds, on the handler and on its class, and of an excluded handler those
   * of the classes that it uses. Absent: none.
   */
  readonly extraModels?: readonly string[];
}

/** Which of several routes that fit a request answers in Nest: the one that is registered first, or the most specific. */
export type Routing = 'order' | 'specificity';

export interface ReusedSchema {
  readonly name: string;
  readonly of: 'class' | 'enum';
  /** The first handler that uses each of the classes or enums. */
  readonly at: readonly { readonly controller: string; readonly handler: string }[];
}

/** Events of `@Sse()`, or a `StreamableFile` with the media type of `@Header('Content-Type', …)`. */
export interface Stream {
  readonly kind: 'events' | 'file';
}

export interface MediaTypes {
  readonly consumed: readonly string[];
  readonly produced: readonly string[];
}

export interface MemberReference {
  readonly schema: string;
  readonly member: string;
}

/** A member that the application answers otherwise than it has it. */
export interface ExcludedMember extends MemberReference {
  /** The decorator of class-transformer that sees to it. */
  readonly by: '@Exclude()' | '@Expose({ groups })' | '@Transform()';
}

/** A member of which the document says less than the application takes. */
export interface ConvertedMember extends MemberReference {
  /** The application makes its value of another one: the document does not know what a body may hold. */
  readonly isConverted: boolean;
  /** The application does not ask for it: a body may leave it out. */
  readonly mayBeAbsent: boolean;
  /** What its schema asks more strictly than the application. */
  readonly unchecked: readonly ('pattern' | 'minimum' | 'maximum')[];
  /** Because of a pipe, which runs only where the handler does. Absent: because of its class. */
  readonly byPipe?: true;
  /** A pipe lets null pass, unless its schema says `nullable: false`. Absent: as its schema says. */
  readonly takesNull?: true;
}

export interface ParameterReference {
  readonly in: 'query' | 'header';
  readonly name: string;
}

/** A guard of Nest's. */
export interface Guard {
  /** Name of its class. */
  readonly name: string;
  readonly level: 'handler' | 'class' | 'global';
}

/** What else NestJS runs around a handler. */
export interface Enhancer extends Guard {
  readonly kind: 'interceptor' | 'pipe' | 'filter';
}

export interface RouteDeclarations {
  readonly handler: readonly Declaration[];
  readonly class: readonly Declaration[];
  /** Name of the base class on which those of the class stand. Absent: on the class itself. */
  readonly base?: string;
}

/** A handler with decorators of this library that Nest serves no route from. */
export interface StrayHandler {
  readonly controller: string;
  readonly handler: string;
  readonly decorators: readonly string[];
  readonly declarations: Readonly<Record<Concern, RouteDeclarations>>;
}

/** The application as read from Nest: the one thing that the pure middle starts from. */
export interface AppSource {
  /** Nest's document, untouched. */
  readonly document: OpenApiDocument;
  /** Operations and schemas of routes that `@ApiExcludeEndpoint` and the like keep out of Nest's document. */
  readonly hidden?: OpenApiDocument;
  readonly routes: readonly SourceRoute[];
  /** Operations of `document` of which no handler is known. Absent: none. */
  readonly unmatched?: readonly Pick<OperationReference, 'path' | 'method'>[];
  /** Names of the schemas that the options of `createDocument` add. Absent: none. */
  readonly extraModels?: readonly string[];
  /** Schemas that two classes of one name share. Absent: none. */
  readonly reusedSchemas?: readonly ReusedSchema[];
  /** Members that Nest documents as lists of strings only because TypeScript says no more than list. Absent: none. */
  readonly guessedLists?: readonly MemberReference[];
  /** Members that the application converts or fills in. Absent: none. */
  readonly convertedMembers?: readonly ConvertedMember[];
  /** Members that class-transformer keeps out of answers, or changes there only. Absent: none. */
  readonly excludedMembers?: readonly ExcludedMember[];
  /** What the application serves without a controller, in words and paths. Absent: nothing that is known. */
  readonly unrouted?: readonly string[];
  readonly strays: readonly StrayHandler[];
  /** How many `AwsGatewayModule`s the application imports, each with options of its own. Absent: one. */
  readonly gatewayModules?: number;
  /** What `configure` read of providers that a preview does not build, such as `ConfigService.port`. Absent: nothing. */
  readonly unbuilt?: readonly string[];
  /** How the application answers CORS itself. Absent: it does not, as far as can be seen. */
  readonly cors?: ApplicationCors;
  /** The headers that `enableVersioning` reads the version from. Absent: no header carries a version. */
  readonly versionHeaders?: readonly string[];
  /** Absent: as `order`. */
  readonly routing?: Routing;
}
