import { GatewayFault } from '../gateway-fault.js';
import type { CallService, GatewayCall, RawAnswer, ServiceCall } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import { invokeAsService } from '../functions/invoke-as-service.js';
import type { FunctionSettings } from '../functions/local-function.js';
import { buildServiceRequest, writeTarget } from './build-service-request.js';
import { describeBody, describeHeaders } from './describe-exchange.js';
import { forwardHttp, type BackendSettings } from './forward-http.js';
import { writeQueryAnswer } from './query-answer.js';
import { readBytes, sendOverHttp } from './send-over-http.js';
import {
  chooseEndpoint,
  nameAws,
  readService,
  type NamedService,
  type ServiceSettings,
} from './service-endpoint.js';
import { signRequest, writeTime } from './sign-request.js';

/** Calls AWS services at their endpoints, functions behind type `aws`, and HTTP backends. */
export function createServiceCaller(
  settings: ServiceSettings & BackendSettings & FunctionSettings,
): CallService {
  return async (call, sent) => {
    const named = readService(sent.request.uri);
    if (!named) return await forwardHttp(call, sent, settings);
    return (await invokeAsService(call, sent, settings)) ?? (await callService(call, sent, named, settings));
  };
}

async function callService(
  call: GatewayCall,
  { request, body }: ServiceCall,
  named: NamedService,
  settings: ServiceSettings,
): Promise<RawAnswer> {
  const aws = nameAws(named);
  const { url, credentials } = explainMissing(() => chooseEndpoint(named, settings), request, body, named);
  const wire = buildServiceRequest(request, body, named, url);
  const { region, service } = named;
  const scope = { time: writeTime(new Date()), region, service };
  const { origin } = new URL(url);
  const target = writeTarget(wire);
  const action = request.action === undefined ? '' : ` ${request.action}`;
  const step = `${service}${action}: ${wire.method} ${origin}${target}`;
  const data = { request: { url: `${origin}${target}`, aws, ...describeWire(wire) } };
  try {
    const answer = await sendOverHttp({
      origin,
      method: wire.method,
      target,
      headers: { ...wire.headers, ...signRequest(wire, credentials, scope) },
      body: wire.body,
      signal: call.signal,
    });
    const bytes = await readBytes(answer.body);
    const { status, headers } = answer;
    const converted = writeQueryAnswer(wire.headers, { headers, body: bytes });
    call.explain({
      step,
      outcome: `${service} answered ${status}${converted ? ', in XML: AWS answers the same in JSON' : ''}`,
      data: { ...data, answer: { status, headers, body: describeBody(bytes) } },
    });
    return converted ? asJson(status, headers, converted) : { status, headers, body: bytes };
  } catch (thrown) {
    if (call.signal.aborted) {
      call.explain({ step, outcome: `${service} did not answer in time`, data });
      throw new GatewayFault('INTEGRATION_TIMEOUT');
    }
    const reason = (thrown as NodeJS.ErrnoException).code ?? (thrown as Error).message;
    call.explain({ step, outcome: `${origin} cannot be reached: ${reason}`, data });
    throw new NotServed(`The endpoint ${origin} of \`${service}\` cannot be reached: ${reason}.`, data);
  }
}

function asJson(status: number, headers: RawAnswer['headers'], body: Uint8Array): RawAnswer {
  const kept = headers.filter(([name]) => name.toLowerCase() !== 'content-type');
  return { status, headers: [...kept, ['Content-Type', 'application/json']], body };
}

/** Without an endpoint a reader sees the request that AWS would get. */
function explainMissing<Value>(
  choose: () => Value,
  request: ServiceCall['request'],
  body: Uint8Array,
  named: NamedService,
): Value {
  try {
    return choose();
  } catch (thrown) {
    if (!(thrown instanceof NotServed)) throw thrown;
    const wire = buildServiceRequest(request, body, named, nameAws(named));
    throw new NotServed(thrown.message, {
      request: { url: `${nameAws(named)}${writeTarget(wire)}`, ...describeWire(wire) },
    });
  }
}

function describeWire(wire: ReturnType<typeof buildServiceRequest>): Readonly<Record<string, unknown>> {
  return { method: wire.method, headers: describeHeaders(wire.headers), body: describeBody(wire.body) };
}
