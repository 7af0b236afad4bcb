import type { DataMember, DataType } from '../../../../openapi/data-type.js';
import type { RequestValue } from '../../../../values/request-value.js';
import type { Of } from './dynamodb-call.js';

export function readBody(item: RequestValue): string {
  return `#set($body = $input.path('${item['@request'] === 'body' ? item.path : '$'}'))`;
}

/** Members of the DTO, but for those that the decorator writes itself. */
export function membersBeside(type: DataType | undefined, taken: readonly string[]): readonly DataMember[] {
  return type?.kind === 'object' ? type.members.filter(({ name }) => !taken.includes(name)) : [];
}

export function expiry(options: Of<'PutItem'> | Of<'UpdateItem'>): readonly (readonly [string, string])[] {
  const { expiresIn, expiresAttribute } = options;
  if (expiresIn === undefined) return [];
  // Milliseconds; integers divide to an integer.
  const name = typeof expiresAttribute === 'string' ? expiresAttribute : 'expiresAt';
  return [[name, `#set($expires = $context.requestTimeEpoch / 1000 + ${expiresIn}){"N":"$expires"}`]];
}
