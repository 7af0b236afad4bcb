import { Get, Post, type Type } from '@nestjs/common';
import {
  ApiBody,
  ApiCallbacks,
  ApiConsumes,
  ApiExtraModels,
  ApiHeader,
  ApiProperty,
  ApiQuery,
  ApiResponse,
  DocumentBuilder,
  getSchemaPath,
} from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsAuthorizer,
  AwsCors,
  AwsHttp,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsSqs,
  CognitoAuthorizer,
  fromContext,
  fromQuery,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { compileControllers, CONFIG, type TestApp } from './support/create-app.js';
import { judgeImport } from './support/import-judge/judge-import.js';
import { makeRoute } from './support/make-route.js';
import { plausibleValue } from './support/plausible-value.js';
import { ANSWERED } from './support/test-rule.js';
import { AS_WRITTEN, listPlaceholders, writeTree } from '../lib/values/deploy-tree.js';

/** The code that tells of a fault, or that there is nothing left to tell. */
type Expected = string | { readonly madeRight: true };
interface App extends Pick<TestApp, 'config'> {
  readonly options?: AwsGatewayOptions;
}
type FaultRow = readonly [fault: string, Expected, readonly Type[], App?];

const RIGHT = { madeRight: true } as const;
const EXTENSION = 'x-amazon-apigateway-';

class UserDto {
  @ApiProperty({ nullable: true, example: 'x', format: 'email' }) name!: string;
}
class Page_User_ {
  @ApiProperty({ type: [UserDto], default: [], deprecated: true }) items!: UserDto[];
}

const on = (...decorators: MethodDecorator[]): readonly Type[] => [makeRoute(decorators)];
const at = (path: string, verb = Get): Type => makeRoute([], { path, verb });
/** Answered by a function of its own, which reads the variables of the path. */
const own = (path: string): Type => makeRoute([AwsLambda('${own_function_arn}')], { path });
const config = (build: (builder: DocumentBuilder) => DocumentBuilder): App => ({
  config: build(new DocumentBuilder().setTitle('Test').setVersion('1.0')).build(),
});
const given = (options: object): App => ({ options: { ...ANSWERED, ...options } as AwsGatewayOptions });
const JSON_TYPE = 'application/json';
const STATEMENT = {
  Effect: 'Allow',
  Principal: '*',
  Action: 'execute-api:Invoke',
  Resource: 'execute-api:/*',
};
const INVOCATION =
  'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations';
const SERVICE = {
  type: 'aws',
  httpMethod: 'POST',
  uri: 'arn:aws:apigateway:eu-west-1:sqs:path/111122223333/jobs',
  credentials: 'arn:aws:iam::111122223333:role/gateway',
  passthroughBehavior: 'never',
  requestTemplates: { [JSON_TYPE]: 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)' },
  responses: {
    default: { statusCode: '200' },
    '4\\d{2}': { statusCode: '400' },
    '5\\d{2}': { statusCode: '500' },
  },
};
const HTTP = {
  type: 'http',
  httpMethod: 'GET',
  uri: 'https://example.com',
  responses: { default: { statusCode: '200' } },
};
const MOCK = {
  type: 'mock',
  requestTemplates: { [JSON_TYPE]: '{"statusCode":200}' },
  responses: { default: { statusCode: '200' } },
};
const raw = (object: object, fields: object = {}): readonly Type[] =>
  on(AwsIntegration({ ...object, ...fields } as unknown as Parameters<typeof AwsIntegration>[0]));
const mapped = (key: string, value: unknown): readonly Type[] =>
  raw(HTTP, { requestParameters: { [key]: value } });
const answered = (fields: object): readonly Type[] =>
  raw(HTTP, { responses: { default: { statusCode: '200', ...fields } } });
const written = (template: string): readonly Type[] =>
  answered({ responseTemplates: { [JSON_TYPE]: template } });
const guarded = (options: object): readonly Type[] =>
  on(
    AwsAuthorizer(
      new LambdaAuthorizer({ name: 'a', functionArn: '${function_arn}', ...options } as ConstructorParameters<
        typeof LambdaAuthorizer
      >[0]),
    ),
  );
