import { matchesWhole } from '../../java/java-regex.js';
import { findFunction, readFunctionUri } from '../functions/find-function.js';
import { missingFunction } from '../functions/invoke-as-service.js';
import type { FunctionSettings } from '../functions/local-function.js';
import { runFunction } from '../functions/run-function.js';
import { GatewayFault } from '../gateway-fault.js';
import type { GatewayCall } from '../local-gateway-ports.js';
import type { AnswerCache, Kept } from './answer-cache.js';
import { authorizerEvent } from './authorizer-event.js';
import { evaluatePolicy, InvalidPolicy, type PolicyDecision } from './evaluate-policy.js';
import { methodArn, type ArnSettings } from './method-arn.js';
import { readAuthorizerAnswer, type AuthorizerAnswer } from './read-authorizer-answer.js';
import { readIdentity } from './read-identity.js';
import { refuse } from './refuse.js';
import type { LambdaGuard } from './requirements.js';

/** An answer, and the request that it was given for. */
export interface GivenAnswer {
  readonly answer: AuthorizerAnswer;
  readonly route: string;
  readonly arn: string;
  readonly event: Readonly<Record<string, unknown>>;
}

/** What an authorizer runs with. */
export interface LambdaAuthorizerPorts {
  readonly settings: FunctionSettings & ArnSettings;
  readonly cache: AnswerCache<GivenAnswer>;
  /** Milliseconds. */
  readonly now: () => number;
}

/** What it lets through. */
interface Admission {
  readonly authorizer: Readonly<Record<string, unknown>>;
  readonly usageIdentifierKey?: string;
}

/** Milliseconds that API Gateway gives the function: of an HTTP API, and of a REST API. */
const HTTP_LIMIT = 10_000;
const REST_LIMIT = 29_000;

/** Asks a Lambda authorizer, or what it answered before, whether a request is let through. */
export async function askLambda(
  call: GatewayCall,
  guard: LambdaGuard,
  ports: LambdaAuthorizerPorts,
): Promise<Admission> {
  const step = `authorizer ${guard.name}`;
  const identity = readSources(call, guard, step);
  const arn = methodArn(call, ports.settings);
  const key = JSON.stringify([guard.name, ...identity]);
  // Without a source nothing tells one caller from another.
  const keeps = guard.ttl > 0 && identity.length > 0;
  const now = ports.now();
  const cached = keeps ? ports.cache.find(key, now) : undefined;
  const given = cached?.value ?? (await callAuthorizer(call, guard, ports, { arn, identity, step }));
  if (!cached && keeps) ports.cache.keep(key, given, guard.ttl, ports.now());
  return decide(call, guard, { step, arn, given, ...(cached ? { cached, now } : {}) });
}

/** @throws GatewayFault 401 where one is missing: the function is not called */
function readSources(call: GatewayCall, guard: LambdaGuard, step: string): readonly string[] {
  const found = guard.sources.map((source) => ({ source, value: readIdentity(source, call.view) }));
  const missing = found.filter(({ value }) => value === undefined).map(({ source }) => source);
  if (missing.length > 0) {
    refuse(call, {
      type: 'UNAUTHORIZED',
      step,
      outcome: `401 without a call of the function: ${missing.join(', ')} is missing or empty`,
      data: { identitySources: guard.sources, missing },
    });
  }
  const identity = found.map(({ value }) => value!);
  if (guard.validation !== undefined && !matchesWhole(guard.validation, identity[0] ?? '')) {
    refuse(call, {
      type: 'UNAUTHORIZED',
      step,
      outcome: `401 without a call of the function: the token does not match ${guard.validation}`,
    });
  }
  return identity;
}

