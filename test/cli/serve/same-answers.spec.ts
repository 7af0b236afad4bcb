import { describe, expect, it } from '@jest/globals';
import { createGatewayTester, type SampleRequest, type ServiceAnswer } from '../../../lib/testing/index.js';
import { listLines } from '../../support/local-request.js';
import { serveDocument } from '../../support/served-document.js';

const mock = (integration: object, operation: object = {}): object => ({
  responses: { 200: { description: '' } },
  'x-amazon-apigateway-integration': {
    type: 'mock',
    requestTemplates: { 'application/json': '{"statusCode": 200}' },
    responses: { default: { statusCode: '200' } },
    ...integration,
  },
  ...operation,
});

const dynamodb = (integration: object = {}): object =>
  mock(
    {
      type: 'aws',
      httpMethod: 'POST',
      uri: 'arn:aws:apigateway:us-east-1:dynamodb:action/GetItem',
      passthroughBehavior: 'never',
      requestTemplates: {
        'application/json': `{"Key":{"pk":{"S":"$util.escapeJavaScript($input.params('name'))"}},"Table":"$stageVariables.table"}`,
      },
      responses: {
        default: {
          statusCode: '200',
          responseParameters: {
            'method.response.header.X-Request': 'integration.response.header.x-amzn-requestid',
          },
          responseTemplates: {
            'application/json': `#if($input.path('$.Item') == "")#set($context.responseOverride.status = 404){"message":"not found"}#else$input.json('$.Item')#end`,
          },
        },
        '4\\d{2}': {
          statusCode: '409',
          responseTemplates: { 'application/json': '{"of":"$input.path(\'$.__type\')"}' },
        },
      },
      ...integration,
    },
    {
      'x-amazon-apigateway-request-validator': 'all',
      parameters: [{ name: 'q', in: 'query', required: true, schema: { type: 'string' } }],
    },
  );

const DOCUMENT = {
  'x-amazon-apigateway-binary-media-types': ['image/*'],
  'x-amazon-apigateway-request-validators': {
    all: { validateRequestBody: true, validateRequestParameters: true },
  },
  'x-amazon-apigateway-gateway-responses': {
    BAD_REQUEST_BODY: {
      statusCode: '422',
      responseParameters: { 'gatewayresponse.header.X-Origin': 'method.request.header.Origin' },
      responseTemplates: {
        'application/json':
          '{"message":$context.error.messageString,"detail":"$context.error.validationErrorString","#if":1}',
      },
    },
    DEFAULT_4XX: { responseParameters: { 'gatewayresponse.header.X-Default': "'yes'" } },
  },
  components: {
    schemas: {
      User: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string', minLength: 1 },
          tags: { type: 'array', items: { type: 'string' } },
        },
      },
    },
  },
  paths: {
    '/health': {
      get: mock({
        responses: {
          default: {
            statusCode: '200',
            responseParameters: { 'method.response.header.Cache-Control': "'no-store'" },
            responseTemplates: {
              'application/json': '{"path":"$context.path","method":"$context.httpMethod"}',
            },
          },
        },
      }),
      options: mock({
        contentHandling: 'CONVERT_TO_TEXT',
        responses: {
          default: {
            statusCode: '204',
            contentHandling: 'CONVERT_TO_TEXT',
            responseParameters: {
              'method.response.header.Access-Control-Allow-Origin': "'https://a.example'",
            },
          },
        },
      }),
    },
    '/broken': { get: mock({ requestTemplates: { 'application/json': '{"statusCode": "200"}' } }) },
    '/override': {
      get: mock({
        requestTemplates: {
          'application/json':
            '#set($context.responseOverride.status = 299)#set($context.responseOverride.header.X-Set = "1"){"statusCode": 200}',
        },
      }),
    },
    '/users': {
      post: mock(
        {
          type: 'http_proxy',
          httpMethod: 'ANY',
          uri: 'http://backend.invalid/users',
        },
        {
          'x-amazon-apigateway-request-validator': 'all',
          requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } },
        },
      ),
    },
    '/users/{name}': { get: dynamodb() },
  },
};

