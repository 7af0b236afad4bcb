import { GatewayFault } from '../gateway-fault.js';
import type { GatewayResponseType } from '../gateway-responses.js';
import type { Explain, ExplainedStep } from '../explained-step.js';
import { viewRequest } from '../gateway-view.js';
import { timeLimit } from '../functions/time-limit.js';
import type { PrivateDocument } from '../integration-document.js';
import { addAuthorization, answerNotServed, type LocalGateway } from '../local/create-local-gateway.js';
import { limitTime } from '../local/limit-time.js';
import { sampleRequest, shortId, type StageSettings } from '../local/sample-request.js';
import type { GatewayCall, LocalGatewayPorts, RawAnswer } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import { forwardRequest } from './forward-request.js';
import { readHttpCors } from './http-cors.js';
import { mapAnswer } from './map-answer.js';
import { mapCall } from './map-call.js';
import { createHttpRouter, inlineIntegrations } from './route-http-request.js';
import { subtypeRequest } from './subtype-request.js';

/** Answers requests as the HTTP API of a document would. Whatever it cannot do is answered with 501 and the reason. */
export function createHttpGateway(
  given: PrivateDocument,
  settings: StageSettings & {
    /** Of services that name none. @default 'us-east-1' */
    readonly region?: string;
  },
  ports: LocalGatewayPorts,
): LocalGateway {
  const document = inlineIntegrations(given);
  const findRoute = createHttpRouter(document);
  const cors = readHttpCors(document);
  const { region = 'us-east-1' } = settings;
  return async (request) => {
    const steps: ExplainedStep[] = [];
    const explain: Explain = (step) => void steps.push(step);
    const routed = findRoute(request.method, request.rawPath);
    const { route } = routed;
    explain({
      step: 'route',
      outcome: routed.why,
      ...(route ? { data: { variables: routed.variables } } : {}),
    });
    const isPreflight = cors?.isPreflight(request) === true;
    const preflight = (): RawAnswer => {
      explain({ step: 'CORS', outcome: 'the preflight is answered by the settings of the API' });
      return cors!.answerPreflight(request);
    };
    if (!route) {
      const answer = isPreflight ? preflight() : refuse(explain, 404, 'Not Found');
      return { ...(isPreflight || !cors ? answer : cors.addHeaders(request, answer)), steps };
    }
    const named = { ...request, requestId: shortId(request.requestId) };
    const view = viewRequest(route, sampleRequest(named, routed.variables, settings), explain);
    let seen = view;
    const answer = async (): Promise<RawAnswer> => {
      if (request.isTooLarge) return refuse(explain, 413, 'Request Entity Too Large');
      const limit = limitTime(timeLimit(route), request.signal);
      try {
        const call: GatewayCall = { ...request, route, view, signal: limit.signal, explain };
        // A route that a preflight fits guards it too.
        seen = addAuthorization(view, await ports.authorize(call));
        if (isPreflight) return preflight();
        return await limit.race(answerRoute({ ...call, view: seen }, ports, region));
      } catch (thrown) {
        if (thrown instanceof GatewayFault) return refuse(explain, ...describeFault(thrown));
        if (thrown instanceof NotServed) return answerNotServed(thrown, explain);
        throw thrown;
      } finally {
        limit.end();
      }
    };
    const answered = await answer();
    return {
      ...(cors && !isPreflight ? cors.addHeaders(request, answered) : answered),
      steps,
      route,
      view: seen,
    };
  };
}

async function answerRoute(call: GatewayCall, ports: LocalGatewayPorts, region: string): Promise<RawAnswer> {
  const { integration } = call.route;
  if (integration.integrationSubtype !== undefined)
    return await mapAnswer(call, await ports.callService(call, subtypeRequest(call, region)));
  const mapped = mapCall(call);
  const answer =
    integration.type.toLowerCase() === 'aws_proxy'
      ? await ports.invokeFunction(mapped.call)
      : withoutTransport(await ports.callService(mapped.call, forwardRequest(mapped)));
  return await mapAnswer(call, answer);
}

/** Headers of a connection end at the gateway. */
function withoutTransport(answer: RawAnswer): RawAnswer {
  return {
    ...answer,
    headers: answer.headers.filter(([name]) => !TRANSPORT.includes(name.toLowerCase())),
  };
}

const TRANSPORT = ['connection', 'keep-alive', 'transfer-encoding', 'content-length'];

/** An HTTP API has no gateway responses: its own answers are fixed. */
function describeFault({ type, status }: GatewayFault): readonly [status: number, message: string] {
  return FAULTS[type] ?? [status ?? 500, 'Internal Server Error'];
}

const FORBIDDEN = [403, 'Forbidden'] as const;
const UNAVAILABLE = [503, 'Service Unavailable'] as const;
const FAULTS: Readonly<Partial<Record<GatewayResponseType, readonly [number, string]>>> = {
  UNAUTHORIZED: [401, 'Unauthorized'],
  ACCESS_DENIED: FORBIDDEN,
  MISSING_AUTHENTICATION_TOKEN: FORBIDDEN,
  INVALID_SIGNATURE: FORBIDDEN,
  INTEGRATION_TIMEOUT: UNAVAILABLE,
  INTEGRATION_FAILURE: UNAVAILABLE,
};

function refuse(explain: Explain, status: number, message: string): RawAnswer {
  explain({ step: 'answer of the gateway', outcome: `${status} ${message}` });
  return {
    status,
    headers: [['content-type', 'application/json']],
    body: Buffer.from(JSON.stringify({ message })),
  };
}
