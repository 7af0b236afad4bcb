import type { AwsJsonValue, AwsValue, RequestValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceCommonOptions } from './service-options.js';

interface AwsSqsMessage extends AwsServiceCommonOptions {
  /** What is called. @default 'SendMessage' */
  readonly action?: 'SendMessage';
  /** Text as it is; an object, or the whole body, as JSON text. */
  readonly message: AwsJsonValue;
  /** Message attributes of the type String, by name. Absent: none. */
  readonly attributes?: Readonly<Record<string, AwsValue>>;
  /** Seconds before the message can be received, 0 to 900; not for FIFO queues. Absent: the queue's own delay. */
  readonly delay?: number | RequestValue;
  /** Message group of a FIFO queue. Absent: the queue is not FIFO. */
  readonly groupId?: AwsValue;
  /** Deduplication id, for a FIFO queue without content-based deduplication. Absent: none. */
  readonly deduplicationId?: AwsValue;
}

/** A queue by its URL, or by its name and account (absent: the API's own). */
export type AwsSqsOptions = AwsSqsMessage &
  (
    | {
        /** URL of the queue. */
        readonly queueUrl: string;
        readonly queueName?: never;
        readonly accountId?: never;
      }
    | {
        /** Name of the queue. */
        readonly queueName: string;
        /** Account of the queue. Absent: the API's own. */
        readonly accountId?: string;
        readonly queueUrl?: never;
      }
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
