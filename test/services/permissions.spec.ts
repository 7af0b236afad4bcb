import { describe, expect, it } from '@jest/globals';
import { fromBody, fromPath, text } from 'nestjs-aws-gateway';
import { parseOptions } from '../../lib/services/parse-options.js';
import type {
  GivenServiceOptions,
  ServiceIntegration,
  ServiceKind,
} from '../../lib/services/service-integrations.js';
import { completeOptions, permissionsOf } from '../../lib/services/services.js';
import { formatDeployValue, parseDeployValue } from '../../lib/values/deploy-value.js';
import { makeModel } from '../support/make-model.js';

const settings = {
  ...makeModel().settings,
  region: parseDeployValue('R'),
  partition: parseDeployValue('P'),
  accountId: parseDeployValue('A'),
};

/** `action on resource`, of every permission. `names` are the placeholders of all services. */
function rightsOf<Kind extends ServiceKind>(
  kind: Kind,
  options: object,
  names: readonly string[] = [],
): readonly string[] {
  const given = completeOptions(kind, parseOptions(options) as GivenServiceOptions[Kind]);
  const integration = { kind, options: given } as unknown as ServiceIntegration;
  return permissionsOf(integration, { ...settings, names }).flatMap(({ actions, resources }) =>
    resources.flatMap((resource) => actions.map((action) => `${action} on ${formatDeployValue(resource)}`)),
  );
}

