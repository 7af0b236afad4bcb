import { describe, expect, it } from '@jest/globals';
import { createGatewayTester, type GatewayAnswer } from '../../../lib/testing/index.js';
import {
  HTTP,
  LAMBDA,
  INTERNAL,
  template,
  request,
  ARN,
  open,
  testerOf,
  type Json,
} from '../../support/tested-route.js';

/*
 * What real API Gateway answered in the tests of LocalStack that are validated on AWS: each title ends with the name of
 * the test and the day of its recording. `unit` marks a unit test of LocalStack that says it was compared with AWS by
 * hand, without a recording.
 */

/** What the service gets in a header that is mapped from the body. */
function map(source: string, body: unknown): string | undefined {
  return request({ requestParameters: { 'integration.request.header.X': source } }, { body }).headers['X'];
}

/** The answer to a request with such a header. */
function answerTo(source: string, body: string): GatewayAnswer {
  return open(testerOf({ requestParameters: { 'integration.request.header.X': source } }), { body }).answer();
}

function validating(operation: Json, schemas: Json = {}): ReturnType<typeof testerOf> {
  return testerOf(
    { responses: { default: { statusCode: '200' } } },
    { 'x-amazon-apigateway-request-validator': 'all', ...operation },
    {
      'x-amazon-apigateway-request-validators': {
        all: { validateRequestBody: true, validateRequestParameters: true },
      },
      components: { schemas },
    },
  );
}

function bodyOf(schema: Json): Json {
  return { requestBody: { content: { 'application/json': { schema } } } };
}

describe('mappings', () => {
  it.each([
    ['method.request.body', '', '{}'],
    ['method.request.body', '<text>', '<text>'],
    ['method.request.body.a', '', undefined],
    ['method.request.body.a', '<text>', undefined],
    ['method.request.body.a', '[1,', undefined],
    ['method.request.body.a', '{"b":1}', undefined],
    ['method.request.body.a.b[0]', '{"a":{"b":["x"]}}', 'x'],
  ])('%s of the body %j is %j (unit, test_parameters_mapping)', (source, body, mapped) => {
    expect(map(source, body)).toBe(mapped);
  });

  it.each(['method.request.body', 'method.request.body.a'])(
    '%s of a broken object is refused (unit, test_parameters_mapping)',
    (source) => {
      expect(answerTo(source, '\n{wrongjson')).toMatchObject({
        status: 400,
        body: '{"message":"Invalid JSON in request body"}',
      });
    },
  );

  it.each(['integration.response.body', 'integration.response.body.a'])(
    '%s of a broken object fails (unit, test_parameters_mapping)',
    (source) => {
      const responses = {
        default: { statusCode: '200', responseParameters: { 'method.response.header.X': source } },
      };
      const exchange = open(testerOf({ responses }));
      expect(exchange.answer({ body: '{wrong' })).toEqual(INTERNAL);
      expect(exchange.answer({ body: '' }).headers['X']).toBe(source.endsWith('.a') ? undefined : '{}');
    },
  );

  it('read the last of several values, or all (unit, test_parameters_mapping)', () => {
    const requestParameters = {
      'integration.request.header.one': 'method.request.header.Multi',
      'integration.request.header.all': 'method.request.multivalueheader.Multi',
      'integration.request.header.solo': 'method.request.multivalueheader.Solo',
      'integration.request.querystring.one': 'method.request.querystring.q',
      'integration.request.querystring.all': 'method.request.multivaluequerystring.q',
      'integration.request.querystring.solo': 'method.request.multivaluequerystring.s',
    };
    const sample = { query: { q: ['1', '2'], s: '3' }, headers: { Multi: ['a', 'b'], Solo: 'c' } };
    expect(request({ requestParameters }, sample)).toMatchObject({
      headers: { one: 'b', all: 'a,b', solo: 'c' },
      query: { one: '2', all: ['1', '2'], solo: '3' },
    });
  });

  it('read names in the case in which they are sent (unit, test_parameters_mapping)', () => {
    const requestParameters = {
      'integration.request.header.a': 'method.request.header.HEADER_value',
      'integration.request.header.b': 'method.request.querystring.QS_value',
    };
    const { headers } = request(
      { requestParameters },
      { headers: { header_value: 'x' }, query: { qs_value: 'x' } },
    );
    expect(headers).not.toHaveProperty('a');
    expect(headers).not.toHaveProperty('b');
  });

  it.each(['Content-Length', 'Transfer-Encoding'])(
    'to %s fail every request (TestApiGatewayHeaderRemapping, 2024-12-11)',
    (name) => {
      const requestParameters = { [`integration.request.header.${name}`]: "'1'" };
      for (const integration of [{}, HTTP, { ...HTTP, type: 'http_proxy' }, { uri: LAMBDA }])
        expect(open(testerOf({ ...integration, requestParameters })).answer()).toEqual(INTERNAL);
    },
  );

  it.each(['Authorization', 'Connection', 'Expect', 'Proxy-Authenticate', 'TE'])(
    'to %s fail requests to a Lambda function (TestApiGatewayHeaderRemapping[AWS], 2024-12-11)',
    (name) => {
      const requestParameters = { [`integration.request.header.${name}`]: "'1'" };
      expect(open(testerOf({ uri: LAMBDA, requestParameters })).answer()).toEqual(INTERNAL);
      expect(open(testerOf({ ...HTTP, requestParameters })).request).toBeDefined();
    },
  );
});

