import { describe, expect, it } from '@jest/globals';
import { listAnswers } from '../../../lib/cli/explain/list-answers.js';
import type { AwsGatewayId } from '../../../lib/aws-gateway.options.js';
import type { JsonObject } from '../../../lib/openapi/openapi.js';
import type { Authorizer, Route } from '../../../lib/model/gateway-model.js';
import { parseDeployValue } from '../../../lib/values/deploy-value.js';
import { makeModel, makeRoute } from '../../support/make-model.js';

const authorizers: readonly Authorizer[] = [
  { kind: 'iam', name: parseDeployValue('sigv4'), publicScheme: {} },
  {
    kind: 'cognito',
    name: parseDeployValue('pool'),
    publicScheme: {},
    userPoolArns: [],
    header: 'Authorization',
  },
];

const list = (
  route: Route,
  integration: JsonObject | undefined,
  gateway: AwsGatewayId = 'rest-api',
): readonly string[] => {
  const model = makeModel({ authorizers, settings: { ...makeModel().settings, gateway } });
  return listAnswers(route, model, integration).map(({ status, from, when }) => `${status} ${from}: ${when}`);
};

describe('listAnswers', () => {
  it('leaves the answers of a proxy to what is called', () => {
    expect(list(makeRoute(), { type: 'aws_proxy' })).toEqual([
      '* integration: the function chooses the status',
      '429 API Gateway: there are too many requests',
      '502 API Gateway: the result of the function has the wrong format',
      '504 API Gateway: the integration does not answer within 29000 ms',
    ]);
    expect(list(makeRoute(), { type: 'http_proxy' })[0]).toBe(
      '* integration: the backend chooses the status',
    );
  });

  it('lists what is mapped, and what guards and validates', () => {
    const route = makeRoute({
      validation: 'all',
      apiKey: true,
      authorizer: { index: 1, scopes: [] },
      integration: { kind: 'raw', object: { type: 'aws', timeoutInMillis: 500 } },
    });
    const responses = { default: { statusCode: '200' }, '4\\d{2}': { statusCode: '400' } };
    expect(list(route, { type: 'aws', responses })).toEqual([
      '200 integration: no other pattern matches',
      '400 integration: the result matches 4\\d{2}',
      '400 API Gateway: the request is invalid (validation: all)',
      '401 API Gateway: the caller has no identity that the authorizer accepts',
      '403 API Gateway: the authorizer denies the request',
      '403 API Gateway: the API key is missing or unknown',
      '429 API Gateway: there are too many requests',
      '504 API Gateway: the integration does not answer within 500 ms',
    ]);
  });

  it('knows no 401 of IAM, and no time limit of a mock', () => {
    const route = makeRoute({ authorizer: { index: 0, scopes: [] } });
    expect(list(route, { type: 'mock', responses: {} })).toEqual([
      '403 API Gateway: the authorizer denies the request',
      '429 API Gateway: there are too many requests',
    ]);
  });

  it('knows what an HTTP API answers, and when it gives up', () => {
    const jwt = makeRoute({ authorizer: { index: 1, scopes: ['read', 'write'] } });
    expect(list(jwt, { type: 'AWS_PROXY' }, 'http-api')).toEqual([
      '* integration: the function chooses the status',
      '401 API Gateway: the token is missing, not valid or expired',
      '403 API Gateway: the token has none of the scopes read, write',
      '429 API Gateway: there are too many requests',
      '500 API Gateway: the function fails, or its result has the wrong format',
      '503 API Gateway: the integration cannot be reached, or does not answer within 30000 ms',
    ]);
    const iam = makeRoute({
      authorizer: { index: 0, scopes: [] },
      integration: { kind: 'raw', object: { type: 'aws_proxy', timeoutInMillis: 500 } },
    });
    expect(list(iam, { type: 'AWS_PROXY', integrationSubtype: 'SQS-PurgeQueue' }, 'http-api')).toEqual([
      '* integration: the service chooses the status',
      '403 API Gateway: the authorizer denies the request',
      '429 API Gateway: there are too many requests',
      '503 API Gateway: the integration cannot be reached, or does not answer within 500 ms',
    ]);
  });
});
