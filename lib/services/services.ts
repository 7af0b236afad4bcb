import { ANY_SERVICE } from './any-service.js';
import { DYNAMODB } from './dynamodb.js';
import { EVENTBRIDGE } from './eventbridge.js';
import { KINESIS } from './kinesis.js';
import { S3 } from './s3.js';
import { pattern } from './resource-arn.js';
import type { Account, OptionConflict, Permission, ServiceDefinition } from './service-definition.js';
import type {
  GivenServiceOptions,
  ServiceIntegration,
  ServiceKind,
  ServiceOptions,
} from './service-integrations.js';
import { formatOptionText, optionTextInUri } from '../values/option-text.js';
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

/** The options with their defaults, and with the region that the name of the resource has in it. */
export function completeOptions<Kind extends ServiceKind>(
  kind: Kind,
  options: GivenServiceOptions[Kind],
): ServiceOptions[Kind] {
  const { complete, regionOf } = SERVICES[kind];
  const completed = complete(options);
  const region = options.region ?? regionOf(completed);
  return region === undefined ? completed : { ...completed, region };
}

/** A service finds its resource in one region only. */
export function findRegionConflicts<Kind extends ServiceKind>(
  kind: Kind,
  options: GivenServiceOptions[Kind],
  owner: string,
): readonly OptionConflict[] {
  const { complete, regionOf } = SERVICES[kind];
  const ofResource = regionOf(complete(options));
  if (options.region === undefined || ofResource === undefined) return [];
  const [asked, named] = [options.region, ofResource].map(formatOptionText);
  if (asked === named) return [];
  return [
    {
      message: `\`region\` of ${owner} is \`${asked}\`, but the resource is in \`${named}\`, as its ARN or URL says`,
      fix: 'Remove `region`.',
    },
  ];
}

/** All that the role of an integration must be allowed. */
export function permissionsOf(integration: ServiceIntegration, account: Account): readonly Permission[] {
  const { permissions, keyActions } = definitionOf(integration);
  const { options } = integration;
  const actions = options.kmsKeyArn === undefined ? [] : keyActions(options);
  return [
    ...permissions(
      options,
      options.region === undefined ? account : { ...account, region: optionTextInUri(options.region) },
    ),
    ...(actions.length > 0 ? [{ actions, resources: [pattern(options.kmsKeyArn!)] }] : []),
  ];
}

/** The definition for an integration, typed for its options. */
export function definitionOf<Kind extends ServiceKind>(integration: {
  readonly kind: Kind;
}): ServiceDefinition<Kind> {
  return SERVICES[integration.kind];
}
