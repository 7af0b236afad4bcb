import { limitMembers } from '../../../../openapi/limit-members.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import type { DataMember } from '../../../../openapi/data-type.js';
import { memberType } from '../../../../openapi/member-type.js';
import type { OptionText } from '../../../../values/option-text.js';
import type { RequestValue } from '../../../../values/request-value.js';
import type { Of } from './dynamodb-call.js';

type Writing = Of<'PutItem'> | Of<'UpdateItem'>;

export function readBody({ item }: Writing): string {
  return item === undefined ? '' : `#set($body = $input.path('${pathOf(item)}'))`;
}

/** The members of `item`, but for those that the decorator writes itself. */
export function listMembers(
  { item, key = {}, attributes = {}, expiresIn, expiresAttribute }: Writing,
  { requestType }: Pick<RouteView, 'requestType'>,
): readonly DataMember[] {
  const type = item === undefined ? undefined : memberType(requestType, pathOf(item));
  const taken: readonly unknown[] = [
    ...Object.keys({ ...key, ...attributes }),
    ...(expiresIn === undefined ? [] : [expiresAttribute]),
  ];
  if (type?.kind !== 'object') return [];
  return limitMembers(type.members.filter(({ name }) => !taken.includes(name)));
}

function pathOf(item: RequestValue): string {
  return item['@request'] === 'body' ? item.path : '$';
}

export function expiry({ expiresIn, expiresAttribute }: Writing): readonly (readonly [OptionText, string])[] {
  if (expiresIn === undefined) return [];
  // Milliseconds; integers divide to an integer.
  return [
    [expiresAttribute, `#set($expires = $context.requestTimeEpoch / 1000 + ${expiresIn}){"N":"$expires"}`],
  ];
}
