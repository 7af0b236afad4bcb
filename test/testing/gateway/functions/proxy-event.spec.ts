import { describe, expect, it } from '@jest/globals';
import { proxyEvent } from '../../../../lib/testing/gateway/functions/proxy-event.js';
import { gatewayCall, type CallOptions } from '../../../support/gateway-call.js';

const eventOf = (options: CallOptions): Record<string, unknown> =>
  proxyEvent(gatewayCall({ route: 'GET /{proxy+}', ...options })) as Record<string, unknown>;

/** What the event of a request has that sends nothing (test_lambda_aws_proxy_integration, 2024-08-02). */
const NOTHING = {
  body: null,
  isBase64Encoded: false,
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  stageVariables: null,
};

describe('the event of a Lambda proxy (test_lambda_aws_proxy_integration, 2024-08-02)', () => {
  it('has all members, and null for nothing', () => {
    const sample = {
      path: { proxy: 'proxy-value' },
      headers: { 'tEsT-HEADeR': 'aValUE', authorization: 'random' },
    };
    const event = eventOf({ rawPath: '/proxy-value', sample });
    expect(event).toMatchObject({
      ...NOTHING,
      resource: '/{proxy+}',
      path: '/proxy-value',
      httpMethod: 'GET',
      pathParameters: { proxy: 'proxy-value' },
      headers: { 'tEsT-HEADeR': 'aValUE', Authorization: 'random' },
      multiValueHeaders: { 'tEsT-HEADeR': ['aValUE'], Authorization: ['random'] },
    });
    expect(Object.keys(event['requestContext'] as object).toSorted()).toEqual(
      (
        'accountId apiId deploymentId domainName domainPrefix extendedRequestId httpMethod identity path protocol ' +
        'requestId requestTime requestTimeEpoch resourceId resourcePath stage'
      ).split(' '),
    );
    expect(Object.keys((event['requestContext'] as { identity: object }).identity).toSorted()).toEqual(
      (
        'accessKey accountId caller cognitoAuthenticationProvider cognitoAuthenticationType cognitoIdentityId ' +
        'cognitoIdentityPoolId principalOrgId sourceIp user userAgent userArn'
      ).split(' '),
    );
    expect(eventOf({ route: 'GET /hardcoded' })).toMatchObject({ pathParameters: null, headers: null });
  });

  it.each([
    ['/proxy-value/', '/proxy-value/'],
    ['/proxy-value//double-slash', '/proxy-value//double-slash'],
    ['//proxy-value', '/proxy-value'],
    [
      '/user/test%2Balias@gmail.com/plus/test+alias@gmail.com',
      '/user/test%2Balias@gmail.com/plus/test+alias@gmail.com',
    ],
  ])('has the path %s as it is', (rawPath, path) => {
    expect(eventOf({ rawPath })).toMatchObject({ path });
  });

  it('has the last of several values, and all of them', () => {
    const sample = { query: { category: ['electronics', 'books'], price: ['10', '20', '30'] } };
    expect(eventOf({ sample })).toMatchObject({
      queryStringParameters: { category: 'books', price: '30' },
      multiValueQueryStringParameters: { category: ['electronics', 'books'], price: ['10', '20', '30'] },
    });
  });

  it('has a text as it is, and a binary body in base64', () => {
    const document = { 'x-amazon-apigateway-binary-media-types': ['image/*'] };
    const body = Buffer.from([0xff, 0x00]);
    const png = { document, body, sample: { headers: { 'content-type': 'image/png; a=b' } } };
    expect(eventOf(png)).toMatchObject({ body: '/wA=', isBase64Encoded: true });
    expect(eventOf({ body: 'é' })).toMatchObject({ body: 'é', isBase64Encoded: false });
  });

  it('has what the authorizer let through, and says its version only to an HTTP API', () => {
    const sample = { authorizer: { principalId: 'ann' }, stageVariables: { a: 'b' } };
    expect(eventOf({ sample })).toMatchObject({
      requestContext: { authorizer: { principalId: 'ann' } },
      stageVariables: { a: 'b' },
    });
    expect(eventOf({})).not.toHaveProperty('version');
    const event = eventOf({ integration: { payloadFormatVersion: '1.0' } });
    expect(event).toMatchObject({ version: '1.0', requestContext: { resourceId: null } });
    expect(event['requestContext']).not.toHaveProperty('deploymentId');
  });

  it.each([
    ['image/png', true],
    ['multipart/form-data; boundary=a', true],
    ['application/x-www-form-urlencoded', true],
    ['application/json; charset=utf-8', false],
    ['application/vnd.api+json', false],
    ['text/csv', false],
    [undefined, false],
  ])('of an HTTP API has a body of %s as base64: %s', (type, isBase64Encoded) => {
    const event = eventOf({
      integration: { payloadFormatVersion: '1.0' },
      sample: type === undefined ? {} : { headers: { 'content-type': type } },
      body: 'a=1',
    });
    expect(event).toMatchObject({ isBase64Encoded, body: isBase64Encoded ? 'YT0x' : 'a=1' });
  });
});
