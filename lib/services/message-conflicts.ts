import { formatOptionText, type OptionText } from '../values/option-text.js';
import type { OptionConflict } from './service-definition.js';

interface Message {
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly groupId?: unknown;
  readonly delay?: unknown;
}

/**
 * What SQS or SNS rejects of a message. A queue or topic whose name ends with `.fifo` is a FIFO one.
 *
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 */
export function findMessageConflicts(
  target: OptionText,
  { groupId, delay }: Message,
  owner: string,
): readonly OptionConflict[] {
  const name = formatOptionText(target);
  if (!name.endsWith('.fifo')) return [];
  return [
    ...(groupId === undefined
      ? [
          {
            message: `${owner} sends to \`${name}\`, which is FIFO, without \`groupId\``,
            fix: 'Set `groupId`.',
          },
        ]
      : []),
    ...(delay === undefined
      ? []
      : [
          {
            message: `${owner} delays a message of \`${name}\`, which is FIFO: only the queue itself can`,
            fix: 'Remove `delay`, and set the delay on the queue.',
          },
        ]),
  ];
}

const MOST_ATTRIBUTES = 10;

/** SQS takes at most ten attributes with a message. */
export function findAttributeConflicts(
  { attributes = {} }: Message,
  owner: string,
): readonly OptionConflict[] {
  const count = Object.keys(attributes).length;
  return count > MOST_ATTRIBUTES
    ? [
        {
          message: `${owner} gives a message ${count} attributes, and SQS takes at most ${MOST_ATTRIBUTES}`,
          fix: 'Put the others into the message.',
        },
      ]
    : [];
}
