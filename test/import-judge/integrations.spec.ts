import {
  FILE,
  ofIntegration,
  ORDER,
  ORDERS,
  RATES,
  testJudge,
  testSilence,
  type JudgedFault,
  USER_GET,
  USER_PUT,
} from '../support/test-judge.js';
import { VALID_IMPORT } from '../support/valid-import.js';

const ARN = 'Invalid ARN specified in the request';
const invocation = (version: string, arn: string, verb: string): string =>
  `arn:aws:apigateway:eu-west-1:lambda:path/${version}/functions/${arn}/${verb}`;
const FUNCTION = 'arn:aws:lambda:eu-west-1:111122223333:function:f';
const of = ofIntegration;
const order = (field: string): readonly string[] => of(ORDER, field);
const rates = (...steps: string[]): readonly string[] => of(RATES, ...steps);
const integrationOf = (path: '/orders' | '/files/{key+}', method: string): object =>
  (VALID_IMPORT.paths[path] as Record<string, object>)[method]!;
const integration = (path: '/orders' | '/files/{key+}', method: string): object =>
  (integrationOf(path, method) as Record<string, object>)['x-amazon-apigateway-integration']!;

testJudge('integrations', [
  ['rejected', 'a malformed integration at path /orders.', of(ORDER), {}],
  ['rejected', 'a malformed integration at path /orders.', of(ORDER), { $ref: '#/components/x' }],
  ['rejected', 'a malformed integration at path /orders.', order('type'), { Ref: 'Type' }],
  ['rejected', '[HTTP, MOCK, AWS_PROXY, HTTP_PROXY, AWS], and not lambda', order('type'), 'lambda'],
  ['rejected', 'enum value set', order('type'), 'Aws'],
  ['dropped', 'no field of a REST integration: payloadFormatVersion', order('payloadFormatVersion'), '1.0'],
  [
    'dropped',
    'no field of a REST integration: integrationSubtype',
    order('integrationSubtype'),
    'SQS-SendMessage',
  ],
  ['rejected', 'Enumeration value for HttpMethod must be non-empty', order('httpMethod'), undefined],
  ['rejected', 'Invalid HttpMethod specified.', order('httpMethod'), 'post'],
  ['rejected', ARN, of(USER_PUT, 'credentials'), 'gateway'],
  ['rejected', ARN, of(USER_PUT, 'credentials'), 'arn:aws:iam::1:role/gateway'],
  ['rejected', 'AWS_IAM Auth type is required', of(USER_PUT, 'credentials'), 'arn:aws:iam::*:user/*'],
  ['broken', 'with the rights of a role', of(USER_PUT, 'credentials'), undefined],
  ['rejected', 'no content handling', of(USER_PUT, 'contentHandling'), 'TEXT'],
  ['rejected', 'a timeout of 50 to 29000 ms', order('timeoutInMillis'), 49],
  ['rejected', 'a timeout of 50 to 29000 ms', order('timeoutInMillis'), 29_001],
  ['rejected', 'a timeout of 50 to 29000 ms', order('timeoutInMillis'), '5000'],
  ['rejected', 'BUFFERED or STREAM', order('responseTransferMode'), 'CHUNKED'],
  ['rejected', 'a proxy alone streams', of(USER_PUT, 'responseTransferMode'), 'STREAM'],
  ['rejected', 'no connection type', of(ORDERS, 'connectionType'), 'VPC'],
  ['rejected', 'a VPC link has an id', of(ORDERS, 'connectionId'), undefined],
  [
    'rejected',
    'a VPC link leads to an HTTP backend',
    of(ORDER),
    {
      ...integration('/orders', 'post'),
      connectionType: 'VPC_LINK',
      connectionId: 'abc',
    },
  ],
  ['dropped', 'connectionId without VPC_LINK', rates('connectionId'), 'abc'],
  ['rejected', 'integrationTarget is the ARN', of(ORDERS, 'integrationTarget'), 'alb'],
  [
    'rejected',
    'insecureSkipVerification is a boolean',
    of(ORDERS, 'tlsConfig', 'insecureSkipVerification'),
    'yes',
  ],
  ['dropped', 'tlsConfig.serverNameToVerify', of(ORDERS, 'tlsConfig', 'serverNameToVerify'), 'x'],
  ['dropped', 'tlsConfig of no HTTP backend', order('tlsConfig'), {}],
  [
    'rejected',
    'Invalid cache key parameter specified',
    rates('cacheKeyParameters'),
    ['method.request.querystring.q'],
  ],
  [
    'rejected',
    'Invalid cache key parameter specified',
    rates('cacheKeyParameters'),
    'method.request.querystring.currency',
  ],
  ['rejected', 'cacheNamespace is a text', rates('cacheNamespace'), 1],
]);

