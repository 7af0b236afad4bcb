import { describe, expect, it } from '@jest/globals';
import { fromBody, fromHeader } from 'nestjs-aws-gateway';
import { parseOptions } from '../../lib/services/parse-options.js';
import type { GivenServiceOptions, ServiceKind } from '../../lib/services/service-integrations.js';
import { SERVICES } from '../../lib/services/services.js';

const conflictsOf = <Kind extends ServiceKind>(kind: Kind, options: object): readonly string[] =>
  SERVICES[kind]
    .findConflicts(parseOptions(options) as GivenServiceOptions[Kind], '@X')
    .map(({ message }) => message);

const many = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`a${index}`, 'x']));
const put = { action: 'PutItem', table: 'tab', key: { pk: 'a' }, item: fromBody() };
const scan = { action: 'Scan', table: 'tab' };
const gone = { action: 'DeleteItem', table: 'tab', key: { pk: 'a' } };
const NAMES = { '#a': 'a', '#b_1': 'b' };
const fifo = { queueName: 'jobs.fifo', message: fromBody() };
const topic = { topicArn: 'arn:aws:sns:eu-west-1:111122223333:news.fifo', message: fromBody() };

describe('options that do not go together', () => {
  it.each([
    ['dynamodb', { ...put, attributes: { pk: 'b' } }, /`pk` in its `key` and in its `attributes`/],
    ['dynamodb', { ...put, action: 'UpdateItem', attributes: { pk: 'b' } }, /`pk` in its `key`/],
    ['dynamodb', { ...put, expiresIn: 5, attributes: { expiresAt: 'b' } }, /`expiresAt` twice/],
    ['dynamodb', { ...put, expiresIn: 5, expiresAttribute: 'pk' }, /`pk` twice/],
    ['dynamodb', { ...scan, filter: { expression: '#a = :b', values: { ':b': 'x' } } }, /uses `#a`.*`names`/],
    ['dynamodb', { ...scan, filter: { expression: 'a = :b' } }, /uses `:b`.*`values`/],
    ['dynamodb', { ...scan, filter: { expression: 'a = b', names: { '#b': 'b' } } }, /declares `#b`/],
    [
      'dynamodb',
      { ...gone, condition: { expression: 'a = :b', values: { ':b': '1', ':bc': '2' } } },
      /`:bc`/,
    ],
    ['dynamodb', { ...put, condition: { expression: 'a = :b ${and}' } }, /the `condition` of @X uses `:b`/],
    ['sqs', fifo, /without `groupId`/],
    ['sqs', { ...fifo, groupId: 'g', delay: 5 }, /delays a message/],
    ['sqs', { queueName: 'jobs', message: 'm', attributes: many(11) }, /11 attributes/],
    ['sns', topic, /without `groupId`/],
    [
      'service',
      { service: 'ssm', action: 'GetParameter', method: 'GET' },
      /`GetParameter` with `GET`: `ssm`/,
    ],
  ] as const)('of %s in %j are reported', (kind, options, message) => {
    expect(conflictsOf(kind, options)).toEqual([expect.stringMatching(message)]);
  });

  it.each([
    ['dynamodb', { ...put, expiresIn: 5, expiresAttribute: 'ttl', attributes: { expiresAt: 'b' } }],
    ['dynamodb', { ...scan, filter: { expression: '#a.#b_1 = :b', names: NAMES, values: { ':b': 'x' } } }],
    ['dynamodb', { ...scan, filter: { expression: '${filter}', values: { ':b': 'x' } } }],
    ['dynamodb', { ...gone, condition: 'present' }],
    ['sqs', { ...fifo, groupId: fromHeader('X-Group') }],
    ['service', { service: 'sqs', action: 'ReceiveMessage', method: 'GET' }],
    ['service', { service: 'ssm', path: 'parameters', method: 'GET' }],
    ['sqs', { queueName: 'jobs', message: 'm', delay: 5, attributes: many(10) }],
    ['sqs', { queueUrl: '${jobs_url}', message: 'm', delay: 5 }],
    ['sqs', { queueName: 'jobs', message: 'm', groupId: 'g' }],
    ['sns', { ...topic, groupId: 'g', attributes: many(11) }],
  ] as const)('of %s in %j are none', (kind, options) => {
    expect(conflictsOf(kind, options)).toEqual([]);
  });
});
