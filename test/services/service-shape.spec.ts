import { describe, expect, it } from '@jest/globals';
import {
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  fromStage,
  fromAuthorizer,
  text,
  vtl,
} from 'nestjs-aws-gateway';
import { checkOptions } from '../../lib/options/option-shape.js';
import type { ServiceKind } from '../../lib/services/service-integrations.js';
import { serviceShape } from '../../lib/services/service-shape.js';
import { SERVICES } from '../../lib/services/services.js';

const at = { controller: 'A' };
/** The codes of the faults, each with the name of the option that its message speaks of. */
const faultsOf = (kind: ServiceKind, options: unknown): readonly string[] =>
  checkOptions('@X', options, serviceShape(kind, options), at).map(
    ({ code, message }) => `${code} ${/`(\w+)`/.exec(message)?.[1]}`,
  );

const item = (key: object): readonly string[] =>
  faultsOf('dynamodb', { action: 'GetItem', table: 'tab', key });
const query = (key: object): readonly string[] =>
  faultsOf('dynamodb', { action: 'Query', table: 'tab', key });
const put = (condition: unknown): readonly string[] =>
  faultsOf('dynamodb', { action: 'PutItem', table: 'tab', condition });
const scan = (limit: unknown): readonly string[] =>
  faultsOf('dynamodb', { action: 'Scan', table: 'tab', limit });

/** The least that each action takes. */
const LEAST: readonly (readonly [ServiceKind, Readonly<Record<string, unknown>>])[] = [
  ['dynamodb', { action: 'GetItem', table: 'tab', key: { pk: 'a' } }],
  ['dynamodb', { action: 'PutItem', table: 'tab' }],
  ['dynamodb', { action: 'UpdateItem', table: 'tab', key: { pk: 'a' } }],
  ['dynamodb', { action: 'DeleteItem', table: 'tab', key: { pk: 'a' } }],
  ['dynamodb', { action: 'Query', table: 'tab', key: { pk: 'a' } }],
  ['dynamodb', { action: 'Scan', table: 'tab' }],
  ['s3', { action: 'GetObject', bucket: 'bkt', key: 'k' }],
  ['s3', { action: 'PutObject', bucket: 'bkt', key: 'k' }],
  ['s3', { action: 'DeleteObject', bucket: 'bkt', key: 'k' }],
  ['s3', { action: 'ListObjects', bucket: 'bkt' }],
  ['sns', { topicArn: 'arn:aws:sns:eu-west-1:111122223333:t', message: 'm' }],
  ['sqs', { message: 'm' }],
  ['step-functions', { action: 'StartExecution', stateMachineArn: '${m}' }],
  ['step-functions', { action: 'StartSyncExecution', stateMachineArn: '${m}' }],
  ['step-functions', { action: 'DescribeExecution', stateMachineArn: '${m}', name: 'n' }],
  ['step-functions', { action: 'StopExecution', stateMachineArn: '${m}', name: 'n' }],
  ['eventbridge', { source: 's', detailType: 'd' }],
  ['kinesis', { stream: 's', partitionKey: 'p', data: 'd' }],
  ['kinesis', { action: 'PutRecords', stream: 's', partitionKey: 'p', records: fromBody('$.r') }],
  ['service', { service: 'ssm' }],
];