testJudge('uris', [
  ['rejected', ARN, order('uri'), undefined],
  ['rejected', ARN, order('uri'), '${function_arn}'],
  ['rejected', ARN, order('uri'), 'https://example.com'],
  [
    'rejected',
    ARN,
    order('uri'),
    `arn:aws-uk:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`,
  ],
  [
    'rejected',
    ARN,
    order('uri'),
    `arn:aws:apigateway:europe:lambda:path/2015-03-31/functions/${FUNCTION}/invocations`,
  ],
  ['rejected', `${ARN}: my-function`, order('uri'), invocation('2015-03-31', 'my-function', 'invocations')],
  ['rejected', 'AWS ARN for integration must contain path or action', order('uri'), FUNCTION],
  [
    'rejected',
    'AWS ARN for integration must contain path or action',
    of(USER_PUT, 'uri'),
    'arn:aws:apigateway:eu-west-1:dynamodb',
  ],
  ['rejected', "Integrations of type 'AWS_PROXY'", order('uri'), 'arn:aws:apigateway:eu-west-1:sqs:path/1/q'],
  ...[
    'lambda:path/functions/f',
    `lambda:path/random/value/${FUNCTION}/invocations`,
    `lambda:action/Invoke`,
  ].map((target): JudgedFault => [
    'rejected',
    "Integrations of type 'AWS_PROXY' currently only supports Lambda",
    order('uri'),
    `arn:aws:apigateway:eu-west-1:${target}`,
  ]),
  ...[
    's3:path/files/a',
    'dynamodb:action/PutItem',
    `firehose:path/2015-03-31/functions/${FUNCTION}/invocations`,
    'firehose:action/PutRecord',
  ].map((target): JudgedFault => [
    'rejected',
    "Integrations of type 'AWS_PROXY' currently only supports Lambda",
    order('uri'),
    `arn:aws:apigateway:eu-west-1:${target}`,
  ]),
  [
    'broken',
    'no invocation of a function',
    of(USER_GET, 'uri'),
    'arn:aws:apigateway:eu-west-1:lambda:path/f',
  ],
  [
    'rejected',
    ARN,
    order('uri'),
    invocation('2015-03-31', FUNCTION, 'invocations').replaceAll('eu-west-1', 'eu-west-9'),
  ],
  [
    'rejected',
    'no region of its partition',
    order('uri'),
    invocation('2015-03-31', FUNCTION, 'invocations').replaceAll('eu-west-1', 'cn-north-1'),
  ],
  ['broken', 'a function is invoked with POST', of(USER_GET, 'httpMethod'), 'GET'],
  [
    'broken',
    'a function streams by',
    order('uri'),
    invocation('2021-11-15', FUNCTION, 'response-streaming-invocations'),
  ],
  ['broken', 'a function streams by', order('responseTransferMode'), 'STREAM'],
  ['broken', 'dynamodb takes actions with POST', of(USER_PUT, 'httpMethod'), 'GET'],
  ['rejected', 'Invalid HTTP endpoint specified for URI', rates('uri'), 'rates.example.com/{currency}'],
  [
    'rejected',
    'Invalid HTTP endpoint specified for URI',
    rates('uri'),
    'https://rates.example.com:8/{currency}',
  ],
  ['rejected', 'Invalid HTTP endpoint specified for URI', rates('uri'), 'https://rates.example.com/a b'],
  ['rejected', 'Invalid HTTP endpoint specified for URI', rates('uri'), 'https:///x'],
  [
    'rejected',
    'Invalid HTTP endpoint specified for URI',
    rates('uri'),
    'https://rates.example.com/{currency',
  ],
  ...[
    'https://h.example.com/{',
    'https://${stageVariables.host}/{currency}/{',
    'https://h.example.com/{}',
    'https://{currency}/rates',
    'https://{currency}.example.com/rates',
    'http://backend/{currency}',
  ].map((uri): JudgedFault => [
    'rejected',
    `Invalid HTTP endpoint specified for URI: ${uri}`,
    rates('uri'),
    uri,
  ]),
  ['broken', 'a private address is reached', rates('uri'), 'http://localhost:3000/{currency}'],
  ['broken', 'a private address is reached', rates('uri'), 'http://10.0.0.1/{currency}'],
  [
    'broken',
    'a greedy variable is written without its plus',
    of(FILE, 'uri'),
    'arn:aws:apigateway:eu-west-1:s3:path/b/{key+}',
  ],
  ['broken', 'nothing fills {currency}', rates('requestParameters'), {}],
  ['dropped', 'the uri has no {currency}', rates('uri'), 'https://rates.example.com/'],
]);

