import { describe, expect, it } from '@jest/globals';
import { createGatewayTester } from '../../lib/testing/index.js';
import { createServiceDocument } from '../support/create-service-document.js';
import { VALUES } from '../support/template-corpus.js';
import { ARN, open, testerOf } from '../support/tested-route.js';

/** A template that sets the status of the answer, and a header to it. */
function set(status: number, header: string): string {
  return `#set($context.responseOverride.status = ${status})#set($context.responseOverride.header.${header} = "${status}")`;
}

function never(): never {
  throw new Error('there is no service');
}

describe('the request', () => {
  it('fills placeholders and the variables of import', () => {
    const document = {
      paths: {
        '/a': {
          get: {
            'x-amazon-apigateway-integration': {
              type: 'http',
              uri: 'https://${host}/${AWS::Region}/${AWS::AccountId}/${AWS::Partition}',
            },
          },
        },
      },
    };
    const tester = createGatewayTester(document, {
      values: { host: 'h.example' },
      region: 'eu-west-1',
      accountId: '1',
    });
    expect(tester.open('GET /a').request).toMatchObject({
      method: 'GET',
      uri: 'https://h.example/eu-west-1/1/aws',
      path: '/eu-west-1/1/aws',
    });
  });

  it('names the routes that there are when there is no such one', () => {
    expect(() => testerOf({}).open('GET /other')).toThrow(
      'no route GET /other; it has POST /things/{name}, GET /things/{name}',
    );
  });

  it('serves any verb by the any-method', () => {
    const integration = {
      type: 'http_proxy',
      httpMethod: 'ANY',
      uri: 'https://h/{p}',
      requestParameters: { 'integration.request.path.p': 'method.request.path.p' },
    };
    const tester = createGatewayTester({
      paths: {
        '/{p+}': { 'x-amazon-apigateway-any-method': { 'x-amazon-apigateway-integration': integration } },
      },
    });
    const sample = {
      path: { p: 'a b/ü?/%' },
      query: { q: ['1', '2'] },
      headers: { 'X-A': 'b' },
      body: 'raw',
    };
    expect(tester.open('PATCH /{p+}', sample).request).toEqual({
      method: 'PATCH',
      uri: 'https://h/a%20b/%C3%BC%3F/%25',
      path: '/a%20b/%C3%BC%3F/%25',
      query: { q: ['1', '2'] },
      headers: { 'X-A': 'b', 'X-Amzn-Apigateway-Api-Id': 'test-api' },
      body: 'raw',
    });
  });

  it('maps parameters, and drops those without a value', () => {
    const tester = testerOf({
      uri: `${ARN}s3:path/bucket/{key}/{name}`,
      requestParameters: {
        'integration.request.path.key': 'method.request.body.items[0].k',
        'integration.request.path.name': 'method.request.path.name',
        'integration.request.querystring.a': 'method.request.querystring.q',
        'integration.request.querystring.none': 'method.request.querystring.none',
        'integration.request.header.X-Fixed': "'it''s'",
        'integration.request.header.X-Ip': 'context.identity.sourceIp',
        'integration.request.header.X-Sub': 'context.authorizer.claims.sub',
        'integration.request.header.X-Stage': 'stageVariables.v',
        'integration.request.header.X-Copied': 'method.request.header.X-Given',
        'integration.request.header.X-None': 'method.request.header.X-None',
        'integration.request.header.content-type': "'text/x'",
      },
    });
    const { request } = open(tester, {
      path: { name: 'a/b c' },
      query: { q: 'é' },
      headers: { 'X-Given': 'g' },
      body: { items: [{ k: 'k&1' }] },
      authorizer: { claims: { sub: 's' } },
      stageVariables: { v: '1' },
    });
    expect(request).toEqual({
      method: 'POST',
      uri: 'arn:aws:apigateway:us-east-1:s3:path/bucket/k%261/a%2Fb%20c',
      service: 's3',
      path: '/bucket/k%261/a%2Fb%20c',
      query: { a: 'é' },
      headers: {
        Accept: 'application/json',
        'X-Fixed': "it''s",
        'X-Ip': '127.0.0.1',
        'X-Sub': 's',
        'X-Stage': '1',
        'X-Copied': 'g',
        'content-type': 'text/x',
      },
      body: '{"items":[{"k":"k&1"}]}',
    });
  });

  it('lets a template lay its own parameters over the mapped ones', () => {
    const template =
      '#set($context.requestOverride.header.x-a = "2")#set($context.requestOverride.path.p = "é")#set($context.requestOverride.querystring.q = "3")body';
    const tester = testerOf({
      uri: `${ARN}s3:path/{p}`,
      requestTemplates: { 'application/json': template },
      requestParameters: { 'integration.request.header.X-A': "'1'", 'integration.request.path.p': "'p'" },
    });
    expect(open(tester).request).toMatchObject({ path: '/%C3%A9', query: { q: '3' }, body: 'body' });
    expect(open(tester).request!.headers).toEqual({
      Accept: 'application/json',
      'Content-Type': 'application/json',
      'x-a': '2',
    });
  });

  it('refuses a mapping that API Gateway has not', () => {
    expect(() => open(testerOf({ requestParameters: { 'integration.request.header.A': 'plain' } }))).toThrow(
      'plain',
    );
  });
});

