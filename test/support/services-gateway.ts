import type { Type } from '@nestjs/common';
import { AwsGatewayModule, type AwsGatewayOptions } from 'nestjs-aws-gateway';
import {
  createGatewayTester,
  type GatewayAnswer,
  type SampleRequest,
  type ServiceAnswer,
  type ServiceRequest,
} from '../../lib/testing/index.js';
import { createDocuments, moduleOf } from './create-app.js';
import { encodePath } from './encode-path.js';
import { callMoto } from './services-send.js';
import { localRequest, readLocal } from './local-request.js';
import { createLocalGateway } from '../../lib/testing/gateway/local/create-local-gateway.js';
import { deployDocument } from '../../lib/testing/gateway/integration-document.js';

/** An API whose services are those of moto. */
export interface ServicesGateway {
  /** The request that the service gets. */
  request(route: string, sample?: SampleRequest): ServiceRequest;
  /** The whole way through a local gateway: the caller's request to the service, and its answer to the caller. */
  send(route: string, sample?: SampleRequest): Promise<CallerAnswer>;
  /** What the caller gets for an answer of the service's that was recorded. */
  answer(route: string, answer: ServiceAnswer, sample?: SampleRequest): CallerAnswer;
}

export interface CallerAnswer extends GatewayAnswer {
  readonly json: () => unknown;
}

export const ACCOUNT = '123456789012';
export const REGION = 'us-east-1';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/api`;
/** Milliseconds; the time of every request. */
export const NOW = 1_700_000_000_123;

/** Compiles the controllers, which must have no fault, and fills the placeholders. */
export async function openGateway(
  moto: string,
  controllers: readonly Type[],
  values: Readonly<Record<string, string>> = {},
  options: AwsGatewayOptions = {},
): Promise<ServicesGateway> {
  const module = moduleOf(controllers, [AwsGatewayModule.forRoot({ credentials: ROLE, ...options })]);
  const { privateDocument, diagnostics } = await createDocuments(module);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics, null, 2));
  const settings = { values, region: REGION, accountId: ACCOUNT };
  const tester = createGatewayTester(privateDocument, settings);
  const document = deployDocument(privateDocument, settings);
  const callService = callMoto(moto);
  return {
    request(route, sample) {
      const exchange = tester.open(route, timed(sample));
      if (!exchange.request) throw new Error(`${route} reaches no service: ${exchange.answer().body}`);
      return exchange.request;
    },
    async send(route, sample) {
      const given = timed(sample);
      const { stageVariables = {}, authorizer } = given;
      const local = createLocalGateway(
        document,
        { stage: 'test', prefix: '/test', stageVariables, apiId: 'test-api', accountId: ACCOUNT },
        {
          authorize: async () => (authorizer ? { authorizer } : {}),
          invokeFunction: async () => Promise.reject(new Error(`${route} runs a function`)),
          callService,
        },
      );
      return readable(await readLocal(await local(localRequest(route, given))));
    },
    answer(route, answer, sample) {
      return readable(tester.open(route, timed(sample)).answer(answer));
    },
  };
}

/** A request of that time, with its path values encoded as a client does it, each slash left as it is. */
function timed({ path = {}, ...sample }: SampleRequest = {}): SampleRequest {
  const encoded = Object.entries(path).map(([name, value]) => [
    name,
    value.split('/').map(encodePath).join('/'),
  ]);
  return {
    ...sample,
    path: Object.fromEntries(encoded) as Readonly<Record<string, string>>,
    context: { requestTimeEpoch: NOW, ...sample.context },
  };
}

function readable(answer: GatewayAnswer): CallerAnswer {
  return { ...answer, json: () => JSON.parse(answer.body) as unknown };
}
