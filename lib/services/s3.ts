import { joinDeployValue } from '../values/deploy-value.js';
import { formatOptionText } from '../values/option-text.js';
import { isArn, pattern } from './resource-arn.js';
import { shapes, type OptionsShape } from '../options/option-shape.js';
import { listParts } from './mapped-parts.js';
import { name } from './resource-shapes.js';
import type { Permission, ServiceDefinition } from './service-definition.js';
import type { GivenServiceOptions } from './service-integrations.js';
import { mappedValue, numberOr, pathValue } from './value-shapes.js';

const { text, listOf } = shapes;

// Old buckets have up to 255 characters.
const bucket = name('the name of a bucket, or the alias of an access point', 255);

const ACTIONS = {
  GetObject: { options: { bucket, key: pathValue }, required: ['bucket', 'key'] },
  PutObject: {
    options: {
      bucket,
      key: pathValue,
      contentTypes: listOf(text('', /^[^\s/]+\/[^\s/]+$/), 'a list of media types'),
    },
    required: ['bucket', 'key'],
  },
  DeleteObject: { options: { bucket, key: pathValue }, required: ['bucket', 'key'] },
  ListObjects: {
    options: {
      bucket,
      prefix: mappedValue,
      delimiter: mappedValue,
      maxKeys: numberOr(1, 1000, 'keys'),
      cursor: mappedValue,
    },
    required: ['bucket'],
  },
} satisfies Readonly<Record<GivenServiceOptions['s3']['action'], OptionsShape>>;

export const S3: ServiceDefinition<'s3'> = {
  actions: ACTIONS,
  defaultAction: null,
  complete: (options) => options,
  findConflicts: () => [],
  regionOf: () => undefined,
  permissions: (options, { partition }) => {
    const ofBucket = isArn(options.bucket)
      ? pattern(options.bucket)
      : joinDeployValue('arn:', partition, ':s3:::', pattern(options.bucket));
    // A key that does not exist is told from one that may not be read by the right to list.
    const list: Permission = { actions: ['s3:ListBucket'], resources: [ofBucket] };
    if (options.action === 'ListObjects') return [list];
    const objects = {
      actions: [`s3:${options.action}`],
      resources: [joinDeployValue(ofBucket, '/', pattern(options.key))],
    };
    return options.action === 'GetObject' ? [objects, list] : [objects];
  },
  keyActions: ({ action }) => {
    if (action === 'GetObject') return ['kms:Decrypt'];
    return action === 'PutObject' ? ['kms:GenerateDataKey'] : [];
  },
  listNeeded: (options) => ('key' in options ? [options.key] : []),
  listOptional: (options) =>
    options.action === 'ListObjects'
      ? [options.prefix, options.delimiter, options.maxKeys, options.cursor]
      : [],
  structured: [],
  accepts: {},
  bodyByDefault: null,
  privateNames: { bucket: 'the name of a bucket' },
  listMapped: (options) => {
    if (options.action !== 'ListObjects') return listParts('key', options.key);
    const { prefix, delimiter, maxKeys, cursor } = options;
    return Object.entries({ prefix, delimiter, maxKeys, cursor });
  },
  listBinaryTypes: (options, { consumed, produced }) => {
    if (options.action === 'PutObject') {
      return options.contentTypes?.filter((type) => typeof type === 'string') ?? consumed;
    }
    return options.action === 'GetObject' ? produced : [];
  },
  errorStatuses: ({ action }) => (action === 'GetObject' ? [404, 412, 416] : [404, 412]),
  describe: ({ action, bucket: named }) => `s3 ${action} ${formatOptionText(named)}`,
};
