import type { OptionConflict } from './service-definition.js';
import type { GivenServiceOptions } from './service-integrations.js';

type Options = GivenServiceOptions['dynamodb'];
type Writing = Extract<Options, { readonly action: 'PutItem' | 'UpdateItem' }>;

/** What DynamoDB would reject in every call, or what an item would lose. */
export function findDynamoDbConflicts(options: Options, owner: string): readonly OptionConflict[] {
  if (options.action !== 'PutItem' && options.action !== 'UpdateItem') return [];
  return [
    ...(options.action === 'PutItem' ? findPutConflicts(options, owner) : []),
    ...findRepeated(options, owner),
  ];
}

/** One attribute has one value, and an update cannot change a key. */
function findRepeated(
  { key = {}, attributes = {}, expiresIn, expiresAttribute = 'expiresAt' }: Writing,
  owner: string,
): readonly OptionConflict[] {
  const ofKey = Object.keys(attributes).filter((name) => Object.hasOwn(key, name));
  const expiry = String(expiresAttribute);
  const twice = expiresIn !== undefined && (Object.hasOwn(attributes, expiry) || Object.hasOwn(key, expiry));
  return [
    ...ofKey.map((name) => ({
      message: `${owner} has \`${name}\` in its \`key\` and in its \`attributes\``,
      fix: 'Remove it from `attributes`: the key decides.',
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
      { message: `${owner} puts an item without attributes`, fix: 'Give it `key`, `item` or `attributes`.' },
    ];
  }
  return key === undefined && (condition === 'absent' || condition === 'present')
    ? [
        {
          message: `${owner} has the condition \`${condition}\`, and no \`key\` says which item is looked for`,
          fix: 'Give it `key`, its partition key first.',
        },
      ]
    : [];
}
