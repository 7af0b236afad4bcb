import { answerByGateway } from './gateway/answer-by-gateway.js';
import { answerCaller } from './gateway/answer-caller.js';
import { checkRequest } from './gateway/check-request.js';
import {
  findHeader,
  type GatewayAnswer,
  type SampleRequest,
  type ServiceAnswer,
  type ServiceRequest,
} from './gateway/exchange-types.js';
import { viewRequest, type GatewayView } from './gateway/gateway-view.js';
import {
  deployDocument,
  findRoute,
  type DeploySettings,
  type TestedRoute,
} from './gateway/integration-document.js';
import { GatewayFault } from './gateway/gateway-fault.js';
import { readMockStatus } from './gateway/read-mock-status.js';
import { selectRequestTemplate } from './gateway/select-template.js';
import { sendRequest, type SentRequest } from './gateway/send-request.js';
import { InvalidJsonBody } from './template/create-input.js';
import { JavaException } from './java/java-exception.js';

/** One request on its way through the gateway. */
export interface GatewayExchange {
  /** What the service gets; undefined when the gateway answers by itself. */
  readonly request: ServiceRequest | undefined;
  /** What the caller gets for the service's answer, or the gateway's own answer, for which none is needed. */
  answer(answer?: ServiceAnswer): GatewayAnswer;
}

export interface GatewayTester {
  /** Sends a sample request to a route, named as `GET /users/{name}`. */
  open(route: string, sample?: SampleRequest): GatewayExchange;
  /** Sends it, lets `service` answer if the request gets that far, and resolves to what the caller gets. */
  call(
    route: string,
    sample: SampleRequest,
    service: (request: ServiceRequest) => ServiceAnswer | Promise<ServiceAnswer>,
  ): Promise<GatewayAnswer>;
}

/**
 * Runs the integrations of a private document: mappings, templates, validators, response patterns. It shows the request
 * that the service would get and the response that the caller would get. It opens no connection.
 *
 * It follows the documentation and recorded responses of API Gateway, but it is not API Gateway. Authorizers do not run:
 * give their answer in `authorizer`. Binary bodies are not converted. A Lambda proxy has nothing to run.
 *
 * @example
 * ```ts
 * const { privateDocument } = AwsGatewayModule.createDocuments(app, config);
 * const tester = createGatewayTester(privateDocument, { values: { users_table: 'users' } });
 *
 * const exchange = tester.open('GET /users/{name}', { path: { name: 'ann' } });
 * expect(JSON.parse(exchange.request!.body)).toEqual({ TableName: 'users', Key: { pk: { S: 'USER#ann' } } });
 * expect(exchange.answer({ body: {} }).status).toBe(404);
 * ```
 * @publicApi
 */
export function createGatewayTester(privateDocument: object, settings: DeploySettings = {}): GatewayTester {
  const document = deployDocument(privateDocument, settings);
  const open = (name: string, sample: SampleRequest = {}): GatewayExchange => {
    const route = findRoute(document, name);
    const view = viewRequest(route, sample);
    const own = answerBefore(route, view);
    return own ? answered(own) : send(route, view);
  };
  return {
    open,
    async call(route, sample, service) {
      const exchange = open(route, sample);
      return exchange.request ? exchange.answer(await service(exchange.request)) : exchange.answer();
    },
  };
}

/** The gateway's answer to a request that it does not let through. */
function answerBefore(route: TestedRoute, view: GatewayView): GatewayAnswer | undefined {
  const { integration, document, method, path } = route;
  if (integration.type.toLowerCase() === 'aws_proxy')
    throw new Error(`${method} ${path} is a Lambda proxy: its function gets the request as it is`);
  const refusal = checkRequest(route, view);
  if (refusal) return answerByGateway(refusal.type, view, document, refusal.message);
  const { requestTemplates, passthroughBehavior = 'when_no_match' } = integration;
  const has = Object.keys(requestTemplates ?? {}).length > 0;
  const passes =
    passthroughBehavior.toLowerCase() === 'when_no_match' ||
    (passthroughBehavior.toLowerCase() === 'when_no_templates' && !has);
  return passes || selectTemplate(route, view)
    ? undefined
    : answerByGateway('UNSUPPORTED_MEDIA_TYPE', view, document);
}

function selectTemplate(
  { integration }: TestedRoute,
  { params }: GatewayView,
): ReturnType<typeof selectRequestTemplate> {
  return selectRequestTemplate(integration.requestTemplates, findHeader(params.header, 'Content-Type'));
}

function answered(answer: GatewayAnswer): GatewayExchange {
  return { request: undefined, answer: () => answer };
}

function send(route: TestedRoute, view: GatewayView): GatewayExchange {
  const { document, integration } = route;
  let sent: SentRequest;
  try {
    sent = sendRequest(route, view, selectTemplate(route, view));
  } catch (thrown) {
    if (thrown instanceof InvalidJsonBody)
      return answered(answerByGateway('BAD_REQUEST_BODY', view, document, thrown.message));
    return answered(answerFault(thrown, route, view));
  }
  const answer = (given: ServiceAnswer): GatewayAnswer => {
    try {
      return answerCaller(route, view, given, sent.overrides);
    } catch (thrown) {
      if (thrown instanceof InvalidJsonBody) return answerByGateway('INTEGRATION_FAILURE', view, document);
      return answerFault(thrown, route, view);
    }
  };
  if (integration.type.toLowerCase() !== 'mock') {
    return { request: sent.request, answer: (given = {}) => answer(given) };
  }
  const status = readMockStatus(sent.request.body);
  return answered(
    status === undefined ? answerByGateway('API_CONFIGURATION_ERROR', view, document) : answer({ status }),
  );
}

/** What the caller gets where API Gateway fails; a mistake in the document or the sample is thrown. */
function answerFault(thrown: unknown, { document }: TestedRoute, view: GatewayView): GatewayAnswer {
  if (thrown instanceof GatewayFault) return answerByGateway(thrown.type, view, document, thrown.message);
  if (thrown instanceof JavaException) return answerByGateway('INTEGRATION_FAILURE', view, document);
  throw thrown;
}
