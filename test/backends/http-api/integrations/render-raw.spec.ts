import { describe, expect, it } from '@jest/globals';
import { renderRaw } from '../../../../lib/backends/http-api/integrations/render-raw.js';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { parseDeployValues } from '../../../../lib/values/parse-deploy-values.js';

const FUNCTION =
  'arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-west-1:111122223333:function:f/invocations';
const LISTENER = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/1/2';
const lambda = { type: 'aws_proxy', httpMethod: 'post', uri: FUNCTION };
const http = { type: 'http_proxy', httpMethod: 'ANY', uri: 'https://example.com/{id}' };
const queue = {
  type: 'aws_proxy',
  integrationSubtype: 'SQS-SendMessage',
  credentials: 'arn:aws:iam::111122223333:role/gateway',
  requestParameters: { QueueUrl: '${queue_url}', MessageBody: '$request.body' },
};

const render = (object: object) =>
  renderRaw({ kind: 'raw', object: parseDeployValues(object, []) as never }, { path: '/orders/{id}' });
const refusalsOf = (object: object): readonly string[] => {
  const { integration, refusals } = render(object);
  expect(integration === undefined).toBe(refusals.length > 0);
  return refusals.map(({ what, why }) => `${what}: ${why}`);
};

describe('an integration object of an HTTP API', () => {
  it('gets the payload format that it does not name, and its words in upper case', () => {
    expect(writeTree(render(lambda).integration!)).toEqual({
      type: 'AWS_PROXY',
      httpMethod: 'POST',
      uri: FUNCTION,
      payloadFormatVersion: '2.0',
    });
    expect(writeTree(render({ ...lambda, payloadFormatVersion: '1.0' }).integration!)).toMatchObject({
      payloadFormatVersion: '1.0',
    });
    expect(writeTree(render(queue).integration!)).toEqual({
      ...queue,
      type: 'AWS_PROXY',
      payloadFormatVersion: '1.0',
    });
  });

  it('loses the variables of the URI, which an HTTP API fills in itself', () => {
    const requestParameters = { 'integration.request.path.id': 'method.request.path.id' };
    expect(writeTree(render({ ...http, requestParameters }).integration!)).not.toHaveProperty(
      'requestParameters',
    );
    const other = { 'integration.request.path.id': 'method.request.querystring.id' };
    expect(refusalsOf({ ...http, requestParameters: other })).toHaveLength(1);
  });

  it.each([
    ['overwrite:header.X-User', '$context.authorizer.claims.sub'],
    ['append:querystring.from', 'gateway'],
    ['append:header.X-Stage', '${stage}'],
    ['overwrite:path', '/base/${request.path.id}'],
    ['overwrite:header.X-Key', '${request.header.a}-${context.requestId}-${stageVariables.b}'],
    ['overwrite:header.X-Member', '$request.body.items[0].id'],
    ['remove:header.X-Old', "''"],
  ])('takes the mapping %s of %s', (key, value) => {
    const { integration } = render({ ...http, requestParameters: { [key]: value } });
    expect(writeTree(integration!)).toMatchObject({ requestParameters: { [key]: value } });
    expect(refusalsOf({ ...lambda, requestParameters: { [key]: value } })).toEqual([]);
  });

  it.each([
    ['integration.request.header.X', "'a'", 'the mapping `integration.request.header.X`'],
    ['overwrite:header.Authorization', 'x', 'the mapping `overwrite:header.Authorization`'],
    ['overwrite:header.X-Amz-Date', 'x', 'the mapping `overwrite:header.X-Amz-Date`'],
    ['overwrite:header.X', '$input.body', 'the value `$input.body` of the mapping `overwrite:header.X`'],
    ['overwrite:header.X', 'costs $5', 'the value `costs $5` of the mapping `overwrite:header.X`'],
    [
      'overwrite:header.X',
      'method.request.header.Y',
      'the value `method.request.header.Y` of the mapping `overwrite:header.X`',
    ],
    ['remove:header.X', 'x', 'the value `x` of the mapping `remove:header.X`'],
    ['overwrite:statuscode', '204', 'the mapping `overwrite:statuscode`'],
  ])('refuses the mapping %s of %s', (key, value, what) => {
    expect(refusalsOf({ ...http, requestParameters: { [key]: value } })).toEqual([
      expect.stringMatching(`^${what.replace(/[.$]/g, '\\$&')}: `),
    ]);
  });

  it.each<[object, string]>([
    [{ type: 'mock' }, "`@AwsIntegration({ type: 'mock' })`"],
    [{ ...http, type: 'http' }, "`@AwsIntegration({ type: 'http' })`"],
    [{ ...queue, integrationSubtype: 'DynamoDB-PutItem' }, 'DynamoDB-PutItem'],
    [{ ...queue, requestParameters: { QueueUrl: 'x' } }, 'needs the parameter `MessageBody`'],
    [{ ...queue, requestParameters: { ...queue.requestParameters, Body: 'x' } }, 'no such parameter'],
    [{ ...http, connectionType: 'VPC_LINK', connectionId: 'a' }, 'behind a VPC link'],
    [{ ...http, timeoutInMillis: 30_001 }, '`timeout: 30001`'],
    [{ ...http, tlsConfig: { insecureSkipVerification: true } }, '`insecureSkipVerification`'],
    [{ ...http, uri: 'https://example.com/{nobody}' }, 'the variable `{nobody}`'],
    [{ ...http, tlsConfig: { serverNameToVerify: 'x' } }, '`serverNameToVerify`'],
    [{ ...http, integrationTarget: LISTENER }, '`integrationTarget` of `@AwsIntegration`'],
    [{ ...lambda, cacheKeyParameters: ['method.request.path.id'] }, '`cacheKeyParameters`'],
  ])('refuses %j', (object, words) => {
    expect(refusalsOf(object)).toEqual([expect.stringContaining(words)]);
  });

  it('reaches a listener behind a VPC link', () => {
    const link = {
      ...http,
      uri: LISTENER,
      connectionType: 'VPC_LINK',
      connectionId: '${link}',
      tlsConfig: { serverNameToVerify: 'shop.example.com' },
    };
    expect(writeTree(render(link).integration!)).toEqual({
      ...link,
      type: 'HTTP_PROXY',
      payloadFormatVersion: '1.0',
    });
  });
});
