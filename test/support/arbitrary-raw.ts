import * as fc from 'fast-check';
import type { ApplicationSpec } from './arbitrary-application.js';
import { PRIVATE } from './arbitrary-text.js';

const INVOCATION =
  'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations';
const ROLE = 'arn:aws:iam::111122223333:role/gateway';
const JSON_TYPE = 'application/json';

/** Objects that API Gateway takes, one of each type. */
const BASES: readonly object[] = [
  { type: 'aws_proxy', httpMethod: 'POST', uri: INVOCATION },
  { type: 'http_proxy', httpMethod: 'ANY', uri: 'https://example.com' },
  {
    type: 'http',
    httpMethod: 'GET',
    uri: 'https://example.com',
    responses: { default: { statusCode: '200' } },
  },
  {
    type: 'mock',
    requestTemplates: { [JSON_TYPE]: '{"statusCode":200}' },
    responses: { default: { statusCode: '200' } },
  },
  {
    type: 'aws',
    httpMethod: 'POST',
    uri: 'arn:aws:apigateway:eu-west-1:sqs:path/111122223333/jobs',
    credentials: ROLE,
    passthroughBehavior: 'never',
    requestTemplates: { [JSON_TYPE]: 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)' },
    responses: {
      default: { statusCode: '200' },
      '4\\d{2}': { statusCode: '400' },
      '5\\d{2}': { statusCode: '500' },
    },
  },
];

/** What people write into the fields, right and wrong. */
const FIELDS: Readonly<Record<string, readonly unknown[]>> = {
  type: ['AWS', 'HTTP_PROXY', 'lambda', 'Mock', undefined],
  uri: [
    undefined,
    '',
    'example.com',
    'https://example.com/{id}',
    'https://example.com/{id+}',
    'https://example.com/{nobody}',
    'https://example.com:22/',
    'https://${stageVariables.host}/x',
    'http://localhost:3000',
    'http://10.0.0.7/x',
    'arn:aws:lambda:eu-west-1:111122223333:function:f',
    'arn:aws:apigateway:eu-west-1:dynamodb',
    'arn:aws:apigateway:eu-west-1:dynamodb:action/GetItem',
    'arn:aws:apigateway:eu-west-1:s3:path/files/{id}',
    'arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution',
    INVOCATION,
  ],
  httpMethod: ['GET', 'POST', 'ANY', 'get', 'TRACE', undefined],
  credentials: ['gateway', ROLE, `\${${PRIVATE}_role_arn}`, 'arn:aws:iam::*:user/*', undefined],
  passthroughBehavior: ['when_no_match', 'WHEN_NO_TEMPLATES', 'never', 'sometimes', undefined],
  requestParameters: [
    { 'integration.request.path.id': 'method.request.path.id' },
    { 'integration.request.path.id': 'method.request.path.nobody' },
    { 'integration.request.header.X-A': 'text' },
    { 'integration.request.header.X-A': "'text'" },
    { 'integration.request.header.X-A': "'it's'" },
    { 'integration.request.header.X-A': 1 },
    { 'integration.request.header.X-A': 'context.requestID' },
    { 'integration.request.header.X-A': 'context.authorizer.claims.sub' },
    { 'integration.request.header.X-A': '$context.requestId' },
    { 'integration.request.header.X-A': 'method.request.body.name' },
    { 'integration.request.header.X-A': 'method.request.cookie.sid' },
    { 'integration.request.header.X-A': 'method.request.header.x y' },
    { 'integration.request.header.Content-Length': "'1'" },
    { 'integration.request.header.Authorization': 'method.request.header.Authorization' },
    { 'integration.request.querystring.filter[a]': "'1'" },
    { 'integration.request.body': 'method.request.body' },
  ],
  requestTemplates: [
    { [JSON_TYPE]: '{}' },
    { [JSON_TYPE]: '{"statusCode":204}' },
    { [JSON_TYPE]: '#if(true){}' },
    { [JSON_TYPE]: '{"a":$util.toJson($input.body)}' },
    { [JSON_TYPE]: '{"a":"$context.requestID"}' },
    { [JSON_TYPE]: { a: 1 } },
    { json: '{}' },
    { $default: '{}' },
  ],
  responses: [
    undefined,
    {},
    { default: { statusCode: '200' } },
    { default: { statusCode: 204 } },
    { default: { statusCode: '2XX' } },
    { default: { statusCode: '200' }, '[': { statusCode: '400' } },
    { default: { statusCode: '200' }, '{"code":.*': { statusCode: '400' } },
    { default: { statusCode: '200' }, '4\\d{2}': { statusCode: '200' } },
    { default: { statusCode: '200' }, '4\\d{2}': { statusCode: '400' } },
    { '2\\d{2}': { statusCode: '200' } },
    { '2\\d{2}': { statusCode: '200' }, default: { statusCode: '502' } },
    { '\\d{3}': { statusCode: '200' } },
    ...[
      { 'method.response.header.X-A': "'1'" },
      { 'method.response.header.X-A': '1' },
      { 'method.response.header.X-A': 1 },
      { 'method.response.header.Server': "'mine'" },
      { 'method.response.header.X A': "'1'" },
      { 'method.response.body': "'1'" },
      { 'method.response.header.X-A': 'integration.response.body.a' },
      { 'method.response.header.X-A': 'context.authorizer.principalId' },
    ].map((responseParameters) => ({ default: { statusCode: '200', responseParameters } })),
    ...['{}', '', null, {}, '$util.error("x")', '#end', '$context.error.message'].map((template) => ({
      default: { statusCode: '200', responseTemplates: { [JSON_TYPE]: template } },
    })),
    { default: { statusCode: '200', responseTemplates: { 1: '{}' } } },
    { default: { statusCode: '200', contentHandling: 'TEXT', headers: {} } },
  ],
  contentHandling: ['CONVERT_TO_TEXT', 'CONVERT_TO_BINARY', 'TEXT'],
  timeoutInMillis: [49, 50, 29_000, 29_001, '100', 1.5],
  cacheKeyParameters: [[], ['method.request.path.id'], ['method.request.querystring.q'], 'q'],
  cacheNamespace: ['shared', 1],
  connectionType: ['INTERNET', 'VPC_LINK', 'VPC'],
  connectionId: ['abc', '${stageVariables.link}', ''],
  integrationTarget: ['alb'],
  tlsConfig: [
    { insecureSkipVerification: true },
    { insecureSkipVerification: 'yes' },
    { serverNameToVerify: 'x' },
  ],
  responseTransferMode: ['BUFFERED', 'STREAM', 'CHUNKED'],
  payloadFormatVersion: ['1.0'],
  integrationSubtype: ['SQS-SendMessage'],
  description: ['text'],
};

