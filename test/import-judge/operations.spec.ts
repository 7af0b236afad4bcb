import {
  FILE,
  ORDER,
  ORDERS,
  PREFLIGHT,
  RATES,
  SCHEMES,
  testJudge,
  testSilence,
  USER_GET,
  USER_PUT,
  type JudgedFault,
} from '../support/test-judge.js';
import { VALID_IMPORT } from '../support/valid-import.js';

const AT = 'x-amazon-apigateway-';
const path = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
const query = (fields: object): object[] => [{ name: 'q', in: 'query', ...fields }];
const PARAMETER = 'Parameter name should match the following regular expression';
const named = { 'application/json': { schema: { $ref: '#/components/schemas/User' } } };

testJudge('operations', [
  ['broken', 'No integration defined for method', [...ORDER, `${AT}integration`], undefined],
  ['dropped', 'callbacks', [...ORDER, 'callbacks'], {}],
  ['dropped', 'servers', [...ORDER, 'servers'], []],
  [
    'rejected',
    'Invalid Request Validator identifier specified: none',
    [...ORDER, `${AT}request-validator`],
    'none',
  ],
  ['dropped', 'the status default', [...ORDER, 'responses', 'default'], { description: '' }],
  ['rejected', 'pattern: [1-5]\\d\\d: 99', [...ORDER, 'responses', '99'], { description: '' }],
  ['rejected', 'pattern: [1-5]\\d\\d: 700', [...ORDER, 'responses', '700'], { description: '' }],
  ['dropped', 'the status 4XX', [...ORDER, 'responses', '4XX'], { description: '' }],
  [
    'dropped',
    'only models are referred to',
    [...ORDER, 'responses', '404'],
    { $ref: '#/components/responses/No' },
  ],
  ['dropped', 'links of 201', [...ORDER, 'responses', '201', 'links'], {}],
]);

testJudge('parameters', [
  [
    'rejected',
    'Parameter names must be unique',
    [...USER_GET, 'parameters'],
    [path, { ...path, in: 'query' }],
  ],
  ['rejected', PARAMETER, [...ORDERS, 'parameters'], query({ name: 'filter[a]' })],
  ['rejected', PARAMETER, [...ORDERS, 'parameters'], query({ name: 'ü' })],
  ['dropped', 'the parameter q in cookie', [...ORDERS, 'parameters'], query({ in: 'cookie' })],
  ['dropped', 'style of the parameter q', [...ORDERS, 'parameters'], query({ style: 'form' })],
  ['dropped', 'content of the parameter q', [...ORDERS, 'parameters'], query({ content: {} })],
  ['dropped', 'the type "array"', [...ORDERS, 'parameters'], query({ schema: { type: 'array' } })],
  [
    'dropped',
    'enum in the schema',
    [...ORDERS, 'parameters'],
    query({ schema: { type: 'string', enum: ['a'] } }),
  ],
  [
    'dropped',
    'only models are referred to',
    [...ORDERS, 'parameters'],
    [{ $ref: '#/components/parameters/Q' }],
  ],
  ['broken', 'the path variable key is declared', [...FILE, 'parameters'], undefined],
  [
    'broken',
    'the path variable id is declared',
    [...PREFLIGHT, 'parameters'],
    [{ ...path, required: false }],
  ],
  ['broken', 'the path has no variable id', [...ORDERS, 'parameters'], [path]],
  ['broken', 'the path variable key is declared', [...FILE, 'parameters'], [{ ...path, name: 'key+' }]],
]);

testJudge('bodies', [
  ['dropped', 'the model for text/plain', [...ORDER, 'requestBody', 'content'], { 'text/plain': named }],
  [
    'warned',
    "Unsupported model type 'StringSchema' in 201 response to method 'POST /orders'. Ignoring.",
    [...ORDER, 'responses', '201', 'content'],
    { 'application/json': { schema: { type: 'string' } } },
  ],
  [
    'warned',
    "Unsupported model type 'ArraySchema' in request",
    [...ORDER, 'requestBody', 'content'],
    { 'application/json': { schema: { type: 'array', items: {} } } },
  ],
  [
    'broken',
    'a schema without a name',
    [...ORDER, 'requestBody', 'content'],
    { 'application/json': { schema: { type: 'object' } } },
  ],
  [
    'warned',
    "Reference to model 'Nobody' not found. Ignoring.",
    [...ORDER, 'requestBody', 'content', 'application/json', 'schema'],
    { $ref: '#/components/schemas/Nobody' },
  ],
  [
    'rejected',
    'Model reference must be in canonical form',
    [...ORDER, 'requestBody', 'content', 'application/json', 'schema'],
    { $ref: 'user.json#/User' },
  ],
  [
    'rejected',
    'keywords beside $ref',
    [...ORDER, 'requestBody', 'content', 'application/json', 'schema'],
    { $ref: '#/components/schemas/User', description: 'x' },
  ],
  ['dropped', 'example of the body', [...ORDER, 'requestBody', 'content', 'application/json', 'example'], {}],
  [
    'rejected',
    PARAMETER,
    [...ORDER, 'responses', '201', 'headers'],
    { 'x y': { schema: { type: 'string' } } },
  ],
  [
    'dropped',
    'the schema of the header A',
    [...ORDER, 'responses', '201', 'headers'],
    { A: { schema: { type: 'array' } } },
  ],
]);

