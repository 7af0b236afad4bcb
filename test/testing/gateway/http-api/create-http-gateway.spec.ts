import { afterEach, describe, expect, it } from '@jest/globals';
import { createAuthorizer } from '../../../../lib/testing/gateway/authorizers/create-authorizer.js';
import { createFunctionInvoker } from '../../../../lib/testing/gateway/functions/create-function-invoker.js';
import type { LocalFunction } from '../../../../lib/testing/gateway/functions/local-function.js';
import { createHttpGateway } from '../../../../lib/testing/gateway/http-api/create-http-gateway.js';
import { deployDocument } from '../../../../lib/testing/gateway/integration-document.js';
import type { ExplainedStep } from '../../../../lib/testing/gateway/local-gateway-ports.js';
import type { GatewayRequest } from '../../../../lib/testing/gateway/local/gateway-request.js';
import { createServiceCaller } from '../../../../lib/testing/gateway/services/create-service-caller.js';
import { startEcho, type EchoServer } from '../../../support/echo-server.js';
import { localRequest, readLocal } from '../../../support/local-request.js';
import type { Json } from '../../../support/tested-route.js';
import { LAMBDA } from '../../../support/tested-route.js';

const INTEGRATION = 'x-amazon-apigateway-integration';
const ANY = 'x-amazon-apigateway-any-method';
const lambda = (settings: Json = {}): Json => ({
  [INTEGRATION]: {
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: LAMBDA,
    payloadFormatVersion: '2.0',
    ...settings,
  },
});

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly steps: readonly ExplainedStep[];
}

type Send = (
  request: Partial<GatewayRequest> & { readonly route: string; readonly headers?: Json },
) => Promise<Answered>;

interface Settings {
  readonly functions?: Readonly<Record<string, LocalFunction>>;
  readonly endpoint?: string;
  readonly backends?: Readonly<Record<string, string>>;
  readonly stage?: string;
}

/** An HTTP API with these paths, its functions and its services. */
function api(paths: Json, document: Json = {}, settings: Settings = {}): Send {
  const { stage = '$default', ...ports } = settings;
  const gateway = createHttpGateway(
    deployDocument({ paths, ...document }, {}),
    { stage, prefix: '', stageVariables: { tier: 'gold' }, apiId: 'api', accountId: '1' },
    {
      authorize: createAuthorizer(ports),
      invokeFunction: createFunctionInvoker(ports),
      callService: createServiceCaller(ports),
    },
  );
  return async ({ route, headers = {}, ...request }) => {
    const [, path = ''] = route.split(' ');
    const sample = { headers: headers as Readonly<Record<string, string>> };
    const answer = await gateway({ ...localRequest(route, sample), rawPath: path, ...request });
    return { ...(await readLocal(answer)), steps: answer.steps };
  };
}

const echo: LocalFunction = (event: unknown) => event;

const fail = (): never => {
  throw new Error('no');
};
const auth = (event: { readonly identitySource: readonly string[] }): object => ({
  isAuthorized: event.identitySource[0] === 'good',
  context: { tenant: 7 },
});
const withHeaders = (): object => ({
  statusCode: 200,
  headers: { 'Access-Control-Allow-Origin': '*', etag: '1' },
  body: '',
});
const withMapped = (): object => ({
  statusCode: 200,
  headers: { 'x-a': '1', 'x-b': '2', 'x-c': '3' },
  body: '{"id":"i"}',
});

