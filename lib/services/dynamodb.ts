import { findDynamoDbConflicts } from './dynamodb-conflicts.js';
import { joinDeployValue } from '../values/deploy-value.js';
import { formatOptionText } from '../values/option-text.js';
import { namedArn, pattern, regionIn } from './resource-arn.js';
import { shapes, type OptionsShape } from '../options/option-shape.js';
import {
  attributes,
  condition,
  isOptionalCondition,
  expression,
  key,
  keyConditions,
} from './attribute-shapes.js';
import { name, nameOrArn } from './resource-shapes.js';
import type { ServiceDefinition } from './service-definition.js';
import type { GivenServiceOptions, ServiceOptions } from './service-integrations.js';
import { bodyValue, numberOr, single } from './value-shapes.js';

const { text, flag, whole, oneOf, listOf } = shapes;

/** A template runs a `#foreach` at most so many times; the end of a longer page would be lost silently. */
export const MOST_ITEMS = 1000;

const table = nameOrArn('the name of a table', ['dynamodb', 'table'], 255);
const write = {
  item: bodyValue,
  attributes,
  expiresIn: whole(1, 3_153_600_000, 'seconds'),
  expiresAttribute: text('the name of an attribute', /^\w[\w.-]*$/),
};
const read = {
  consistentRead: flag,
  projection: listOf(text('', /./), 'a list of attribute names'),
};
const paged = {
  ...read,
  index: name('the name of an index', 255),
  limit: numberOr(1, MOST_ITEMS, 'items'),
  cursor: single("one value of the request, such as `fromQuery('cursor')`"),
  filter: expression,
};

type Given = GivenServiceOptions['dynamodb'];
type Options = ServiceOptions['dynamodb'];

const ACTIONS = {
  GetItem: { options: { table, key, ...read }, required: ['table', 'key'] },
  PutItem: {
    options: { table, key, ...write, condition: condition('absent', 'present') },
    required: ['table'],
  },
  UpdateItem: {
    options: { table, key, ...write, condition: condition('absent', 'present', 'none') },
    required: ['table', 'key'],
  },
  DeleteItem: {
    options: { table, key, condition: condition('absent', 'present') },
    required: ['table', 'key'],
  },
  Query: {
    options: { table, key: keyConditions, order: oneOf('ascending', 'descending'), ...paged },
    required: ['table', 'key'],
  },
  Scan: { options: { table, ...paged }, required: ['table'] },
} satisfies Readonly<Record<Given['action'], OptionsShape>>;

function listKeyValues(options: Options): readonly unknown[] {
  if (!('key' in options)) return [];
  return options.action === 'Query'
    ? Object.values(options.key ?? {}).filter((one) => !isOptionalCondition(one))
    : [options.key];
}

/** The numbers of an expression: an empty text is none. */
function listNumbers(options: Options): readonly unknown[] {
  const expressions = ['condition' in options && options.condition, 'filter' in options && options.filter];
  return expressions
    .flatMap((one) => (typeof one === 'object' ? Object.values(one.values ?? {}) : []))
    .filter((value) => typeof value === 'object' && 'N' in value);
}

export const DYNAMODB: ServiceDefinition<'dynamodb'> = {
  actions: ACTIONS,
  defaultAction: null,
  complete: (options) => {
    switch (options.action) {
      case 'PutItem':
        return { ...options, expiresAttribute: options.expiresAttribute ?? 'expiresAt' };
      case 'UpdateItem':
        return {
          ...options,
          condition: options.condition ?? 'present',
          expiresAttribute: options.expiresAttribute ?? 'expiresAt',
        };
      case 'Query':
      case 'Scan':
        return { ...options, limit: options.limit ?? MOST_ITEMS };
      default:
        return options;
    }
  },
  findConflicts: findDynamoDbConflicts,
  regionOf: (options) => regionIn(options.table),
  permissions: (options, account) => {
    const ofTable = namedArn(account, 'dynamodb', 'table/', options.table);
    const index = 'index' in options ? options.index : undefined;
    return [
      {
        actions: [`dynamodb:${options.action}`],
        resources: [index === undefined ? ofTable : joinDeployValue(ofTable, '/index/', pattern(index))],
      },
    ];
  },
  keyActions: () => ['kms:Decrypt'],
  listNeeded: (options) => [...listKeyValues(options), ...listNumbers(options)],
  listOptional: (options) => {
    switch (options.action) {
      case 'PutItem':
      case 'UpdateItem':
        return [options.attributes];
      case 'Query':
        return [options.limit, options.cursor, ...Object.values(options.key).filter(isOptionalCondition)];
      case 'Scan':
        return [options.limit, options.cursor];
      default:
        return [];
    }
  },
  structured: ['item'],
  accepts: { item: 'object' },
  bodyByDefault: null,
  privateNames: { table: 'the name of a table', index: 'the name of an index' },
  listMapped: () => [],
  listBinaryTypes: () => [],
  errorStatuses: (options, hasAnswer) => [
    ...(options.action === 'GetItem' || (options.action === 'DeleteItem' && hasAnswer) ? [404] : []),
    ...('condition' in options && options.condition !== undefined ? [409] : []),
  ],
  describe: ({ action, table: named }) => `dynamodb ${action} ${formatOptionText(named)}`,
};
