import { describe, expect, it } from '@jest/globals';
import { fromBody, fromPath, text } from 'nestjs-aws-gateway';
import { parseOptions } from '../../lib/services/parse-options.js';
import type { GivenServiceOptions, ServiceKind } from '../../lib/services/service-integrations.js';
import { SERVICES } from '../../lib/services/services.js';
import { formatDeployValue, parseDeployValue } from '../../lib/values/deploy-value.js';
import { makeModel } from '../support/make-model.js';

const settings = {
  ...makeModel().settings,
  region: parseDeployValue('R'),
  partition: parseDeployValue('P'),
  accountId: parseDeployValue('A'),
};

/** `action on resource`, of every permission. */
function permissionsOf<Kind extends ServiceKind>(kind: Kind, options: object): readonly string[] {
  const { complete, permissions } = SERVICES[kind];
  return permissions(complete(parseOptions(options) as GivenServiceOptions[Kind]), settings).flatMap(
    ({ actions, resources }) =>
      resources.flatMap((resource) => actions.map((action) => `${action} on ${formatDeployValue(resource)}`)),
  );
}

describe('permissions of a service', () => {
  it.each(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan'])(
    '%s is on the table',
    (action) => {
      expect(permissionsOf('dynamodb', { action, table: '${table}', key: { pk: 'a' } })).toEqual([
        `dynamodb:${action} on arn:P:dynamodb:R:A:table/\${table}`,
      ]);
    },
  );

  it.each(['Query', 'Scan'])('%s of an index is on the index alone', (action) => {
    expect(permissionsOf('dynamodb', { action, table: 't', index: 'by-${name}', key: { pk: 'a' } })).toEqual([
      `dynamodb:${action} on arn:P:dynamodb:R:A:table/t/index/by-\${name}`,
    ]);
  });

  it('is on the fixed part of a key, and lists only where a missing key must be told from a forbidden one', () => {
    const key = text`up/${fromPath('a')}/x${'${name}'}.png`;
    expect(permissionsOf('s3', { action: 'GetObject', bucket: '${bucket}', key })).toEqual([
      's3:GetObject on arn:P:s3:::${bucket}/up/*/x${name}.png',
      's3:ListBucket on arn:P:s3:::${bucket}',
    ]);
    expect(permissionsOf('s3', { action: 'PutObject', bucket: 'b', key: fromPath('a') })).toEqual([
      's3:PutObject on arn:P:s3:::b/*',
    ]);
    expect(permissionsOf('s3', { action: 'DeleteObject', bucket: 'b', key: 'fixed.txt' })).toEqual([
      's3:DeleteObject on arn:P:s3:::b/fixed.txt',
    ]);
    expect(permissionsOf('s3', { action: 'ListObjects', bucket: 'b', prefix: 'a' })).toEqual([
      's3:ListBucket on arn:P:s3:::b',
    ]);
  });

  it('is on the topic', () => {
    expect(permissionsOf('sns', { topicArn: '${topic}', message: 'm' })).toEqual(['sns:Publish on ${topic}']);
  });

  it.each([
    [
      { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs.fifo' },
      'arn:P:sqs:R:111122223333:jobs.fifo',
    ],
    [{ queueUrl: '${jobs_queue_url}' }, '${jobs_queue_arn}'],
    [{ queueUrl: '${jobs}' }, '${jobs_arn}'],
    [{ queueName: 'jobs' }, 'arn:P:sqs:R:A:jobs'],
    [{ queueName: '${name}', accountId: '${account}' }, 'arn:P:sqs:R:${account}:${name}'],
  ])('is on the queue %j', (queue, arn) => {
    expect(permissionsOf('sqs', { ...queue, message: 'm' })).toEqual([`sqs:SendMessage on ${arn}`]);
  });

  it.each([
    ['StartExecution', '${flow_arn}', '${flow_arn}'],
    ['StartSyncExecution', '${flow_arn}', '${flow_arn}'],
    ['DescribeExecution', '${flow_arn}', '${flow_executions_arn}'],
    ['StopExecution', '${flow}', '${flow_executions_arn}'],
    ['DescribeExecution', 'arn:aws:states:r:1:stateMachine:m', 'arn:aws:states:r:1:execution:m:*'],
    ['StopExecution', 'arn:aws:states:r:1:stateMachine:${m}', 'arn:aws:states:r:1:execution:${m}:*'],
  ])('%s of %s is on %s', (action, stateMachineArn, arn) => {
    expect(permissionsOf('step-functions', { action, stateMachineArn, name: 'n' })).toEqual([
      `states:${action} on ${arn}`,
    ]);
  });

  it('is on the bus, which has a name even when none is given', () => {
    const event = { source: 's', detailType: 'd' };
    expect(permissionsOf('eventbridge', event)).toEqual([
      'events:PutEvents on arn:P:events:R:A:event-bus/default',
    ]);
    expect(permissionsOf('eventbridge', { ...event, eventBus: '${bus}' })).toEqual([
      'events:PutEvents on arn:P:events:R:A:event-bus/${bus}',
    ]);
  });

  it('is on the stream', () => {
    const record = { stream: '${stream}', partitionKey: 'p' };
    expect(permissionsOf('kinesis', { ...record, data: 'd' })).toEqual([
      'kinesis:PutRecord on arn:P:kinesis:R:A:stream/${stream}',
    ]);
    expect(permissionsOf('kinesis', { ...record, action: 'PutRecords', records: fromBody() })).toEqual([
      'kinesis:PutRecords on arn:P:kinesis:R:A:stream/${stream}',
    ]);
  });

  it('is what the author of any other service says', () => {
    const service = { service: 'ssm', action: 'GetParameter' };
    const permissions = [{ actions: ['ssm:GetParameter', 'kms:Decrypt'], resources: ['${a}', '*'] }];
    expect(permissionsOf('service', service)).toEqual([]);
    expect(permissionsOf('service', { ...service, permissions })).toEqual([
      'ssm:GetParameter on ${a}',
      'kms:Decrypt on ${a}',
      'ssm:GetParameter on *',
      'kms:Decrypt on *',
    ]);
  });
});