describe('an HTTP API', () => {
  let server: EchoServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  describe('routes', () => {
    const shared = { 'x-amazon-apigateway-integrations': { f: lambda()[INTEGRATION] } };
    const refer = { [INTEGRATION]: { $ref: '#/components/x-amazon-apigateway-integrations/f' } };
    const send = api(
      {
        '/users/{name}': { get: refer },
        '/users/{proxy+}': { [ANY]: refer },
        '/$default': { [ANY]: { ...refer, isDefaultRoute: true } },
      },
      { components: shared },
      { functions: { f: (event: { readonly routeKey: string }) => event.routeKey } },
    );

    it.each([
      ['GET /users/ann', 'GET /users/{name}'],
      ['PUT /users/ann', 'ANY /users/{proxy+}'],
      ['GET /users/ann/x', 'ANY /users/{proxy+}'],
      ['GET /other', '$default'],
    ])('%s to %s, its integration shared', async (route, expected) => {
      expect(await send({ route })).toMatchObject({ status: 200, body: expected });
    });

    it('nothing else', async () => {
      const one = api({ '/users': { get: refer } }, { components: shared });
      for (const route of ['POST /users', 'GET /other'])
        expect(await one({ route })).toMatchObject({ status: 404, body: '{"message":"Not Found"}' });
    });
  });

  it('answers its own errors in its own words', async () => {
    const send = api({ '/a': { get: lambda() } }, {}, { functions: { f: fail } });
    expect(await send({ route: 'GET /a' })).toMatchObject({
      status: 500,
      body: '{"message":"Internal Server Error"}',
    });
    expect(await send({ route: 'GET /a', isTooLarge: true })).toMatchObject({ status: 413 });
    expect(await api({ '/a': { get: lambda() } })({ route: 'GET /a' })).toMatchObject({ status: 501 });
    const proxy = {
      [INTEGRATION]: {
        type: 'http_proxy',
        httpMethod: 'GET',
        uri: 'http://127.0.0.1:1/',
        payloadFormatVersion: '1.0',
      },
    };
    expect(await api({ '/a': { get: proxy } })({ route: 'GET /a' })).toMatchObject({
      status: 503,
      body: '{"message":"Service Unavailable"}',
    });
  });

  it.each(['1.0', '2.0'])('hands bytes on as base64 in both directions, in format %s', async (version) => {
    interface Event {
      readonly body: string;
      readonly isBase64Encoded: boolean;
      readonly requestContext: { readonly requestId: string };
    }
    const f = ({ body, isBase64Encoded, requestContext }: Event): object => ({
      statusCode: 200,
      headers: { 'content-type': 'image/png', 'x-event': body, 'x-id': requestContext.requestId },
      body,
      isBase64Encoded,
    });
    const integration = lambda({ payloadFormatVersion: version });
    const answer = await api(
      { '/a': { post: integration } },
      {},
      { functions: { f } },
    )({
      route: 'POST /a',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from('a=1'),
      requestId: '01234567-89ab-cdef-0123-456789abcdef',
    });
    expect(answer).toMatchObject({ body: 'a=1', headers: { 'x-event': 'YT0x', 'x-id': '0123456789abcde=' } });
  });

  it('asks its authorizer, and hands on what it says', async () => {
    const fn = {
      type: 'apiKey',
      'x-amazon-apigateway-authorizer': {
        type: 'request',
        authorizerUri: LAMBDA.replace('function:f', 'function:auth'),
        identitySource: '$request.header.Authorization',
        authorizerPayloadFormatVersion: '2.0',
        enableSimpleResponses: true,
      },
    };
    const send = api(
      { '/a': { get: { security: [{ fn: [] }], ...lambda() } } },
      { components: { securitySchemes: { fn } } },
      {
        functions: {
          auth,
          f: (event: { readonly requestContext: { readonly authorizer: object } }) =>
            event.requestContext.authorizer,
        },
      },
    );
    expect(await send({ route: 'GET /a' })).toMatchObject({
      status: 401,
      body: '{"message":"Unauthorized"}',
    });
    const denied = await send({ route: 'GET /a', headers: { authorization: 'bad' } });
    expect(denied).toMatchObject({ status: 403, body: '{"message":"Forbidden"}' });
    const allowed = await send({ route: 'GET /a', headers: { authorization: 'good' } });
    expect(allowed.body).toBe('{"lambda":{"tenant":7}}');
  });

  describe('with CORS', () => {
    const cors = {
      'x-amazon-apigateway-cors': {
        allowOrigins: ['https://app.example.com', 'http://*'],
        allowMethods: ['GET', 'PUT'],
        allowHeaders: ['x-own'],
        exposeHeaders: ['etag'],
        allowCredentials: true,
        maxAge: 60,
      },
    };
    const send = api({ '/a': { get: lambda() } }, cors, { functions: { f: withHeaders } });
    const preflight = { 'access-control-request-method': 'GET' };

    it('answers preflights itself, whatever the path', async () => {
      const headers = { ...preflight, origin: 'https://app.example.com' };
      const expected = {
        status: 204,
        headers: {
          'access-control-allow-origin': 'https://app.example.com',
          'access-control-allow-credentials': 'true',
          'access-control-allow-methods': 'GET,PUT',
          'access-control-allow-headers': 'x-own',
          'access-control-max-age': '60',
        },
      };
      expect(await send({ route: 'OPTIONS /a', headers })).toMatchObject(expected);
      expect(await send({ route: 'OPTIONS /nowhere', headers })).toMatchObject(expected);
      expect(
        (await send({ route: 'OPTIONS /a', headers: { ...preflight, origin: 'https://evil' } })).headers,
      ).toEqual({});
      expect(await send({ route: 'OPTIONS /a' })).toMatchObject({ status: 404 });
    });

    it('puts its own headers instead of those of the backend', async () => {
      const headersFor = async (origin?: string): Promise<object> =>
        (await send({ route: 'GET /a', headers: origin === undefined ? {} : { origin } })).headers;
      const own = {
        'access-control-allow-origin': 'http://localhost:3000',
        'access-control-allow-credentials': 'true',
        'access-control-expose-headers': 'etag',
      };
      expect(await headersFor('http://localhost:3000')).toMatchObject({ ...own, etag: '1' });
      for (const origin of ['https://evil', undefined]) {
        const headers = await headersFor(origin);
        expect(Object.keys(headers).filter((name) => /^access-control/i.test(name))).toEqual([]);
      }
      expect((await send({ route: 'GET /nowhere', headers: { origin: 'http://a' } })).headers).toMatchObject({
        'access-control-allow-origin': 'http://a',
      });
    });

    it('lets an authorizer of a route for every method refuse preflights', async () => {
      const iam = { type: 'apiKey', 'x-amazon-apigateway-authtype': 'awsSigv4' };
      const guarded = api(
        { '/{proxy+}': { [ANY]: { security: [{ iam: [] }], ...lambda() } } },
        { ...cors, components: { securitySchemes: { iam } } },
      );
      const headers = { ...preflight, origin: 'http://a' };
      expect(await guarded({ route: 'OPTIONS /a', headers })).toMatchObject({ status: 501 });
    });
  });

  describe('maps parameters', () => {
    const requestParameters = {
      'append:header.X-List': '${context.stage}-${request.path.name}',
      'overwrite:header.X-One': '$request.querystring.q',
      'overwrite:header.X-None': '$request.header.absent',
      'remove:header.X-Gone': "''",
      'append:querystring.q': '$stageVariables.tier',
      'overwrite:querystring.b': '$request.body.a[1].c',
      'remove:querystring.r': "''",
    };
    const request = {
      route: 'POST /users/a%20b',
      headers: { 'x-list': 'mine', 'x-gone': '1', Host: 'gateway', 'X-Own': 'own' },
      rawQuery: 'q=1&r=2',
      body: Buffer.from('{"a":[0,{"c":"deep"}]}'),
    };

    it('of a request to a backend', async () => {
      server = await startEcho();
      const integration = {
        type: 'http_proxy',
        httpMethod: 'ANY',
        uri: `${server.url}/v1/{name}?fixed=1`,
        payloadFormatVersion: '1.0',
        requestParameters,
      };
      await api({ '/users/{name}': { post: { [INTEGRATION]: integration } } })(request);
      const [received] = server.received;
      expect(received).toMatchObject({ method: 'POST', body: '{"a":[0,{"c":"deep"}]}' });
      expect(received!.url).toBe('/v1/a%20b?fixed=1&q=1&q=gold&b=deep');
      expect(received!.headers).toMatchObject({
        host: new URL(server.url).host,
        'x-list': 'mine,$default-a b',
        'x-one': '1',
        'x-own': 'own',
      });
      expect(received!.headers).not.toHaveProperty('x-gone');
      expect(received!.headers).not.toHaveProperty('x-none');
    });

    it('of a request to a function', async () => {
      const parameters = { ...requestParameters, 'overwrite:path': '/new/${request.path.name}' };
      const send = api(
        { '/users/{name}': { post: lambda({ requestParameters: parameters }) } },
        {},
        { functions: { f: echo } },
      );
      const event = JSON.parse((await send(request)).body) as Record<string, unknown>;
      expect(event).toMatchObject({
        rawPath: '/new/a b',
        rawQueryString: 'q=1&q=gold&b=deep',
        headers: { 'x-list': 'mine,$default-a b', 'x-one': '1' },
        queryStringParameters: { q: '1,gold', b: 'deep' },
      });
    });

    it('of an answer, by its status', async () => {
      const responseParameters = {
        200: {
          'overwrite:statuscode': '202',
          'append:header.x-a': '$response.body.id',
          'overwrite:header.x-b': '${response.header.x-a}!',
          'remove:header.x-c': "''",
        },
      };
      const send = api(
        { '/a': { get: lambda({ responseParameters }) } },
        {},
        { functions: { f: withMapped } },
      );
      const { status, headers } = await send({ route: 'GET /a' });
      expect(status).toBe(202);
      expect(headers).toMatchObject({ 'x-a': 'i', 'x-b': '1!' });
      expect(headers).not.toHaveProperty('x-c');
    });
  });

  it('sends the stage over a VPC link, unless the path is mapped', async () => {
    server = await startEcho();
    const listener = 'arn:aws:elasticloadbalancing:us-east-1:1:listener/app/x/y/z';
    const integration = {
      type: 'http_proxy',
      httpMethod: 'ANY',
      uri: listener,
      connectionType: 'VPC_LINK',
      connectionId: 'link',
      payloadFormatVersion: '1.0',
    };
    const mapped = { ...integration, requestParameters: { 'overwrite:path': '$request.path' } };
    const paths = { '/a/{x}': { get: { [INTEGRATION]: integration }, put: { [INTEGRATION]: mapped } } };
    const settings = { backends: { [listener]: server.url } };
    await api(paths, {}, { ...settings, stage: 'dev' })({ route: 'GET /a/1%2F2' });
    await api(paths, {}, settings)({ route: 'GET /a/1' });
    await api(paths, {}, { ...settings, stage: 'dev' })({ route: 'PUT /a/1' });
    expect(server.received.map(({ url }) => url)).toEqual(['/dev/a/1%2F2', '/a/1', '/a/1']);
  });

  describe('calls services itself', () => {
    const cases: readonly (readonly [
      subtype: string,
      parameters: Json,
      target: string | undefined,
      body: unknown,
    ])[] = [
      [
        'EventBridge-PutEvents',
        {
          Detail: '$request.body.detail',
          DetailType: 'T',
          Source: 's',
          EventBusName: 'bus',
          Resources: '["r"]',
        },
        'AWSEvents.PutEvents',
        {
          Entries: [
            { Detail: '{"a":1}', DetailType: 'T', Source: 's', EventBusName: 'bus', Resources: ['r'] },
          ],
        },
      ],
      [
        'Kinesis-PutRecord',
        {
          StreamName: 's',
          Data: '$request.body.text',
          PartitionKey: '$request.header.pk',
          ExplicitHashKey: '$request.header.none',
        },
        'Kinesis_20131202.PutRecord',
        { StreamName: 's', Data: 'aGk=', PartitionKey: 'p' },
      ],
      [
        'StepFunctions-StartExecution',
        { StateMachineArn: 'arn', Input: '$request.body', Name: '$context.requestId' },
        'AWSStepFunctions.StartExecution',
        { stateMachineArn: 'arn', input: '{"detail":{"a":1},"text":"hi"}', name: 'request=' },
      ],
      [
        'SQS-SendMessage',
        {
          QueueUrl: 'http://q',
          MessageBody: '$request.body.text',
          MessageAttributes: '{"k":{"DataType":"String","StringValue":"${request.header.pk}"}}',
        },
        undefined,
        'Action=SendMessage&Version=2012-11-05&QueueUrl=http%3A%2F%2Fq&MessageBody=hi&MessageAttribute.1.Name=k&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=p',
      ],
      [
        'SQS-ReceiveMessage',
        { QueueUrl: 'q', AttributeNames: 'All' },
        undefined,
        'Action=ReceiveMessage&Version=2012-11-05&QueueUrl=q&AttributeName.1=All',
      ],
    ];

    it.each(cases)('by %s', async (integrationSubtype, requestParameters, target, body) => {
      server = await startEcho((_, response) => {
        response.writeHead(201, { 'x-own': 'service' });
        response.end('<answer/>');
      });
      const integration = {
        type: 'aws_proxy',
        integrationSubtype,
        payloadFormatVersion: '1.0',
        requestParameters,
      };
      const send = api({ '/a': { post: { [INTEGRATION]: integration } } }, {}, { endpoint: server.url });
      const answer = await send({
        route: 'POST /a',
        headers: { pk: 'p' },
        body: Buffer.from('{"detail":{"a":1},"text":"hi"}'),
      });
      expect(answer).toMatchObject({ status: 201, body: '<answer/>', headers: { 'x-own': 'service' } });
      const [received] = server.received;
      expect(received!.headers['x-amz-target']).toBe(target);
      expect(target === undefined ? received!.body : JSON.parse(received!.body)).toEqual(body);
    });

    it('by AppConfig-GetConfiguration, with the answer of the service', async () => {
      server = await startEcho((_, response) => {
        response.writeHead(200, { 'Content-Type': 'application/x-yaml', 'Configuration-Version': '3' });
        response.end('flag: on');
      });
      const integration = {
        type: 'aws_proxy',
        integrationSubtype: 'AppConfig-GetConfiguration',
        payloadFormatVersion: '1.0',
        requestParameters: {
          Application: 'shop',
          Environment: '$request.path.stage',
          Configuration: 'flags',
          ClientId: '$request.header.id',
          ClientConfigurationVersion: '$request.querystring.known',
        },
      };
      const send = api({ '/{stage}': { get: { [INTEGRATION]: integration } } }, {}, { endpoint: server.url });
      const answer = await send({ route: 'GET /test%20a', headers: { id: 'me' } });
      expect(answer).toMatchObject({
        status: 200,
        body: 'flag: on',
        headers: { 'Content-Type': 'application/x-yaml', 'Configuration-Version': '3' },
      });
      await send({ route: 'GET /b', headers: { id: 'me' }, rawQuery: 'known=2' });
      expect(server.received.map(({ method, url, body }) => [method, url, body])).toEqual([
        ['GET', '/applications/shop/environments/test%20a/configurations/flags?client_id=me', ''],
        [
          'GET',
          '/applications/shop/environments/b/configurations/flags?client_id=me&client_configuration_version=2',
          '',
        ],
      ]);
    });

    it('that it knows', async () => {
      const integration = {
        type: 'aws_proxy',
        integrationSubtype: 'Lambda-Invoke',
        payloadFormatVersion: '1.0',
      };
      const answer = await api({ '/a': { get: { [INTEGRATION]: integration } } })({ route: 'GET /a' });
      expect(answer.status).toBe(501);
      expect(answer.body).toContain('`Lambda-Invoke` is not run here');
    });
  });
});
