import { answerByGateway } from '../answers/answer-by-gateway.js';
import { answerRoute } from './answer-route.js';
import type { Explain, ExplainedStep } from '../explained-step.js';
import { GatewayFault } from '../gateway-fault.js';
import type { GatewayRequest, LocalAnswer } from './gateway-request.js';
import { viewRequest, type GatewayView } from '../gateway-view.js';
import type { PrivateDocument, TestedRoute } from '../integration-document.js';
import { limitTime, type TimeLimit } from './limit-time.js';
import type { GatewayCall, LocalGatewayPorts, RawAnswer } from '../local-gateway-ports.js';
import { NotServed } from '../not-served.js';
import { sampleRequest, type StageSettings } from './sample-request.js';
import { createRouter } from './route-request.js';
import { timeLimit } from '../functions/time-limit.js';
import { toLines } from './to-lines.js';

export type LocalGateway = (request: GatewayRequest) => Promise<LocalAnswer>;

/**
 * Answers requests as the REST API of a document would: finds the route, authorizes, validates, maps, calls, maps back.
 * Whatever it cannot do is answered with 501 and the reason.
 */
export function createLocalGateway(
  document: PrivateDocument,
  settings: StageSettings,
  ports: LocalGatewayPorts,
): LocalGateway {
  const findRoute = createRouter(document);
  const nowhere: TestedRoute = {
    method: '',
    path: '',
    operation: {},
    integration: { type: 'mock' },
    document,
  };
  return async (request) => {
    const steps: ExplainedStep[] = [];
    const explain: Explain = (step) => void steps.push(step);
    const routed = findRoute(request.method, request.rawPath);
    const { route = nowhere } = routed;
    const variables = routed.route ? routed.variables : {};
    explain({ step: 'route', outcome: routed.why, data: { variables } });
    const view = viewRequest(route, sampleRequest(request, variables, settings), explain);
    let seen = view;
    const byGateway = (type: GatewayFault['type'], fault?: GatewayFault): RawAnswer =>
      toLines(answerByGateway(type, seen, document, fault));
    const answer = async (): Promise<RawAnswer> => {
      if (!routed.route) return byGateway('MISSING_AUTHENTICATION_TOKEN');
      if (request.isTooLarge) return byGateway('REQUEST_TOO_LARGE');
      const limit = isAtOnce(route) ? NO_LIMIT : limitTime(timeLimit(route), request.signal);
      try {
        const call: GatewayCall = { ...request, route, view, signal: limit.signal, explain };
        seen = addAuthorization(view, await ports.authorize(call));
        return await limit.race(answerRoute({ ...call, view: seen }, ports));
      } catch (thrown) {
        if (thrown instanceof GatewayFault) return byGateway(thrown.type, thrown);
        if (thrown instanceof NotServed) return answerNotServed(thrown, explain);
        throw thrown;
      } finally {
        limit.end();
      }
    };
    return { ...(await answer()), steps, ...(routed.route ? { route, view: seen } : {}) };
  };
}

/** A mock that nobody guards waits for nothing. */
function isAtOnce({ integration, operation }: TestedRoute): boolean {
  const security = operation['security'];
  return integration.type.toLowerCase() === 'mock' && (!Array.isArray(security) || security.length === 0);
}

const NO_LIMIT: TimeLimit = {
  signal: new AbortController().signal,
  race: (work) => work,
  end: () => {},
};

function addAuthorization(
  view: GatewayView,
  { authorizer, identity }: Awaited<ReturnType<LocalGatewayPorts['authorize']>>,
): GatewayView {
  if (!authorizer && !identity) return view;
  const { context } = view;
  return {
    ...view,
    context: {
      ...context,
      ...(identity ? { identity: { ...(context['identity'] as object), ...identity } } : {}),
      ...(authorizer ? { authorizer } : {}),
    },
  };
}

/** An answer that API Gateway would not give. */
function answerNotServed({ message, data }: NotServed, explain: Explain): RawAnswer {
  explain({ step: 'not served', outcome: message, data });
  return toLines({
    status: 501,
    headers: { 'Content-Type': 'application/json', 'x-apigen-not-served': 'true' },
    body: `${JSON.stringify({ message: `apigen serve: ${message}`, ...data }, null, 2)}\n`,
  });
}

export { addAuthorization, answerNotServed };
