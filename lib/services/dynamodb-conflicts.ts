import { findExpressionConflicts } from './expression-conflicts.js';
import type { OptionConflict } from './service-definition.js';
import type { GivenServiceOptions } from './service-integrations.js';

type Options = GivenServiceOptions['dynamodb'];
type Writing = Extract<Options, { readonly action: 'PutItem' | 'UpdateItem' }>;

/** Options that DynamoDB rejects in every call, or that lose an attribute. */
export function findDynamoDbConflicts(options: Options, owner: string): readonly OptionConflict[] {
  return [
    ...(options.action === 'PutItem' ? findPutConflicts(options, owner) : []),
    ...(options.action === 'PutItem' || options.action === 'UpdateItem' ? findRepeated(options, owner) : []),
    ...('condition' in options ? findExpressionConflicts(options.condition, 'condition', owner) : []),
    ...('filter' in options ? findExpressionConflicts(options.filter, 'filter', owner) : []),
  ];
}

/** An attribute has one value, and an update cannot change a key. */
function findRepeated(
  { key = {}, attributes = {}, expiresIn, expiresAttribute = 'expiresAt' }: Writing,
  owner: string,
): readonly OptionConflict[] {
  const ofKey = Object.keys(attributes).filter((name) => Object.hasOwn(key, name));
  const expiry = typeof expiresAttribute === 'string' ? expiresAttribute : '';
  const twice = expiresIn !== undefined && (Object.hasOwn(attributes, expiry) || Object.hasOwn(key, expiry));
  return [
    ...ofKey.map((name) => ({
      message: `${owner} has \`${name}\` in its \`key\` and in its \`attributes\``,
      fix: `Remove \`${name}\` from \`attributes\`.`,
    })),
    ...(twice
      ? [
          {
            message: `${owner} writes \`${expiry}\` twice: from \`expiresIn\` and as an attribute`,
            fix: 'Remove one of the two, or set `expiresAttribute`.',
          },
        ]
      : []),
  ];
}

function findPutConflicts(
  { condition, key, item, attributes }: Extract<Options, { readonly action: 'PutItem' }>,
  owner: string,
): readonly OptionConflict[] {
  if (key === undefined && item === undefined && attributes === undefined) {
    return [
      {
        message: `${owner} has \`action: 'PutItem'\`, but no attributes`,
        fix: 'Set `key`, `item` or `attributes`.',
      },
    ];
  }
  return key === undefined && (condition === 'absent' || condition === 'present')
    ? [
        {
          message: `${owner} has \`condition: '${condition}'\`, but no \`key\``,
          fix: 'Set `key`, with the partition key first.',
        },
      ]
    : [];
}
