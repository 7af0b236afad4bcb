import { readPageType, type PageType } from '../../../../openapi/read-page-type.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import { isRequestValue, type RequestValue } from '../../../../values/request-value.js';
import { UNMARSHAL, writeMembers } from './dynamodb-data.js';
import { ExpressionParts, keyCondition } from './dynamodb-expression.js';
import { quoted, separateGiven } from '../../vtl/json-pieces.js';
import { escapeJson, join, jsonText, printOrNothing, readExpression, type Vtl } from '../../vtl/vtl-text.js';
import { MOST_ITEMS } from '../../../../services/dynamodb.js';
import { project } from './project.js';
import type { DynamoDbCall, Of } from './dynamodb-call.js';

export function query(options: Of<'Query'>, route: RouteView): DynamoDbCall {
  const parts = new ExpressionParts(options.filter);
  const conditions = Object.entries(options.key).map(([name, value]) => keyCondition(name, value, parts));
  return readPage(
    options,
    [
      join('"KeyConditionExpression":"', ...separateGiven(conditions, ' AND '), '"'),
      ...(options.order === undefined ? [] : [`"ScanIndexForward":${options.order === 'ascending'}`]),
    ],
    parts,
    route,
  );
}

export function scan(options: Of<'Scan'>, route: RouteView): DynamoDbCall {
  return readPage(options, [], new ExpressionParts(options.filter), route);
}

function readPage(
  options: Of<'Query'> | Of<'Scan'>,
  members: readonly Vtl[],
  parts: ExpressionParts,
  { responseType }: RouteView,
): DynamoDbCall {
  const { index, limit, cursor, projection, filter, consistentRead } = options;
  const page = readPageType(responseType);
  const filters = filter === undefined ? [] : [join('"FilterExpression":"', parts.expression(filter), '"')];
  const projected = project(projection, page?.items, parts);
  return {
    members: [
      ...members,
      ...(index === undefined ? [] : [join('"IndexName":', quoted(index))]),
      ...(consistentRead === undefined ? [] : [`"ConsistentRead":${consistentRead}`]),
      ...(isRequestValue(limit) ? [] : [`"Limit":${limit}`]),
      ...filters,
      ...projected,
      ...parts.members(),
    ],
    after: (isRequestValue(limit) ? limitOf(limit) : '') + (cursor ? exclusiveStartKey(cursor) : ''),
    success: answerPage(page),
  };
}

/** A limit of the request. Text that is not a number, or a number that is too high, counts as the highest. */
function limitOf(value: RequestValue): string {
  return (
    `#set($limit = ${expressionOf(value)})` +
    `#if(!$limit.matches('[1-9][0-9]{0,2}'))#set($limit = "${MOST_ITEMS}")#end,"Limit":$limit`
  );
}

/**
 * A cursor is the last key in base64. It is read as data and written key by key: whatever a caller puts into one, it
 * can only name attributes of a key. What is not base64 of an object would break the template; DynamoDB refuses the empty key
 * in its place, so that the caller gets a 400.
 */
function exclusiveStartKey(cursor: RequestValue): string {
  return (
    `#set($cursor = ${expressionOf(cursor)})` +
    '#if($cursor != ""),"ExclusiveStartKey":{' +
    `#set($key = "")#if($cursor.matches('${BASE64}'))#set($key = $util.base64Decode($cursor))#end` +
    `#if($key.replaceAll('${STRING}','s').replaceAll(' ','').matches('${KEY}'))#set($start = $util.parseJson($key))` +
    '#foreach($name in $start.keySet())' +
    `"${escapeJson(printOrNothing('name'))}":{#foreach($type in $start.get($name).keySet())` +
    `"${escapeJson(printOrNothing('type'))}":"${escapeJson(printOrNothing('start.get($name).get($type)'))}"` +
    '#if($foreach.hasNext),#end#end}#if($foreach.hasNext),#end#end#end}#end'
  );
}

const BASE64 = '(?:[A-Za-z0-9+/]{4})*+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?';
/** A key as JSON with each string as one letter: attributes, each with its type and a text. */
const STRING = '"[^"\\\\]*+(?:\\\\.[^"\\\\]*+)*+"';
const KEY = '[{]s:[{]s:s[}](?:,s:[{]s:s[}])*+[}]';

function expressionOf(value: RequestValue): string {
  return value['@request'] === 'text' || value['@request'] === 'vtl' ? '""' : readExpression(value);
}

function answerPage(page: PageType | undefined): Vtl {
  if (!page) return '{}';
  const items = `[#foreach($item in $input.path('$.Items')){${writeMembers(page.items.members, 'item', UNMARSHAL)}}#if($foreach.hasNext),#end#end]`;
  const more = `${printOrNothing(`input.path('$.LastEvaluatedKey').size()`)} != ""`;
  const cursor = "$util.base64Encode($input.json('$.LastEvaluatedKey'))";
  if (page.itemsName === undefined) {
    return `#if(${more})#set($context.responseOverride.header.X-Next-Cursor = ${cursor})#end${items}`;
  }
  const next =
    page.cursorName === undefined ? '' : `#if(${more}),"${jsonText(page.cursorName)}":"${cursor}"#end`;
  return `{"${jsonText(page.itemsName)}":${items}${next}}`;
}
