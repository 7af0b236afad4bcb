import * as fc from 'fast-check';
import { templates } from './arbitrary-template.js';
import { fromContext, fromHeader } from 'nestjs-aws-gateway';
import { PRIVATE, privateText, privateValue, privateWord } from './arbitrary-text.js';
import { functionArn, header, host, maybe, roleArn, target } from './arbitrary-values.js';

/** One decorator of the library, as data. `AwsAuthorizer` names its authorizer by place. */
export interface Decoration {
  readonly decorator: string;
  readonly args: readonly unknown[];
}

const timeout = fc.integer({ min: 50, max: 29_000 });

/** Answers by pattern. API Gateway keeps one for each status, so that those differ. */
const responses = fc
  .uniqueArray(
    fc.record({
      statusCode: fc.oneof(fc.constantFrom(400, 404, 409, 422), fc.constantFrom('401', '410', '429')),
      pattern: privateWord.map((word) => `${word}: .*`),
      rest: maybe<unknown>({
        responseTemplates: templates,
        responseParameters: header.map((name) => ({
          [`method.response.header.${name}`]: `'${PRIVATE}0'`,
          'method.response.header.X-Copy': 'integration.response.header.X-Copy',
        })),
        contentHandling: fc.constantFrom('CONVERT_TO_TEXT', 'CONVERT_TO_BINARY'),
      }),
    }),
    { maxLength: 3, selector: ({ statusCode }) => String(statusCode) },
  )
  .map((list) =>
    Object.fromEntries(list.map(({ pattern, statusCode, rest }) => [pattern, { statusCode, ...rest }])),
  );

const lambda: fc.Arbitrary<readonly unknown[]> = fc.oneof(
  functionArn.map((arn) => [arn]),
  fc
    .tuple(target, maybe<unknown>({ credentials: roleArn, timeout }))
    .map(([fn, rest]) => [{ ...fn, ...rest }]),
  fc
    .tuple(target, maybe<unknown>({ credentials: roleArn, timeout, requestTemplates: templates, responses }))
    .map(([fn, rest]) => [{ ...fn, ...rest, mode: 'custom' }]),
  fc
    .tuple(target, maybe<unknown>({ credentials: roleArn, timeout, requestTemplates: templates }))
    .map(([fn, rest]) => [{ ...fn, ...rest, mode: 'async' }]),
);

const http: fc.Arbitrary<readonly unknown[]> = fc.oneof(
  host.map((base) => [base]),
  fc
    .tuple(
      fc.oneof(
        host.map((url) => ({ url: `${url}/exact` })),
        host.map((baseUrl) => ({ baseUrl: `${baseUrl}/base/` })),
      ),
      maybe<unknown>({
        vpcLink: privateValue,
        streaming: fc.boolean(),
        headers: fc.dictionary(header, fc.oneof(privateValue, fc.constant(fromContext('requestId'))), {
          maxKeys: 2,
        }),
        query: fc.constant({ stage: fromContext('stage'), tenant: fromHeader('X-Tenant') }),
        method: fc.constantFrom('GET', 'POST', 'ANY'),
        timeout,
        insecureSkipVerification: fc.boolean(),
      }),
    )
    .map(([url, rest]) => [{ ...url, ...rest }]),
);

/** A mock answers every request alike: its body has no variables of the stage. */
const mockText = privateText.filter((text) => !String(text).includes('${stageVariables.'));

const mock: fc.Arbitrary<readonly unknown[]> = fc.oneof(
  fc.constant([]),
  maybe<unknown>({
    status: fc.constantFrom(200, 201, 204, 301, 404, 503),
    body: fc.oneof(
      mockText,
      mockText.map((text) => ({ text, nested: [text, 1, null] })),
      fc.constant({}),
    ),
    headers: fc.dictionary(
      fc.constantFrom('X-Fixed', 'Content-Type', 'cache-control', 'Access-Control-Allow-Origin'),
      privateValue.map((value) => `text/${value}`),
    ),
  }).map((options) => [options]),
);

const rawBackend = fc.oneof(
  host.map((uri) => ({ type: 'http', httpMethod: 'POST', uri })),
  fc.record({
    type: fc.constant('aws'),
    httpMethod: fc.constant('POST'),
    uri: privateValue.map((name) => `arn:aws:apigateway:eu-west-1:sqs:path/111122223333/${name}`),
    credentials: roleArn,
  }),
);

const raw: fc.Arbitrary<readonly unknown[]> = fc
  .record({
    backend: rawBackend,
    requestParameters: fc.subarray([
      ['integration.request.querystring.q', 'method.request.querystring.q'],
      ['integration.request.header.X-Raw', 'method.request.header.X-Raw'],
      ['integration.request.header.X-All', 'method.request.multivalueheader.X-All'],
      ['integration.request.header.X-Fixed', `'${PRIVATE}1'`],
      ['integration.request.querystring.stage', 'context.stage'],
    ]),
    requestTemplates: templates,
    responses,
  })
  .map(({ backend, requestParameters, requestTemplates, responses: given }) => [
    {
      ...backend,
      requestParameters: Object.fromEntries(requestParameters),
      passthroughBehavior: 'never',
      requestTemplates,
      responses: {
        ...given,
        '4\\d{2}': { statusCode: 402 },
        '5\\d{2}': { statusCode: '502' },
        default: { statusCode: 200 },
      },
    },
  ]);

/** An integration decorator of every kind. */
export const integration: fc.Arbitrary<Decoration> = fc.oneof(
  lambda.map((args) => ({ decorator: 'AwsLambda', args })),
  http.map((args) => ({ decorator: 'AwsHttp', args })),
  mock.map((args) => ({ decorator: 'AwsMock', args })),
  raw.map((args) => ({ decorator: 'AwsIntegration', args })),
);
