import type { AwsValue, RequestValue } from '../values/request-value.js';
import { recordDeclaration } from './decorator-metadata.js';
import type { AwsServiceCommonOptions } from './service-options.js';

/** An attribute's value: text is a string attribute; another type is written as DynamoDB writes it, `{ N: fromBody('$.age') }`. */
export type AwsAttributeValue =
  | AwsValue
  | {
      /** Text. */
      readonly S: AwsValue;
    }
  | {
      /** A number, in digits. */
      readonly N: AwsValue;
    }
  | {
      /** Bytes, in base64. */
      readonly B: AwsValue;
    }
  | {
      /** `true` or `false`. */
      readonly BOOL: boolean;
    }
  | {
      /** DynamoDB's null. */
      readonly NULL: true;
    };

/** Attributes by name. */
export type AwsAttributes = Readonly<Record<string, AwsAttributeValue>>;

/** A condition in DynamoDB's expression language; `#name` and `:value` in it are given beside it. */
export interface AwsDynamoDbExpression {
  /** The expression, in DynamoDB's language. */
  readonly expression: string;
  /** Attribute names by `#name`. */
  readonly names?: Readonly<Record<string, string>>;
  /** Values by `:value`. */
  readonly values?: Readonly<Record<string, AwsAttributeValue>>;
}

/** `absent`: only when no item has the key; `present`: only when one has; or an expression. Otherwise the caller gets 409. */
export type AwsDynamoDbCondition = 'absent' | 'present' | AwsDynamoDbExpression;

/** A sort key condition of a `Query`. */
export type AwsSortKeyCondition =
  | AwsAttributeValue
  | {
      /** Sort keys that start with this text. */
      readonly beginsWith: AwsAttributeValue;
    }
  | {
      /** Sort keys from the first value to the second, both included. */
      readonly between: readonly [AwsAttributeValue, AwsAttributeValue];
    }
  | {
      /** Sort keys below the value. */
      readonly lessThan: AwsAttributeValue;
    }
  | {
      /** Sort keys up to the value, which is included. */
      readonly atMost: AwsAttributeValue;
    }
  | {
      /** Sort keys above the value. */
      readonly greaterThan: AwsAttributeValue;
    }
  | {
      /** Sort keys from the value on, which is included. */
      readonly atLeast: AwsAttributeValue;
    };

interface Table extends AwsServiceCommonOptions {
  /** Name of the table. */
  readonly table: string;
}

interface Paged {
  /** Name of a secondary index. Absent: the table itself. */
  readonly index?: string;
  /** How many items a page has at most, 1 to 1000; a caller's number outside counts as 1000. @default 1000, as many as a template can write */
  readonly limit?: number | RequestValue;
  /** The cursor that the page before answered, usually `fromQuery('cursor')`. Absent: the caller cannot page. */
  readonly cursor?: RequestValue;
  /** Attributes to read. Absent: those of the response DTO. */
  readonly projection?: readonly string[];
  /** Drops items after they are read. */
  readonly filter?: AwsDynamoDbExpression;
}

export type AwsDynamoDbOptions =
  | (Table & {
      /** Reads one item. */
      readonly action: 'GetItem';
      /** The key of the item, its partition key first. */
      readonly key: AwsAttributes;
      /** Read what was written last. @default false */
      readonly consistentRead?: boolean;
      /** Attributes to read. Absent: those of the response DTO. */
      readonly projection?: readonly string[];
    })
  | (Table & {
      /** Writes one item as a whole. */
      readonly action: 'PutItem';
      /** The key's attributes, written beside those of `item`. */
      readonly key?: AwsAttributes;
      /** `fromBody()` writes each member of the request DTO with its DynamoDB type. */
      readonly item?: RequestValue;
      /** Further attributes. */
      readonly attributes?: AwsAttributes;
      /** When the item is written or removed; otherwise the caller gets 409. Absent: always. */
      readonly condition?: AwsDynamoDbCondition;
      /** Seconds from now, written as an epoch into `expiresAttribute`. */
      readonly expiresIn?: number;
      /** The table's TTL attribute. @default 'expiresAt' */
      readonly expiresAttribute?: string;
    })
  | (Table & {
      /** Changes attributes of one item. */
      readonly action: 'UpdateItem';
      /** The key of the item, its partition key first. */
      readonly key: AwsAttributes;
      /** `fromBody()` sets the members of the request DTO that the caller gives, and leaves the others. */
      readonly item?: RequestValue;
      /** Further attributes. Absent: none. */
      readonly attributes?: AwsAttributes;
      /** When the item is updated. @default 'present': an update creates nothing */
      readonly condition?: AwsDynamoDbCondition | 'none';
      /** Seconds from now, written as an epoch into `expiresAttribute`. Absent: the item does not expire. */
      readonly expiresIn?: number;
      /** The table's TTL attribute. @default 'expiresAt' */
      readonly expiresAttribute?: string;
    })
  | (Table & {
      /** Removes one item. */
      readonly action: 'DeleteItem';
      /** The key of the item, its partition key first. */
      readonly key: AwsAttributes;
      /** When the item is written or removed; otherwise the caller gets 409. Absent: always. */
      readonly condition?: AwsDynamoDbCondition;
    })
  | (Table &
      Paged & {
        /** Reads the items of one partition, page by page. */
        readonly action: 'Query';
        /** The partition key first, then, if wanted, a condition on the sort key. */
        readonly key: Readonly<Record<string, AwsSortKeyCondition>>;
        /** By the sort key. @default 'ascending' */
        readonly order?: 'ascending' | 'descending';
        /** Read what was written last. @default false */
        readonly consistentRead?: boolean;
      })
  | (Table &
      Paged & {
        /** Reads items of the whole table, page by page. */
        readonly action: 'Scan';
        /** Read what was written last. @default false */
        readonly consistentRead?: boolean;
      });

/**
 * A DynamoDB table answers the route. Items are read and written after the DTOs: 404 for a missing item, 409 for a
 * failed condition, 429 for throttling.
 *
 * @example
 * ```ts
 * @Get(':name')
 * @AwsDynamoDb({ action: 'GetItem', table: '${users_table}', key: { pk: text`USER#${fromPath('name')}` } })
 * @ApiOkResponse({ type: UserDto })
 * getUser(@Param('name') name: string): UserDto { throw new NotImplementedException(); }
 * ```
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html
 * @publicApi
 */
export function AwsDynamoDb(options: AwsDynamoDbOptions): ClassDecorator & MethodDecorator {
  return recordDeclaration('integration', 'AwsDynamoDb', [options]);
}
