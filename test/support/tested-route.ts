import {
  createGatewayTester,
  type GatewayAnswer,
  type GatewayTester,
  type SampleRequest,
  type ServiceRequest,
} from '../../lib/testing/index.js';

export type Json = Readonly<Record<string, unknown>>;

export const ARN = 'arn:${AWS::Partition}:apigateway:${AWS::Region}:';

/** A document of one route, `POST /things/{name}` unless the operation says otherwise. */
export function testerOf(integration: Json, operation: Json = {}, document: Json = {}): GatewayTester {
  const post = {
    responses: { 200: { description: '' } },
    'x-amazon-apigateway-integration': {
      type: 'aws',
      httpMethod: 'POST',
      uri: `${ARN}sqs:action/X`,
      ...integration,
    },
    ...operation,
  };
  return createGatewayTester({
    openapi: '3.0.1',
    paths: { '/things/{name}': { post, get: post } },
    ...document,
  });
}

export function open(
  tester: GatewayTester,
  sample: SampleRequest = {},
  method = 'POST',
): ReturnType<GatewayTester['open']> {
  return tester.open(`${method} /things/{name}`, { path: { name: 'n' }, ...sample });
}

export const HTTP = { type: 'http', uri: 'https://backend.example/x' };
export const LAMBDA = `${ARN}lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations`;
/** The answer to a request that API Gateway fails to serve. */
export const INTERNAL = {
  status: 500,
  headers: { 'Content-Type': 'application/json', 'x-amzn-ErrorType': 'InternalServerErrorException' },
  body: '{"message":"Internal server error"}',
};

export function template(text: string): Json {
  return { 'application/json': text };
}

/** What the template of a request prints. */
export function print(text: string, sample: SampleRequest = {}): string {
  return open(testerOf({ requestTemplates: template(text) }), sample).request!.body;
}

/** What the service gets. */
export function request(integration: Json, sample: SampleRequest = {}, method = 'POST'): ServiceRequest {
  return open(testerOf(integration), sample, method).request!;
}

/** What the caller of a mock gets. */
export function mock(
  requestTemplate: string,
  responseTemplate?: string,
  sample: SampleRequest = {},
): GatewayAnswer {
  const responseTemplates = responseTemplate === undefined ? {} : template(responseTemplate);
  const integration = {
    type: 'mock',
    requestTemplates: template(requestTemplate),
    responses: { default: { statusCode: '200', responseTemplates } },
  };
  return open(testerOf(integration), sample).answer();
}

/** What the request template of a mock prints. */
export const OK = '{"statusCode": 200}';
