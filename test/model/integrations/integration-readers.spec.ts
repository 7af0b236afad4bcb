import { describe, expect, it } from '@jest/globals';
import type { HttpIntegration, Integration } from '../../../lib/model/integrations/integration.js';
import type { Place } from '../../../lib/model/routes/route.js';
import type { OptionFault } from '../../../lib/options/option-fault.js';
import { INTEGRATION_READERS } from '../../../lib/model/integrations/integration-readers.js';
import type { DecoratorOf } from '../../../lib/decorators/decorator-metadata.js';
import { formatDeployValue, parseDeployValue } from '../../../lib/values/deploy-value.js';

const PLACE: Place = {
  controller: 'PetsController',
  handler: 'read',
  method: 'get',
  path: '/v1/pets/{id}/{rest+}',
};
type Decorator = DecoratorOf<'integration'>;
const resolve = (
  decorator: Decorator,
  given: unknown,
  place = PLACE,
): Integration | readonly OptionFault[] => {
  const { value, faults } = INTEGRATION_READERS[decorator]({ decorator, args: [given] }, {});
  return value ? value(place) : faults;
};
const faultsOf = (decorator: Decorator, given: unknown): readonly string[] =>
  (resolve(decorator, given) as readonly OptionFault[]).map(({ code, message }) => `${code}: ${message}`);

describe('@AwsLambda', () => {
  it('takes a string for the ARN of the function', () => {
    expect(resolve('AwsLambda', '${arn}')).toEqual({
      kind: 'lambda',
      mode: 'proxy',
      function: { functionArn: parseDeployValue('${arn}') },
    });
  });

  it('reads every option; templates are text', () => {
    expect(
      resolve('AwsLambda', {
        invokeArn: '${arn}',
        mode: 'custom',
        credentials: '${role}',
        timeout: 50,
        requestTemplates: { 'application/json': '${x}' },
        responses: {
          default: {
            statusCode: 200,
            responseTemplates: { 'application/json': '${x}' },
            responseParameters: { 'method.response.header.X': "'${x}'" },
          },
        },
      }),
    ).toEqual({
      kind: 'lambda',
      mode: 'custom',
      function: { invokeArn: parseDeployValue('${arn}') },
      credentials: parseDeployValue('${role}'),
      timeout: 50,
      requestTemplates: { 'application/json': '${x}' },
      responses: {
        default: {
          statusCode: 200,
          responseTemplates: { 'application/json': '${x}' },
          responseParameters: { 'method.response.header.X': parseDeployValue("'${x}'") },
        },
      },
    });
  });

  it('refuses what has no effect in its mode', () => {
    expect(faultsOf('AwsLambda', { functionArn: '${a}', mode: 'async', responses: {} })).toEqual([
      "conflicting-options: the option `responses` of `@AwsLambda` has no effect with `mode: 'async'`",
    ]);
  });

  it.each([
    [{ mode: 'proxy', requestTemplates: {} }, 'custom'],
    [{ mode: 'proxy', responses: {} }, 'custom'],
    [{ mode: 'async', responses: {} }, 'custom'],
    [{ mode: 'async', payloadFormat: '2.0' }, 'proxy'],
    [{ mode: 'custom', payloadFormat: '1.0' }, 'proxy'],
  ])('advises for %j a mode that takes the option', (options, mode) => {
    const given = { functionArn: '${a}', ...options };
    expect(resolve('AwsLambda', given)).toMatchObject([
      { fix: expect.stringMatching(`set \`mode: '${mode}'\``) as unknown },
    ]);
    expect(resolve('AwsLambda', { ...given, mode })).toMatchObject({ kind: 'lambda', mode });
  });

  it.each([
    { default: {} },
    { default: { statusCode: 99 } },
    { x: 3 },
    { x: { statusCode: 200, responseTemplates: { a: 1 } } },
  ])('refuses the responses %j', (responses) => {
    expect(faultsOf('AwsLambda', { functionArn: '${a}', mode: 'custom', responses })).toHaveLength(1);
  });
});

