import type { AwsDynamoDbOptions } from '../decorators/aws-dynamo-db.decorator.js';
import type { AwsEventBridgeOptions } from '../decorators/aws-event-bridge.decorator.js';
import type { AwsKinesisOptions } from '../decorators/aws-kinesis.decorator.js';
import type { AwsS3Options } from '../decorators/aws-s3.decorator.js';
import type { AwsServiceOptions } from '../decorators/aws-service.decorator.js';
import type { AwsSnsOptions } from '../decorators/aws-sns.decorator.js';
import type { AwsSqsOptions } from '../decorators/aws-sqs.decorator.js';
import type { AwsStepFunctionsOptions } from '../decorators/aws-step-functions.decorator.js';
import type { OptionText } from '../values/option-text.js';
import type { RequestValue } from '../values/request-value.js';

/** The options of a decorator with their placeholders read: text that is not one of a few words may hold some. */
export type Parsed<T> = T extends RequestValue
  ? T
  : T extends string
    ? string extends T
      ? OptionText
      : T
    : T extends readonly (infer Item)[]
      ? readonly Parsed<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]: Parsed<T[Key]> }
        : T;

/** The options of each kind, as its decorator takes them. */
export interface GivenServiceOptions {
  readonly dynamodb: Parsed<AwsDynamoDbOptions>;
  readonly s3: Parsed<AwsS3Options>;
  readonly sns: Parsed<AwsSnsOptions>;
  readonly sqs: Parsed<AwsSqsOptions>;
  readonly 'step-functions': Parsed<AwsStepFunctionsOptions>;
  readonly eventbridge: Parsed<AwsEventBridgeOptions>;
  readonly kinesis: Parsed<AwsKinesisOptions>;
  readonly service: Parsed<AwsServiceOptions>;
}

export type ServiceKind = keyof GivenServiceOptions;

/** The options of each kind that have a default. Its definition fills them in. */
interface DefaultedOptions {
  readonly dynamodb: 'expiresAttribute' | 'limit';
  readonly s3: never;
  readonly sns: 'action' | 'attributes';
  readonly sqs: 'action' | 'attributes';
  readonly 'step-functions': never;
  readonly eventbridge: 'action' | 'eventBus';
  readonly kinesis: 'action';
  readonly service: 'method';
}

type Completed<T, Names extends PropertyKey> = T extends unknown
  ? Omit<T, Names> & Required<Pick<T, Extract<keyof T, Names>>>
  : never;

/** The options of each kind with their defaults filled in. */
export type ServiceOptions = {
  readonly [Kind in ServiceKind]: Completed<GivenServiceOptions[Kind], DefaultedOptions[Kind]>;
};

/** A route that API Gateway serves from an AWS service, without a function. */
export type ServiceIntegration<Kind extends ServiceKind = ServiceKind> = {
  readonly [K in Kind]: { readonly kind: K; readonly options: ServiceOptions[K] };
}[Kind];

const SERVICE_KINDS: Readonly<Record<ServiceKind, true>> = {
  dynamodb: true,
  s3: true,
  sns: true,
  sqs: true,
  'step-functions': true,
  eventbridge: true,
  kinesis: true,
  service: true,
};

export function isService<T extends { readonly kind: string }>(
  integration: T,
): integration is Extract<T, ServiceIntegration> {
  return Object.hasOwn(SERVICE_KINDS, integration.kind);
}