const SECURITY = [...ORDER, 'security'];
testJudge('security', [
  ['rejected', 'security is a list', SECURITY, {}],
  ['broken', 'no scheme nobody, so nothing guards', SECURITY, [{ nobody: [] }]],
  ['broken', 'no scheme constructor, so nothing guards', SECURITY, [{ constructor: [] }]],
  ['dropped', 'scopes of token, which is no user pool', SECURITY, [{ token: ['a'] }]],
  ['rejected', 'the scopes of token are a list', SECURITY, [{ token: 'a' }]],
  ['broken', 'one authorizer for each method', SECURITY, [{ token: [] }, { pool: [] }]],
  ['broken', 'a browser sends no credentials', [...PREFLIGHT, 'security'], [{ token: [] }]],
  ['broken', 'a browser sends no credentials', [...PREFLIGHT, 'security'], [{ key: [] }]],
]);

testJudge('API keys that a function hands over', [
  [
    'broken',
    'no function hands over the API key',
    [],
    {
      ...VALID_IMPORT,
      [`${AT}api-key-source`]: 'AUTHORIZER',
      paths: { '/orders': { post: { ...VALID_IMPORT.paths['/orders'].post, security: [{ key: [] }] } } },
    },
  ],
]);

const authorizer = (name: string, field: string): readonly string[] => [
  ...SCHEMES,
  name,
  `${AT}authorizer`,
  field,
];
const UNSUPPORTED = "Unsupported security definition type 'http' for 'token'. Ignoring.";

testJudge('security schemes', [
  ['warned', UNSUPPORTED, [...SCHEMES, 'token', 'type'], 'http'],
  ['rejected', 'a scheme names a header', [...SCHEMES, 'token', 'in'], 'cookie'],
  ['rejected', 'a scheme names a header', [...SCHEMES, 'token', 'name'], undefined],
  ['rejected', 'authtype is reserved', [...SCHEMES, 'token', `${AT}authtype`], 'awsCustom'],
  ['rejected', 'authtype is a text', [...SCHEMES, 'token', `${AT}authtype`], {}],
  ['broken', 'the scheme guards nothing', [...SCHEMES, 'iam', `${AT}authtype`], undefined],
  ['rejected', 'no authorizer of a REST API: jwt', authorizer('token', 'type'), 'jwt'],
  ['dropped', 'identitySource of a token', authorizer('token', 'identitySource'), 'context.stage'],
  ['dropped', 'jwtConfiguration of a request', authorizer('request', 'jwtConfiguration'), {}],
  [
    'dropped',
    'identityValidationExpression of a request',
    authorizer('request', 'identityValidationExpression'),
    'a',
  ],
  [
    'dropped',
    'authorizerResultTtlInSeconds of a cognito',
    authorizer('pool', 'authorizerResultTtlInSeconds'),
    1,
  ],
  ['rejected', 'Invalid ARN specified', authorizer('token', 'authorizerUri'), 'auth'],
  ['rejected', 'Invalid ARN specified', authorizer('token', 'authorizerUri'), undefined],
  [
    'rejected',
    'AWS ARN for integration must contain path or action',
    authorizer('token', 'authorizerUri'),
    'arn:aws:lambda:eu-west-1:111122223333:function:auth',
  ],
  ['rejected', 'Invalid ARN specified', authorizer('token', 'authorizerCredentials'), 'gateway'],
  ['rejected', 'an integer of 0 to 3600', authorizer('token', 'authorizerResultTtlInSeconds'), 3601],
  ['broken', 'is no regular expression', authorizer('token', 'identityValidationExpression'), '['],
  ['rejected', 'providerARNs are ARNs', authorizer('pool', 'providerARNs'), []],
  ['rejected', 'providerARNs are ARNs', authorizer('pool', 'providerARNs'), ['eu-west-1_ABC']],
  ['rejected', 'has an identity source', authorizer('request', 'identitySource'), undefined],
  [
    'rejected',
    'no identity source: method.request.path.id',
    authorizer('request', 'identitySource'),
    'method.request.path.id',
  ],
  ['broken', 'no name of the context: nothing', authorizer('request', 'identitySource'), 'context.nothing'],
  ...['X Token', 'filter[a]', 'ü'].flatMap((name): JudgedFault[] => [
    [
      'rejected',
      `no identity source: method.request.header.${name}`,
      authorizer('request', 'identitySource'),
      `method.request.header.${name}`,
    ],
    ['rejected', `no identity source: method.request.header.${name}`, [...SCHEMES, 'token', 'name'], name],
    ['rejected', `no identity source: method.request.header.${name}`, [...SCHEMES, 'pool', 'name'], name],
  ]),
  [
    'broken',
    'Invalid ARN specified',
    authorizer('token', 'authorizerUri'),
    'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:account:function:f/invocations',
  ],
  ['broken', 'Invalid ARN specified', authorizer('token', 'authorizerCredentials'), 'arn:aws:iam::a:role'],
]);

