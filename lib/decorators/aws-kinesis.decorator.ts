import type { AwsJsonValue, AwsValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceCommonOptions } from './service-options.js';

export type AwsKinesisOptions =
  | (AwsServiceCommonOptions & {
      /** Puts one record. @default 'PutRecord' */
      readonly action?: 'PutRecord';
      /** Name of the stream. */
      readonly stream: string;
      /** Text that decides on the shard. Records with the same key stay in order. */
      readonly partitionKey: AwsValue;
      /** Text as it is; an object as JSON text; the whole body byte by byte. */
      readonly data: AwsJsonValue;
    })
  | (AwsServiceCommonOptions & {
      /** Puts each entry of a list. */
      readonly action: 'PutRecords';
      /** Name of the stream. */
      readonly stream: string;
      /** The list in the body whose entries become records, such as `fromBody('$.records')`. */
      readonly records: AwsValue;
      /** The member of an entry that is its partition key. */
      readonly partitionKey: string;
    });

/**
 * Puts a record, or each entry of a list, on a Kinesis stream.
 *
 * @example
 * ```ts
 * @Post(':id/clicks')
 * @AwsKinesis({ stream: '${clicks_stream}', partitionKey: fromPath('id'), data: fromBody() })
 * click(@Param('id') id: string, @Body() click: ClickDto): void {}
 * ```
 * @see https://docs.aws.amazon.com/kinesis/latest/APIReference/API_PutRecord.html
 * @publicApi
 */
export function AwsKinesis(options: AwsKinesisOptions): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsKinesis', [options]);
}