const HEADER = 'integration.request.header.X-Fixed';
const value = (text: unknown): readonly [readonly string[], unknown] => [
  rates('requestParameters', HEADER),
  text,
];
const key = (name: string): readonly [readonly string[], unknown] => [
  rates('requestParameters', name),
  "'x'",
];
const INVALID = 'Invalid mapping expression specified';

testJudge('mappings of the request', [
  ['rejected', `${INVALID}: integration.request.header.a b`, ...key('integration.request.header.a b')],
  [
    'rejected',
    `${INVALID}: integration.request.querystring.filter[a]`,
    ...key('integration.request.querystring.filter[a]'),
  ],
  ['rejected', `${INVALID}: integration.request.body.x`, ...key('integration.request.body.x')],
  ['rejected', `${INVALID}: Validation Result`, ...value('application/json')],
  ['rejected', `${INVALID}: Validation Result`, ...value('true')],
  ['rejected', `${INVALID}: Validation Result`, ...value("'it's'")],
  ['rejected', `${INVALID}: Validation Result`, ...value('$context.requestId')],
  ['rejected', `${INVALID}: Validation Result`, ...value('method.request.cookie.sid')],
  ['rejected', `parameter specified: method.request.header.X-None`, ...value('method.request.header.X-None')],
  [
    'rejected',
    `parameter specified: method.request.querystring.X-Tenant`,
    ...value('method.request.querystring.X-Tenant'),
  ],
  [
    'rejected',
    `parameter specified: method.request.header.x-tenant`,
    ...value('method.request.header.x-tenant'),
  ],
  ['warned', "Expected type string for property 'integration.request.header.X-Fixed'", ...value(true)],
  ['broken', 'no name of the context: requestID', ...value('context.requestID')],
  [
    'broken',
    'no authorizer fills context.authorizer.principalId',
    ...value('context.authorizer.principalId'),
  ],
  ...['Connection', 'Expect', 'Proxy-Authenticate', 'TE', 'Via'].map((name): JudgedFault => [
    'dropped',
    `${name.toLowerCase()} of an HTTP backend`,
    ...key(`integration.request.header.${name}`),
  ]),
  ...['Content-MD5', 'Max-Forwards', 'Trailer'].map((name): JudgedFault => [
    'broken',
    `${name.toLowerCase()} is removed before a mapping reads it`,
    ...value(`method.request.header.${name}`),
  ]),
  ['broken', 'setting content-length answers 500', ...key('integration.request.header.Content-Length')],
  [
    'broken',
    'setting authorization answers 500',
    of(USER_PUT, 'requestParameters'),
    { 'integration.request.header.Authorization': "'x'" },
  ],
  [
    'broken',
    'one content type',
    of(USER_PUT, 'requestParameters'),
    {
      'integration.request.header.Content-Type': "'application/json'",
      'integration.request.header.content-type': "'application/json'",
    },
  ],
  [
    'dropped',
    'the mapping of a Lambda proxy',
    order('requestParameters'),
    { 'integration.request.header.X': "'x'" },
  ],
]);

