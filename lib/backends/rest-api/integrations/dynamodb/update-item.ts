import { whenGiven } from '../../vtl/given.js';
import type { Optional } from '../../vtl/json-pieces.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import type { DataMember } from '../../../../openapi/data-type.js';
import { isPresent, MARSHAL, writeData } from './dynamodb-data.js';
import { condition, ExpressionParts, givenAttribute } from './dynamodb-expression.js';
import { join, jsonText, vtlString, type Vtl } from '../../vtl/vtl-text.js';
import { expiry, listMembers, readBody } from './write-item.js';
import { answerItem } from './answer-item.js';
import { keyMember } from './key-member.js';
import type { DynamoDbCall, Of } from './dynamodb-call.js';

/** Sets the members that the caller gives: which these are, is known when the request comes. */
export function updateItem(options: Of<'UpdateItem'>, route: RouteView): DynamoDbCall {
  const { key, attributes: more = {}, condition: test } = options;
  const parts = new ExpressionParts(typeof test === 'object' ? test : undefined);
  const { mark } = parts;
  const sets: readonly Optional[] = [
    ...Object.entries(more).map(([name, value]) => {
      const given = givenAttribute(value);
      return { written: `${parts.name(name, given)} = ${parts.value(value, given)}`, given };
    }),
    ...expiry(options).map(([name, value]) => ({
      written: `${parts.name(name)} = ${parts.rawValue(value)}`,
      given: undefined,
    })),
  ];
  const conditions = condition(test === 'none' ? undefined : test, Object.keys(key)[0], parts);
  const written = listMembers(options, route);
  const ofGiven = (write: (index: number, member: DataMember) => string): string =>
    written.map((member, index) => `#if(${isGiven(member)})${write(index, member)}#end`).join('');
  const list = (
    fixed: readonly Optional[],
    write: (index: number, member: DataMember) => string,
  ): readonly Vtl[] => [
    '#set($sep = "")',
    ...fixed.map((pair) => whenGiven(pair.given, join('$sep', pair.written, '#set($sep = ",")'))),
    ofGiven((index, member) => `$sep${write(index, member)}#set($sep = ",")`),
  ];
  return {
    before: join(
      readBody(options),
      `#set($sets = "${standsAlways(sets) ? 'some' : ''}")`,
      ...sets.map(({ given }) => (given === undefined ? '' : whenGiven(given, '#set($sets = "some")'))),
      ofGiven(() => '#set($sets = "some")'),
    ),
    members: [keyMember(key), ...conditions, '"ReturnValues":"ALL_NEW"'],
    after: join(
      '#if($sets != ""),"UpdateExpression":"SET ',
      ...list(sets, (index) => `\\u0023m${mark}${index} = :m${mark}${index}`),
      '"#end',
      ...ifAny(
        parts.names,
        '"ExpressionAttributeNames"',
        list(parts.names, (index, { name }) => `"\\u0023m${mark}${index}":"${jsonText(name)}"`),
      ),
      ...ifAny(
        parts.values,
        '"ExpressionAttributeValues"',
        list(parts.values, (index, member) => `":m${mark}${index}":${givenValue(member)}`),
      ),
    ),
    success: answerItem('$.Attributes', route.responseType),
  };
}

/** DynamoDB refuses empty names and values. */
function ifAny(fixed: readonly Optional[], name: string, content: readonly Vtl[]): readonly Vtl[] {
  return standsAlways(fixed)
    ? [`,${name}:{`, ...content, '}']
    : [`#if($sets != ""),${name}:{`, ...content, '}#end'];
}

function standsAlways(pairs: readonly Optional[]): boolean {
  return pairs.some(({ given }) => given === undefined);
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
