import { randomUUID } from 'node:crypto';
import { GatewayFault } from '../gateway-fault.js';
import { readBytes, sendOverHttp } from '../services/send-over-http.js';
import type { FunctionReference } from './find-function.js';
import type { FunctionContext, LocalFunction } from './local-function.js';
import { isStreaming, runStreaming } from './stream-function.js';

/** One invocation of a function. */
export interface Invocation {
  readonly reference: FunctionReference;
  readonly target: LocalFunction | string;
  /** JSON text of the event. */
  readonly event: string;
  /** Milliseconds that the function has. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** The outcome of a function: the JSON text of its result or of its error. */
export interface FunctionResult {
  readonly payload: string;
  readonly isError: boolean;
}

/**
 * Runs a function to its end.
 *
 * @throws GatewayFault `INTEGRATION_TIMEOUT` when the time is over
 */
export async function runFunction(invocation: Invocation): Promise<FunctionResult> {
  const { target } = invocation;
  if (typeof target === 'string') return await invokeOverHttp(target, invocation);
  if (isStreaming(target)) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of runStreaming(target, invocation, createContext(invocation))) chunks.push(chunk);
    return { payload: Buffer.concat(chunks).toString('utf8'), isError: false };
  }
  return await untilAborted(runHere(target, invocation), invocation.signal);
}

async function runHere(target: LocalFunction, invocation: Invocation): Promise<FunctionResult> {
  try {
    const result = await callBack(target, invocation);
    return { payload: JSON.stringify(result) ?? 'null', isError: false };
  } catch (thrown) {
    return { payload: describeError(thrown), isError: true };
  }
}

/** Settles by the function's promise, or by its callback where it returns none. */
function callBack(target: LocalFunction, invocation: Invocation): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const done = (error?: unknown, result?: unknown): void => {
      if (error === undefined || error === null) resolve(result);
      else reject(error as Error);
    };
    const context = createContext(invocation, done);
    const call = target as (event: unknown, context: FunctionContext, callback: typeof done) => unknown;
    const returned = call(JSON.parse(invocation.event), context, done);
    if (isPromise(returned)) returned.then(resolve, reject);
    // A function that takes no callback and returns no promise is done, as in a runtime of Lambda that has no callbacks.
    else if (returned !== undefined || target.length < 3) resolve(returned);
  });
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof (value as { readonly then?: unknown } | null | undefined)?.then === 'function';
}

/** An error as the Node.js runtime of Lambda reports it. */
function describeError(thrown: unknown): string {
  if (!(thrown instanceof Error))
    return JSON.stringify({ errorType: typeof thrown, errorMessage: String(thrown), trace: [] });
  const { name, message, stack = '' } = thrown;
  return JSON.stringify({ errorType: name, errorMessage: message, trace: stack.split('\n') });
}

async function untilAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(new GatewayFault('INTEGRATION_TIMEOUT'));
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', stop!);
  }
}

/** The URL to invoke a function at: a runtime interface has one function, behind one path. */
export function runtimeUrl(url: string): Pick<URL, 'origin' | 'host' | 'pathname'> {
  const { origin, host, pathname } = new URL(url);
  return {
    origin,
    host,
    pathname: pathname === '/' ? '/2015-03-31/functions/function/invocations' : pathname,
  };
}

async function invokeOverHttp(url: string, { event, signal }: Invocation): Promise<FunctionResult> {
  const { origin, host, pathname } = runtimeUrl(url);
  try {
    const answer = await sendOverHttp({
      origin,
      method: 'POST',
      target: pathname,
      headers: { Host: host, 'Content-Type': 'application/json' },
      body: Buffer.from(event),
      signal,
    });
    const payload = Buffer.from(await readBytes(answer.body)).toString('utf8');
    const failed = answer.headers.some(([name]) => name.toLowerCase() === 'x-amz-function-error');
    return { payload, isError: failed || isErrorPayload(payload) };
  } catch (thrown) {
    if (signal.aborted) throw new GatewayFault('INTEGRATION_TIMEOUT');
    throw thrown;
  }
}

/** Older runtime interfaces say only in the body that the function failed. */
function isErrorPayload(payload: string): boolean {
  return /^\s*\{/.test(payload) && /"errorType"\s*:/.test(payload) && /"errorMessage"\s*:/.test(payload);
}

export function createContext(
  { reference, timeout }: Invocation,
  done: (error?: unknown, result?: unknown) => void = () => undefined,
): FunctionContext {
  const end = Date.now() + timeout;
  return {
    functionName: reference.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: reference.arn,
    memoryLimitInMB: '128',
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${reference.name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, end - Date.now()),
    done,
    fail: (error) => done(error ?? new Error('failed')),
    succeed: (result) => done(undefined, result),
  };
}