const responses = (type: string, fields: object): App => given({ gatewayResponses: { [type]: fields } });
const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${function_arn}' });
const schema = (one: object): readonly Type[] => [
  makeRoute([ApiExtraModels(UserDto), ApiBody({ schema: one }), ApiResponse({ status: 200, schema: one })], {
    verb: Post,
  }),
];
const HEADER = 'integration.request.header.X-A';

/** What the judge finds in documents broken by hand, as applications make it, where no spec of a rule has the same. */
const FAULTS: readonly FaultRow[] = [
  ['a version that is not imported', RIGHT, on(), config((one) => one.setOpenAPIVersion('3.1.0'))],
  ['security at the root', RIGHT, on(), config((one) => one.addSecurityRequirements('bearer'))],
  ['two servers', RIGHT, on(), config((one) => one.addServer('/a').addServer('/b'))],
  ['a scheme that is no apiKey', RIGHT, on(), config((one) => one.addBearerAuth().addOAuth2())],
  [
    'a parameter for every operation, in a cookie',
    RIGHT,
    on(),
    config((one) => one.addGlobalParameters({ name: 's', in: 'cookie' })),
  ],
  ['a source of API keys that there is not', 'invalid-option', on(), given({ apiKeySource: 'QUERY' })],
  ['media types that are no list', 'invalid-option', on(), given({ binaryMediaTypes: '*/*' })],
  ['a compression over the most', 'invalid-option', on(), given({ minimumCompressionSize: 10_485_761 })],
  ['a policy that is a text', 'invalid-option', on(), given({ policy: '{}' })],
  [
    'a policy that is too long',
    'limit-exceeded',
    on(),
    given({ policy: { Statement: STATEMENT, Id: 'x'.repeat(8192) } }),
  ],
  ['a policy without a statement', 'invalid-option', on(), given({ policy: { Version: '2012-10-17' } })],
  ...['Effect', 'Principal', 'Action', 'Resource'].map((name): FaultRow => [
    `a statement without ${name}`,
    'invalid-option',
    on(),
    given({ policy: { Statement: [{ ...STATEMENT, [name]: undefined }] } }),
  ]),
  ['a region that there is not', 'invalid-deploy-value', on(), given({ region: 'europe' })],
  ['a partition that there is not', 'invalid-deploy-value', on(), given({ partition: 'aws-uk' })],
  [
    'a function in a region that there is not',
    'invalid-deploy-value',
    on(AwsLambda('arn:aws:lambda:eu-middle-1:111122223333:function:f')),
  ],
  [
    'a function in a partition that there is not',
    'invalid-deploy-value',
    on(AwsLambda('arn:aws-uk:lambda:eu-west-1:111122223333:function:f')),
  ],
  [
    'a TLS policy that there is not',
    'invalid-extension',
    on(),
    config((one) => one.addExtension(`${EXTENSION}security-policy`, 'TLS_1_1')),
  ],
  [
    'a TLS policy without its access mode',
    'invalid-extension',
    on(),
    config((one) => one.addExtension(`${EXTENSION}security-policy`, 'SecurityPolicy_TLS13_1_3_2025_09')),
  ],
  [
    'an extension of HTTP APIs at the root',
    'overridden-extension',
    on(),
    config((one) => one.addExtension(`${EXTENSION}cors`, {})),
  ],

  ['two variables at one level', 'conflicting-path-variables', [own('a/:id'), own('a/:name/x')]],
  ['two variables that nothing reads', RIGHT, [at('a/:id'), at('a/:name/x/:id'), own('a/:key/y')]],
  ['a variable beside a wildcard', 'conflicting-path-variables', [own('a/:id'), at('a/*rest')]],
  ['a variable beside a wildcard of the application', RIGHT, [at('a/:id'), at('a/*rest')]],
  ['letters that a path cannot hold', 'unsupported-path', [at('ü')]],
  ['a slash at the end', RIGHT, [at('a/')]],
  ['too many resources', 'limit-exceeded', Array.from({ length: 300 }, (_, index) => at(`p${index}`))],

  ['a gateway response that there is not', 'invalid-option', on(), responses('TEAPOT', {})],
  ['an unknown field of a gateway response', 'invalid-option', on(), responses('THROTTLED', { headers: {} })],
  ['a status of a gateway response', 'invalid-option', on(), responses('THROTTLED', { statusCode: '4XX' })],
  [
    'a status over all of a gateway response',
    'invalid-option',
    on(),
    responses('THROTTLED', { statusCode: 700 }),
  ],
  [
    'a status below all of a gateway response',
    'invalid-option',
    on(),
    responses('THROTTLED', { statusCode: 99 }),
  ],
  [
    'an apostrophe in a gateway response',
    'invalid-mapping',
    on(),
    responses('THROTTLED', { responseParameters: { 'gatewayresponse.header.A': "'it's'" } }),
  ],
  [
    'a mapping of a gateway response',
    'invalid-mapping',
    on(),
    responses('THROTTLED', { responseParameters: { 'gatewayresponse.header.A': 'x' } }),
  ],
  [
    'VTL in a gateway response',
    'vtl-in-gateway-response',
    on(),
    responses('THROTTLED', { responseTemplates: { [JSON_TYPE]: '#set($a = 1)' } }),
  ],
  [
    'gateway responses without CORS headers',
    RIGHT,
    on(AwsMock(), AwsCors({ allowOrigins: ['*'] })),
    { options: { gatewayResponses: { THROTTLED: { statusCode: 429 } } } },
  ],

  ['statuses out of range', RIGHT, on(ApiResponse({ status: 99 }), ApiResponse({ status: 700 }))],
  ['statuses that are none', RIGHT, on(ApiResponse({ status: 'default' }), ApiResponse({ status: '4XX' }))],
  [
    'callbacks',
    RIGHT,
    on(
      ApiCallbacks({
        name: 'done',
        method: 'post',
        callbackUrl: '/x',
        requestBody: { type: UserDto },
        expectedResponse: { status: 200 },
      }),
    ),
  ],
  ['links', RIGHT, on(ApiResponse({ status: 200, links: { self: { operationId: 'x' } } }))],
  ['a name in two places', RIGHT, on(ApiQuery({ name: 'id' }))],
  [
    'a parameter name that cannot be held',
    RIGHT,
    on(ApiQuery({ name: 'filter[a]' }), ApiHeader({ name: 'ü' })),
  ],
  [
    'what import keeps nothing of',
    RIGHT,
    on(ApiQuery({ name: 'q', isArray: true, enum: ['a'], style: 'form' })),
  ],
  [
    'a header name of a response',
    RIGHT,
    on(ApiResponse({ status: 200, headers: { 'x y': { schema: { type: 'array', items: {} } } } })),
  ],
  [
    'a body that is no JSON',
    RIGHT,
    [makeRoute([ApiConsumes('multipart/form-data'), ApiBody({ type: UserDto })], { verb: Post })],
  ],
  [
    'a body without a name',
    RIGHT,
    schema({ type: 'object', properties: { a: { type: 'null' } }, example: {} }),
  ],
  ['a body that is a text', RIGHT, schema({ type: 'string' })],
  ['a body that is a list', RIGHT, schema({ type: 'array', items: { $ref: getSchemaPath(UserDto) } })],
  [
    'references in compositions',
    RIGHT,
    schema({
      oneOf: [{ $ref: getSchemaPath(UserDto) }, { type: 'null' }],
      discriminator: { propertyName: 'a' },
    }),
  ],
  [
    'keywords that are refused',
    RIGHT,
    schema({ type: ['integer', 'null'], exclusiveMinimum: 1, const: 2, 'x-a': 1 }),
  ],
  ['a pattern that is none', RIGHT, schema({ type: 'string', pattern: '[', minLength: -1 })],
  ['a schema that is nowhere', 'unknown-reference', schema({ $ref: '#/components/schemas/Nobody' })],
  ['a schema in another file', 'unknown-reference', schema({ $ref: 'user.json' })],
  ['names of models', RIGHT, on(ApiResponse({ status: 200, type: Page_User_ }))],

  ['an authorizer without a function', 'invalid-deploy-value', guarded({ functionArn: 'auth' })],
  ['an authorizer with the name of a role', 'invalid-deploy-value', guarded({ credentials: 'gateway' })],
  ['an authorizer that is cached too long', 'invalid-option', guarded({ resultTtl: 3601 })],
  ...['header.X Token', 'query.filter[a]', 'stage.a-b', 'context.nothing'].map((source): FaultRow => [
    `an authorizer with the source ${source}`,
    'invalid-option',
    guarded({ identitySources: [source] }),
  ]),
  [
    'a user pool with a header that cannot be mapped',
    'invalid-option',
    on(AwsAuthorizer(new CognitoAuthorizer({ name: 'a', userPoolArns: ['${pool_arn}'], header: 'X!' }))),
  ],
  ['an authorizer with a path parameter', 'invalid-option', guarded({ identitySources: ['path.id'] })],
  [
    'an authorizer with no expression',
    'invalid-option',
    guarded({ type: 'token', identityValidationExpression: '[' }),
  ],
  [
    'a user pool that is none',
    'invalid-deploy-value',
    on(AwsAuthorizer(new CognitoAuthorizer({ name: 'a', userPoolArns: ['pool'] }))),
  ],
  [
    'no user pool',
    'invalid-deploy-value',
    on(AwsAuthorizer(new CognitoAuthorizer({ name: 'a', userPoolArns: [] }))),
  ],
  ['scopes of a function', 'conflicting-options', on(AwsAuthorizer(bearer, { scopes: ['a'] }))],
  [
    'too many authorizers',
    'limit-exceeded',
    Array.from({ length: 11 }, (_, index) =>
      makeRoute(
        [AwsAuthorizer(new LambdaAuthorizer({ name: `a${index}`, functionArn: '${function_arn}' }))],
        { path: `p${index}` },
      ),
    ),
  ],

  [
    'CORS headers of a service',
    RIGHT,
    on(
      AwsSqs({ queueUrl: '${queue_url}', message: fromQuery('q'), credentials: '${role_arn}' }),
      AwsCors({ allowOrigins: ['https://a.example.com', 'https://b.example.com'] }),
    ),
  ],

  ['an integration of no type', 'invalid-option', raw({ uri: 'x' })],
  ['a type that there is not', 'invalid-option', raw(MOCK, { type: 'lambda' })],
  ['a field that there is not', 'unknown-option', raw(MOCK, { description: 'x' })],
  ['events of HTTP APIs', 'not-expressible', raw(HTTP, { payloadFormatVersion: '2.0' })],
  ['a mapping of HTTP APIs', 'not-expressible', raw(HTTP, { requestParameters: { 'append:header.X': 'a' } })],
  ['a verb that there is not', 'invalid-option', raw(HTTP, { httpMethod: 'TRACE' })],
  ['no verb', 'invalid-option', raw(HTTP, { httpMethod: undefined })],
  [
    'a function that is not invoked with POST',
    'invalid-option',
    raw({ type: 'aws_proxy', uri: INVOCATION, httpMethod: 'GET' }),
  ],
  [
    'the ARN of a function',
    'invalid-deploy-value',
    raw({ type: 'aws_proxy', uri: 'arn:aws:lambda:eu-west-1:1:function:f', httpMethod: 'POST' }),
  ],
  ['the ARN of a service', 'invalid-deploy-value', raw(SERVICE, { uri: 'arn:aws:apigateway:eu-west-1:sqs' })],
  [
    'a proxy of a service',
    'invalid-deploy-value',
    raw({ type: 'aws_proxy', uri: SERVICE.uri, httpMethod: 'POST' }),
  ],
  ...[
    's3:path/bucket/a',
    'firehose:action/PutRecord',
    'lambda:path/random/value/invocations',
    'lambda:path/2020-01-01/functions/f/invocations',
  ].map((target): FaultRow => [
    `a Lambda proxy of ${target}`,
    'invalid-deploy-value',
    raw({ type: 'aws_proxy', uri: `arn:aws:apigateway:eu-west-1:${target}`, httpMethod: 'POST' }),
  ]),
  ...['https://h.example.com/{', 'https://{id}.example.com/a', 'https://h.example.com/{}'].map(
    (one): FaultRow => [`the URL ${one}`, 'invalid-deploy-value', on(AwsHttp({ url: one }))],
  ),
  ['a host of one label', 'private-address-without-vpc-link', on(AwsHttp('http://backend'))],
  ['a backend without a scheme', 'invalid-deploy-value', on(AwsHttp('example.com'))],
  ['a backend on a port that is closed', 'invalid-deploy-value', on(AwsHttp('https://example.com:22'))],
  ['a backend of this machine', 'private-address-without-vpc-link', on(AwsHttp('http://localhost:3000'))],
  ['the name of a role', 'invalid-deploy-value', raw(SERVICE, { credentials: 'gateway' })],
  [
    'the caller instead of a role',
    'caller-credentials-without-iam',
    raw(SERVICE, { credentials: 'arn:aws:iam::*:user/*' }),
  ],
  ['a timeout that is too short', 'invalid-option', on(AwsHttp({ url: 'https://example.com', timeout: 49 }))],
  [
    'a timeout that is too long',
    'timeout-over-limit',
    on(AwsHttp({ url: 'https://example.com', timeout: 30_000 })),
  ],
  ['a VPC link without its id', 'conflicting-options', raw(HTTP, { connectionType: 'VPC_LINK' })],
  [
    'a VPC link to a service',
    'conflicting-options',
    raw(SERVICE, { connectionType: 'VPC_LINK', connectionId: 'x' }),
  ],
  ['the id of a VPC link that is not used', 'conflicting-options', raw(HTTP, { connectionId: 'x' })],
  ['TLS settings of HTTP APIs', 'not-expressible', raw(HTTP, { tlsConfig: { serverNameToVerify: 'x' } })],
  ['a stream that has templates', 'conflicting-options', raw(HTTP, { responseTransferMode: 'STREAM' })],
  ['a cache key that is none', 'invalid-option', raw(HTTP, { cacheKeyParameters: ['q'] })],
  ['content handling that there is not', 'invalid-option', raw(HTTP, { contentHandling: 'TEXT' })],

  ['a mapping to nowhere', 'invalid-mapping', mapped('integration.request.body', 'method.request.body')],
  [
    'a mapping to a name that cannot be held',
    'invalid-mapping',
    mapped('integration.request.querystring.filter[a]', "'x'"),
  ],
  ['an apostrophe in a mapping', 'invalid-mapping', mapped(HEADER, "'it's'")],
  ['VTL in a mapping', 'invalid-mapping', mapped(HEADER, '$context.requestId')],
  ['a cookie in a mapping', 'invalid-mapping', mapped(HEADER, 'method.request.cookie.sid')],
  ['a mapping that is no text', 'invalid-option', mapped(HEADER, true)],
  ['a parameter that is mapped and not declared', RIGHT, mapped(HEADER, 'method.request.header.X-Other')],
  ['a variable that the path lacks', 'unknown-path-parameter', mapped(HEADER, 'method.request.path.nobody')],
  ['a variable that the context lacks', 'empty-context-variable', mapped(HEADER, 'context.requestID')],
  ['a claim without a user pool', 'empty-context-variable', mapped(HEADER, 'context.authorizer.claims.sub')],
  [
    'a mapping of a Lambda proxy',
    'conflicting-options',
    raw({ type: 'aws_proxy', uri: INVOCATION, httpMethod: 'POST', requestParameters: { [HEADER]: "'x'" } }),
  ],

  [
    'a passthrough behavior that there is not',
    'invalid-option',
    raw(SERVICE, { passthroughBehavior: 'sometimes' }),
  ],
  ['a route that refuses every body', 'conflicting-options', raw(HTTP, { passthroughBehavior: 'never' })],
  [
    'templates of a proxy',
    'conflicting-options',
    raw({ type: 'http_proxy', uri: HTTP.uri, httpMethod: 'GET', requestTemplates: { [JSON_TYPE]: '{}' } }),
  ],
  ['a content type that is none', 'invalid-option', raw(HTTP, { requestTemplates: { json: '{}' } })],
  ['a template that is no text', 'invalid-option', raw(HTTP, { requestTemplates: { [JSON_TYPE]: {} } })],
  [
    'a template that is too long',
    'limit-exceeded',
    raw(HTTP, { requestTemplates: { [JSON_TYPE]: 'x'.repeat(300 * 1024 + 1) } }),
  ],
  ['a mock without a status', 'mock-without-status', raw(MOCK, { requestTemplates: { [JSON_TYPE]: '{}' } })],
  [
    'a binary body in a template',
    'binary-body-in-template',
    raw(SERVICE),
    given({ binaryMediaTypes: ['*/*'] }),
  ],

  [
    'answers of a proxy',
    'conflicting-options',
    raw(
      { type: 'http_proxy', uri: HTTP.uri, httpMethod: 'GET' },
      { responses: { default: { statusCode: '200', responseTemplates: { [JSON_TYPE]: '{}' } } } },
    ),
  ],
  [
    'one status twice',
    'status-answered-twice',
    raw(SERVICE, { responses: { default: { statusCode: '200' }, '4\\d{2}': { statusCode: 200 } } }),
  ],
  [
    'a pattern that is none',
    'invalid-option',
    raw(SERVICE, { responses: { ...SERVICE.responses, '[': { statusCode: '404' } } }),
  ],
  [
    'a pattern of JSON',
    'invalid-option',
    on(
      AwsLambda({
        functionArn: '${function_arn}',
        mode: 'custom',
        responses: { '{"code":404.*': { statusCode: '404' } },
      }),
    ),
  ],
  ['a status that is none', 'invalid-option', answered({ statusCode: '2XX' })],
  ['a status over all', 'invalid-option', answered({ statusCode: 700 })],
  ['a status below all', 'invalid-option', answered({ statusCode: 99 })],
  ...['[^]+x', '\\u{61}', '(?<=a+)b', ''].map((pattern): FaultRow => [
    `the pattern "${pattern}"`,
    'invalid-option',
    raw(SERVICE, { responses: { ...SERVICE.responses, [pattern]: { statusCode: '404' } } }),
  ]),
  [
    'an error that only some patterns stand for',
    'service-error-as-success',
    raw(SERVICE, { responses: { default: { statusCode: '200' }, '4\\d{2}': { statusCode: '400' } } }),
  ],
  [
    'an error that a pattern for successes matches',
    'service-error-as-success',
    raw(SERVICE, { responses: { '\\d{3}': { statusCode: '200' } } }),
  ],
  ['a status that is not declared', RIGHT, answered({ statusCode: '418' })],
  [
    'a header that is mapped and not declared',
    RIGHT,
    answered({ responseParameters: { 'method.response.header.X-A': "'1'" } }),
  ],
  [
    'a body that is mapped',
    'invalid-mapping',
    answered({ responseParameters: { 'method.response.body': "'1'" } }),
  ],
  [
    'a header that is renamed',
    'remapped-header',
    answered({ responseParameters: { 'method.response.header.Server': "'1'" } }),
  ],
  ['an unknown field of an answer', 'unknown-option', answered({ headers: {} })],

  ['a template without its end', 'invalid-template', written('#if(true){}')],
  ['a template with an end too many', 'invalid-template', written('{}#end')],
  ['an else that is not of an if', 'invalid-template', written('#foreach($a in [])#else#end')],
  [
    'an apostrophe in JSON',
    'invalid-template',
    written('{"a":"$util.escapeJavaScript($input.path(\'$.a\'))"}'),
  ],
  ['a function of AppSync', 'invalid-template', written('{"a":$util.toJson($input.body)}')],
  ['a function that is not of the input', 'invalid-template', written('{"a":"$input.header"}')],
  [
    'a name that the context of a template lacks',
    'empty-context-variable',
    written('{"a":"$context.requestID"}'),
  ],
  [
    'a claim in the template of an open route',
    'empty-context-variable',
    written('{"a":"$context.authorizer.claims.sub"}'),
  ],
  [
    'a request value that the context lacks',
    'empty-context-variable',
    on(AwsSqs({ queueUrl: '${queue_url}', message: fromContext('requestID'), credentials: '${role_arn}' })),
  ],
];

describe('a fault of an import', () => {
  it.each(FAULTS.filter((row) => typeof row[1] === 'string').map((row) => [row[1], row[0], row] as const))(
    'is told as %s: %s',
    async (code, _, [, , controllers, { options = ANSWERED, ...app } = {}]) => {
      const { diagnostics } = await compileControllers(controllers, options, app);
      expect(diagnostics.map((diagnostic) => diagnostic.code)).toContain(code);
    },
  );

  it.each(FAULTS.filter((row) => typeof row[1] !== 'string').map((row) => [row[0], row] as const))(
    'is made right: %s',
    async (_, [, , controllers, { options = ANSWERED, config: of = CONFIG } = {}]) => {
      const { privateDocument, diagnostics } = await compileControllers(controllers, options, { config: of });
      expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
      const values = new Map(listPlaceholders(privateDocument).map((name) => [name, plausibleValue(name)]));
      expect(judgeImport(writeTree(privateDocument, AS_WRITTEN, values))).toEqual([]);
    },
  );
});
