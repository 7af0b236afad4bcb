import { shapes } from '../options/option-shape.js';
import { isPlaceholder, joinDeployValue, type DeployValue } from '../values/deploy-value.js';
import { asDeployValue, formatDeployText } from '../values/deploy-text.js';
import { name } from './resource-shapes.js';
import type { Account, ServiceDefinition } from './service-definition.js';
import type { ServiceOptions } from './service-integrations.js';
import { json, numberOr, value, values } from './value-shapes.js';

export const SQS: ServiceDefinition<'sqs'> = {
  actions: {
    SendMessage: {
      options: {
        message: json,
        attributes: values('values by name'),
        groupId: value,
        deduplicationId: value,
        queueUrl: shapes.deploy('the URL of a queue', /^https?:\/\/[^\s/]+\/\w+\/[\w.-]+$/),
        queueName: name('the name of a queue'),
        accountId: name('an AWS account id'),
        delay: numberOr(0, 900, 'seconds'),
      },
      required: ['message'],
      exactlyOne: [['queueUrl', 'queueName']],
    },
  },
  defaultAction: 'SendMessage',
  complete: (options) => ({
    ...options,
    action: options.action ?? 'SendMessage',
    attributes: options.attributes ?? {},
  }),
  findConflicts: () => [],
  permissions: (options, account) => [
    { actions: [`sqs:${options.action}`], resources: [queueArn(options, account)] },
  ],
  listNeeded: () => [],
  listOptional: ({ attributes, delay, groupId, deduplicationId }) => [
    attributes,
    delay,
    groupId,
    deduplicationId,
  ],
  structured: ['message'],
  bodyByDefault: null,
  privateNames: { queueName: 'the name of a queue', accountId: 'the id of the account' },
  listMapped: () => [],
  listBinaryTypes: () => [],
  describe: ({ action, queueUrl, queueName }) => `sqs ${action} ${formatDeployText(queueUrl ?? queueName)}`,
};

function queueArn(options: ServiceOptions['sqs'], { region, partition, accountId }: Account): DeployValue {
  if (options.queueUrl === undefined) {
    const account = options.accountId === undefined ? accountId : asDeployValue(options.accountId);
    return joinDeployValue(
      'arn:',
      partition,
      ':sqs:',
      region,
      ':',
      account,
      ':',
      asDeployValue(options.queueName),
    );
  }
  const written = /^https?:\/\/[^/]+\/(\w+)\/([\w.-]+)$/.exec(
    typeof options.queueUrl === 'string' ? options.queueUrl : '',
  );
  if (written) return joinDeployValue('arn:', partition, ':sqs:', region, `:${written[1]}:${written[2]}`);
  // A URL says the queue, its ARN is said beside it: Terraform names both.
  const url = asDeployValue(options.queueUrl);
  const [only] = url['@deploy'];
  return url['@deploy'].length === 1 && isPlaceholder(only)
    ? { '@deploy': [{ placeholder: only.placeholder.replace(/_?url$/i, '') + '_arn' }] }
    : joinDeployValue('arn:', partition, ':sqs:', region, ':', accountId, ':*');
}
