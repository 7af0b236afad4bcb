import { formatOptionText } from '../values/option-text.js';
import { namedArn, regionIn } from './resource-arn.js';
import { shapes } from '../options/option-shape.js';
import { nameOrArn } from './resource-shapes.js';
import type { ServiceDefinition } from './service-definition.js';
import { jsonObject, value, valueLike } from './value-shapes.js';

export const EVENTBRIDGE: ServiceDefinition<'eventbridge'> = {
  actions: {
    PutEvents: {
      options: {
        eventBus: nameOrArn(
          'the name of an event bus',
          ['events', 'event-bus'],
          256,
          '(?:aws\\.partner/[\\w./-]+|[\\w.-]+)',
        ),
        source: valueLike(/^(?!aws\.)[^]{1,256}$/, 'of 1 to 256 characters, not beginning with `aws.`'),
        detailType: valueLike(/^[^]{1,128}$/, 'of 1 to 128 characters'),
        detail: jsonObject,
        resources: shapes.listOf(value, 'a list of ARNs'),
      },
      required: ['source', 'detailType'],
    },
  },
  defaultAction: 'PutEvents',
  complete: (options) => ({
    ...options,
    action: options.action ?? 'PutEvents',
    eventBus: options.eventBus ?? 'default',
  }),
  findConflicts: () => [],
  regionOf: ({ eventBus }) => regionIn(eventBus),
  permissions: ({ action, eventBus }, account) => [
    { actions: [`events:${action}`], resources: [namedArn(account, 'events', 'event-bus/', eventBus)] },
  ],
  keyActions: () => ['kms:GenerateDataKey'],
  listNeeded: ({ source, detailType }) => [source, detailType],
  listOptional: ({ resources }) => [resources],
  structured: ['detail'],
  accepts: { detail: 'object' },
  bodyByDefault: 'detail',
  privateNames: { eventBus: 'the name of an event bus' },
  listMapped: () => [],
  listBinaryTypes: () => [],
  errorStatuses: () => [],
  describe: ({ action, eventBus }) => `events ${action} ${formatOptionText(eventBus)}`,
};
