const string = { schema: { type: 'string' } };
const invocation = (name: string): string =>
  `arn:\${AWS::Partition}:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:${name}/invocations`;
const service = (target: string): string => `arn:aws:apigateway:\${AWS::Region}:${target}`;
const ROLE = 'arn:aws:iam::111122223333:role/gateway';
const USER = { content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } } };
const ID = { name: 'id', in: 'path', required: true, description: 'Its number', schema: { type: 'integer' } };
const ORIGIN = { 'Access-Control-Allow-Origin': string };
const ALLOW = { 'method.response.header.Access-Control-Allow-Origin': "'https://app.example.com'" };
const GATEWAY_ALLOW = { 'gatewayresponse.header.Access-Control-Allow-Origin': "'*'" };
const faults = {
  '4\\d{2}': { statusCode: '400', responseParameters: ALLOW },
  '5\\d{2}': { statusCode: '500', responseParameters: ALLOW },
};
const answers = {
  200: { description: 'Done', ...USER, headers: { ...ORIGIN, 'X-Total': string } },
  400: { description: 'Refused', headers: ORIGIN },
  500: { description: 'Failed', headers: ORIGIN },
};

const getUser = {
  operationId: 'getUser',
  parameters: [ID],
  responses: answers,
  security: [{ pool: ['users/read'] }],
  'x-amazon-apigateway-integration': {
    type: 'aws',
    httpMethod: 'POST',
    uri: invocation('getUser'),
    passthroughBehavior: 'never',
    requestTemplates: {
      'application/json':
        '#set($id = $util.escapeJavaScript($input.params(\'id\')).replaceAll("\\\\\'","\'"))\n{"id":"$id","by":"$context.authorizer.claims.sub"}',
    },
    responses: {
      default: {
        statusCode: '200',
        responseTemplates: { 'application/json': "$input.json('$.user')" },
        responseParameters: { ...ALLOW, 'method.response.header.X-Total': 'integration.response.body.total' },
      },
      'No user .*': { statusCode: '400', responseParameters: ALLOW },
      '(?!No user )[\\s\\S]+\\z': { statusCode: '500', responseParameters: ALLOW },
    },
  },
};

const putUser = {
  parameters: [ID],
  requestBody: { required: true, ...USER },
  responses: answers,
  security: [{ token: [] }, { key: [] }],
  'x-amazon-apigateway-request-validator': 'all',
  'x-amazon-apigateway-integration': {
    type: 'aws',
    httpMethod: 'POST',
    uri: service('dynamodb:action/PutItem'),
    credentials: ROLE,
    passthroughBehavior: 'never',
    requestTemplates: {
      'application/json':
        '{"TableName":"users","Item":{"id":{"S":"$util.base64Encode($input.params(\'id\'))"}#foreach($tag in $input.path(\'$.tags\'))#if($foreach.index == 0),"first":{"S":"$util.urlEncode($tag)"}#else #end#end}}',
    },
    responses: { default: { statusCode: '200', responseParameters: ALLOW }, ...faults },
  },
};

const PREFLIGHT = ['Origin', 'Methods', 'Headers'].map((name) => `Access-Control-Allow-${name}`);
const preflight = {
  parameters: [ID],
  responses: {
    200: { description: '', headers: Object.fromEntries(PREFLIGHT.map((name) => [name, string])) },
  },
  security: [],
  'x-amazon-apigateway-integration': {
    type: 'mock',
    passthroughBehavior: 'when_no_match',
    contentHandling: 'CONVERT_TO_TEXT',
    requestTemplates: { 'application/json': '{"statusCode":200}' },
    responses: {
      default: {
        statusCode: '200',
        contentHandling: 'CONVERT_TO_TEXT',
        responseParameters: {
          ...ALLOW,
          'method.response.header.Access-Control-Allow-Methods': "'GET,PUT'",
          'method.response.header.Access-Control-Allow-Headers': "'Content-Type'",
        },
      },
    },
  },
};

const getFile = {
  parameters: [{ name: 'key', in: 'path', required: true, schema: { type: 'string' } }],
  responses: answers,
  security: [{ iam: [] }],
  'x-amazon-apigateway-integration': {
    type: 'aws',
    httpMethod: 'GET',
    uri: service('s3:path/files/{key}'),
    credentials: ROLE,
    requestParameters: { 'integration.request.path.key': 'method.request.path.key' },
    responses: { default: { statusCode: '200' }, ...faults },
  },
};