testJudge('passthrough', [
  ['rejected', 'no passthrough behavior: sometimes', of(USER_PUT, 'passthroughBehavior'), 'sometimes'],
  ['broken', 'a caller can send the service', of(USER_PUT, 'passthroughBehavior'), 'when_no_match'],
  ['broken', 'a caller can send the service', of(USER_PUT, 'passthroughBehavior'), undefined],
  ['broken', 'every call is answered 415', of(FILE, 'passthroughBehavior'), 'never'],
  ['dropped', 'the request template of a proxy', order('requestTemplates'), { 'application/json': '{}' }],
  ['rejected', 'Invalid content type specified: 123', of(USER_PUT, 'requestTemplates'), { 123: '{}' }],
  [
    'warned',
    "Invalid format for 'requestTemplates'",
    of(USER_PUT, 'requestTemplates', 'application/json'),
    { TableName: 't' },
  ],
  [
    'rejected',
    'more than 300 KB',
    of(USER_PUT, 'requestTemplates', 'application/json'),
    'x'.repeat(300 * 1024 + 1),
  ],
  [
    'broken',
    'a mock answers 500',
    of(['paths', '/users/{id}', 'options'], 'requestTemplates', 'application/json'),
    '{}',
  ],
]);

const BINARY = ['x-amazon-apigateway-binary-media-types'];
testJudge('binary bodies', [
  ['broken', 'a template cannot read a binary body', BINARY, ['*/*']],
  ['broken', 'an answer that is a text is decoded', BINARY, ['*/*']],
  [
    'broken',
    'is base64, and no JSON',
    [],
    {
      ...VALID_IMPORT,
      [BINARY[0]!]: ['application/json'],
      paths: {
        '/x': {
          post: {
            responses: { 200: { description: '' } },
            security: [],
            'x-amazon-apigateway-integration': {
              type: 'http',
              httpMethod: 'POST',
              uri: 'https://example.com',
              contentHandling: 'CONVERT_TO_TEXT',
              requestTemplates: { 'application/json': '{"a":$input.json(\'$.a\')}' },
              responses: { default: { statusCode: '200' } },
            },
          },
        },
      },
    },
  ],
]);

