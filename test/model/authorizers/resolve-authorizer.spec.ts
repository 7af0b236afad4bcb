import { describe, expect, it } from '@jest/globals';
import { CognitoAuthorizer, IamAuthorizer, JwtAuthorizer, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { resolveAuthorizer } from '../../../lib/model/authorizers/resolve-authorizer.js';
import { parseDeployValue } from '../../../lib/values/deploy-value.js';

const resolve = (given: unknown) => resolveAuthorizer(given, '@AwsAuthorizer', {});
const codes = (given: unknown): readonly string[] => resolve(given).faults.map(({ code }) => code);

const one = (value: string) => [parseDeployValue(value)];
const schemeOf = (
  ...identitySources: readonly (
    'header.X-A' | 'query.sig' | 'context.identity.sourceIp' | 'header.authorization'
  )[]
) =>
  resolve(new LambdaAuthorizer({ name: 'a', functionArn: '${a}', identitySources })).authorizer?.publicScheme;

describe('resolveAuthorizer', () => {
  it('reads a request authorizer with its defaults', () => {
    expect(resolve(new LambdaAuthorizer({ name: 'bearer', functionArn: '${arn}' }))).toEqual({
      faults: [],
      authorizer: {
        kind: 'lambda',
        name: parseDeployValue('bearer'),
        type: 'request',
        function: { functionArn: parseDeployValue('${arn}') },
        identitySources: [{ from: 'header', name: 'Authorization' }],
        publicScheme: { type: 'http', scheme: 'bearer' },
      },
    });
  });

  it('reads each entry of a list once', () => {
    expect(
      resolve(
        new LambdaAuthorizer({
          name: 'a',
          functionArn: '${a}',
          identitySources: ['header.A', 'query.b', 'header.A'],
        }),
      ).authorizer,
    ).toMatchObject({
      identitySources: [
        { from: 'header', name: 'A' },
        { from: 'query', name: 'b' },
      ],
    });
    expect(
      resolve(
        new CognitoAuthorizer({ name: 'c', userPoolArns: ['${p}', '${p}'], clientIds: ['${i}', '${i}'] }),
      ).authorizer,
    ).toMatchObject({ userPoolArns: one('${p}'), clientIds: one('${i}') });
    expect(
      resolve(new JwtAuthorizer({ name: 'j', issuer: 'https://id.example.com', audience: ['x', 'x'] }))
        .authorizer,
    ).toMatchObject({ audience: one('x') });
  });

  it('reads every option of a token authorizer', () => {
    const authorizer = new LambdaAuthorizer({
      name: '${name}',
      invokeArn: '${arn}',
      type: 'token',
      credentials: '${role}',
      identitySources: ['header.X-Token'],
      resultTtl: 3600,
      identityValidationExpression: '^[${x}]$',
      publicScheme: { type: 'http', scheme: 'digest' },
    });
    expect(resolve(authorizer).authorizer).toEqual({
      kind: 'lambda',
      name: parseDeployValue('${name}'),
      type: 'token',
      function: { invokeArn: parseDeployValue('${arn}') },
      credentials: parseDeployValue('${role}'),
      identitySources: [{ from: 'header', name: 'X-Token' }],
      resultTtl: 3600,
      identityValidationExpression: '^[${x}]$',
      publicScheme: { type: 'http', scheme: 'digest' },
    });
  });

  it('shows a client the first header or query source', () => {
    expect(schemeOf('context.identity.sourceIp', 'query.sig', 'header.X-A')).toEqual({
      type: 'apiKey',
      in: 'query',
      name: 'sig',
    });
    expect(schemeOf('header.X-A')).toEqual({ type: 'apiKey', in: 'header', name: 'X-A' });
    expect(schemeOf('header.authorization')).toEqual({ type: 'http', scheme: 'bearer' });
  });

  it('reads Cognito and IAM', () => {
    expect(resolve(new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${arn}'] })).authorizer).toEqual({
      kind: 'cognito',
      name: parseDeployValue('pool'),
      userPoolArns: [parseDeployValue('${arn}')],
      header: 'Authorization',
      publicScheme: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    });
    expect(resolve(new IamAuthorizer()).authorizer).toMatchObject({
      kind: 'iam',
      name: parseDeployValue('iam'),
    });
  });

  it('shows the description of any authorizer, before that of a scheme', () => {
    const description = 'Get a token from /login.';
    const publicScheme = {
      type: 'apiKey',
      in: 'header',
      name: 'Authorization',
      description: 'other',
    } as const;
    for (const given of [
      new IamAuthorizer({ description }),
      new IamAuthorizer({ description, publicScheme }),
      new LambdaAuthorizer({ name: 'a', functionArn: '${a}', description }),
      new CognitoAuthorizer({ name: 'c', userPoolArns: ['${pool}'], description }),
      new JwtAuthorizer({ name: 'j', issuer: 'https://id.example', audience: ['a'], description }),
    ]) {
      expect(resolve(given).authorizer?.publicScheme['description']).toBe(description);
    }
    expect(resolve(new IamAuthorizer({ description: 'see ${url}' })).faults).toHaveLength(1);
  });

  it('knows an authorizer by its kind, never by its class', () => {
    const plain: unknown = JSON.parse(JSON.stringify(new IamAuthorizer({ name: 'signed' })));
    expect(resolve(plain).authorizer).toMatchObject({ kind: 'iam', name: parseDeployValue('signed') });
  });

  const circular: Record<string, unknown> = { type: 'http' };
  circular['self'] = circular;

  it.each<[string, unknown, readonly string[]]>([
    ['undefined', undefined, ['invalid-option']],
    ['a class', LambdaAuthorizer, ['invalid-option']],
    ['another kind', { kind: 'oidc', options: {} }, ['invalid-option']],
    ['a kind of Object’s own', { kind: 'toString', options: {} }, ['invalid-option']],
    ['no options', { kind: 'lambda' }, ['invalid-option']],
    ['no function', { kind: 'lambda', options: { name: 'a' } }, ['invalid-deploy-value']],
    ['a name that is none', { kind: 'iam', options: { name: 'a b' } }, ['invalid-deploy-value']],
    ['no pools', { kind: 'cognito', options: { name: 'a', userPoolArns: [] } }, ['invalid-deploy-value']],
    [
      'a path source',
      { kind: 'lambda', options: { name: 'a', functionArn: '${a}', identitySources: ['path.id'] } },
      ['invalid-option'],
    ],
    [
      'a placeholder in public',
      { kind: 'iam', options: { publicScheme: { type: 'http', scheme: '${x}' } } },
      ['invalid-option'],
    ],
    ['a circular scheme', { kind: 'iam', options: { publicScheme: circular } }, ['invalid-option']],
    [
      'a token in a query',
      {
        kind: 'lambda',
        options: { name: 'a', functionArn: '${a}', type: 'token', identitySources: ['query.a'] },
      },
      ['conflicting-options'],
    ],
    [
      'nothing to keep answers by',
      { kind: 'lambda', options: { name: 'a', functionArn: '${a}', identitySources: [] } },
      ['conflicting-options'],
    ],
    [
      'an expression without effect',
      { kind: 'lambda', options: { name: 'a', functionArn: '${a}', identityValidationExpression: 'x' } },
      ['conflicting-options'],
    ],
  ])('refuses %s', (_, given, expected) => {
    expect(codes(given)).toEqual(expected);
    expect(resolve(given).authorizer).toBeUndefined();
  });

  it('takes an authorizer that keeps nothing without sources', () => {
    expect(
      codes(new LambdaAuthorizer({ name: 'a', functionArn: '${a}', identitySources: [], resultTtl: 0 })),
    ).toEqual([]);
  });
});