const change = fc.constantFrom(
  ...Object.entries(FIELDS).flatMap(([field, values]) => values.map((value) => ({ [field]: value }))),
);

const object = fc
  .tuple(fc.constantFrom(...BASES), fc.array(change, { maxLength: 2 }))
  .map(([base, changes]): object =>
    Object.fromEntries(
      Object.entries(Object.assign({}, base, ...changes)).filter(([, value]) => value !== undefined),
    ),
  );

/** An application of one route, whose `x-amazon-apigateway-integration` object is written by hand. */
export const rawApplication: fc.Arbitrary<ApplicationSpec> = fc
  .tuple(object, fc.constantFrom('Get' as const, 'Post' as const), fc.boolean(), fc.boolean())
  .map(([integration, verb, cors, binary]) => ({
    openapi: '3.0.0',
    title: 'Raw',
    excludedFromPrefix: [],
    versioned: false,
    dtos: [],
    authorizers: [],
    options: binary ? { binaryMediaTypes: ['*/*'] } : {},
    modules: [
      {
        controllers: [
          {
            name: 'RawController',
            paths: ['raw'],
            hidden: false,
            decorations: [
              { decorator: 'AwsIntegration', args: [integration] },
              ...(cors ? [{ decorator: 'AwsCors', args: [{ allowOrigins: ['*'] }] }] : []),
            ],
            handlers: [
              {
                name: 'h0',
                verb,
                paths: [':id'],
                hidden: false,
                decorations: [],
                query: [],
                headers: [],
                responses: [],
                operation: {},
                extensions: {},
              },
            ],
          },
        ],
      },
    ],
  }));
