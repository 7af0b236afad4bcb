import type { AwsValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceCommonOptions } from './service-options.js';

interface Bucket extends AwsServiceCommonOptions {
  /** Name of the bucket. */
  readonly bucket: string;
}

export type AwsS3Options =
  | (Bucket & {
      /** Reads or removes an object. */
      readonly action: 'GetObject' | 'DeleteObject';
      /** Key of the object; a greedy path parameter stands for several segments. */
      readonly key: AwsValue;
    })
  | (Bucket & {
      /** Writes an object. */
      readonly action: 'PutObject';
      /** Key of the object; a greedy path parameter stands for several segments. */
      readonly key: AwsValue;
      /** Media types that are stored as they come. Absent: what `@ApiConsumes` names, or any type as text. */
      readonly contentTypes?: readonly string[];
    })
  | (Bucket & {
      /** Lists keys. */
      readonly action: 'ListObjects';
      /** Only keys that start with it. Absent: all. */
      readonly prefix?: AwsValue;
      /** Groups keys by it, usually `/`. Absent: none are grouped. */
      readonly delimiter?: AwsValue;
      /** How many keys a page has at most, up to 1000. @default 1000 */
      readonly maxKeys?: number | AwsValue;
      /** The continuation token of the page before. Absent: the first page. */
      readonly cursor?: AwsValue;
    });

/**
 * An S3 bucket answers the route: 404 for a missing key; ranges and conditional requests pass. A list is S3's XML.
 *
 * @example
 * ```ts
 * @Get('*path')
 * @AwsS3({ action: 'GetObject', bucket: '${files_bucket}', key: text`uploads/${fromPath('path')}` })
 * getFile(): StreamableFile { throw new NotImplementedException(); }
 * ```
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-s3.html
 * @publicApi
 */
export function AwsS3(options: AwsS3Options): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsS3', [options]);
}