const listOrders = {
  parameters: [{ name: 'page.size', in: 'query', schema: { type: 'number' } }],
  responses: { 200: { description: '' } },
  security: [{ request: [] }],
  'x-amazon-apigateway-integration': {
    type: 'http_proxy',
    httpMethod: 'ANY',
    uri: 'http://orders.internal.example.com:8080/orders?all=1',
    connectionType: 'VPC_LINK',
    connectionId: '${stageVariables.link}',
    timeoutInMillis: 29000,
    tlsConfig: { insecureSkipVerification: true },
  },
};

const placeOrder = {
  requestBody: USER,
  responses: { 201: { description: '' } },
  security: [],
  'x-amazon-apigateway-integration': { type: 'AWS_PROXY', httpMethod: 'POST', uri: invocation('placeOrder') },
};

const getRates = {
  parameters: [
    { name: 'currency', in: 'query', required: true, schema: { type: 'string' } },
    { name: 'X-Tenant', in: 'header', schema: { type: 'string' } },
  ],
  responses: { 200: { description: '', headers: { 'X-Total': string } } },
  security: [],
  'x-amazon-apigateway-integration': {
    type: 'http',
    httpMethod: 'GET',
    uri: 'https://rates.example.com/{currency}',
    cacheKeyParameters: ['method.request.querystring.currency'],
    cacheNamespace: 'rates',
    requestParameters: {
      'integration.request.path.currency': 'method.request.querystring.currency',
      'integration.request.header.X-Tenant': 'method.request.multivalueheader.X-Tenant',
      'integration.request.header.X-Fixed': "'yes'",
      'integration.request.querystring.ip': 'context.identity.sourceIp',
      'integration.request.querystring.table': 'stageVariables.table',
      'integration.request.header.X-Body': 'method.request.body.rates[0].name',
    },
    responses: {
      default: {
        statusCode: '200',
        responseParameters: { 'method.response.header.X-Total': 'context.requestId' },
      },
    },
  },
};

const authorizer = (fields: object): object => ({
  type: 'apiKey',
  name: 'Authorization',
  in: 'header',
  'x-amazon-apigateway-authtype': 'custom',
  'x-amazon-apigateway-authorizer': fields,
});

/** A document that uses most of what a REST import reads, and is taken as it is. */
export const VALID_IMPORT = {
  openapi: '3.0.1',
  info: { title: 'Valid', version: '1', description: 'Nothing is wrong with it' },
  servers: [
    { url: '/v1', 'x-amazon-apigateway-endpoint-configuration': { disableExecuteApiEndpoint: true } },
  ],
  'x-amazon-apigateway-api-key-source': 'HEADER',
  'x-amazon-apigateway-binary-media-types': ['image/png'],
  'x-amazon-apigateway-minimum-compression-size': 1024,
  'x-amazon-apigateway-policy': {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
    ],
  },
  'x-amazon-apigateway-request-validators': {
    all: { validateRequestBody: true, validateRequestParameters: true },
  },
  'x-amazon-apigateway-gateway-responses': {
    DEFAULT_4XX: { responseParameters: GATEWAY_ALLOW },
    DEFAULT_5XX: { responseParameters: GATEWAY_ALLOW },
    UNAUTHORIZED: {
      statusCode: '403',
      responseParameters: GATEWAY_ALLOW,
      responseTemplates: { 'application/json': '{"message":$context.error.messageString}' },
    },
  },
  paths: {
    '/users/{id}': { get: getUser, put: putUser, options: preflight },
    '/files/{key+}': { get: getFile },
    '/orders': { get: listOrders, post: placeOrder },
    '/rates': { 'x-amazon-apigateway-any-method': getRates },
  },
  components: {
    schemas: {
      User: {
        type: 'object',
        properties: {
          name: { type: 'string', pattern: '^[a-z]+$', maxLength: 20 },
          age: { type: 'integer', minimum: 0 },
          parent: { $ref: '#/components/schemas/User' },
          tags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
          either: { oneOf: [{ type: 'string', format: 'date' }, { type: 'number' }] },
        },
        required: ['name'],
        additionalProperties: false,
      },
    },
    securitySchemes: {
      token: authorizer({
        type: 'token',
        authorizerUri: invocation('token'),
        authorizerCredentials: ROLE,
        identityValidationExpression: '^Bearer [-0-9A-Za-z._~+/]+=*$',
        authorizerResultTtlInSeconds: 300,
      }),
      request: authorizer({
        type: 'request',
        authorizerUri: invocation('request'),
        identitySource: 'method.request.header.Authorization, context.stage',
      }),
      pool: authorizer({
        type: 'cognito_user_pools',
        providerARNs: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_ABC'],
      }),
      iam: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'awsSigv4',
      },
      key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
    },
  },
};
