import { answerByGateway } from './answer-by-gateway.js';
import { answerProxy } from './answer-proxy.js';
import { collectBody } from './collect-body.js';
import { encodeBody } from './convert-body.js';
import type { CallerAnswer, SampleRequest } from './exchange-types.js';
import type { ExplainedStep } from './explained-step.js';
import { GatewayFault } from './gateway-fault.js';
import { viewRequest, type GatewayView } from './gateway-view.js';
import type { GatewayRequest, LocalAnswer } from './gateway-request.js';
import type { Integration, PrivateDocument, TestedRoute } from './integration-document.js';
import type { GatewayCall, LocalGatewayPorts, RawAnswer } from './local-gateway-ports.js';
import { NotServed } from './not-served.js';
import { openExchange, refuseRequest } from './open-exchange.js';
import { parseQuery } from './parse-query.js';
import { createRouter } from './route-request.js';
import { withTimeLimit } from './with-time-limit.js';

/** What a stage adds to the document. */
export interface StageSettings {
  /** `$context.stage`. */
  readonly stage: string;
  /** Whether the stage is the first segment of the URL, as under `execute-api`. */
  readonly isPrefixed: boolean;
  readonly stageVariables: Readonly<Record<string, string>>;
  /** More of `$context`, such as `apiId`, `accountId`. */
  readonly context: Readonly<Record<string, unknown>>;
}

/** The time limit of an integration that sets none, in milliseconds. */
const TIME_LIMIT = 29_000;

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
  return async (request) => {
    const steps: ExplainedStep[] = [];
    const explain = (step: ExplainedStep): void => void steps.push(step);
    const routed = findRoute(request.method, request.rawPath);
    const route = routed.route ?? noRoute(request, document);
    const variables = routed.route ? routed.variables : {};
    const sample = describe(request, variables, settings);
    const view = viewRequest(route, sample, explain);
    explain({ step: 'route', outcome: routed.why, data: { variables } });
    const end = (answer: Omit<LocalAnswer, 'steps' | 'route' | 'request'>): LocalAnswer => ({
      ...answer,
      steps,
      request: view,
      ...(routed.route ? { route } : {}),
    });
    const own = (type: ConstructorParameters<typeof GatewayFault>[0], message?: string): LocalAnswer =>
      end({ ...toLocal(answerByGateway(type, view, document, message)), by: 'gateway' });
    if (!routed.route) return own('MISSING_AUTHENTICATION_TOKEN');
    if (request.isTooLarge) return own('REQUEST_TOO_LARGE');
    let seen = view;
    try {
      const call = { ...callOf(request, route, view, explain) };
      const { authorizer, identity } = await ports.authorize(call);
      if (authorizer || identity) {
        seen = authorized(view, authorizer, identity);
      }
      return end(await answer({ ...call, view: seen }, ports));
    } catch (thrown) {
      if (thrown instanceof GatewayFault) {
        const answered = answerByGateway(thrown.type, seen, document, thrown.message);
        return end({ ...toLocal(answered), by: 'gateway' });
      }
      return end(answerUnserved(thrown, explain));
    }
  };
}