describe('names that every JavaScript object has', () => {
  const places = [
    'method.request.path',
    'method.request.querystring',
    'method.request.header',
    'method.request.multivaluequerystring',
    'method.request.multivalueheader',
    'stageVariables',
    'context',
    'context.identity',
    'context.stage',
  ];

  it.each(['constructor', 'toString', 'hasOwnProperty', 'length', '__proto__'])(
    '%s is missing unless it is sent',
    (name) => {
      const sources = places.map((place, index): [string, string] => [
        `integration.request.header.h${index}`,
        `${place}.${name}`,
      ]);
      const mapped = request({ requestParameters: Object.fromEntries(sources) }).headers;
      expect(Object.keys(mapped).filter((header) => /^h\d/.test(header))).toEqual([]);
      expect(request({ ...HTTP, uri: `https://h.example/{${name}}` }).uri).toBe(
        `https://h.example/{${name}}`,
      );
      expect(
        open(testerOf({ ...HTTP, uri: `https://h.example/\${stageVariables.${name}}` })).answer(),
      ).toEqual(INTERNAL);
      const parameters = [{ name, in: 'query', required: true }];
      expect(open(validating({ parameters })).answer().status).toBe(400);
      const sent = { query: Object.fromEntries([[name, 'x']]) };
      expect(open(validating({ parameters }), sent).answer().status).toBe(200);
    },
  );
});

