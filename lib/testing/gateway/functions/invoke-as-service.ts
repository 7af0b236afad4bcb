import { findHeader } from '../exchange-types.js';
import type { GatewayCall, RawAnswer, ServiceCall } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import { findEndpoint, type ServiceSettings } from '../services/service-endpoint.js';
import { describeBody } from '../services/describe-exchange.js';
import { findFunction, readFunctionUri, type FunctionReference } from './find-function.js';
import { timeLimit } from './time-limit.js';
import type { FunctionSettings } from './local-function.js';
import { runFunction } from './run-function.js';

/**
 * Invokes a function behind type `aws` as the service Lambda does: 200 with the result or the error, or 202 at once for an
 * invocation as an event. Undefined for any other service, and for a function that an endpoint of Lambda has to run.
 *
 * @throws NotServed without a local function and without an endpoint
 */
export async function invokeAsService(
  call: GatewayCall,
  { request, body }: ServiceCall,
  settings: FunctionSettings & ServiceSettings,
): Promise<RawAnswer | undefined> {
  const reference = request.service === 'lambda' ? readFunctionUri(request.uri) : undefined;
  if (!reference) return undefined;
  const target = findFunction(reference, settings);
  if (target === undefined) {
    if (findEndpoint('lambda', settings) !== undefined || settings.aws) return undefined;
    throw missingFunction(reference);
  }
  const event = Buffer.from(body).toString('utf8') || '{}';
  const isAsync = findHeader(request.headers, 'X-Amz-Invocation-Type') === 'Event';
  const timeout = timeLimit(call.route);
  const step = `function ${reference.name}`;
  if (isAsync) {
    call.explain({ step, outcome: 'invoked as an event', data: { event: describeBody(body) } });
    // The caller has its answer, however the function ends.
    const signal = AbortSignal.timeout(ASYNC_LIMIT);
    runFunction({ reference, target, event, timeout: ASYNC_LIMIT, signal }).catch(() => undefined);
    return { status: 202, headers: [], body: new Uint8Array() };
  }
  const { payload, isError } = await runFunction({ reference, target, event, timeout, signal: call.signal });
  const bytes = Buffer.from(payload);
  call.explain({
    step,
    outcome: isError ? 'the function failed' : 'the function answered',
    data: { event: describeBody(body), answer: describeBody(bytes) },
  });
  return {
    status: 200,
    headers: [
      ['Content-Type', 'application/json'],
      ...(isError ? [['X-Amz-Function-Error', 'Unhandled'] as const] : []),
    ],
    body: bytes,
  };
}

/** Milliseconds that Lambda gives a function at most. */
const ASYNC_LIMIT = 900_000;

export function missingFunction({ name, arn }: FunctionReference): NotServed {
  return new NotServed(
    `No local function for \`${name}\`. Name it: runApigen(AppModule, { serve: { functions: { ${/^\w+$/.test(name) ? name : `'${name}'`}: handler } } }), or export it from the module of \`--functions FILE\`.`,
    { function: arn },
  );
}