describe('the template of the request', () => {
  const requestTemplates = { 'application/json': 'json', 'text/plain': 'text' };

  it.each([
    [undefined, 'json'],
    ['application/json; charset=utf-8', 'json'],
    ['Text/Plain', 'text'],
  ])('for the content type %p is %p', (type, body) => {
    const headers = type === undefined ? {} : { 'content-type': type };
    expect(
      open(testerOf({ requestTemplates, passthroughBehavior: 'never' }), { headers }).request!.body,
    ).toBe(body);
  });

  it.each([
    ['never', requestTemplates, 415],
    ['when_no_templates', requestTemplates, 415],
    ['WHEN_NO_MATCH', requestTemplates, 'raw'],
    ['never', undefined, 415],
    ['when_no_templates', undefined, 'raw'],
    [undefined, undefined, 'raw'],
  ])('under %p with templates %j another content type is %p', (passthroughBehavior, templates, expected) => {
    const tester = testerOf({
      passthroughBehavior: passthroughBehavior ?? 'when_no_match',
      ...(templates ? { requestTemplates: templates } : {}),
    });
    const exchange = open(tester, { headers: { 'Content-Type': 'text/xml' }, body: 'raw' });
    expect(exchange.request?.body ?? exchange.answer().status).toBe(expected);
  });

  it('answers 400 to a body that it cannot read as JSON', () => {
    const tester = testerOf({ requestTemplates: { 'application/json': "$input.json('$')" } });
    expect(open(tester, { body: '{"a":' }).answer()).toMatchObject({
      status: 400,
      body: expect.stringContaining('Could not parse request body into json'),
    });
  });

  it.each([
    "$util.parseJson('{')",
    '#set($a = "a")$a.substring(5)',
    "$util.base64Decode('*')",
    "#set($to = $util.parseJson('1000000000000'))#set($list = [1..$to])$list.size()",
    '#set($a = "a")$a.repeat(-1)',
    "#set($a = 'a')$a.repeat(1000000000)",
    "$util.urlDecode('%')",
  ])('answers 500 where Java throws: %s', (template) => {
    const exchange = open(testerOf({ requestTemplates: { 'application/json': template } }));
    expect(exchange.request).toBeUndefined();
    expect(exchange.answer()).toMatchObject({ status: 500, body: '{"message":"Internal server error"}' });
  });

  it('has whole numbers of doubles that no caller can make fail', () => {
    const text = "$input.path('$').longValue() $input.path('$').intValue()";
    const tester = testerOf({ requestTemplates: { 'application/json': text } });
    expect(open(tester, { body: '1e400' }).request!.body).toBe('9223372036854775807 2147483647');
    expect(open(tester, { body: '-2.7' }).request!.body).toBe('-2 -2');
  });

  it.each([
    ['#macro(m)x#end', 'does not run #macro'],
    ['#set($a = "a")$a.getBytes()', 'getBytes()'],
    ["$input.path('$.a[?(@.b)]')", 'does not read the JSONPath'],
    ['#foreach($i in [1..1001])$i#end', 'at most 1000 times, but the list has 1001 items'],
    ['#if(true)', '#if has no #end'],
    ['#end', '#end has no #if or #foreach'],
    ['#set($a = )', 'cannot parse'],
    ['$a.b(', 'the closing bracket is missing'],
    ['${a', 'the `}` of the reference is missing'],
  ])('says what it cannot run: %s', (template, message) => {
    expect(() => open(testerOf({ requestTemplates: { 'application/json': template } }))).toThrow(message);
  });
});