describe('the URI', () => {
  it('has stage variables in host, path and query, and fails without them (test_import_with_stage_variables, 2025-09-29)', () => {
    const uri =
      'https://${stageVariables.url}/${stageVariables.path}/{p}?stage=${stageVariables.stage}&name={p}';
    const tester = testerOf({
      ...HTTP,
      uri,
      requestParameters: { 'integration.request.path.p': 'method.request.path.name' },
    });
    const stageVariables = { url: 'h.example', path: 'base', stage: 'v1' };
    expect(open(tester, { stageVariables }).request).toMatchObject({
      uri: 'https://h.example/base/n?stage=v1&name=n',
      path: '/base/n',
      query: { stage: 'v1', name: 'n' },
    });
    expect(open(tester).answer()).toEqual(INTERNAL);
  });

  it('has path values as the caller encoded them, which no recording decides', () => {
    const tester = createGatewayTester({
      paths: {
        '/{rest+}': {
          get: {
            'x-amazon-apigateway-integration': {
              ...HTTP,
              uri: 'https://h.example/{rest}?r={q}',
              requestParameters: {
                'integration.request.path.rest': 'method.request.path.rest',
                'integration.request.path.q': 'method.request.querystring.q',
              },
            },
          },
        },
      },
    });
    const sample = { path: { rest: 'a%40b/c%2fd/é%' }, query: { q: 'x%2F/y' } };
    expect(tester.open('GET /{rest+}', sample).request).toMatchObject({
      uri: 'https://h.example/a%40b/c%2Fd/%C3%A9%25?r=x%252F%2Fy',
      path: '/a%40b/c%2Fd/%C3%A9%25',
    });
  });

  it('keeps a variable without a value as it is written (unit, test_handler_integration_request)', () => {
    expect(request({ ...HTTP, uri: 'https://h.example/{path}' })).toMatchObject({
      uri: 'https://h.example/{path}',
      path: '/{path}',
    });
  });

  it('of a proxy has its own query beside the caller’s and the mapped one (http_proxy_integration_request_data_mappings, 2024-07-18)', () => {
    const proxied = request(
      {
        type: 'http_proxy',
        uri: 'https://h.example/x?fixed=1',
        requestParameters: { 'integration.request.querystring.q': "'mapped'" },
      },
      { query: { q: 'sent', other: 'o' } },
    );
    expect(proxied.query).toEqual({ fixed: '1', q: ['sent', 'mapped'], other: 'o' });
  });
});

describe('headers to an HTTP backend (TestApiGatewayHeaderRemapping, 2024-12-11)', () => {
  const headers = {
    Accept: 'text/html',
    Authorization: 'a',
    Connection: 'x',
    'Content-Encoding': 'deflate',
    'Content-MD5': 'x',
    'Content-Type': 'text/plain',
    Expect: 'x',
    Host: 'h.example',
    'Max-Forwards': '1',
    TE: 'x',
    'User-Agent': 'caller/1',
    Via: 'x',
    'X-Own': 'own',
  };

  it('of http are API Gateway’s own', () => {
    expect(request({ ...HTTP, httpMethod: 'POST' }, { headers }, 'GET').headers).toEqual({
      Accept: 'application/json',
      'User-Agent': 'AmazonAPIGateway_test-api',
      'X-Amzn-Apigateway-Api-Id': 'test-api',
    });
  });

  it('of http_proxy keep every line, also where the case of the names differs', () => {
    const lines = { 'X-Own': ['1', '2'], 'x-own': '3', Cookie: ['a=1', 'b=2'] };
    expect(request({ ...HTTP, type: 'http_proxy' }, { headers: lines }).headers).toMatchObject({
      'X-Own': '1,2,3',
      Cookie: 'a=1; b=2',
    });
  });

  it('of http_proxy are the caller’s, but for those that end at API Gateway', () => {
    expect(request({ ...HTTP, type: 'http_proxy' }, { headers }).headers).toEqual({
      Accept: 'text/html',
      Authorization: 'a',
      'Content-Type': 'text/plain',
      'User-Agent': 'caller/1',
      'X-Own': 'own',
      'X-Amzn-Apigateway-Api-Id': 'test-api',
    });
  });

  it.each(['http', 'http_proxy'])('that are mapped arrive with %s, but for some', (type) => {
    const arrive = [
      'Content-Encoding',
      'Content-MD5',
      'Max-Forwards',
      'Server',
      'Trailer',
      'Upgrade',
      'Host',
    ];
    const vanish = ['Connection', 'Expect', 'Proxy-Authenticate', 'TE', 'Via'];
    const requestParameters = Object.fromEntries(
      [...arrive, ...vanish].map((name) => [`integration.request.header.${name}`, "'mapped'"]),
    );
    const sent = Object.entries(request({ ...HTTP, type, requestParameters }).headers)
      .filter(([, value]) => value === 'mapped')
      .map(([name]) => name);
    expect(sent.toSorted()).toEqual(arrive.toSorted());
  });
});

