import { describe, expect, it } from '@jest/globals';
import { renderLambdaIntegration } from '../../../../lib/backends/rest-api/integrations/render-lambda-integration.js';
import { renderInvocationUri } from '../../../../lib/model/functions/render-invocation-uri.js';
import type { RenderedIntegration } from '../../../../lib/backends/rest-api/integrations/rendered-integration.js';
import type { LambdaIntegration } from '../../../../lib/model/integrations/integration.js';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { parseDeployValue } from '../../../../lib/values/deploy-value.js';
import { makeModel } from '../../../support/make-model.js';

const { settings } = makeModel();
const render = (given: Partial<LambdaIntegration>, successStatus = '200'): RenderedIntegration =>
  writeTree(
    renderLambdaIntegration(
      { kind: 'lambda', mode: 'proxy', function: { invokeArn: parseDeployValue('${invoke_arn}') }, ...given },
      settings,
      { successStatus },
    ),
  ) as RenderedIntegration;

/** Which answer a function's error message gets; a success has none. */
function statusOf({ responses = {} }: RenderedIntegration, errorMessage?: string): readonly string[] {
  if (errorMessage === undefined) return [responses['default']!.statusCode];
  return (
    Object.entries(responses)
      .filter(([pattern]) => pattern !== 'default')
      // `\z` is Java's end of input; API Gateway matches the whole subject.
      .filter(([pattern]) => new RegExp(`^(?:${pattern.replaceAll('\\z', '$')})$`).test(errorMessage))
      .map(([, { statusCode }]) => statusCode)
  );
}

describe('renderInvocationUri', () => {
  it('wraps the ARN of a function, in the region and partition of the settings', () => {
    const target = { functionArn: parseDeployValue('${arn}') };
    expect(writeTree(renderInvocationUri(target, settings))).toBe(
      'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${arn}/invocations',
    );
    const named = {
      ...settings,
      region: parseDeployValue('${region}'),
      partition: parseDeployValue('aws-cn'),
    };
    expect(writeTree(renderInvocationUri(target, named))).toBe(
      'arn:aws-cn:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations',
    );
  });

  it('takes an invocation URI as it is', () => {
    expect(writeTree(renderInvocationUri({ invokeArn: parseDeployValue('${arn}') }, settings))).toBe(
      '${arn}',
    );
  });
});

describe('proxy', () => {
  it('invokes with POST and has neither templates nor responses', () => {
    expect(render({})).toEqual({ type: 'aws_proxy', httpMethod: 'POST', uri: '${invoke_arn}' });
    expect(render({ credentials: parseDeployValue('${role_arn}'), timeout: 50 })).toEqual({
      type: 'aws_proxy',
      httpMethod: 'POST',
      uri: '${invoke_arn}',
      credentials: '${role_arn}',
      timeoutInMillis: 50,
    });
  });
});

describe('async', () => {
  it('answers 202 at once', () => {
    expect(render({ mode: 'async', requestTemplates: { 'application/json': '{}' } }, '201')).toEqual({
      type: 'aws',
      httpMethod: 'POST',
      uri: '${invoke_arn}',
      passthroughBehavior: 'never',
      requestTemplates: { 'application/json': '{}' },
      requestParameters: { 'integration.request.header.X-Amz-Invocation-Type': "'Event'" },
      responses: { default: { statusCode: '202' } },
    });
  });
});

describe('custom', () => {
  it('without responses answers the documented success, and 500 for a function that fails', () => {
    const integration = render({ mode: 'custom' }, '201');
    expect(integration).toEqual({
      type: 'aws',
      httpMethod: 'POST',
      uri: '${invoke_arn}',
      passthroughBehavior: 'when_no_templates',
      responses: {
        default: { statusCode: '201' },
        '[\\s\\S]+': {
          statusCode: '500',
          responseTemplates: { 'application/json': '{"message":"Internal server error"}' },
        },
      },
    });
    expect(statusOf(integration)).toEqual(['201']);
    expect(statusOf(integration, 'boom\nat line 3')).toEqual(['500']);
  });

  const mapped = render({
    mode: 'custom',
    responses: {
      default: {
        statusCode: 201,
        responseParameters: { 'method.response.header.X': parseDeployValue("'${x}'") },
      },
      'NotFound: .*': { statusCode: 404 },
      'Bad|Worse': {
        statusCode: '400',
        responseTemplates: { 'text/plain': '${x}' },
        contentHandling: 'CONVERT_TO_TEXT',
      },
    },
  });

  it('gives each error message exactly one answer', () => {
    expect(statusOf(mapped)).toEqual(['201']);
    expect(statusOf(mapped, 'NotFound: user')).toEqual(['404']);
    expect(statusOf(mapped, 'Bad')).toEqual(['400']);
    expect(statusOf(mapped, 'Worse')).toEqual(['400']);
    expect(statusOf(mapped, 'Badly')).toEqual(['500']);
    expect(statusOf(mapped, 'NotFound: a\nb')).toEqual(['500']);
    expect(statusOf(mapped, 'else')).toEqual(['500']);
  });

  it('shows the message of an expected error only, and what is given', () => {
    expect(mapped.responses).toMatchObject({
      default: { statusCode: '201', responseParameters: { 'method.response.header.X': "'${x}'" } },
      'NotFound: .*': {
        statusCode: '404',
        responseTemplates: { 'application/json': '{"message":$input.json(\'$.errorMessage\')}' },
      },
      'Bad|Worse': {
        statusCode: '400',
        responseTemplates: { 'text/plain': '${x}' },
        contentHandling: 'CONVERT_TO_TEXT',
      },
    });
  });

  it('keeps each status for one answer', () => {
    const { responses } = render({ mode: 'custom', responses: { 'Down: .*': { statusCode: 500 } } });
    const statuses = Object.values(responses!).map(({ statusCode }) => statusCode);
    expect(statuses).toEqual(['500', '200', '502']);
  });
});
