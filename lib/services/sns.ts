import { findMessageConflicts } from './message-conflicts.js';
import { formatOptionText } from '../values/option-text.js';
import { pattern, regionIn } from './resource-arn.js';
import { arn } from './resource-shapes.js';
import type { ServiceDefinition } from './service-definition.js';
import { isOneValue, messageBody, messageId, valueLike, values } from './value-shapes.js';

export const SNS: ServiceDefinition<'sns'> = {
  actions: {
    Publish: {
      options: {
        message: messageBody,
        attributes: values,
        groupId: messageId,
        deduplicationId: messageId,
        topicArn: arn('sns', 'NAME', '[\\w.-]{1,256}'),
        subject: valueLike(/^[!-~][ -~]{0,99}$/, 'of 1 to 100 ASCII characters'),
      },
      required: ['topicArn', 'message'],
    },
  },
  defaultAction: 'Publish',
  complete: (options) => ({
    ...options,
    action: options.action ?? 'Publish',
    attributes: options.attributes ?? {},
  }),
  findConflicts: (options, owner) => findMessageConflicts(options.topicArn, options, owner),
  regionOf: ({ topicArn }) => regionIn(topicArn),
  permissions: ({ action, topicArn }) => [{ actions: [`sns:${action}`], resources: [pattern(topicArn)] }],
  keyActions: () => ['kms:Decrypt', 'kms:GenerateDataKey'],
  listNeeded: ({ message }) => (isOneValue(message) ? [message] : []),
  listOptional: ({ subject, attributes, groupId, deduplicationId }) => [
    subject,
    attributes,
    groupId,
    deduplicationId,
  ],
  structured: ['message'],
  accepts: {},
  bodyByDefault: null,
  privateNames: {},
  listMapped: () => [],
  listBinaryTypes: () => [],
  errorStatuses: () => [],
  describe: ({ action, topicArn }) => `sns ${action} ${formatOptionText(topicArn)}`,
};
