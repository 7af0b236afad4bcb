import { GatewayFault } from '../gateway-fault.js';
import { isOfHttpApi } from '../integration-document.js';
import type { GatewayCall, InvokeFunction, RawAnswer } from '../local-gateway-ports.js';
import { describeBody } from '../services/describe-exchange.js';
import { sendOverHttp } from '../services/send-over-http.js';
import { findFunction, readFunctionUri, type FunctionReference } from './find-function.js';
import { httpEvent } from './http-event.js';
import { missingFunction } from './invoke-as-service.js';
import type { FunctionSettings, LocalFunction } from './local-function.js';
import { proxyEvent } from './proxy-event.js';
import { readHttpResult } from './read-http-result.js';
import { MalformedResult, readObject, readProxyHead, readProxyResult } from './read-proxy-result.js';
import { createContext, runFunction, runtimeUrl, type Invocation } from './run-function.js';
import { splitPrelude } from './split-prelude.js';
import { isStreaming, runStreaming } from './stream-function.js';
import { timeLimit } from './time-limit.js';

/** Runs functions behind Lambda proxies. */
export function createFunctionInvoker(settings: FunctionSettings): InvokeFunction {
  return async (call) => {
    const { integration } = call.route;
    const reference = readFunctionUri(integration.uri ?? '') ?? {
      arn: integration.uri ?? '',
      name: integration.uri ?? '',
    };
    const step = `function ${reference.name}`;
    // Lambda itself takes nothing but POST.
    if ((integration.httpMethod ?? 'POST').toUpperCase() !== 'POST') {
      call.explain({
        step,
        outcome: `500: the integration calls it by ${integration.httpMethod}, but Lambda takes only POST`,
      });
      throw new GatewayFault('API_CONFIGURATION_ERROR');
    }
    const target = findFunction(reference, settings);
    if (target === undefined) throw missingFunction(reference);
    const event = integration.payloadFormatVersion === '2.0' ? httpEvent(call) : proxyEvent(call);
    const run = { call, step, event, invocation: invocationOf(call, reference, target, event) };
    return integration.responseTransferMode === 'STREAM' ? await streamAnswer(run) : await bufferAnswer(run);
  };
}

interface Run {
  readonly call: GatewayCall;
  readonly step: string;
  readonly event: Readonly<Record<string, unknown>>;
  readonly invocation: Invocation;
}

function invocationOf(
  { route, signal }: GatewayCall,
  reference: FunctionReference,
  target: LocalFunction | string,
  event: object,
): Invocation {
  return { reference, target, event: JSON.stringify(event), timeout: timeLimit(route), signal };
}

async function bufferAnswer(run: Run): Promise<RawAnswer> {
  const { call, step, event, invocation } = run;
  const { payload, isError } = await runFunction(invocation).catch((thrown: unknown) =>
    failToRun(run, thrown),
  );
  const data = { event, result: describeBody(Buffer.from(payload)) };
  if (isError) return refuseResult(run, 'the function failed', data);
  try {
    const isHttp = call.route.integration.payloadFormatVersion === '2.0';
    const answer = isHttp ? readHttpResult(payload) : readProxyResult(payload, call);
    call.explain({ step, outcome: `the function answered ${answer.status}`, data });
    return answer;
  } catch (thrown) {
    if (thrown instanceof MalformedResult)
      return refuseResult(run, `the result of the function is malformed: ${thrown.message}`, data);
    if (thrown instanceof GatewayFault)
      call.explain({ step, outcome: '500: the body of the result is not base64', data });
    throw thrown;
  }
}

function failToRun({ call, step, event }: Run, thrown: unknown): never {
  if (thrown instanceof GatewayFault) {
    call.explain({ step, outcome: 'the function did not answer in time', data: { event } });
    throw thrown;
  }
  const { code, message } = thrown as NodeJS.ErrnoException;
  call.explain({ step, outcome: `the function cannot be reached: ${code ?? message}`, data: { event } });
  throw new GatewayFault('INTEGRATION_FAILURE');
}

/** 502 of a REST API, 500 of an HTTP API. */
function refuseResult({ call, step }: Run, outcome: string, data: Readonly<Record<string, unknown>>): never {
  const status = isOfHttpApi(call.route) ? 500 : 502;
  call.explain({ step, outcome: `${status}: ${outcome}`, data });
  throw new GatewayFault('DEFAULT_5XX', undefined, status);
}

async function streamAnswer(run: Run): Promise<RawAnswer> {
  const { call, step, event, invocation } = run;
  try {
    const { prelude, body } = await splitPrelude(await openStream(invocation));
    const head = readProxyHead(readObject(prelude));
    call.explain({
      step,
      outcome: `the function answered ${head.status}, as a stream`,
      data: { event, prelude },
    });
    return { ...head, body };
  } catch (thrown) {
    if (call.signal.aborted) return failToRun(run, new GatewayFault('INTEGRATION_TIMEOUT'));
    const reason = (thrown as Error).message || 'it has no status and headers before eight bytes of zero';
    return refuseResult(run, `the streamed answer of the function is malformed: ${reason}`, { event });
  }
}

/** What the function writes. One that does not stream writes its whole result at once, as Lambda has it. */
async function openStream(invocation: Invocation): Promise<AsyncIterable<Uint8Array>> {
  const { target, event, signal } = invocation;
  if (typeof target !== 'string') {
    if (isStreaming(target)) return runStreaming(target, invocation, createContext(invocation));
    const { payload } = await runFunction(invocation);
    return single(Buffer.from(payload));
  }
  const { origin, host, pathname } = runtimeUrl(target);
  const headers = { Host: host, 'Content-Type': 'application/json' };
  const body = Buffer.from(event);
  const answer = await sendOverHttp({ origin, method: 'POST', target: pathname, headers, body, signal });
  return answer.body;
}

async function* single(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
