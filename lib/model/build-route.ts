import type { AwsValidationMode } from '../decorators/aws-validation.decorator.js';
import { isService } from '../services/service-integrations.js';
import type { Enhancer, Guard, SourceRoute } from './app-source.js';
import type { ConcernReader, Setting } from './concerns/create-concern-reader.js';
import type { Authorizer } from './authorizers/authorizer.js';
import type { AuthorizerUse, ExcludedRoute, PathParameter, Place, Responder, Route } from './routes/route.js';
import type { Cors } from './cors/cors.js';
import type { Integration } from './integrations/integration.js';
import { overwriteAbsent } from './integrations/overwrite-absent.js';
import { readResponder } from './answers/read-responder.js';
import { resolveStage } from './settings/resolve-stage.js';
import type { ReadUse } from './authorizers/read-authorizer-use.js';
import { timeoutOf } from './integrations/timeout-of.js';

export interface RouteBuilder {
  readonly buildRoute: (source: SourceRoute, order: number, ignores: readonly number[]) => Route;
  /** Those that the routes built so far use. */
  readonly authorizers: readonly Authorizer[];
}

/** A route that `@AwsExclude` leaves out; absent when it has none. */
export function buildExcludedRoute(
  source: SourceRoute,
  ignores: readonly number[],
  reader: ConcernReader,
): ExcludedRoute | undefined {
  const { isDeclared, value, origin } = reader.readSetting(source, 'exclude');
  if (!isDeclared) return undefined;
  return {
    ...placeOf(source),
    operations: source.operations,
    keepInPublic: value?.keepInPublic === true,
    origin,
    ignores,
    ...(source.lost ? { lost: true } : {}),
  };
}

/** @param ofApplication the policy of routes for which no decorator and no option declares one */
export function createRouteBuilder(
  { readSetting }: ConcernReader,
  ofApplication: Cors | undefined,
): RouteBuilder {
  const { authorizers, enter } = createAuthorizerList();
  return {
    authorizers,
    buildRoute: (source, order, ignores) => {
      const place = placeOf(source);
      const integration = readSetting(source, 'integration');
      const guard = readSetting(source, 'authorizer');
      const declaredCors = readSetting(source, 'cors');
      const apiKey = readSetting(source, 'apiKey');
      const validation = readSetting(source, 'validation');
      const throttle = readSetting(source, 'throttle');
      const cache = readSetting(source, 'cache');
      const logging = readSetting(source, 'logging');
      const pathParameters = readPathParameters(place.path);
      const isPublic = guard.value === 'public';
      const declared = integration.value?.(place);
      // Where an author wrote such a value on an open handler, a rule reports it.
      const isOpen = isPublic || (guard.value === undefined && guard.origin.level === 'default');
      const resolved =
        declared && isOpen && integration.origin.level !== 'handler' ? overwriteAbsent(declared) : declared;
      const responder = resolved && readResponder(resolved, integration.origin);
      const cors = declaredCors.isDeclared ? declaredCors : deriveCors(responder, ofApplication);
      const operation = source.operations[0];
      // Assigned member by member: with many spreads in one literal, each object is a slow dictionary.
      const route: { -readonly [Member in keyof Route]: Route[Member] } = {
        controller: place.controller,
        handler: place.handler,
        method: place.method,
        path: place.path,
        pathParameters,
        operations: source.operations,
        hasIntegration: integration.isDeclared,
        public: isPublic,
        apiKey: apiKey.value === true,
        validation: validation.value ?? defaultValidation(resolved),
        stage: resolveStage({ method: place.method, pathParameters }, { throttle, cache, logging }),
        origins: {
          integration: integration.origin,
          authorizer: guard.origin,
          apiKey: apiKey.origin,
          cors: cors.origin,
          validation: validation.origin,
          throttle: throttle.origin,
          cache: cache.origin,
          logging: logging.origin,
        },
        guards: source.guards ?? NO_GUARDS,
        enhancers: source.enhancers ?? NO_ENHANCERS,
        ignores,
        order,
      };
      if (operation) route.operation = operation;
      if (resolved) route.integration = resolved;
      const timeout = resolved && timeoutOf(resolved);
      if (timeout !== undefined) route.timeout = timeout;
      if (responder) route.responder = responder;
      if (guard.value !== undefined && guard.value !== 'public') route.authorizer = enter(guard.value);
      if (cors.value) route.cors = cors.value;
      if (source.guessed) route.guessed = source.guessed;
      if (source.guessedBody) route.guessedBody = source.guessedBody;
      if (source.mediaTypes) route.mediaTypes = source.mediaTypes;
      if (source.stream) route.stream = source.stream;
      return route;
    },
  };
}

const NO_GUARDS: readonly Guard[] = [];
const NO_ENHANCERS: readonly Enhancer[] = [];
const UNDECLARED: Pick<Setting<never>, 'origin'> = { origin: { level: 'default' } };

/** What the application does for all its routes; a function or a backend of a route's own is something else. */
function deriveCors(
  responder: Responder | undefined,
  ofApplication: Cors | undefined,
): Pick<Setting<Cors>, 'value' | 'origin'> {
  const covered = responder && (!responder.proxied || responder.kind === 'application');
  return ofApplication && covered
    ? { value: ofApplication, origin: { level: 'application', decorator: 'enableCors' } }
    : UNDECLARED;
}

export function placeOf({ controller, handler, method, path }: SourceRoute): Place {
  return { controller, handler, method: method === 'all' ? 'any' : method, path };
}

/** A body that does not fit must not reach a service; a function or a backend checks its own. */
function defaultValidation(integration: Integration | undefined): AwsValidationMode {
  return integration && isService(integration) ? 'all' : 'none';
}

function readPathParameters(path: string): readonly PathParameter[] {
  if (!path.includes('{')) return [];
  return [...path.matchAll(/\{([^{}]*?)(\+?)\}/g)].map((match) => ({
    name: match[1]!,
    greedy: match[2] === '+',
  }));
}

/** Two authorizer objects with the same options are one authorizer. */
function createAuthorizerList(): {
  readonly authorizers: readonly Authorizer[];
  readonly enter: (use: ReadUse) => AuthorizerUse;
} {
  const authorizers: Authorizer[] = [];
  const places = new Map<string, number>();
  const uses = new Map<ReadUse, AuthorizerUse>();
  const enter = (use: ReadUse): AuthorizerUse => {
    const known = uses.get(use);
    if (known) return known;
    const text = JSON.stringify(use.authorizer);
    const index = places.get(text) ?? authorizers.push(use.authorizer) - 1;
    places.set(text, index);
    const entered = { index, scopes: use.scopes };
    uses.set(use, entered);
    return entered;
  };
  return { authorizers, enter };
}