const answers = (...steps: string[]): readonly string[] => rates('responses', ...steps);
const mapped = (name: string, text: unknown): readonly [readonly string[], unknown] => [
  answers('default', 'responseParameters', name),
  text,
];
testJudge('integration responses', [
  ['broken', 'the responses of a proxy', order('responses'), {}],
  ['broken', 'what no pattern matches answers 500', answers(), { '2\\d{2}': { statusCode: '200' } }],
  ['dropped', 'one of two integration responses for 200', answers('4\\d{2}'), { statusCode: 200 }],
  ['rejected', 'no regular expression: [', answers('['), { statusCode: '200' }],
  ['rejected', 'no regular expression: {"code":404.*', answers('{"code":404.*'), { statusCode: '200' }],
  ...['[^]+x', '\\u{61}', '[a[b]', '\\y', 'a\\', '(?<=a+)b', '(?<a_b>c)'].map((pattern): JudgedFault => [
    'rejected',
    `no regular expression: ${pattern}`,
    answers(pattern),
    { statusCode: '400' },
  ]),
  ['broken', 'an empty pattern is a default', answers(''), { statusCode: '400' }],
  ...[99, 700, '4XX', undefined].map((statusCode): JudgedFault => [
    'rejected',
    `pattern: [1-5]\\d\\d: ${statusCode}`,
    answers('4\\d{2}'),
    { statusCode },
  ]),
  ['rejected', 'no content handling', answers('default', 'contentHandling'), 'CONVERT'],
  ['dropped', 'no field of an integration response: headers', answers('default', 'headers'), {}],
  [
    'broken',
    "a service's fault is answered as a success: 500, 503",
    of(USER_PUT, 'responses', '5\\d{2}'),
    undefined,
  ],
  [
    'rejected',
    'parameter specified: method.response.header.X-None',
    ...mapped('method.response.header.X-None', "'x'"),
  ],
  ['rejected', 'expression specified: method.response.body', ...mapped('method.response.body', "'x'")],
  ['rejected', 'expression specified: 1', ...mapped('method.response.header.X-Total', '1')],
  [
    'rejected',
    'expression specified: method.request.header.X-Tenant',
    ...mapped('method.response.header.X-Total', 'method.request.header.X-Tenant'),
  ],
  ['warned', "Invalid format for 'responseParameters'", ...mapped('method.response.header.X-Total', 1)],
  [
    'broken',
    'no name of the context: requestID',
    ...mapped('method.response.header.X-Total', 'context.requestID'),
  ],
  ...['Server', 'Content-Length', 'Content-MD5', 'www-authenticate'].map((name): JudgedFault => [
    'broken',
    `the header ${name} reaches no client`,
    ...mapped(`method.response.header.${name}`, "'x'"),
  ]),
  [
    'rejected',
    'Invalid content type specified: json',
    answers('default', 'responseTemplates'),
    { json: '{}' },
  ],
  [
    'warned',
    "Invalid format for 'responseTemplates'",
    answers('default', 'responseTemplates'),
    { 'application/json': {} },
  ],
  [
    'rejected',
    'more than 300 KB',
    answers('default', 'responseTemplates'),
    { 'text/plain': 'x'.repeat(300 * 1024 + 1) },
  ],
]);

testSilence('integrations', [
  ['a status that the operation does not declare', answers('404'), { statusCode: '404' }],
  ...['[^\\n]+x', '[]a]+', '[a[b]]', '\\p{Alpha}+', '\\Q{\\E', '(?<=a{1,3})b'].map(
    (pattern): readonly [string, readonly string[], unknown] => [
      `the pattern ${pattern}`,
      answers(pattern),
      { statusCode: '404' },
    ],
  ),
  ['a host behind a VPC link', of(ORDERS, 'uri'), 'http://backend/orders'],
  ['a host of a stage variable', rates('uri'), 'https://${stageVariables.host}/{currency}'],
  ['the caller as credentials of a method that IAM guards', of(FILE, 'credentials'), 'arn:aws:iam::*:user/*'],
  ['a raised timeout', order('timeoutInMillis'), 60_000, { limits: { timeout: 60_000 } }],
  [
    'a function that streams',
    of(ORDER),
    {
      ...integration('/orders', 'post'),
      uri: invocation('2021-11-15', `${FUNCTION}:live`, 'response-streaming-invocations'),
      responseTransferMode: 'STREAM',
      timeoutInMillis: 900_000,
    },
  ],
  [
    'a function behind a stage variable',
    order('uri'),
    invocation('2015-03-31', FUNCTION.replace(/f$/, '${stageVariables.f}'), 'invocations'),
  ],
  [
    'a mapped header that a proxy of HTTP adds',
    of(ORDERS, 'requestParameters'),
    { 'integration.request.header.X-Copy': 'method.request.querystring.page.size' },
  ],
  [
    'a mock whose one status has its pattern',
    of(RATES),
    {
      type: 'mock',
      requestTemplates: { 'application/json': '{"statusCode":204}' },
      responses: { '2\\d{2}': { statusCode: '200' } },
    },
  ],
  [
    'a backend of a mock, which calls none',
    of(['paths', '/users/{id}', 'options'], 'uri'),
    'https://example.com',
  ],
  ['a status as a number', answers('default', 'statusCode'), 200],
  [
    'a template of nothing',
    answers('default', 'responseTemplates'),
    { 'application/json': null, 'text/plain': '' },
  ],
]);
