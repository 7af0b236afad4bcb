import type { AwsJsonValue, AwsValue, RequestValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceBase } from './service-options.js';

interface AwsSqsMessage extends AwsServiceBase {
  /** @default 'SendMessage' */
  readonly action?: 'SendMessage';
  /** Text as it is; an object, or the whole body, as JSON text. */
  readonly message: AwsJsonValue;
  /** Message attributes of the type String, by name. */
  readonly attributes?: Readonly<Record<string, AwsValue>>;
  /** Seconds before the message can be received, 0 to 900; not for FIFO queues. */
  readonly delay?: number | RequestValue;
  /** FIFO queues. */
  readonly groupId?: AwsValue;
  /** FIFO queues without content-based deduplication. */
  readonly deduplicationId?: AwsValue;
}

/** A queue by its URL, or by its name and account (absent: the API's own). */
export type AwsSqsOptions = AwsSqsMessage &
  (
    | { readonly queueUrl: string; readonly queueName?: never; readonly accountId?: never }
    | { readonly queueName: string; readonly accountId?: string; readonly queueUrl?: never }
  );

/**
 * Sends a message to an SQS queue. The caller gets `{ "messageId" }`.
 *
 * @example
 * ```ts
 * @Post('jobs')
 * @AwsSqs({ queueUrl: '${jobs_queue_url}', message: fromBody() })
 * enqueue(@Body() job: JobDto): void {}
 * ```
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html
 * @publicApi
 */
export function AwsSqs(options: AwsSqsOptions): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsSqs', [options]);
}
