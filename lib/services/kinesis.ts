import { formatOptionText } from '../values/option-text.js';
import { resourceArn } from './resource-arn.js';
import { shapes, type OptionsShape } from '../options/option-shape.js';
import { name } from './resource-shapes.js';
import type { ServiceDefinition } from './service-definition.js';
import type { ServiceOptions } from './service-integrations.js';
import { bodyValue, json, valueLike } from './value-shapes.js';

const stream = name('the name of a stream', 128);

const ACTIONS = {
  PutRecord: {
    options: { stream, partitionKey: valueLike(/^[^]{1,256}$/, 'of 1 to 256 characters'), data: json },
    required: ['stream', 'partitionKey', 'data'],
  },
  PutRecords: {
    options: {
      stream,
      partitionKey: shapes.text('the name of a member of each entry', /^[A-Za-z_][\w-]*$/),
      records: bodyValue,
    },
    required: ['stream', 'partitionKey', 'records'],
  },
} satisfies Readonly<Record<ServiceOptions['kinesis']['action'], OptionsShape>>;

export const KINESIS: ServiceDefinition<'kinesis'> = {
  actions: ACTIONS,
  defaultAction: 'PutRecord',
  complete: (options) =>
    options.action === 'PutRecords' ? options : { ...options, action: options.action ?? 'PutRecord' },
  findConflicts: () => [],
  regionOf: () => undefined,
  permissions: ({ action, stream: named }, account) => [
    { actions: [`kinesis:${action}`], resources: [resourceArn(account, 'kinesis', 'stream/', named)] },
  ],
  keyActions: () => ['kms:GenerateDataKey'],
  listNeeded: ({ partitionKey }) => [partitionKey],
  listOptional: () => [],
  structured: ['data', 'records'],
  accepts: { records: 'list' },
  bodyByDefault: null,
  privateNames: { stream: 'the name of a stream' },
  listMapped: () => [],
  listBinaryTypes: () => [],
  errorStatuses: () => [],
  describe: ({ action, stream: named }) => `kinesis ${action} ${formatOptionText(named)}`,
};
