import { describe, expect, it } from '@jest/globals';
import { INTEGRATION_READERS } from '../../lib/model/integrations/integration-readers.js';

const http = { type: 'http', httpMethod: 'GET', uri: 'https://example.com', responses: {} };
const aws = { type: 'aws', httpMethod: 'POST', uri: 'arn:aws:apigateway:eu-west-1:sqs:path/1/jobs' };
const lambda = {
  type: 'aws_proxy',
  httpMethod: 'POST',
  uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations',
};
const STREAM = lambda.uri
  .replace('2015-03-31', '2021-11-15')
  .replace('/invocations', '/response-streaming-invocations');

const LISTENER =
  'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2';

const faultsOf = (object: object): readonly string[] =>
  INTEGRATION_READERS.AwsIntegration({ decorator: 'AwsIntegration', args: [object] }, {}).faults.map(
    ({ code, message, fix }) => `${code}: ${message}. ${fix}`,
  );

const given = (name: string, value: string): string =>
  `the option \`${name}\` of \`@AwsIntegration\` is \`${value}\`. Set \`${name}\` to`;
const PLACEHOLDER = 'or a placeholder with a plain name, such as `${name}`.';
const URL = (uri: string): string =>
  `invalid-deploy-value: ${given('uri', uri)} an \`http://\` or \`https://\` URL with port 80, 443 or 1024 to 65535, without path variables in the host and without a fragment, ${PLACEHOLDER}`;
const SERVICE = (uri: string): string =>
  `invalid-deploy-value: ${given('uri', uri)} the URI of a service (\`arn:aws:apigateway:REGION:SERVICE:action/NAME\` or \`…:path/PATH\`), ${PLACEHOLDER}`;
const PROXY = (uri: string): string =>
  `invalid-deploy-value: ${given('uri', uri)} the invocation URI of a function, such as \`invoke_arn\` of Terraform: \`aws_proxy\` calls only functions, ${PLACEHOLDER}`;

