import type { RouteView } from '../../../../model/view-route.js';
import type { DataMember } from '../../../../openapi/data-type.js';
import { isPresent, MARSHAL, writeData } from './dynamodb-data.js';
import { condition, ExpressionParts } from './dynamodb-expression.js';
import { join, jsonText, vtlString, type Vtl } from '../../vtl/vtl-text.js';
import { readBody, membersBeside, expiry } from './write-item.js';
import { answerItem } from './answer-item.js';
import { keyMember } from './key-member.js';
import type { DynamoDbCall, Of } from './dynamodb-call.js';

/** Sets the members that the caller gives: which these are, is known when the request comes. */
export function updateItem(
  options: Of<'UpdateItem'>,
  { requestType, responseType }: RouteView,
): DynamoDbCall {
  const { key, item, attributes: more = {}, condition: test } = options;
  const parts = new ExpressionParts();
  const sets = [
    ...Object.entries(more).map(([name, value]) => `${parts.name(name)} = ${parts.value(value)}`),
    ...expiry(options).map(([name, value]) => `${parts.name(name)} = ${parts.rawValue(value)}`),
  ];
  const conditions = condition(test === 'none' ? undefined : test, Object.keys(key)[0], parts);
  const written = item
    ? membersBeside(requestType, [
        ...Object.keys({ ...key, ...more }),
        ...expiry(options).map(([name]) => name),
      ])
    : [];
  const ofGiven = (write: (index: number, member: DataMember) => string): string =>
    written.map((member, index) => `#if(${isGiven(member)})${write(index, member)}#end`).join('');
  const list = (
    fixed: readonly Vtl[],
    write: (index: number, member: DataMember) => string,
  ): readonly Vtl[] => [
    '#set($sep = "")',
    ...fixed.map((pair) => join('$sep', pair, '#set($sep = ",")')),
    ofGiven((index, member) => `$sep${write(index, member)}#set($sep = ",")`),
  ];
  return {
    before: join(
      item ? readBody(item) : '',
      `#set($sets = "${sets.length > 0 ? 'some' : ''}")`,
      ofGiven(() => '#set($sets = "some")'),
    ),
    members: [keyMember(key), ...conditions, '"ReturnValues":"ALL_NEW"'],
    after: join(
      '#if($sets != ""),"UpdateExpression":"SET ',
      ...list(sets, (index) => `\\u0023m${index} = :m${index}`),
      '"#end',
      ...ifAny(
        parts.names,
        '"ExpressionAttributeNames"',
        list(parts.names, (index, { name }) => `"\\u0023m${index}":"${jsonText(name)}"`),
      ),
      ...ifAny(
        parts.values,
        '"ExpressionAttributeValues"',
        list(parts.values, (index, member) => `":m${index}":${givenValue(member)}`),
      ),
    ),
    success: answerItem('$.Attributes', responseType),
  };
}

/** DynamoDB refuses empty names and values. */
function ifAny(fixed: readonly Vtl[], name: string, content: readonly Vtl[]): readonly Vtl[] {
  return fixed.length > 0
    ? [`,${name}:{`, ...content, '}']
    : [`#if($sets != ""),${name}:{`, ...content, '}#end'];
}

function isGiven({ name, type }: DataMember): string {
  const present = isPresent(MARSHAL.read(bodyMember(name), type), type);
  return type.nullable ? `(${present}) || ${MARSHAL.isNull('body', vtlString(name))}` : present;
}

function givenValue({ name, type }: DataMember): string {
  const reference = MARSHAL.read(bodyMember(name), type);
  const written = writeData(type, reference, MARSHAL);
  return type.nullable ? `#if(${isPresent(reference, type)})${written}#{else}${MARSHAL.null}#end` : written;
}

function bodyMember(name: string): string {
  return `body.get(${vtlString(name)})`;
}
