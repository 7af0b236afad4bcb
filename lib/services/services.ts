import { ANY_SERVICE } from './any-service.js';
import { DYNAMODB } from './dynamodb.js';
import { EVENTBRIDGE } from './eventbridge.js';
import { KINESIS } from './kinesis.js';
import { S3 } from './s3.js';
import { pattern } from './resource-arn.js';
import type { Account, Permission, ServiceDefinition } from './service-definition.js';
import type { ServiceIntegration, ServiceKind } from './service-integrations.js';
import { SNS } from './sns.js';
import { SQS } from './sqs.js';
import { STEP_FUNCTIONS } from './step-functions.js';

/** Every service that routes can call directly. */
export const SERVICES: { readonly [Kind in ServiceKind]: ServiceDefinition<Kind> } = {
  dynamodb: DYNAMODB,
  s3: S3,
  sns: SNS,
  sqs: SQS,
  'step-functions': STEP_FUNCTIONS,
  eventbridge: EVENTBRIDGE,
  kinesis: KINESIS,
  service: ANY_SERVICE,
};

/** All that the role of an integration must be allowed. */
export function permissionsOf(integration: ServiceIntegration, account: Account): readonly Permission[] {
  const { permissions, keyActions } = definitionOf(integration);
  const { options } = integration;
  const actions = options.kmsKeyArn === undefined ? [] : keyActions(options);
  return [
    ...permissions(options, account),
    ...(actions.length > 0 ? [{ actions, resources: [pattern(options.kmsKeyArn!)] }] : []),
  ];
}

/** The definition for an integration, typed for its options. */
export function definitionOf<Kind extends ServiceKind>(integration: {
  readonly kind: Kind;
}): ServiceDefinition<Kind> {
  return SERVICES[integration.kind];
}