describe('the validator', () => {
  it('names missing parameters by header, path and query (test_api_gateway_request_validator, 2024-01-10)', () => {
    const tester = validating({
      parameters: [
        { name: 'qs1', in: 'query', required: true },
        { name: 'issuer', in: 'path', required: true },
        { name: 'x-header-param', in: 'header', required: true },
      ],
    });
    expect(open(tester).answer()).toEqual({
      status: 400,
      headers: { 'Content-Type': 'application/json', 'x-amzn-ErrorType': 'BadRequestException' },
      body: '{"message":"Missing required request parameters: [x-header-param, issuer, qs1]"}',
    });
  });

  it.each([
    [{ status: null }, true],
    [{ status: { Status: 's', Order: 1 } }, true],
    [{ status: { Status: 's' } }, false],
    [{}, false],
    [undefined, false],
  ])('reads oneOf: %j (request_validator_with_ref_one_ofmodels, 2024-10-28)', (sent, passes) => {
    const status = {
      type: 'object',
      required: ['Status', 'Order'],
      properties: { Status: { type: 'string' }, Order: { type: 'integer' } },
    };
    const schema = {
      type: 'object',
      required: ['status'],
      properties: { status: { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Status' }] } },
    };
    const exchange = open(validating(bodyOf(schema), { Status: status }), { body: sent });
    expect(exchange.request !== undefined).toBe(passes);
    expect(exchange.answer().status).toBe(passes ? 200 : 400);
  });

  it('refuses an absent body for an array (request_validator_with_ref_models, 2024-10-28)', () => {
    expect(open(validating(bodyOf({ type: 'array' }))).answer().status).toBe(400);
  });

  it('takes an absent body for an empty object', () => {
    expect(open(validating(bodyOf({ type: 'object' }))).request).toBeDefined();
  });
});

describe('the template of the request', () => {
  it('is $default where no type fits (unit, test_handler_integration_request)', () => {
    const requestTemplates = { $default: 'default', 'application/json': 'json' };
    const integration = { requestTemplates, passthroughBehavior: 'never' };
    expect(request(integration, { headers: { 'Content-Type': 'text/xml' } }).body).toBe('default');
    expect(request(integration).body).toBe('json');
  });
});

describe('a body that is no JSON', () => {
  const bodies = ['{', '{"a":', '[1,', '"', "'x'", 'text', '\u0000', '{"a":1}}', '['.repeat(20_000)];
  const sources = ['method.request.body', 'method.request.body.a', 'method.request.body[0]'];
  const templates = ["$input.json('$')", "$input.path('$.a')", '$input.body', '$util.parseJson($input.body)'];

  it.each(bodies.map((body) => [body.slice(0, 20), body]))('never throws: %j', (_, body) => {
    for (const source of sources) {
      const requestParameters = { 'integration.request.header.X': source };
      for (const text of templates) {
        const tester = createGatewayTester({
          paths: {
            '/x': {
              post: {
                'x-amazon-apigateway-integration': {
                  type: 'aws',
                  httpMethod: 'POST',
                  uri: `${ARN}sqs:action/X`,
                  requestParameters,
                  requestTemplates: template(text),
                  responses: {
                    default: {
                      statusCode: '200',
                      responseParameters: {
                        'method.response.header.Y': source.replace('method.request', 'integration.response'),
                      },
                      responseTemplates: template(text),
                    },
                  },
                },
              },
            },
          },
        });
        const status = (sent: string, answered: string): number =>
          tester.open('POST /x', { body: sent }).answer({ body: answered }).status;
        expect([200, 400, 500]).toContain(status(body, '{}'));
        expect([200, 500]).toContain(status('{}', body));
      }
    }
  });
});