describe('permissions of a service', () => {
  it.each(['GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query', 'Scan'])(
    '%s is on the table',
    (action) => {
      expect(rightsOf('dynamodb', { action, table: '${table}', key: { pk: 'a' } })).toEqual([
        `dynamodb:${action} on arn:P:dynamodb:R:A:table/\${table}`,
      ]);
    },
  );

  it.each(['Query', 'Scan'])('%s of an index is on the index alone', (action) => {
    expect(rightsOf('dynamodb', { action, table: 't', index: 'by-${name}', key: { pk: 'a' } })).toEqual([
      `dynamodb:${action} on arn:P:dynamodb:R:A:table/t/index/by-\${name}`,
    ]);
  });

  it('is on the fixed part of a key, and lists only where a missing key must be told from a forbidden one', () => {
    const key = text`${text`up/${fromPath('a')}`}/x${'${name}'}${text`.png`}`;
    expect(rightsOf('s3', { action: 'GetObject', bucket: '${bucket}', key })).toEqual([
      's3:GetObject on arn:P:s3:::${bucket}/up/*/x${name}.png',
      's3:ListBucket on arn:P:s3:::${bucket}',
    ]);
    expect(rightsOf('s3', { action: 'PutObject', bucket: 'b', key: fromPath('a') })).toEqual([
      's3:PutObject on arn:P:s3:::b/*',
    ]);
    expect(rightsOf('s3', { action: 'DeleteObject', bucket: 'b', key: 'fixed.txt' })).toEqual([
      's3:DeleteObject on arn:P:s3:::b/fixed.txt',
    ]);
    expect(rightsOf('s3', { action: 'ListObjects', bucket: 'b', prefix: 'a' })).toEqual([
      's3:ListBucket on arn:P:s3:::b',
    ]);
  });

  it('is on the topic', () => {
    expect(rightsOf('sns', { topicArn: '${topic}', message: 'm' })).toEqual(['sns:Publish on ${topic}']);
  });

  it.each([
    [
      { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs.fifo' },
      'arn:P:sqs:eu-west-1:111122223333:jobs.fifo',
    ],
    [
      { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs-${env}' },
      'arn:P:sqs:eu-west-1:111122223333:jobs-${env}',
    ],
    [
      { queueUrl: 'https://sqs.${region}.amazonaws.com/${account}/${name}' },
      'arn:P:sqs:${region}:${account}:${name}',
    ],
    [
      { queueUrl: 'https://sqs.cn-north-1.amazonaws.com.cn/111122223333/jobs' },
      'arn:aws-cn:sqs:cn-north-1:111122223333:jobs',
    ],
    [{ queueUrl: '${base}/jobs' }, 'arn:P:sqs:R:A:jobs'],
    [{ queueName: 'jobs-${stageVariables.env}' }, 'arn:P:sqs:R:A:jobs-*'],
    [{ queueUrl: '${jobs_queue_url}' }, '${jobs_queue_arn}'],
    [{ queueUrl: '${jobs}' }, '${jobs_arn}'],
    [{ queueName: 'jobs' }, 'arn:P:sqs:R:A:jobs'],
    [{ queueName: '${name}', accountId: '${account}' }, 'arn:P:sqs:R:${account}:${name}'],
    [{ queueUrl: '${base}jobs' }, 'arn:P:sqs:R:A:*jobs'],
    [{ queueUrl: '${base}-${name}.fifo' }, 'arn:P:sqs:R:A:*-${name}.fifo'],
  ])('is on the queue %j', (queue, arn) => {
    expect(rightsOf('sqs', { ...queue, message: 'm' })).toEqual([`sqs:SendMessage on ${arn}`]);
  });

  it.each([
    ['StartExecution', '${flow_arn}', '${flow_arn}'],
    ['StartSyncExecution', '${flow_arn}', '${flow_arn}'],
    ['DescribeExecution', '${flow_arn}', '${flow_executions_arn}'],
    ['StopExecution', '${flow}', '${flow_executions_arn}'],
    ['StopExecution', '${flow_arn}:PROD', '${flow_executions_arn}'],
    ['DescribeExecution', '${flow_arn}:${alias}', '${flow_executions_arn}'],
    ['DescribeExecution', 'arn:aws:states:r:1:stateMachine:m', 'arn:aws:states:r:1:execution:m:*'],
    ['StopExecution', 'arn:aws:states:r:1:stateMachine:${m}', 'arn:aws:states:r:1:execution:${m}:*'],
    ['StopExecution', 'arn:aws:states:r:1:stateMachine:m:PROD', 'arn:aws:states:r:1:execution:m:*'],
    ['StartExecution', 'arn:aws:states:r:1:stateMachine:m:PROD', 'arn:aws:states:r:1:stateMachine:m:PROD'],
  ])('%s of %s is on %s', (action, stateMachineArn, arn) => {
    expect(rightsOf('step-functions', { action, stateMachineArn, name: 'n' })).toEqual([
      `states:${action} on ${arn}`,
    ]);
  });

  it('is on the bus, which has a name even when none is given', () => {
    const event = { source: 's', detailType: 'd' };
    expect(rightsOf('eventbridge', event)).toEqual([
      'events:PutEvents on arn:P:events:R:A:event-bus/default',
    ]);
    expect(rightsOf('eventbridge', { ...event, eventBus: '${bus}' })).toEqual([
      'events:PutEvents on arn:P:events:R:A:event-bus/${bus}',
    ]);
  });

  it('is on the stream', () => {
    const record = { stream: '${stream}', partitionKey: 'p' };
    expect(rightsOf('kinesis', { ...record, data: 'd' })).toEqual([
      'kinesis:PutRecord on arn:P:kinesis:R:A:stream/${stream}',
    ]);
    expect(rightsOf('kinesis', { ...record, action: 'PutRecords', records: fromBody() })).toEqual([
      'kinesis:PutRecords on arn:P:kinesis:R:A:stream/${stream}',
    ]);
  });

  it('is what the author of any other service says', () => {
    const service = { service: 'ssm', action: 'GetParameter' };
    const permissions = [{ actions: ['ssm:GetParameter', 'kms:Decrypt'], resources: ['${a}', '*'] }];
    expect(rightsOf('service', service)).toEqual([]);
    const ofStage = [{ actions: ['ssm:GetParameter'], resources: ['arn:p/${stageVariables.name}/${a}'] }];
    expect(rightsOf('service', { ...service, permissions: ofStage })).toEqual([
      'ssm:GetParameter on arn:p/*/${a}',
    ]);
    expect(rightsOf('service', { ...service, permissions })).toEqual([
      'ssm:GetParameter on ${a}',
      'kms:Decrypt on ${a}',
      'ssm:GetParameter on *',
      'kms:Decrypt on *',
    ]);
  });

  it('takes no character of a key for a wildcard', () => {
    const key = text`a*b?c${fromPath('p')}/d`;
    expect(rightsOf('s3', { action: 'PutObject', bucket: 'b', key })).toEqual([
      's3:PutObject on arn:P:s3:::b/a${*}b${?}c*/d',
    ]);
    expect(rightsOf('s3', { action: 'DeleteObject', bucket: 'b', key: '*' })).toEqual([
      's3:DeleteObject on arn:P:s3:::b/${*}',
    ]);
  });

  it('is on a resource by its ARN, and on what the stage decides by a pattern', () => {
    const event = { source: 's', detailType: 'd' };
    const bus = 'arn:aws:events:eu-west-1:111122223333:event-bus/shop';
    expect(rightsOf('eventbridge', { ...event, eventBus: bus })).toEqual([`events:PutEvents on ${bus}`]);
    expect(
      rightsOf('dynamodb', { action: 'Scan', table: 'arn:aws:dynamodb:r:1:table/t', index: 'i' }),
    ).toEqual(['dynamodb:Scan on arn:aws:dynamodb:r:1:table/t/index/i']);
    expect(rightsOf('dynamodb', { action: 'Scan', table: '${stageVariables.table}-${env}' })).toEqual([
      'dynamodb:Scan on arn:P:dynamodb:R:A:table/*-${env}',
    ]);
  });

  it.each(['${table_arn}', '${tableArn}', '${ARN}'])('takes %s for the ARN that its name says', (table) => {
    const query = { action: 'Query', table, key: { pk: 'a' } };
    expect(rightsOf('dynamodb', query)).toEqual([`dynamodb:Query on ${table}`]);
    expect(rightsOf('dynamodb', { ...query, index: 'i' })).toEqual([`dynamodb:Query on ${table}/index/i`]);
    const event = { eventBus: table, source: 's', detailType: 'd' };
    expect(rightsOf('eventbridge', event)).toEqual([`events:PutEvents on ${table}`]);
  });

  it('takes the names of other placeholders for names', () => {
    const table = '${warn}';
    expect(rightsOf('dynamodb', { action: 'GetItem', table, key: { pk: 'a' } })).toEqual([
      'dynamodb:GetItem on arn:P:dynamodb:R:A:table/${warn}',
    ]);
  });

  it('names the ARN beside a placeholder apart from those of others', () => {
    const queue = { queueUrl: '${jobs_url}', message: 'm' };
    expect(rightsOf('sqs', queue, ['jobs_url'])).toEqual(['sqs:SendMessage on ${jobs_arn}']);
    // A topic's own ARN, and another queue.
    expect(rightsOf('sqs', queue, ['jobs_url', 'jobs_arn'])).toEqual(['sqs:SendMessage on ${jobs_url_arn}']);
    expect(rightsOf('sqs', queue, ['jobs_url', 'jobs'])).toEqual(['sqs:SendMessage on ${jobs_url_arn}']);
    const machine = { action: 'StopExecution', stateMachineArn: '${flow_arn}', name: 'n' };
    expect(rightsOf('step-functions', machine, ['flow_arn', 'flow'])).toEqual([
      'states:StopExecution on ${flow_arn_executions_arn}',
    ]);
  });

  it('is on the key that encrypts the resource', () => {
    const kmsKeyArn = '${key_arn}';
    expect(rightsOf('sqs', { queueName: 'q', message: 'm', kmsKeyArn })).toEqual([
      'sqs:SendMessage on arn:P:sqs:R:A:q',
      'kms:Decrypt on ${key_arn}',
      'kms:GenerateDataKey on ${key_arn}',
    ]);
    expect(rightsOf('s3', { action: 'GetObject', bucket: 'b', key: 'k', kmsKeyArn })).toContain(
      'kms:Decrypt on ${key_arn}',
    );
    expect(rightsOf('s3', { action: 'ListObjects', bucket: 'b', kmsKeyArn })).toEqual([
      's3:ListBucket on arn:P:s3:::b',
    ]);
  });
});