describe('@AwsHttp', () => {
  it('appends the final path to the base URL, and names its variables', () => {
    expect(resolve('AwsHttp', 'https://${host}/base/')).toEqual({
      kind: 'http',
      url: parseDeployValue('https://${host}/base/v1/pets/{id}/{rest}'),
      baseUrl: parseDeployValue('https://${host}/base'),
      method: 'GET',
      pathParameters: ['id', 'rest'],
      insecureSkipVerification: false,
    });
    expect(resolve('AwsHttp', 'https://a', { ...PLACE, path: '/' })).toMatchObject({
      url: parseDeployValue('https://a/'),
      pathParameters: [],
    });
  });

  it.each([
    ['https://${host}/v1/pets/{id}/{rest}', 'https://${host}'],
    ['${base}/v1/pets/{id}/{rest}', '${base}'],
    ['https://a/v1/pets/{id}', undefined],
    ['https://a${path}', undefined],
  ])('finds the base of the exact URL %s: %s', (url, base) => {
    const { baseUrl } = resolve('AwsHttp', { url }) as HttpIntegration;
    expect(baseUrl && formatDeployValue(baseUrl)).toBe(base);
  });

  it('takes an exact URL as it is', () => {
    expect(
      resolve('AwsHttp', {
        url: 'https://a/{id}/{id}?v=${v}&r=${AWS::Region}',
        method: 'POST',
        vpcLink: '${link}',
        timeout: 50,
        insecureSkipVerification: true,
      }),
    ).toEqual({
      kind: 'http',
      url: parseDeployValue('https://a/{id}/{id}?v=${v}&r=${AWS::Region}'),
      method: 'POST',
      pathParameters: ['id'],
      vpcLink: parseDeployValue('${link}'),
      timeout: 50,
      insecureSkipVerification: true,
    });
  });

  it('forwards the method of an any-method route', () => {
    expect(resolve('AwsHttp', 'https://a', { ...PLACE, method: 'any' })).toMatchObject({ method: 'ANY' });
  });
});

describe('@AwsMock', () => {
  it('answers 200 without a body', () => {
    expect(resolve('AwsMock', {})).toEqual({ kind: 'mock', status: 200, headers: {} });
  });

  it('writes a body as JSON, and a string as it is', () => {
    expect(resolve('AwsMock', { body: { a: '${x}' } })).toMatchObject({
      body: { contentType: 'application/json', json: true, text: parseDeployValue('{"a":"${x}"}') },
    });
    expect(resolve('AwsMock', { body: 'a ${x}' })).toMatchObject({
      body: { contentType: 'text/plain', json: false, text: parseDeployValue('a ${x}') },
    });
    for (const body of [null, false, 0, '', []]) expect(resolve('AwsMock', { body })).toHaveProperty('body');
  });

  it('takes the type of the body from its headers', () => {
    expect(resolve('AwsMock', { body: '<p>', headers: { 'CONTENT-type': 'text/html' } })).toMatchObject({
      body: { contentType: 'text/html' },
      headers: { 'CONTENT-type': parseDeployValue('text/html') },
    });
  });
});

describe('@AwsIntegration', () => {
  it('reads placeholders outside templates', () => {
    const object = {
      type: 'aws',
      uri: '${uri}',
      httpMethod: 'POST',
      cacheNamespace: '${x}',
      requestTemplates: { 'application/json': '${x}' },
      responses: { default: { statusCode: 200, responseTemplates: { 'application/json': '${x}' } } },
    };
    expect(resolve('AwsIntegration', object)).toEqual({
      kind: 'raw',
      object: { ...object, uri: parseDeployValue('${uri}'), cacheNamespace: parseDeployValue('${x}') },
    });
  });

  const circular: Record<string, unknown> = { type: 'mock' };
  circular['responses'] = { default: { statusCode: 200, responseTemplates: circular } };

  it.each<[string, unknown]>([
    ['no type', {}],
    ['another type', { type: 'grpc' }],
    ['responses that are none', { type: 'mock', responses: 'x' }],
    ['a response that is none', { type: 'mock', responses: { default: null } }],
    ['a response without a status', { type: 'mock', responses: { default: {} } }],
    ['templates that are no text', { type: 'mock', requestTemplates: { 'application/json': {} } }],
    [
      'parameters that are no text',
      { type: 'mock', requestParameters: { 'integration.request.header.X': true } },
    ],
    ['what JSON cannot say', circular],
  ])('refuses %s', (_, given) => {
    expect(faultsOf('AwsIntegration', given)).toEqual([expect.stringMatching(/^invalid-option: /)]);
  });
});
