import { findAttributeConflicts, findMessageConflicts } from './message-conflicts.js';
import {
  formatDeployValue,
  joinDeployValue,
  parseDeployValue,
  type DeployValue,
} from '../values/deploy-value.js';
import {
  formatOptionText,
  optionTextInUri,
  parseOptionText,
  type OptionText,
} from '../values/option-text.js';
import { ACCOUNT } from '../grammar/aws-location.js';
import { arnBeside, pattern } from './resource-arn.js';
import { shapes } from '../options/option-shape.js';
import { name } from './resource-shapes.js';
import type { Account, ServiceDefinition } from './service-definition.js';
import type { ServiceOptions } from './service-integrations.js';
import { isOneValue, messageBody, messageId, numberOr, values } from './value-shapes.js';

/** Only the end of a FIFO queue's name has a dot. */
const QUEUE = '(?=.{1,80}$)[\\w-]+(?:[.]fifo)?';

/** The URLs of AWS have the account's id; those of emulators may have any word. */
const QUEUE_URL = new RegExp(
  `^https?://(?:[^\\s/]+\\.amazonaws\\.com(?:\\.cn)?/(?:${ACCOUNT})|(?![^\\s/]+\\.amazonaws\\.com)[^\\s/]+/\\w+)/${QUEUE}$`,
);

export const SQS: ServiceDefinition<'sqs'> = {
  actions: {
    SendMessage: {
      options: {
        message: messageBody,
        attributes: values,
        groupId: messageId,
        deduplicationId: messageId,
        queueUrl: shapes.deploy(
          'the URL of a queue (`https://sqs.REGION.amazonaws.com/ACCOUNT/NAME`)',
          QUEUE_URL,
        ),
        queueName: name('the name of a queue', 80, new RegExp(`^${QUEUE}$`)),
        accountId: shapes.deploy('an AWS account id', new RegExp(`^(?:${ACCOUNT})$`)),
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
  findConflicts: (options, owner) => [
    ...findMessageConflicts(options.queueUrl ?? options.queueName, options, owner),
    ...findAttributeConflicts(options, owner),
  ],
  regionOf: ({ queueUrl }) =>
    queueUrl === undefined ? undefined : regionOfQueue(formatOptionText(queueUrl)),
  permissions: (options, account) => [
    { actions: [`sqs:${options.action}`], resources: [queueArn(options, account)] },
  ],
  keyActions: () => ['kms:Decrypt', 'kms:GenerateDataKey'],
  listNeeded: ({ message }) => (isOneValue(message) ? [message] : []),
  listOptional: ({ attributes, delay, groupId, deduplicationId }) => [
    attributes,
    delay,
    groupId,
    deduplicationId,
  ],
  structured: ['message'],
  accepts: {},
  bodyByDefault: null,
  privateNames: { queueName: 'the name of a queue', accountId: 'the id of the account' },
  listMapped: () => [],
  listBinaryTypes: () => [],
  errorStatuses: () => [],
  describe: ({ action, queueUrl, queueName }) => `sqs ${action} ${formatOptionText(queueUrl ?? queueName)}`,
};

function queueArn(options: ServiceOptions['sqs'], account: Account): DeployValue {
  const { region, partition, accountId } = account;
  if (options.queueUrl === undefined) {
    const owner = options.accountId === undefined ? accountId : pattern(options.accountId);
    return joinDeployValue('arn:', partition, ':sqs:', region, ':', owner, ':', pattern(options.queueName));
  }
  const url = formatOptionText(options.queueUrl);
  const { host, owner, queue } = readQueueUrl(url);
  if (queue === undefined) {
    const only = /^\$\{([A-Za-z_]\w*)\}$/.exec(url)?.[1];
    return only === undefined
      ? joinDeployValue(
          'arn:',
          partition,
          ':sqs:',
          region,
          ':',
          accountId,
          ':*',
          pattern(parseOptionText(afterFirst(url))),
        )
      : arnBeside(only, /_?url$/i, '_arn', account);
  }
  return joinDeployValue(
    'arn:',
    host?.endsWith('.amazonaws.com.cn') ? 'aws-cn' : partition,
    ':sqs:',
    region,
    ':',
    owner === undefined ? accountId : pattern(parseOptionText(owner)),
    ':',
    pattern(parseOptionText(queue)),
  );
}

/** What stands behind the first placeholder, which may end with the beginning of a queue's name. */
function afterFirst(url: string): string {
  return url.slice(url.indexOf('}') + 1);
}

/**
 * The hosts of queues at AWS: of the service, of its FIPS and dual-stack endpoints, of a VPC's, and as they were. An
 * emulator's names no region.
 *
 * @see https://docs.aws.amazon.com/general/latest/gr/sqs-service.html
 */
const QUEUE_HOST =
  /^(?:(?:[\w-]+\.)?sqs(?:-fips)?\.([^.]+)(?:\.vpce)?|([^.]+)\.queue)\.(?:amazonaws\.com(?:\.cn)?|api\.aws)$/;

function regionOfQueue(url: string): DeployValue | undefined {
  const [, region, before] = QUEUE_HOST.exec(readQueueUrl(url).host ?? '') ?? [];
  return region === undefined && before === undefined ? undefined : parseDeployValue((region ?? before)!);
}

/** The URL of a queue, which follows from its name and account where it is not given. */
export function queueUrlOf(options: ServiceOptions['sqs'], account: Account): OptionText {
  if (options.queueUrl !== undefined) return options.queueUrl;
  const { partition, accountId } = account;
  const region = options.region === undefined ? account.region : optionTextInUri(options.region);
  const isChinese = formatDeployValue(partition) === 'aws-cn' || formatDeployValue(region).startsWith('cn-');
  const host = `.amazonaws.com${isChinese ? '.cn' : ''}/`;
  const parts = ['https://sqs.', region, host, options.accountId ?? accountId, '/', options.queueName];
  return { '@request': 'text', parts };
}

/** The parts of a queue's URL, as far as they stand in it. */
export function readQueueUrl(url: string): {
  readonly host?: string | undefined;
  readonly owner?: string | undefined;
  readonly queue?: string | undefined;
} {
  const whole = /^https?:\/\/([^/]+)\/([^/]+)\/([^/]+)$/.exec(url);
  if (whole) return { host: whole[1], owner: whole[2], queue: whole[3] };
  const [, owner, queue] = /^[^/]+(?:\/([^/]+))?\/([^/]+)$/.exec(url) ?? [];
  return { owner, queue };
}
