import type { AwsJsonValue, AwsValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceBase } from './service-options.js';

export interface AwsSnsOptions extends AwsServiceBase {
  /** @default 'Publish' */
  readonly action?: 'Publish';
  readonly topicArn: string;
  /** Text as it is; an object, or the whole body, as JSON text. */
  readonly message: AwsJsonValue;
  readonly subject?: AwsValue;
  /** Message attributes of the type String, by name. */
  readonly attributes?: Readonly<Record<string, AwsValue>>;
  /** FIFO topics. */
  readonly groupId?: AwsValue;
  /** FIFO topics without content-based deduplication. */
  readonly deduplicationId?: AwsValue;
}

/**
 * Publishes to an SNS topic. The caller gets `{ "messageId" }`.
 *
 * @example
 * ```ts
 * @Post('alerts')
 * @AwsSns({ topicArn: '${alerts_topic_arn}', subject: 'Alert', message: fromBody() })
 * alert(@Body() alert: AlertDto): void {}
 * ```
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 * @publicApi
 */
export function AwsSns(options: AwsSnsOptions): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsSns', [options]);
}
