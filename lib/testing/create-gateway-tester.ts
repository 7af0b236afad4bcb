import {
  bodyBytes,
  decodeUtf8,
  type CallerAnswer,
  type GatewayAnswer,
  type SampleRequest,
  type ServiceAnswer,
  type ServiceRequest,
} from './gateway/exchange-types.js';
import { viewRequest } from './gateway/gateway-view.js';
import { deployDocument, findRoute, type DeploySettings } from './gateway/integration-document.js';
import { openExchange } from './gateway/open-exchange.js';

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
 * give their answer in `authorizer`. A Lambda proxy has nothing to run. A binary answer is shown as text.
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
    if (route.integration.type.toLowerCase() === 'aws_proxy')
      throw new Error(`${name} is a Lambda proxy: its function gets the request as it is`);
    const exchange = openExchange(route, viewRequest(route, sample));
    if (!exchange.sent) {
      const { answer } = exchange;
      return { request: undefined, answer: () => withText(answer) };
    }
    return {
      request: exchange.sent.request,
      answer: (given = {}) => withText(exchange.answer(given)),
    };
  };
  return {
    open,
    async call(route, sample, service) {
      const exchange = open(route, sample);
      return exchange.request ? exchange.answer(await service(exchange.request)) : exchange.answer();
    },
  };
}

function withText({ body, ...answer }: CallerAnswer): GatewayAnswer {
  return { ...answer, body: decodeUtf8(bodyBytes(body)) };
}
