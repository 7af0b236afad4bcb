import type { JsonObject, OpenApiDocument } from '../../lib/openapi/openapi.js';

/** A private document of a REST API, small enough to read, with something of everything. */
export const REST_API: OpenApiDocument = {
  openapi: '3.0.1',
  info: { title: 'shop', version: '1.0', description: 'A shop' },
  tags: [{ name: 'users' }],
  'x-amazon-apigateway-api-key-source': 'HEADER',
  'x-amazon-apigateway-binary-media-types': ['image/png', 'application/pdf'],
  'x-amazon-apigateway-minimum-compression-size': 1024,
  'x-amazon-apigateway-security-policy': 'TLS_1_2',
  'x-amazon-apigateway-policy': {
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
      { Effect: 'Deny', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/admin' },
    ],
  },
  'x-amazon-apigateway-request-validators': {
    all: { validateRequestBody: true, validateRequestParameters: true },
    body: { validateRequestBody: true, validateRequestParameters: false },
  },
  'x-amazon-apigateway-gateway-responses': {
    DEFAULT_4XX: {
      responseParameters: {
        'gatewayresponse.header.Access-Control-Allow-Origin': "'https://app.example.com'",
      },
      responseTemplates: { 'application/json': '{"message":$context.error.messageString}' },
    },
  },
  servers: [
    {
      url: '/',
      'x-amazon-apigateway-endpoint-configuration': { types: ['REGIONAL'], disableExecuteApiEndpoint: true },
    },
  ],
  paths: {
    '/users': {
      post: {
        operationId: 'UsersController_create',
        summary: 'Create a user',
        tags: ['users'],
        parameters: [{ name: 'x-shop', in: 'header', required: true, schema: { type: 'string' } }],
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/User' } } },
        },
        responses: { 201: { description: 'created' } },
        security: [{ bearer: ['write', 'admin'] }, { api_key: [] }],
        'x-amazon-apigateway-request-validator': 'body',
        'x-amazon-apigateway-integration': lambda('${create_arn}', { timeoutInMillis: 10_000 }),
      },
      options: preflight(['https://app.example.com'], 'OPTIONS,POST'),
    },
    '/users/{name}': {
      get: {
        operationId: 'UsersController_get',
        parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: { description: '' } },
        security: [{ bearer: [] }],
        'x-amazon-apigateway-integration': {
          type: 'http_proxy',
          httpMethod: 'GET',
          uri: 'https://${host}/users/{name}',
          requestParameters: { 'integration.request.path.name': 'method.request.path.name' },
          connectionType: 'VPC_LINK',
          connectionId: '${link_id}',
        },
      },
    },
    '/notes': {
      get: {
        operationId: 'NotesController_list',
        parameters: [],
        responses: {
          200: {
            description: '',
            headers: { 'Access-Control-Allow-Origin': { schema: { type: 'string' } } },
          },
        },
        security: [],
        'x-amazon-apigateway-integration': {
          type: 'aws',
          httpMethod: 'POST',
          uri: 'arn:$${AWS::Partition}:apigateway:$${AWS::Region}:dynamodb:action/Query',
          credentials: '${role_arn}',
          passthroughBehavior: 'never',
          requestTemplates: { 'application/json': '{"TableName":"${table}"}' },
          responses: {
            default: {
              statusCode: '200',
              responseTemplates: { 'application/json': "$input.json('$.Items')" },
              responseParameters: {
                'method.response.header.Access-Control-Allow-Origin': "'https://app.example.com'",
              },
            },
          },
        },
      },
      options: preflight(['https://app.example.com'], 'GET,OPTIONS'),
    },
  },
  components: {
    schemas: {
      User: {
        type: 'object',
        properties: {
          name: { type: 'string', maxLength: 20 },
          friend: { $ref: '#/components/schemas/User' },
        },
        required: ['name'],
      },
    },
    securitySchemes: {
      api_key: { type: 'apiKey', name: 'x-api-key', in: 'header' },
      bearer: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'custom',
        'x-amazon-apigateway-authorizer': {
          type: 'request',
          authorizerUri: invocation('${authorizer_arn}'),
          identitySource: 'method.request.header.Authorization, method.request.header.x-shop',
          authorizerResultTtlInSeconds: 60,
        },
      },
    },
  },
};

export function lambda(arn: string, more: JsonObject = {}): JsonObject {
  return { type: 'aws_proxy', httpMethod: 'POST', uri: invocation(arn), ...more };
}

function invocation(arn: string): string {
  return `arn:$\${AWS::Partition}:apigateway:$\${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations`;
}

/** As `apigen` writes it: of several origins a template chooses. */
export function preflight(origins: readonly string[], methods: string, credentials = false): JsonObject {
  const tests = origins.map((origin) =>
    origin.includes('://*.')
      ? `($origin.endsWith("${origin.split('*')[1]!}") && $origin.matches("https://[a-z0-9_-]+([.][a-z0-9_-]+)*(:[0-9]+)?"))`
      : `$origin == "${origin}"`,
  );
  const template = `#set($origin = $input.params("Origin"))
#if($origin == "")#set($origin = $input.params("origin"))#end
#if(${tests.join(' || ')})
#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
#end
`;
  const header = 'method.response.header.';
  return {
    responses: { 200: { description: '' } },
    security: [],
    'x-amazon-apigateway-integration': {
      type: 'mock',
      requestTemplates: { 'application/json': '{"statusCode":200}' },
      responses: {
        default: {
          statusCode: '200',
          responseParameters: {
            [`${header}Access-Control-Allow-Origin`]: `'${origins[0]!}'`,
            [`${header}Access-Control-Allow-Methods`]: `'${methods}'`,
            [`${header}Access-Control-Allow-Headers`]: "'Authorization,Content-Type'",
            ...(credentials ? { [`${header}Access-Control-Allow-Credentials`]: "'true'" } : {}),
            ...(origins.length > 1 ? { [`${header}Vary`]: "'Origin'" } : {}),
          },
          ...(origins.length > 1 ? { responseTemplates: { 'application/json': template } } : {}),
        },
      },
    },
  };
}

/** A copy with other members, by the path to each: `paths./users.post.security`. Undefined removes it. */
export function withMembers<Document>(
  document: Document,
  members: Readonly<Record<string, unknown>>,
): Document {
  const copy = structuredClone(document) as Record<string, unknown>;
  for (const [path, value] of Object.entries(members)) {
    const steps = path.split(' ');
    const last = steps.pop()!;
    const owner = steps.reduce<Record<string, unknown>>(
      (at, step) => (at[step] ??= {}) as Record<string, unknown>,
      copy,
    );
    if (value === undefined) delete owner[last];
    else owner[last] = value;
  }
  return copy as Document;
}
