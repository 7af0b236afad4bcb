import { describe, expect, it } from '@jest/globals';
import { listAnswers } from '../../../lib/cli/explain/list-answers.js';
import type { AwsGatewayId } from '../../../lib/aws-gateway.options.js';
import type { JsonObject } from '../../../lib/openapi/openapi.js';
import type { Authorizer } from '../../../lib/model/authorizers/authorizer.js';
import type { Route } from '../../../lib/model/routes/route.js';
import { readResponder } from '../../../lib/model/answers/read-responder.js';
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

/** A route as the model has it: who answers follows from the integration. */
const routeTo = (object: JsonObject, change: Partial<Route> = {}): Route => {
  const integration = { kind: 'raw', object } as const;
  return makeRoute({ integration, responder: readResponder(integration, { level: 'handler' }), ...change });
};

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
    expect(list(routeTo({ type: 'aws_proxy' }), { type: 'aws_proxy' })).toEqual([
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
    const route = routeTo(
      { type: 'aws' },
      { validation: 'all', apiKey: true, authorizer: { index: 1, scopes: ['read'] }, timeout: 500 },
    );
    const responses = { default: { statusCode: '200' }, '4\\d{2}': { statusCode: '400' } };
    expect(list(route, { type: 'aws', responses })).toEqual([
      '200 integration: no other pattern matches',
      '400 integration: the result matches 4\\d{2}',
      '400 API Gateway: the request is invalid (validation: all)',
      '401 API Gateway: the caller has no identity that the authorizer accepts',
      '401 API Gateway: the token has none of the scopes read',
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
    const jwt = routeTo({ type: 'aws_proxy' }, { authorizer: { index: 1, scopes: ['read', 'write'] } });
    expect(list(jwt, { type: 'AWS_PROXY' }, 'http-api')).toEqual([
      '* integration: the function chooses the status',
      '401 API Gateway: the token is missing, not valid or expired',
      '403 API Gateway: the token has none of the scopes read, write',
      '429 API Gateway: there are too many requests',
      '500 API Gateway: the function fails, or its result has the wrong format',
      '503 API Gateway: the integration cannot be reached, or does not answer within 30000 ms',
    ]);
    const purge = { type: 'AWS_PROXY', integrationSubtype: 'SQS-PurgeQueue', timeoutInMillis: 500 };
    expect(list(routeTo(purge, { authorizer: { index: 0, scopes: [] } }), purge, 'http-api')).toEqual([
      '* integration: the service chooses the status',
      '403 API Gateway: the authorizer denies the request',
      '429 API Gateway: there are too many requests',
      '503 API Gateway: the integration cannot be reached, or does not answer within 500 ms',
    ]);
  });

  it('knows the sizes and types of bodies that never arrive', () => {
    const templates = { requestTemplates: { 'application/json': '{}' }, passthroughBehavior: 'never' };
    const mock = { type: 'mock', ...templates };
    const post = routeTo(mock, { method: 'post' });
    const own = [
      '413 API Gateway: the request is larger than 10 MB',
      '415 API Gateway: the body has another type than application/json',
      '429 API Gateway: there are too many requests',
    ];
    expect(list(post, mock)).toEqual(own);
    expect(list(routeTo(mock), mock)).toEqual(own.slice(2));
    const open = { ...mock, passthroughBehavior: 'WHEN_NO_MATCH' };
    expect(list(post, open)).toEqual([own[0], own[2]]);
  });

  it('has the statuses of the gateway responses, the policy and the failing authorizer', () => {
    const model = makeModel({
      authorizers: [{ ...authorizers[1]!, kind: 'lambda' } as Authorizer],
      settings: {
        ...makeModel().settings,
        policy: {},
        gatewayResponses: {
          UNAUTHORIZED: { statusCode: 404 },
          DEFAULT_4XX: { statusCode: '418' },
          THROTTLED: {},
        },
      },
    });
    const route = routeTo({ type: 'mock' }, { method: 'post', authorizer: { index: 0, scopes: [] } });
    expect(listAnswers(route, model, undefined).map(({ status, when }) => `${status} ${when}`)).toEqual([
      '404 the caller has no identity that the authorizer accepts',
      '413 the request is larger than 10 MB',
      '418 the authorizer denies the request',
      '418 the resource policy of the API denies the request',
      '429 there are too many requests',
      '500 the function of the authorizer fails',
    ]);
  });
});
