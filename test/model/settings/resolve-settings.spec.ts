import { describe, expect, it } from '@jest/globals';
import type { AwsGatewayOptions } from 'nestjs-aws-gateway';
import { resolveSettings } from '../../../lib/model/settings/resolve-settings.js';
import { parseDeployValue } from '../../../lib/values/deploy-value.js';

const STATEMENT = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke' };

describe('resolveSettings', () => {
  it('leaves region, partition and account to API Gateway’s own variables', () => {
    expect(resolveSettings({})).toEqual({
      faults: [],
      settings: {
        gateway: 'rest-api',
        inlineIntegrations: false,
        kong: { dialect: 'deck', consumers: [] },
        region: { '@deploy': [{ variable: 'AWS::Region' }] },
        requireAuthorizer: false,
        stage: {},
        usagePlans: {},
        models: 'used',
        documentation: true,
        documentErrors: false,
        limits: {},
        partition: { '@deploy': [{ variable: 'AWS::Partition' }] },
        accountId: { '@deploy': [{ variable: 'AWS::AccountId' }] },
      },
    });
  });

  it('reads every option', () => {
    const { settings, faults } = resolveSettings({
      region: '${region}',
      partition: 'aws-cn',
      accountId: '123456789012',
      credentials: '${role}',
      binaryMediaTypes: ['*/*', '*/*'],
      minimumCompressionSize: 0,
      apiKeySource: 'HEADER',
      policy: { Statement: [{ ...STATEMENT, Resource: '${arn}' }] },
      gatewayResponses: {
        UNAUTHORIZED: {
          statusCode: 401,
          responseParameters: { a: "'${x}'" },
          responseTemplates: { 'a/b': '${x}' },
        },
      },
      endpoint: { disableExecuteApiEndpoint: false, vpcEndpointIds: ['${id}'] },
      requireAuthorizer: true,
      models: 'all',
      documentation: false,
      documentErrors: true,
      limits: { resources: 500 },
      throttle: { rate: 0.5, burst: 1 },
      cache: { ttl: 1 },
      logging: { level: 'OFF' },
      usagePlans: { partner: { quota: { limit: 1, period: 'DAY' } } },
    });
    expect(faults).toEqual([]);
    expect(settings).toEqual({
      gateway: 'rest-api',
      inlineIntegrations: false,
      kong: { dialect: 'deck', consumers: [] },
      region: parseDeployValue('${region}'),
      requireAuthorizer: true,
      // A cache is of routes.
      stage: { throttle: { rate: 0.5, burst: 1 }, logging: { level: 'OFF' } },
      usagePlans: { partner: { quota: { limit: 1, period: 'DAY' } } },
      models: 'all',
      documentation: false,
      documentErrors: true,
      limits: { resources: 500 },
      partition: parseDeployValue('aws-cn'),
      accountId: parseDeployValue('123456789012'),
      credentials: parseDeployValue('${role}'),
      binaryMediaTypes: [parseDeployValue('*/*')],
      minimumCompressionSize: 0,
      apiKeySource: 'HEADER',
      policy: { Statement: [{ ...STATEMENT, Resource: parseDeployValue('${arn}') }] },
      gatewayResponses: {
        UNAUTHORIZED: {
          statusCode: 401,
          responseParameters: { a: parseDeployValue("'${x}'") },
          responseTemplates: { 'a/b': parseDeployValue('${x}') },
        },
      },
      endpoint: { disableExecuteApiEndpoint: false, vpcEndpointIds: [parseDeployValue('${id}')] },
    });
  });

  const circular: Record<string, unknown> = {};
  circular['self'] = circular;

  it.each<[keyof AwsGatewayOptions, unknown]>([
    ['region', 3],
    ['region', 'eu west'],
    ['region', 'europe'],
    ['region', 'eu-middle-1'],
    ['partition', 'aws-uk'],
    ['accountId', '1234'],
    ['credentials', 'role'],
    ['binaryMediaTypes', ['png']],
    ['minimumCompressionSize', 10_485_761],
    ['apiKeySource', 'QUERY'],
    ['policy', 'text'],
    ['policy', { Version: '2012-10-17' }],
    ['policy', { Statement: [] }],
    ['policy', { Statement: [{ ...STATEMENT, Resource: '*', Effect: undefined }] }],
    ['policy', { Statement: [{ ...STATEMENT, Resource: '*', Principal: undefined }] }],
    ['policy', { Statement: [{ ...STATEMENT, Resource: '*', Principal: 'arn:aws:iam::111122223333:root' }] }],
    ['policy', { Statement: [{ ...STATEMENT, Resource: '*', NotAction: 'a' }] }],
    ['policy', circular],
    ['gatewayResponses', { TEAPOT: {} }],
    ['gatewayResponses', { UNAUTHORIZED: { statusCode: 99 } }],
    ['gatewayResponses', { UNAUTHORIZED: { headers: {} } }],
    ['endpoint', { types: ['EDGE'] }],
    ['endpoint', { ipAddressType: 'ipv6' }],
    ['endpoint', { vpcEndpointIds: ['endpoint-1'] }],
    ['apiKey', 'yes'],
    ['validation', 'everything'],
    ['integration', null],
    ['integration', { kind: 'toString' }],
  ])('refuses %s: %p, and goes on without it', (name, value) => {
    const { settings, faults } = resolveSettings({ [name]: value } as AwsGatewayOptions);
    expect(faults).toHaveLength(1);
    expect(settings).toEqual(resolveSettings({}).settings);
  });

  it.each([null, 3, 'text', []])('refuses %p instead of options', (given) => {
    const { faults, settings } = resolveSettings(given as never);
    expect(faults.map(({ code }) => code)).toEqual(['invalid-option']);
    expect(settings).toEqual(resolveSettings({}).settings);
  });

  it.each([
    ['eu-west-1', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['${region}', 'aws-cn'],
  ])('takes the region %s in the partition %s', (region, partition) => {
    expect(resolveSettings({ region, partition }).faults).toEqual([]);
  });

  it.each([
    ['eu-central-1', 'aws-cn'],
    ['cn-north-1', 'aws'],
  ])('refuses the region %s in the partition %s', (region, partition) => {
    expect(resolveSettings({ region, partition }).faults.map(({ code }) => code)).toEqual([
      'conflicting-options',
    ]);
  });

  it.each([
    [{ ipAddressType: 'ipv4', vpcEndpointIds: ['vpce-0123456789abcdef0'] }, ['conflicting-options']],
    [{ ipAddressType: 'dualstack', vpcEndpointIds: ['${endpoint_id}'] }, []],
    [{ ipAddressType: 'ipv4', vpcEndpointIds: [] }, []],
  ] as const)('takes the addresses of a private API: %p, %p', (endpoint, codes) => {
    expect(resolveSettings({ endpoint }).faults.map(({ code }) => code)).toEqual(codes);
  });
});