async function callAuthorizer(
  call: GatewayCall,
  guard: LambdaGuard,
  { settings }: LambdaAuthorizerPorts,
  {
    arn,
    identity,
    step,
  }: { readonly arn: string; readonly identity: readonly string[]; readonly step: string },
): Promise<GivenAnswer> {
  const reference = readFunctionUri(guard.uri) ?? { arn: guard.uri, name: guard.name };
  const target = findFunction(reference, settings);
  if (target === undefined) throw missingFunction(reference);
  const timeout = guard.payloadFormat === undefined ? REST_LIMIT : HTTP_LIMIT;
  const event = authorizerEvent(call, guard, arn, identity);
  const data = { event };
  const signal = AbortSignal.any([call.signal, AbortSignal.timeout(timeout)]);
  const invocation = { reference, target, event: JSON.stringify(event), timeout, signal };
  const { payload, isError } = await runFunction(invocation).catch((thrown: unknown) => {
    const reason = thrown instanceof GatewayFault ? 'it did not answer in time' : (thrown as Error).message;
    return refuse(call, { type: 'AUTHORIZER_FAILURE', step, outcome: `500: ${reason}`, data });
  });
  if (isError) {
    const { errorMessage } = JSON.parse(payload) as { readonly errorMessage?: unknown };
    if (errorMessage === 'Unauthorized')
      refuse(call, { type: 'UNAUTHORIZED', step, outcome: '401: the function threw `Unauthorized`', data });
    refuse(call, {
      type: 'AUTHORIZER_FAILURE',
      step,
      outcome: `500: the function threw \`${String(errorMessage)}\`; only \`Unauthorized\` is answered with 401`,
      data,
    });
  }
  try {
    const answer = readAuthorizerAnswer(payload, guard);
    return { answer, arn, event, route: `${call.route.method} ${call.route.path}` };
  } catch (thrown) {
    if (!(thrown instanceof InvalidPolicy)) throw thrown;
    return refuseAnswer(call, step, thrown, payload);
  }
}

function refuseAnswer(call: GatewayCall, step: string, { message }: InvalidPolicy, payload: string): never {
  return refuse(call, {
    type: 'AUTHORIZER_CONFIGURATION_ERROR',
    step,
    outcome: `500: API Gateway does not understand the answer of the function: ${message}`,
    data: { answer: payload },
  });
}

interface Asked {
  readonly step: string;
  readonly arn: string;
  readonly given: GivenAnswer;
  readonly cached?: Kept<GivenAnswer>;
  readonly now?: number;
}

function decide(call: GatewayCall, guard: LambdaGuard, asked: Asked): Admission {
  const { step, arn, given, cached, now = 0 } = asked;
  const { answer } = given;
  const age = cached ? `answer of ${Math.round((now - cached.since) / 1000)} s ago` : 'answer';
  const source = cached ? `the cached ${age}` : `the ${age} of the function`;
  const data = {
    methodArn: arn,
    isCached: cached !== undefined,
    ...('policy' in answer ? { policy: answer.policy } : {}),
  };
  // Without a policy it is yes or no; what the answer was given for counts for every route.
  const decision =
    'policy' in answer ? readDecision(call, step, answer.policy, arn) : simpleDecision(answer.isAuthorized);
  const isHttpApi = guard.payloadFormat !== undefined;
  if (decision.effect !== 'allow') {
    const isTrap = cached !== undefined && decision.effect === 'implicit' && given.arn !== arn;
    const why =
      decision.effect === 'deny'
        ? `it denies ${decision.resource ?? 'every request'}`
        : `it allows ${decision.allowed.join(', ') || 'nothing'}, which does not cover ${arn}`;
    const trap = `. The function answered it for ${given.route}, and API Gateway keeps it for ${guard.ttl} s for every route with this authorizer: allow a wildcard such as ${arn.split('/').slice(0, 2).join('/')}/*, or set \`resultTtl: 0\``;
    const message = isHttpApi
      ? 'Forbidden'
      : `User is not authorized to access this resource${decision.effect === 'deny' ? ' with an explicit deny' : ''}`;
    refuse(call, {
      type: 'ACCESS_DENIED',
      message,
      step,
      outcome: `403 by ${source}: ${why}${isTrap ? trap : ''}`,
      data,
    });
  }
  call.explain({
    step,
    outcome: `allowed by ${source}${decision.resource === undefined ? '' : `: it allows ${decision.resource}`}`,
    data: { ...(cached ? {} : { event: given.event }), ...data, context: answer.context },
  });
  return {
    authorizer: answer.context,
    ...(answer.usageIdentifierKey === undefined ? {} : { usageIdentifierKey: answer.usageIdentifierKey }),
  };
}

function readDecision(call: GatewayCall, step: string, policy: unknown, arn: string): PolicyDecision {
  try {
    return evaluatePolicy(policy, arn);
  } catch (thrown) {
    if (!(thrown instanceof InvalidPolicy)) throw thrown;
    return refuseAnswer(call, step, thrown, JSON.stringify(policy));
  }
}

function simpleDecision(isAuthorized: boolean): PolicyDecision {
  return { effect: isAuthorized ? 'allow' : 'deny', allowed: [] };
}
