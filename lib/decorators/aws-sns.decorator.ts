import type { AwsJsonValue, AwsValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceCommonOptions } from './service-options.js';

export interface AwsSnsOptions extends AwsServiceCommonOptions {
  /** What is called. @default 'Publish' */
  readonly action?: 'Publish';
  /** ARN of the topic. */
  readonly topicArn: string;
  /** Text as it is; an object, or the whole body, as JSON text. */
  readonly message: AwsJsonValue;
  /** Subject of e-mails. Absent: the topic's own. */
  readonly subject?: AwsValue;
  /** Message attributes of the type String, by name. Absent: none. */
  readonly attributes?: Readonly<Record<string, AwsValue>>;
  /** Message group of a FIFO topic. Absent: the topic is not FIFO. */
  readonly groupId?: AwsValue;
  /** Deduplication id, for a FIFO topic without content-based deduplication. Absent: none. */
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
