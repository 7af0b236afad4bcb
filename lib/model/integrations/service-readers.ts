import type { DecoratorOf } from '../../decorators/decorator-metadata.js';
import { checkResponses } from '../../options/check-responses.js';
import { checkOptions } from '../../options/option-shape.js';
import { parseOptions } from '../../services/parse-options.js';
import type {
  GivenServiceOptions,
  ServiceIntegration,
  ServiceKind,
} from '../../services/service-integrations.js';
import { serviceShape } from '../../services/service-shape.js';
import { completeOptions, findRegionConflicts, SERVICES } from '../../services/services.js';
import { ownerOf, type ReadGiven } from '../declarations/given.js';
import type { IntegrationOf } from './integration-of.js';

/** The decorators that call an AWS service. */
type ServiceDecorator = Exclude<
  DecoratorOf<'integration'>,
  'AwsLambda' | 'AwsHttp' | 'AwsMock' | 'AwsIntegration'
>;

/** How the options of each service decorator are read. */
export const SERVICE_READERS: Readonly<Record<ServiceDecorator, ReadGiven<IntegrationOf>>> = {
  AwsDynamoDb: readerOf('dynamodb'),
  AwsS3: readerOf('s3'),
  AwsSns: readerOf('sns'),
  AwsSqs: readerOf('sqs'),
  AwsStepFunctions: readerOf('step-functions'),
  AwsEventBridge: readerOf('eventbridge'),
  AwsKinesis: readerOf('kinesis'),
  AwsService: readerOf('service'),
};

function readerOf<Kind extends ServiceKind>(kind: Kind): ReadGiven<IntegrationOf> {
  const { findConflicts } = SERVICES[kind];
  return (declared, at) => {
    const given = declared.args[0];
    const owner = ownerOf(declared);
    const faults = [
      ...checkOptions(owner, given, serviceShape(kind, given), at),
      ...checkResponses(owner, given, at),
    ];
    if (faults.length > 0) return { faults };
    const options = parseOptions(given as object) as GivenServiceOptions[Kind];
    const conflicts = [...findConflicts(options, owner), ...findRegionConflicts(kind, options, owner)];
    if (conflicts.length > 0) {
      return { faults: conflicts.map((conflict) => ({ code: 'invalid-option', at, ...conflict })) };
    }
    const integration = { kind, options: completeOptions(kind, options) } as ServiceIntegration<Kind>;
    return { value: () => integration as ServiceIntegration, faults };
  };
}
