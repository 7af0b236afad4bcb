import {
  joinDeployValue,
  mapDeployText,
  parseDeployValue,
  type DeployValue,
} from '../values/deploy-value.js';
import { isRequestValue } from '../values/request-value.js';
import type { GatewaySettings } from './gateway-model.js';
import type { ServiceIntegration, ServiceKind } from '../services/service-integrations.js';

/** What the role of an integration must be allowed: exact IAM actions on exact resources. */
export interface Permission {
  readonly actions: readonly string[];
  readonly resources: readonly DeployValue[];
}

type PermissionsOf<Kind extends ServiceKind> = (
  options: ServiceIntegration<Kind>['options'],
  settings: GatewaySettings,
) => readonly Permission[];

const PERMISSIONS = {
  dynamodb: ({ action, table, ...rest }, settings) => {
    const ofTable = resource(settings, 'dynamodb', 'table/', value(table));
    const index = 'index' in rest ? rest.index : undefined;
    return [
      {
        actions: [`dynamodb:${action}`],
        resources: [index === undefined ? ofTable : joinDeployValue(ofTable, '/index/', value(index))],
      },
    ];
  },
  s3: (options, { partition }) => {
    const bucket = joinDeployValue('arn:', partition, ':s3:::', value(options.bucket));
    // A key that does not exist is told from one that may not be read by the right to list.
    const list: Permission = { actions: ['s3:ListBucket'], resources: [bucket] };
    if (options.action === 'ListObjects') return [list];
    const objects = {
      actions: [`s3:${options.action}`],
      resources: [joinDeployValue(bucket, '/', ...keyPattern(options.key))],
    };
    return options.action === 'GetObject' ? [objects, list] : [objects];
  },
  sns: ({ topicArn }) => [{ actions: ['sns:Publish'], resources: [value(topicArn)] }],
  sqs: (options, settings) => [{ actions: ['sqs:SendMessage'], resources: [queueArn(options, settings)] }],
  'step-functions': ({ action, stateMachineArn }) => {
    const machine = value(stateMachineArn);
    return [
      {
        actions: [`states:${action}`],
        resources: [
          action === 'StartExecution' || action === 'StartSyncExecution' ? machine : executionsOf(machine),
        ],
      },
    ];
  },
  eventbridge: ({ eventBus = 'default' }, settings) => [
    {
      actions: ['events:PutEvents'],
      resources: [resource(settings, 'events', 'event-bus/', value(eventBus))],
    },
  ],
  kinesis: ({ action = 'PutRecord', stream }, settings) => [
    { actions: [`kinesis:${action}`], resources: [resource(settings, 'kinesis', 'stream/', value(stream))] },
  ],
  service: ({ permissions = [] }) =>
    permissions.map(({ actions, resources }) => ({
      actions: actions.map(String),
      resources: resources.map(value),
    })),
} satisfies { [Kind in ServiceKind]: PermissionsOf<Kind> };

export function resolvePermissions(
  integration: ServiceIntegration,
  settings: GatewaySettings,
): readonly Permission[] {
  return (PERMISSIONS[integration.kind] as PermissionsOf<ServiceKind>)(integration.options, settings);
}

function value(given: string | DeployValue): DeployValue {
  return typeof given === 'string' ? parseDeployValue(given) : given;
}

function resource(
  { partition, region, accountId }: GatewaySettings,
  service: string,
  prefix: string,
  name: DeployValue,
): DeployValue {
  return joinDeployValue('arn:', partition, `:${service}:`, region, ':', accountId, `:${prefix}`, name);
}

/** A key's fixed text, and `*` for what the request fills in. */
function keyPattern(key: unknown): readonly (string | DeployValue)[] {
  const parts = isRequestValue(key) && key['@request'] === 'text' ? key.parts : [key as string | DeployValue];
  return parts.map((part) => (isRequestValue(part) ? '*' : part));
}

function queueArn(options: ServiceIntegration<'sqs'>['options'], settings: GatewaySettings): DeployValue {
  const { region, partition, accountId } = settings;
  if (options.queueUrl === undefined) {
    const account = options.accountId === undefined ? accountId : value(options.accountId);
    return joinDeployValue('arn:', partition, ':sqs:', region, ':', account, ':', value(options.queueName));
  }
  const written = /^https?:\/\/[^/]+\/(\w+)\/([\w.-]+)$/.exec(
    typeof options.queueUrl === 'string' ? options.queueUrl : '',
  );
  if (written) return joinDeployValue('arn:', partition, ':sqs:', region, `:${written[1]}:${written[2]}`);
  // A URL says the queue, its ARN is said beside it: Terraform names both.
  const url = value(options.queueUrl);
  const [only] = url['@deploy'];
  return url['@deploy'].length === 1 && typeof only === 'object'
    ? { '@deploy': [{ placeholder: only.placeholder.replace(/_?url$/i, '') + '_arn' }] }
    : joinDeployValue('arn:', partition, ':sqs:', region, ':', accountId, ':*');
}

function executionsOf(machine: DeployValue): DeployValue {
  const [only] = machine['@deploy'];
  return machine['@deploy'].length === 1 && typeof only === 'object'
    ? { '@deploy': [{ placeholder: only.placeholder.replace(/_?arn$/i, '') + '_executions_arn' }] }
    : joinDeployValue(
        mapDeployText(machine, (text) => text.replace(':stateMachine:', ':execution:')),
        ':*',
      );
}