const answer = ['responses', 'default', 'responseParameters'];
const header = (name: string): readonly string[] => [
  ...PREFLIGHT,
  `${AT}integration`,
  ...answer,
  `method.response.header.Access-Control-Allow-${name}`,
];

testJudge('CORS', [
  [
    'broken',
    'a preflight is text on both sides',
    [...PREFLIGHT, `${AT}integration`, 'contentHandling'],
    undefined,
  ],
  ['broken', 'a preflight is a mock', [...PREFLIGHT, `${AT}integration`, 'type'], 'http'],
  ['broken', 'a preflight answers Access-Control-Allow-origin', header('Origin'), undefined],
  ['broken', 'one origin stands in', header('Origin'), "'https://a.example.com,https://b.example.com'"],
  ['broken', 'a preflight does not allow put', header('Methods'), "'GET'"],
  ['broken', 'credentials are true or unsaid', header('Credentials'), "'false'"],
  [
    'broken',
    'credentials do not go with *',
    [...PREFLIGHT, `${AT}integration`, ...answer],
    {
      'method.response.header.Access-Control-Allow-Origin': "'*'",
      'method.response.header.Access-Control-Allow-Credentials': "'true'",
    },
  ],
  [
    'broken',
    'a number of seconds',
    [...PREFLIGHT, `${AT}integration`, ...answer, 'method.response.header.Access-Control-Max-Age'],
    "'soon'",
  ],
  ['broken', 'browsers cannot read the answer', [...USER_PUT, `${AT}integration`, ...answer], {}],
]);

testSilence('operations', [
  ['no responses', [...ORDER, 'responses'], {}],
  ['no responses at all', [...ORDER, 'responses'], undefined],
  ['no security, which is none', SECURITY, undefined],
  ['a path variable that is not declared', [...PREFLIGHT, 'parameters'], undefined],
  ['a request authorizer under any name of its scheme', [...SCHEMES, 'request', 'name'], 'X-Api-Key'],
  ['a request authorizer in the query', [...SCHEMES, 'request', 'in'], 'query'],
  ['a source that is the empty text', authorizer('token', 'identitySource'), ''],
  ['credentials that are the empty text', authorizer('token', 'authorizerCredentials'), ''],
  [
    'an OPTIONS handler of its own, guarded',
    [...PREFLIGHT, 'security'],
    [{ token: [] }],
    { ownOptions: new Set(['/users/{id}']) },
  ],
  ['an operation that IAM guards by its own extension', [...USER_PUT, `${AT}auth`], { type: 'aws_iam' }],
  [
    'an authorizer that is not cached and has no source',
    [...SCHEMES, 'other'],
    {
      ...VALID_IMPORT.components.securitySchemes.request,
      name: 'Unused',
      [`${AT}authorizer`]: {
        type: 'request',
        authorizerUri: `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:\${stageVariables.authorizer}/invocations`,
        authorizerResultTtlInSeconds: 0,
      },
    },
  ],
  ['an operation on every method', [...RATES, 'responses', '404'], { description: '' }],
]);