describe('the validator', () => {
  const validators = {
    'x-amazon-apigateway-request-validators': {
      all: { validateRequestBody: true, validateRequestParameters: true },
    },
  };
  const components = {
    schemas: {
      Thing: { type: 'object', required: ['a'], properties: { a: { type: 'integer', minimum: 1 } } },
    },
  };
  const tester = testerOf(
    { requestTemplates: { 'application/json': 'x', 'text/plain': 'y' } },
    {
      'x-amazon-apigateway-request-validator': 'all',
      parameters: [
        { name: 'q', in: 'query', required: true },
        { name: 'X-H', in: 'header', required: true },
        { name: 'o', in: 'query' },
      ],
      requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
    },
    { ...validators, components },
  );
  const sample = { query: { q: '1' }, headers: { 'x-h': '1' }, body: { a: 1 } };

  it('lets a request through that fits', () => {
    expect(open(tester, sample).request).toBeDefined();
    expect(
      open(tester, { ...sample, headers: { 'X-H': '1', 'Content-Type': 'text/plain' }, body: 'x' }).request,
    ).toBeDefined();
  });

  it('names the parameters that are missing', () => {
    expect(open(tester, { body: { a: 1 } }).answer()).toMatchObject({
      status: 400,
      body: '{"message":"Missing required request parameters: [X-H, q]"}',
    });
  });

  it.each([undefined, '', 'no json', {}, { a: 0 }, { a: 1.5 }, { a: 'x' }, []])(
    'refuses the body %j',
    (body) => {
      const exchange = open(tester, { ...sample, body });
      expect(exchange.request).toBeUndefined();
      expect(exchange.answer()).toMatchObject({ status: 400, body: '{"message":"Invalid request body"}' });
    },
  );

  it('answers with the headers of the gateway responses', () => {
    const responses = {
      DEFAULT_4XX: { responseParameters: { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" } },
      BAD_REQUEST_BODY: { statusCode: 422, responseTemplates: { 'text/plain': '$context.error.message!' } },
    };
    const changed = testerOf(
      { passthroughBehavior: 'never' },
      {
        'x-amazon-apigateway-request-validator': 'all',
        requestBody: { content: { 'application/json': { schema: { type: 'object' } } } },
      },
      { ...validators, 'x-amazon-apigateway-gateway-responses': responses },
    );
    expect(open(changed, { body: [] }).answer()).toMatchObject({
      status: 422,
      body: 'Invalid request body!',
    });
    expect(open(changed, { body: {} }).answer()).toEqual({
      status: 415,
      headers: {
        'Content-Type': 'application/json',
        'x-amzn-ErrorType': 'BadRequestException',
        'Access-Control-Allow-Origin': '*',
      },
      body: '{"message":"Unsupported Media Type"}',
    });
  });
});

describe('the answer', () => {
  const responses = {
    default: {
      statusCode: '201',
      responseParameters: {
        'method.response.header.ETag': 'integration.response.header.ETag',
        'method.response.header.Id': 'integration.response.body.id',
        'method.response.header.None': 'integration.response.header.None',
      },
    },
    '4\\d{2}': {
      statusCode: '400',
      responseTemplates: { 'application/json': '{"was":"$input.path(\'$.a\')"}', 'text/plain': 'plain' },
    },
    '50[0-9]': { statusCode: '500', responseTemplates: { 'text/html': 'only html' } },
  };
  const tester = testerOf({ responses });

  it.each([
    [200, 201],
    [302, 201],
    [404, 400],
    [500, 500],
    [510, 201],
  ])('for the status %i is %i', (status, expected) => {
    expect(open(tester).answer({ status, body: {} }).status).toBe(expected);
  });

  it('has the body of the service without a template, and its mapped headers', () => {
    expect(open(tester).answer({ headers: { etag: 'e' }, body: { id: 5 } })).toEqual({
      status: 201,
      headers: { 'Content-Type': 'application/json', ETag: 'e', Id: '5' },
      body: '{"id":5}',
    });
  });

  it.each([
    [undefined, '{"was":"b"}', 'application/json'],
    ['text/plain;q=1, application/json', 'plain', 'text/plain'],
    ['image/png', '{"was":"b"}', 'application/json'],
  ])('accepted as %p is %p', (accept, body, type) => {
    const headers = accept === undefined ? {} : { Accept: accept };
    expect(open(tester, { headers }).answer({ status: 404, body: { a: 'b' } })).toMatchObject({
      body,
      headers: { 'Content-Type': type },
    });
  });

  it('has the first template where there is none for JSON', () => {
    expect(open(tester).answer({ status: 500 }).body).toBe('only html');
  });

  it('has the status and headers that the templates set, the answer’s over the request’s', () => {
    const requestTemplates = { 'application/json': set(202, 'A') };
    const both = testerOf({
      requestTemplates,
      responses: { default: { statusCode: '200', responseTemplates: { 'application/json': set(404, 'B') } } },
    });
    expect(open(both).answer()).toMatchObject({ status: 404, headers: { A: '202', B: '404' }, body: '' });
    const first = testerOf({ requestTemplates, responses: { default: { statusCode: '200' } } });
    expect(open(first).answer()).toMatchObject({ status: 202, headers: { A: '202' } });
  });

  it('ignores a status that is none', () => {
    const template = '#set($context.responseOverride.status = 1000)x';
    const odd = testerOf({
      responses: { default: { statusCode: '200', responseTemplates: { 'application/json': template } } },
    });
    expect(open(odd).answer()).toMatchObject({ status: 200, body: 'x' });
  });

  it('is 500 where no pattern matches', () => {
    expect(
      open(testerOf({ responses: { '2..': { statusCode: '200' } } })).answer({ status: 404 }),
    ).toMatchObject({ status: 500 });
  });

  it('sees the caller’s parameters beside the service’s body', () => {
    const template = `$input.params('name') $input.path('$.a') $context.httpMethod`;
    const echo = testerOf({
      responses: { default: { statusCode: '200', responseTemplates: { 'application/json': template } } },
    });
    expect(open(echo, { body: { a: 'caller' } }).answer({ body: { a: 'service' } }).body).toBe(
      'n service POST',
    );
  });
});

describe('other integrations', () => {
  it('a mock answers by its own status', async () => {
    const mock = testerOf({
      type: 'mock',
      requestTemplates: {
        'application/json': "{\"statusCode\": #if($input.params('name') == 'x')404#{else}200#end}",
      },
      responses: {
        default: { statusCode: '200', responseTemplates: { 'application/json': 'yes' } },
        '404': { statusCode: '404' },
      },
    });
    expect(open(mock).request).toBeUndefined();
    expect(open(mock).answer()).toMatchObject({ status: 200, body: 'yes' });
    expect(open(mock, { path: { name: 'x' } }).answer()).toMatchObject({ status: 404, body: '' });
    await expect(mock.call('GET /things/{name}', {}, never)).resolves.toMatchObject({ status: 200 });
  });

  it('a mock without a status is 500', () => {
    expect(
      open(testerOf({ type: 'mock', requestTemplates: { 'application/json': '{}' } })).answer().status,
    ).toBe(500);
  });

  it('a Lambda function answers by the message of its error', () => {
    const lambda = testerOf({
      uri: `${ARN}lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations`,
      responses: {
        default: { statusCode: '200' },
        '\\[404\\].*': {
          statusCode: '404',
          responseTemplates: { 'application/json': `{"message":$input.json('$.errorMessage')}` },
        },
        '(?!(\\[404\\].*)\\z)(\\n|.)+': {
          statusCode: '500',
          responseTemplates: { 'application/json': '{"message":"Internal"}' },
        },
      },
    });
    expect(open(lambda).request).toMatchObject({
      service: 'lambda',
      path: '/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:f/invocations',
    });
    expect(open(lambda).answer({ body: { ok: true } })).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(open(lambda).answer({ body: 'null' })).toMatchObject({ status: 200 });
    expect(open(lambda).answer({ body: { errorMessage: '[404] no "x"' } })).toMatchObject({
      status: 404,
      body: '{"message":"[404] no \\"x\\""}',
    });
    expect(
      open(lambda).answer({ body: { errorMessage: 'broken\nbadly', stackTrace: ['secret'] } }),
    ).toMatchObject({ status: 500, body: '{"message":"Internal"}' });
  });

  it('a Lambda proxy has nothing to run', () => {
    expect(() => open(testerOf({ type: 'aws_proxy' }))).toThrow('POST /things/{name} is a Lambda proxy');
  });

  it('a proxied backend’s answer passes', () => {
    const proxy = testerOf({ type: 'http_proxy', uri: 'http://h.example' });
    const answer = { status: 418, headers: { A: 'b' }, body: 'x' };
    expect(open(proxy).request).toMatchObject({ path: '/', uri: 'http://h.example' });
    expect(open(proxy).answer(answer)).toEqual(answer);
  });
});

describe('an application', () => {
  it('is called as a whole', async () => {
    const tester = createGatewayTester(await createServiceDocument(), { values: VALUES });
    const seen: string[] = [];
    const answer = await tester.call('GET /dynamodb/one/{name}', { path: { name: 'ann' } }, (request) => {
      seen.push(`${request.method} ${request.service} ${request.action} ${request.headers['X-Amz-Target']}`);
      return Promise.resolve({ body: { Item: { name: { S: 'Ann' } } } });
    });
    expect(seen).toEqual(['POST dynamodb GetItem DynamoDB_20120810.GetItem']);
    expect(answer).toMatchObject({ status: 200, body: '{"name":"Ann"}' });
  });

  it('answers a preflight by itself', async () => {
    const tester = createGatewayTester(await createServiceDocument(), { values: VALUES });
    const { status, headers } = tester
      .open('OPTIONS /dynamodb/scan', { headers: { Origin: 'https://a.example' } })
      .answer();
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'Access-Control-Allow-Origin': 'https://a.example',
      'Access-Control-Allow-Methods': 'GET,OPTIONS',
    });
  });

  it('reads and writes objects under the keys that the route says', async () => {
    const tester = createGatewayTester(await createServiceDocument(), { values: VALUES });
    const sample = {
      path: { path: 'a b/../c?d#e%', f: '../x/y' },
      headers: { Range: 'bytes=0-1', 'Content-Type': 'image/png' },
      body: 'data',
    };
    expect(tester.open('GET /s3/files/{path+}', sample).request).toMatchObject({
      method: 'GET',
      service: 's3',
      path: '/files/up%20loads/a%20b/../c%3Fd%23e%25.bin',
      headers: { Range: 'bytes=0-1' },
    });
    expect(tester.open('PUT /s3/file/{f}', sample).request).toMatchObject({
      method: 'PUT',
      path: '/files/u/..%2Fx%2Fy',
      headers: { 'Content-Type': 'image/png' },
      body: 'data',
    });
  });
});