describe('serviceShape', () => {
  it('speaks of every action', () => {
    const actions = Object.entries(SERVICES).map(([kind, { actions: names }]) => [
      kind,
      Object.keys(names).length,
    ]);
    const tried = Object.keys(SERVICES).map((kind) => [
      kind,
      LEAST.filter(([other]) => other === kind).length,
    ]);
    expect(tried).toEqual(actions);
  });

  it.each(LEAST)('%s takes %j, and all of it is needed', (kind, options) => {
    const pairs: Partial<Record<ServiceKind, object>> = { sqs: { queueName: 'q' }, service: { action: 'A' } };
    const whole = { ...options, ...pairs[kind] };
    expect(faultsOf(kind, whole)).toEqual([]);
    const needed = Object.keys(whole).filter((name) => name !== 'action' || kind === 'service');
    for (const name of needed) {
      expect(faultsOf(kind, { ...whole, [name]: undefined })).toEqual([
        expect.stringMatching(/^(invalid-option|invalid-deploy-value) \w+$/),
      ]);
    }
  });

  it.each(LEAST)('%s refuses what %j does not know', (kind, options) => {
    expect(faultsOf(kind, { ...options, color: 'red' })).toContain('unknown-option color');
  });

  it('judges nothing beside an unknown action', () => {
    expect(faultsOf('dynamodb', { action: 'Purge', table: 7, color: 'red' })).toEqual([
      'invalid-option action',
    ]);
    expect(faultsOf('s3', { bucket: 'bkt' })).toEqual(['invalid-option action']);
    expect(faultsOf('kinesis', { action: 'toString', stream: 's' })).toEqual(['invalid-option action']);
  });

  it('takes each kind of value where a value belongs', () => {
    const values = [
      'fixed ${placeholder}',
      fromPath('a-b'),
      fromQuery('a.b'),
      fromHeader('X-A'),
      fromBody('$.a_b[0].c-d'),
      fromContext('identity.sourceIp'),
      fromAuthorizer('claims.custom:tenant'),
      fromAuthorizer('1st'),
      fromAuthorizer('_id'),
      fromStage('stage_1'),
      text`a${fromPath('b')}`,
      vtl('$anything("at all")'),
    ];
    for (const subject of values)
      expect(faultsOf('sns', { topicArn: '${t}', message: 'm', subject })).toEqual([]);
  });

  it('refuses names that a template would read as code', () => {
    const values = [
      fromPath("a')"),
      fromQuery('a b'),
      fromHeader(''),
      fromBody('$[?(@.a)]'),
      fromBody("$['a']"),
      fromBody('a'),
      fromBody('$..a'),
      fromContext('a.$b'),
      fromContext('a()'),
      fromAuthorizer("x'"),
      fromStage('a.b'),
      text`a${fromPath("b'")}`,
      { '@request': 'path' },
      { '@request': 'cookie', name: 'a' },
      { '@request': 'text', parts: 'a' },
      { '@request': 'vtl' },
      7,
      null,
    ];
    for (const subject of values) {
      expect(faultsOf('sns', { topicArn: '${t}', message: 'm', subject })).toEqual([
        'invalid-option subject',
      ]);
    }
  });

  it.each([
    ['sqs', { queueName: 'a.b', message: 'm' }, 'queueName'],
    ['sqs', { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/a.b', message: 'm' }, 'queueUrl'],
    ['sqs', { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/1111/jobs', message: 'm' }, 'queueUrl'],
  ] as const)('refuses a name that %s in %j cannot have', (kind, options, option) => {
    expect(faultsOf(kind, options)).toEqual([`invalid-deploy-value ${option}`]);
  });

  it.each([
    ['dynamodb', { action: 'Scan', table: '${t}', index: '${i}' }],
    ['s3', { action: 'GetObject', bucket: 'a-${e}', key: 'k' }],
    ['sqs', { queueName: 'jobs-${e}.fifo', message: 'm' }],
    ['sqs', { queueUrl: 'https://sqs.${AWS::Region}.amazonaws.com/${account}/jobs.fifo', message: 'm' }],
    ['sqs', { queueUrl: 'http://localhost:9324/queue/jobs', message: 'm' }],
  ] as const)('takes the name of %s in %j', (kind, options) => {
    expect(faultsOf(kind, options)).toEqual([]);
  });

  it('takes JSON with values in it, and nothing that JSON does not have', () => {
    const message = { a: [1, true, null, fromBody('$.a'), { b: text`${fromPath('c')}` }] };
    expect(faultsOf('sns', { topicArn: '${t}', message })).toEqual([]);
    for (const bad of [() => 1, { a: undefined }, { a: fromBody('x') }, [Symbol.iterator]]) {
      expect(faultsOf('sns', { topicArn: '${t}', message: bad })).toEqual(['invalid-option message']);
    }
  });

  it('takes attributes with their types', () => {
    expect(item({ pk: { N: fromPath('n') }, sk: { B: 'eA==' } })).toEqual([]);
    const attributes = { a: { BOOL: true }, b: { NULL: true }, c: '' };
    expect(faultsOf('dynamodb', { action: 'PutItem', table: 'tab', attributes })).toEqual([]);
    for (const bad of [{}, { pk: 7 }, { pk: { M: {} } }, { pk: { S: 'a', N: '1' } }, { pk: { BOOL: 'x' } }]) {
      expect(item(bad)).toEqual(['invalid-option key']);
    }
  });

  it('takes one partition key, and one condition on the sort key', () => {
    for (const sk of [
      { beginsWith: 'a' },
      { between: ['a', { N: '1' }] },
      { atLeast: fromQuery('a') },
      'a',
    ]) {
      expect(query({ pk: 'a', sk })).toEqual([]);
    }
    for (const bad of [
      {},
      { pk: { beginsWith: 'a' } },
      { pk: 'a', sk: { between: ['a'] } },
      { pk: 'a', sk: { like: 'a' } },
      { pk: 'a', sk: 'b', x: 'c' },
    ]) {
      expect(query(bad)).toEqual(['invalid-option key']);
    }
  });

  it.each<[ServiceKind, object, string]>([
    ['sqs', { queueName: 'jobs-*', message: 'm' }, 'queueName'],
    ['kinesis', { stream: 's?', partitionKey: 'p', data: 'd' }, 'stream'],
    ['dynamodb', { action: 'Scan', table: "t'" }, 'table'],
    ['dynamodb', { action: 'Scan', table: 'tab', index: 'a b' }, 'index'],
    [
      'dynamodb',
      { action: 'Scan', table: 'arn:aws:dynamodb:eu-west-1:111122223333:table/t/index/i' },
      'table',
    ],
    ['eventbridge', { eventBus: 'bus*', source: 's', detailType: 'd' }, 'eventBus'],
    ['sns', { topicArn: 'arn:aws:sns:eu-west-1:111122223333:*', message: 'm' }, 'topicArn'],
    [
      'sns',
      { topicArn: '${t}', message: 'm', kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:alias/k' },
      'kmsKeyArn',
    ],
    [
      'step-functions',
      { action: 'StartExecution', stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:execution:m:n' },
      'stateMachineArn',
    ],
    ['sqs', { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/1234/q', message: 'm' }, 'queueUrl'],
  ])('refuses names that AWS has no resource of: %s %j', (kind, options, option) => {
    expect(faultsOf(kind, options)).toEqual([`invalid-deploy-value ${option}`]);
  });

  it.each<[ServiceKind, object, string]>([
    ['s3', { action: 'GetObject', bucket: 'bkt', key: '' }, 'key'],
    ['s3', { action: 'GetObject', bucket: 'bkt', key: '../other/secret' }, 'key'],
    ['s3', { action: 'DeleteObject', bucket: 'bkt', key: 'a/..' }, 'key'],
    ['s3', { action: 'PutObject', bucket: 'bkt', key: 'a'.repeat(1025) }, 'key'],
    ['service', { service: 'ssm', path: '' }, 'path'],
    ['service', { service: 's3', path: 'b/./k' }, 'path'],
    ['sqs', { queueUrl: '${q}', message: '' }, 'message'],
    ['sqs', { queueUrl: '${q}', message: 'm', groupId: '' }, 'groupId'],
    ['sqs', { queueUrl: '${q}', message: 'm', deduplicationId: 'a b' }, 'deduplicationId'],
    ['sqs', { queueUrl: '${q}', message: 'm', attributes: { 'AWS.a': 'x' } }, 'attributes'],
    ['sqs', { queueUrl: '${q}', message: 'm', attributes: { a: '' } }, 'attributes'],
    ['sns', { topicArn: '${t}', message: 'm', attributes: { 'a b': 'x' } }, 'attributes'],
    ['sns', { topicArn: '${t}', message: '' }, 'message'],
    ['sns', { topicArn: '${t}', message: 'm', subject: 'a\nb' }, 'subject'],
    ['sns', { topicArn: '${t}', message: 'm', subject: 'a'.repeat(101) }, 'subject'],
    ['eventbridge', { source: '', detailType: 'd' }, 'source'],
    ['eventbridge', { source: 's', detailType: 'd'.repeat(129) }, 'detailType'],
    ['kinesis', { stream: 's', partitionKey: '', data: 'd' }, 'partitionKey'],
    ['step-functions', { action: 'StartExecution', stateMachineArn: '${m}', name: 'a b' }, 'name'],
    ['step-functions', { action: 'StartExecution', stateMachineArn: '${m}', name: 'a'.repeat(81) }, 'name'],
  ])('refuses text that the service refuses: %s %j', (kind, options, option) => {
    expect(faultsOf(kind, options)).toEqual([`invalid-option ${option}`]);
  });

  it.each([
    { pk: '' },
    { pk: { S: '' } },
    { '': 'a' },
    { pk: { N: 'x' } },
    { pk: { B: 'é' } },
    { pk: { BOOL: true } },
    { a: 'x', b: 'x', c: 'x' },
  ])('refuses the key %j', (key) => {
    expect(item(key)).toEqual(['invalid-option key']);
  });

  it.each<[ServiceKind, object, string, number]>([
    ['dynamodb', { action: 'GetItem', key: { pk: 'a' } }, 'table', 255],
    ['s3', { action: 'GetObject', key: '..a/...' }, 'bucket', 255],
    ['sqs', { message: 'm' }, 'queueName', 80],
    ['kinesis', { partitionKey: 'k', data: 'd' }, 'stream', 128],
    ['eventbridge', { source: 's', detailType: 'd' }, 'eventBus', 256],
  ])('%s %j takes a `%s` of %i characters and no more', (kind, options, option, most) => {
    const faults = (length: number): readonly string[] =>
      faultsOf(kind, { ...options, [option]: 'a'.repeat(length) });
    expect([faults(most), faults(most + 1)]).toEqual([[], [`invalid-deploy-value ${option}`]]);
    expect(faultsOf(kind, { ...options, [option]: `a-$\{${'b'.repeat(most)}}` })).toEqual([]);
  });

  it('takes text with placeholders, which is known later', () => {
    expect(item({ pk: { N: '${n}' }, sk: { B: '${b}' } })).toEqual([]);
    const run = { action: 'StartExecution', stateMachineArn: '${m}', name: 'run ${n}' };
    expect(faultsOf('step-functions', run)).toEqual([]);
    expect(put({ expression: '', names: {} })).toEqual(['invalid-option condition']);
  });

  it('takes permissions that IAM takes', () => {
    const call = { service: 'ssm', action: 'GetParameter' };
    const permissions = (actions: unknown, resources: unknown): readonly string[] =>
      faultsOf('service', { ...call, permissions: [{ actions, resources }] });
    for (const action of ['ssm:GetParameter', 'ssm:Get*', '*', '${action}'])
      expect(permissions([action], ['*'])).toEqual([]);
    for (const actions of [[], ['GetParameter'], [''], 'ssm:GetParameter'])
      expect(permissions(actions, ['*'])).toEqual(['invalid-option permissions']);
    expect(permissions(['ssm:GetParameter'], [])).toEqual(['invalid-option permissions']);
    expect(permissions(['ssm:GetParameter'], [''])).toEqual(['invalid-option permissions']);
  });

  it('takes conditions by word or by expression', () => {
    for (const fit of [
      'absent',
      'present',
      { expression: '#a = :a', names: { '#a': 'a' }, values: { ':a': 'x' } },
    ]) {
      expect(put(fit)).toEqual([]);
    }
    for (const bad of [
      'none',
      'maybe',
      {},
      { expression: 'a', name: {} },
      { expression: 'a', values: { ':a': 7 } },
    ]) {
      expect(put(bad)).toEqual(['invalid-option condition']);
    }
  });

  it('knows the limits of numbers, and takes a value of the request for them', () => {
    for (const fit of [1, 1000, fromQuery('limit')]) expect(scan(fit)).toEqual([]);
    for (const bad of [0, 1001, 1.5, '10', text`${fromQuery('limit')}`, vtl('1')]) {
      expect(scan(bad)).toEqual(['invalid-option limit']);
    }
  });
});
