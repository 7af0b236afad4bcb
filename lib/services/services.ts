import { ANY_SERVICE } from './any-service.js';
import { DYNAMODB } from './dynamodb.js';
import { EVENTBRIDGE } from './eventbridge.js';
import { KINESIS } from './kinesis.js';
import { S3 } from './s3.js';
import type { ServiceDefinition } from './service-definition.js';
import type { ServiceKind } from './service-integrations.js';
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

/** The definition for an integration, typed for its options. */
export function definitionOf<Kind extends ServiceKind>(integration: {
  readonly kind: Kind;
}): ServiceDefinition<Kind> {
  return SERVICES[integration.kind];
}