interface Row {
  readonly route: string;
  readonly sample?: SampleRequest;
  readonly service?: ServiceAnswer;
  readonly status: number;
}

const rows: readonly Row[] = [
  { route: 'GET /health', status: 200 },
  { route: 'OPTIONS /health', status: 204 },
  { route: 'GET /broken', status: 500 },
  { route: 'GET /override', status: 299 },
  {
    route: 'GET /users/{name}',
    sample: { path: { name: 'a%40b.c' }, query: { q: '1' }, stageVariables: { table: 'users' } },
    service: { body: { Item: { name: 'ann' } }, headers: { 'x-amzn-requestid': 'r1' } },
    status: 200,
  },
  {
    route: 'GET /users/{name}',
    sample: { path: { name: 'x' }, query: { q: '1' } },
    service: { body: {} },
    status: 404,
  },
  {
    route: 'GET /users/{name}',
    sample: { path: { name: 'x' }, query: { q: ['1', '2'] } },
    service: { status: 400, body: { __type: 'Conditional' } },
    status: 409,
  },
  { route: 'GET /users/{name}', sample: { path: { name: 'x' } }, status: 400 },
  {
    route: 'GET /users/{name}',
    sample: { path: { name: 'x' }, query: { q: '1' }, headers: { 'Content-Type': 'text/plain' } },
    status: 415,
  },
  {
    route: 'GET /users/{name}',
    sample: { path: { name: 'x' }, query: { q: '1' }, headers: { 'Content-Type': 'image/png' } },
    status: 415,
  },
  {
    route: 'POST /users',
    sample: { body: { name: 'ann' }, headers: { 'Content-Type': 'application/json' } },
    service: { status: 201, headers: { 'X-Own': '1', Server: 'x' }, body: 'made' },
    status: 201,
  },
  {
    route: 'POST /users',
    sample: {
      body: { name: '', tags: [1] },
      headers: { 'Content-Type': 'application/json', Origin: 'https://a.example' },
    },
    status: 422,
  },
  {
    route: 'POST /users',
    sample: { body: '{', headers: { 'Content-Type': 'application/json' } },
    status: 422,
  },
];

/** Headers of the wire, and those that API Gateway adds to every answer. */
const OWN = ['date', 'connection', 'content-length', 'x-amzn-requestid', 'x-amz-apigw-id', 'x-amzn-trace-id'];

const lowerCase = (headers: object): object =>
  Object.fromEntries(
    Object.entries(headers)
      .map(([name, value]) => [name.toLowerCase(), value as unknown] as const)
      .filter(([name]) => !OWN.includes(name)),
  );

describe('a tester and a served document', () => {
  it.each(rows)('answer alike: $route $status', async ({ route, sample = {}, service = {}, status }) => {
    const tested = await createGatewayTester(DOCUMENT).call(route, sample, () => service);
    const served = await serveDocument(DOCUMENT, {
      stageVariables: sample.stageVariables ?? {},
      stage: 'test',
      ports: {
        callService: async () => ({
          status: service.status ?? 200,
          headers: listLines(service.headers ?? {}),
          body: Buffer.from(
            typeof service.body === 'string' ? service.body : JSON.stringify(service.body ?? ''),
          ),
        }),
      },
    });
    try {
      const answer = await served.send(requestOf(route, sample));
      expect({
        status: answer.status,
        headers: lowerCase(answer.headers),
        body: answer.body.toString(),
      }).toEqual({
        status: tested.status,
        headers: lowerCase(tested.headers),
        body: tested.body,
      });
      expect(answer.status).toBe(status);
    } finally {
      await served.stop();
    }
  });
});

function requestOf(route: string, { path = {}, query = {}, headers = {}, body }: SampleRequest) {
  const [method = '', template = ''] = route.split(' ');
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value as string]),
    ),
  ).toString();
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => path[name] ?? '');
  return {
    method,
    target: `/test${filled}${search === '' ? '' : `?${search}`}`,
    headers,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  };
}