describe('an integration object', () => {
  it.each<[string, object]>([
    ['a backend', { ...http, uri: 'http://${host}:${port}/{id}?a=b', httpMethod: 'any' }],
    ['a port', { ...http, uri: 'https://example.com:8443' }],
    ['a service', { ...aws, credentials: '${role_arn}', passthroughBehavior: 'WHEN_NO_TEMPLATES' }],
    [
      'a service that takes one type',
      { ...aws, passthroughBehavior: 'NEVER', requestTemplates: { 'text/plain': '' } },
    ],
    ['a subdomain of a service', { ...aws, uri: 'arn:aws:apigateway:eu-west-1:jobs.sqs:path/a' }],
    ['a function', lambda],
    ['a function of a stage', { ...lambda, uri: lambda.uri.replace('${arn}', '${stageVariables.fn}') }],
    [
      'placeholders alone',
      { ...lambda, uri: '${invoke_arn}', credentials: '${role}', timeoutInMillis: '${timeout}' },
    ],
    ['a mock without a backend', { type: 'mock' }],
    [
      'what exported definitions write out',
      { ...lambda, passthroughBehavior: 'when_no_match', responses: { default: { statusCode: '200' } } },
    ],
    [
      'a VPC link',
      {
        ...http,
        connectionType: 'VPC_LINK',
        connectionId: '${stageVariables.link}',
        integrationTarget: '${listener}',
        tlsConfig: { insecureSkipVerification: true },
      },
    ],
    ['a stream', { ...lambda, uri: STREAM, responseTransferMode: 'STREAM', timeoutInMillis: 900_000 }],
    ['an event of the version 2.0', { ...lambda, payloadFormatVersion: '2.0' }],
    ['mappings of an HTTP API', { ...lambda, requestParameters: { 'overwrite:path': '$request.path' } }],
    ['a subtype', { type: 'aws_proxy', integrationSubtype: 'SQS-SendMessage', requestParameters: {} }],
    [
      'a listener behind a VPC link',
      {
        type: 'HTTP_PROXY',
        httpMethod: 'ANY',
        uri: LISTENER,
        connectionType: 'VPC_LINK',
        connectionId: '${link}',
        tlsConfig: { serverNameToVerify: '${host}' },
      },
    ],
    [
      'a cache',
      {
        ...http,
        cacheNamespace: 'orders',
        cacheKeyParameters: ['method.request.path.id', 'integration.request.querystring.q'],
      },
    ],
  ])('takes %s', (_, object) => {
    expect(faultsOf(object)).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ['a port that is refused', { ...http, uri: 'http://example.com:81/a' }, [URL('http://example.com:81/a')]],
    ['a port over the last', { ...http, uri: 'http://example.com:65536' }, [URL('http://example.com:65536')]],
    ['a URL of another scheme', { ...http, uri: 'ftp://example.com' }, [URL('ftp://example.com')]],
    [
      'the ARN of a function',
      { ...lambda, uri: 'arn:aws:lambda:eu-west-1:111122223333:function:read' },
      [
        `invalid-deploy-value: ${given('uri', 'arn:aws:lambda:eu-west-1:111122223333:function:read')} the invocation URI of the function, such as \`invoke_arn\` of Terraform, or use \`@AwsLambda\`, ${PLACEHOLDER}`,
      ],
    ],
    [
      'a service without path or action',
      { ...aws, uri: 'arn:aws:apigateway:eu-west-1:sqs:jobs' },
      [SERVICE('arn:aws:apigateway:eu-west-1:sqs:jobs')],
    ],
    ['a URL in the type aws', { ...aws, uri: 'https://example.com' }, [SERVICE('https://example.com')]],
    ['a service by aws_proxy', { ...aws, type: 'aws_proxy' }, [PROXY(aws.uri)]],
    [
      'a function with another verb',
      { ...lambda, httpMethod: 'GET' },
      [
        `invalid-option: ${given('httpMethod', 'GET')} \`POST\`: API Gateway invokes functions with POST, whatever the method of the route.`,
      ],
    ],
    [
      'an action with another verb',
      { ...aws, uri: 'arn:aws:apigateway:${region}:states:action/DescribeExecution', httpMethod: 'get' },
      [
        `invalid-option: ${given('httpMethod', 'get')} \`POST\`: the service takes its actions only with POST, whatever the method of the route.`,
      ],
    ],
    [
      'an action of the query protocol with another verb',
      { ...aws, uri: 'arn:aws:apigateway:eu-west-1:sqs:action/ReceiveMessage', httpMethod: 'GET' },
      [],
    ],
    [
      'nothing to call',
      { type: 'aws_proxy' },
      [
        `invalid-deploy-value: \`@AwsIntegration\` has no value for \`uri\`. Set ${PROXY('').split('Set ')[1]}`,
        'invalid-option: `@AwsIntegration` has no value for `httpMethod`. Set `httpMethod` to `GET`, `POST`, `PUT`, `DELETE`, `PATCH`, `OPTIONS`, `HEAD` or `ANY`.',
      ],
    ],
    [
      'a field with a slip',
      { ...http, requestTemplate: {} },
      [
        'unknown-option: `@AwsIntegration` has no option `requestTemplate`. Write `requestTemplates` instead of `requestTemplate`.',
      ],
    ],
    [
      'a field of @AwsLambda',
      { ...lambda, timeout: 100 },
      [
        'unknown-option: `@AwsIntegration` has no option `timeout`. Write `timeoutInMillis` instead of `timeout`.',
      ],
    ],
    [
      'an address and a version beside a subtype',
      { ...lambda, payloadFormatVersion: '2.0', integrationSubtype: 'SQS-SendMessage' },
      [
        'conflicting-options: the option `uri` of `@AwsIntegration` has no effect with `integrationSubtype`. Remove `uri`.',
        'conflicting-options: the option `httpMethod` of `@AwsIntegration` has no effect with `integrationSubtype`. Remove `httpMethod`.',
        'conflicting-options: the option `payloadFormatVersion` of `@AwsIntegration` has no effect with `integrationSubtype`, whose only version is `1.0`. Remove `payloadFormatVersion`.',
      ],
    ],
    [
      'a subtype of a backend',
      { ...http, integrationSubtype: 'SQS-SendMessage' },
      [
        "conflicting-options: the option `integrationSubtype` of `@AwsIntegration` has no effect with `type: 'http'`. Remove `integrationSubtype`.",
      ],
    ],
    [
      'mappings of the response, which only an answer has',
      { ...http, responseParameters: {} },
      [
        'unknown-option: `@AwsIntegration` has no option `responseParameters`. Remove it: in a REST API it is a field of each response in `responses`, and no import of an HTTP API is known that takes it.',
      ],
    ],
    ['a listener without a VPC link', { ...http, type: 'http_proxy', uri: LISTENER }, [URL(LISTENER)]],
    [
      'mappings of a REST API beside a function',
      { ...lambda, requestParameters: { 'integration.request.header.X': "'a'", 'overwrite:path': '/' } },
      [
        "conflicting-options: the option `requestParameters` of `@AwsIntegration` has no effect with `type: 'aws_proxy'` and a function: the event contains the request unchanged. Remove `requestParameters`.",
      ],
    ],
    [
      'a role by its name',
      { ...aws, credentials: 'gateway' },
      [
        `invalid-deploy-value: ${given('credentials', 'gateway')} the ARN of an IAM role (\`arn:aws:iam::ACCOUNT:role/NAME\`), ${PLACEHOLDER}`,
      ],
    ],
    [
      'a template without a content type',
      { ...http, requestTemplates: { 123: '{}' } },
      [
        'invalid-option: the option `requestTemplates` of `@AwsIntegration` is `{"123":"{}"}`. Set `requestTemplates` to an object with a template (a string) for each content type, such as `application/json`.',
      ],
    ],
    [
      'a pattern that is none',
      { ...http, responses: { '4[': { statusCode: 400 } } },
      [
        'invalid-option: the pattern `4[` in the `responses` of `@AwsIntegration` is not a Java regular expression. Use a regular expression, such as `4\\d{2}`, or `default`.',
      ],
    ],
    [
      'what a response does not have',
      { ...http, responses: { default: { statusCode: 200, responseTemplate: {}, contentHandling: 'TEXT' } } },
      [
        'unknown-option: `@AwsIntegration` has no option `responseTemplate` in the response `default`. Write `responseTemplates` instead of `responseTemplate`.',
        'invalid-option: the option `contentHandling` in the response `default` of `@AwsIntegration` is `TEXT`. Set `contentHandling` to `CONVERT_TO_TEXT` or `CONVERT_TO_BINARY`.',
      ],
    ],
    [
      'templates of a proxy',
      {
        ...lambda,
        requestTemplates: { 'application/json': '{}' },
        passthroughBehavior: 'never',
        responses: { '5\\d{2}': { statusCode: 500, responseTemplates: { 'application/json': '{}' } } },
      },
      ['requestTemplates', 'responses', 'passthroughBehavior'].map(
        (name) =>
          `conflicting-options: the option \`${name}\` of \`@AwsIntegration\` has no effect with \`type: 'aws_proxy'\`: a proxy passes the request and the response unchanged. Remove \`${name}\`, or set \`type: 'aws'\`.`,
      ),
    ],
    [
      'mappings of the event of a function',
      { ...lambda, requestParameters: { 'integration.request.header.X-A': "'x'" } },
      [
        "conflicting-options: the option `requestParameters` of `@AwsIntegration` has no effect with `type: 'aws_proxy'` and a function: the event contains the request unchanged. Remove `requestParameters`.",
      ],
    ],
    [
      'a passthrough that nothing passes',
      { ...http, passthroughBehavior: 'NEVER' },
      [
        "conflicting-options: `@AwsIntegration` has `passthroughBehavior: 'never'`, but no `requestTemplates`: every call returns 415. Add `requestTemplates: { 'application/json': '…' }`, or remove `passthroughBehavior`.",
      ],
    ],
    [
      'a VPC link without its id',
      { ...http, connectionType: 'VPC_LINK' },
      [
        "conflicting-options: `@AwsIntegration` has `connectionType: 'VPC_LINK'`, but no `connectionId`. Set `connectionId: '${vpc_link_id}'`.",
      ],
    ],
    [
      'an id without its VPC link',
      { ...http, connectionType: 'INTERNET', connectionId: 'abc' },
      [
        "conflicting-options: the option `connectionId` of `@AwsIntegration` has no effect without `connectionType: 'VPC_LINK'`. Set `connectionType: 'VPC_LINK'`, or remove `connectionId`.",
      ],
    ],
    [
      'a VPC link to a service',
      { ...aws, connectionType: 'VPC_LINK' },
      [
        "conflicting-options: the option `connectionType` of `@AwsIntegration` has no effect with `type: 'aws'`, which calls no HTTP backend. Remove `connectionType`.",
      ],
    ],
    [
      'a stream through templates',
      { ...http, responseTransferMode: 'STREAM' },
      [
        "conflicting-options: `@AwsIntegration` has `responseTransferMode: 'STREAM'` with `type: 'http'`, but a stream needs a proxy type. Set `type: 'http_proxy'`, or remove `responseTransferMode`.",
      ],
    ],
    [
      'a stream of a function that streams nothing',
      { ...lambda, responseTransferMode: 'STREAM' },
      [
        "conflicting-options: `@AwsIntegration` has `responseTransferMode: 'STREAM'`, but its `uri` invokes the function without streaming. Set `uri` to `response_streaming_invoke_arn` of Terraform, a URI with `path/2021-11-15` and `/response-streaming-invocations`.",
      ],
    ],
  ])('refuses %s', (_, object, expected) => {
    expect(faultsOf(object)).toEqual(expected);
  });

  it.each<[string, unknown]>([
    ['passthroughBehavior', 'always'],
    ['contentHandling', 'CONVERT'],
    ['timeoutInMillis', 49],
    ['timeoutInMillis', 900_001],
    ['timeoutInMillis', 'soon'],
    ['connectionType', 'VPC'],
    ['connectionId', ''],
    ['cacheKeyParameters', ['id']],
    ['cacheNamespace', 7],
    ['tlsConfig', { insecureSkipVerification: 'yes' }],
    ['tlsConfig', { serverNameToVerify: '' }],
    ['payloadFormatVersion', '3.0'],
    ['payloadFormatVersion', 2],
    ['responseTransferMode', 'CHUNKED'],
    ['integrationTarget', 'nlb'],
    ['requestParameters', { 'integration.request.header.X': true }],
    ['httpMethod', 'SEARCH'],
  ])('refuses %s %j', (name, value) => {
    const link =
      name === 'integrationTarget' || name === 'connectionId'
        ? { connectionType: 'VPC_LINK', connectionId: 'a' }
        : {};
    expect(faultsOf({ ...http, ...link, [name]: value })).toEqual([
      expect.stringMatching(
        new RegExp(
          `^invalid-(option|deploy-value): the option \`${name}\` of \`@AwsIntegration\` is (\`|empty)`,
        ),
      ),
    ]);
  });
});
