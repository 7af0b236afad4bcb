import { postsActions } from '../grammar/read-target.js';
import { fillOptionText, formatOptionText } from '../values/option-text.js';
import { isObject } from '../openapi/openapi.js';
import { shapes, type OptionShape } from '../options/option-shape.js';
import { listParts } from './mapped-parts.js';
import type { ServiceDefinition } from './service-definition.js';
import { json, mapped, pathValue } from './value-shapes.js';

const { text, oneOf } = shapes;

const WORDS = { actions: /^(?:\*|[\w-]+:[\w*?]+|.*\$\{.*)$/, resources: /./ };

const permissions: OptionShape = {
  expected:
    'a list of `{ actions, resources }`, each a list of one entry or more, with actions such as `ssm:GetParameter`',
  accepts: (given) =>
    Array.isArray(given) &&
    given.every(
      (entry) =>
        isObject(entry) &&
        (['actions', 'resources'] as const).every(
          (member) =>
            Array.isArray(entry[member]) &&
            entry[member].length > 0 &&
            (entry[member] as unknown[]).every(
              (word) => typeof word === 'string' && WORDS[member].test(word),
            ),
        ),
    ),
};

/** A service that the library knows nothing about: the author writes the request. */
export const ANY_SERVICE: ServiceDefinition<'service'> = {
  actions: {
    '': {
      options: {
        service: text('the endpoint prefix of a service, such as `ssm`', /^[a-z0-9.-]+$/),
        action: text('the name of an action', /^\w+$/),
        path: pathValue,
        method: oneOf('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD'),
        headers: mapped('header names'),
        query: mapped('parameter names'),
        body: json,
        permissions,
      },
      required: ['service'],
      exactlyOne: [['action', 'path']],
    },
  },
  defaultAction: '',
  complete: (options) => ({ ...options, method: options.method ?? 'POST' }),
  findConflicts: ({ service, action, method = 'POST' }, owner) =>
    action !== undefined && method !== 'POST' && postsActions(formatOptionText(service))
      ? [
          {
            message: `${owner} calls the action \`${formatOptionText(action)}\` with \`${method}\`: \`${formatOptionText(service)}\` takes its actions only with POST`,
            fix: 'Remove `method`.',
          },
        ]
      : [],
  regionOf: () => undefined,
  permissions: ({ permissions: given = [] }) =>
    given.map(({ actions, resources }) => ({
      actions: actions.map(formatOptionText),
      resources: resources.map((resource) => fillOptionText(resource, () => '*')),
    })),
  keyActions: () => ['kms:Decrypt', 'kms:GenerateDataKey'],
  listNeeded: ({ path }) => [path],
  listOptional: ({ headers, query }) => [headers, query],
  structured: ['body'],
  accepts: {},
  bodyByDefault: null,
  privateNames: {},
  listMapped: ({ headers, query, path }) => [
    ...Object.entries({ ...headers, ...query }),
    ...listParts('path', path),
  ],
  listBinaryTypes: () => [],
  errorStatuses: () => [],
  describe: ({ service, action }) => `${formatOptionText(service)} ${formatOptionText(action ?? '')}`.trim(),
};
