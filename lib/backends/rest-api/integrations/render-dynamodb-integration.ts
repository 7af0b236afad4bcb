import { readPageType, type PageType } from '../../../openapi/read-page-type.js';
import type { RouteView } from '../../../model/view-route.js';
import type { DataMember, DataType } from '../../../openapi/data-type.js';
import type { ServiceIntegration, ServiceOptions } from '../../../services/service-integrations.js';
import { isRequestValue, type RequestValue } from '../../../values/request-value.js';
import { clientError, message, NO_BODY, renderService } from './render-service.js';
import type { RenderedIntegration } from './rendered-integration.js';
import { isPresent, MARSHAL, UNMARSHAL, writeData, writeMembers } from '../vtl/dynamodb-data.js';
import {
  attribute,
  condition,
  ExpressionParts,
  keyCondition,
  object,
  quoted,
} from '../vtl/dynamodb-expression.js';
import {
  escapeJson,
  join,
  jsonText,
  prologue,
  quiet,
  readExpression,
  vtlString,
  type Vtl,
} from '../vtl/vtl-text.js';
import { separate } from '../vtl/write-json.js';

type Options = ServiceOptions['dynamodb'];
type Of<Action extends Options['action']> = Extract<Options, { readonly action: Action }>;

/** The request's members, the VTL that must run before them, and the template of the answer. */
interface DynamoDbCall {
  readonly before?: Vtl;
  readonly members: readonly Vtl[];
  /** VTL behind the last member: members that may be missing, each with its comma. */
  readonly after?: Vtl;
  readonly success: Vtl;
}

const ACTIONS = {
  GetItem: getItem,
  PutItem: putItem,
  UpdateItem: updateItem,
  DeleteItem: deleteItem,
  Query: query,
  Scan: scan,
} satisfies { [Action in Options['action']]: (options: Of<Action>, route: RouteView) => DynamoDbCall };

export function renderDynamoDbIntegration(
  { options }: ServiceIntegration<'dynamodb'>,
  route: RouteView,
): RenderedIntegration {
  const call = (ACTIONS[options.action] as (options: Options, route: RouteView) => DynamoDbCall)(
    options,
    route,
  );
  const template = join(
    prologue(options),
    call.before ?? '',
    '{',
    ...separate([join('"TableName":', quoted(options.table)), ...call.members], ','),
    call.after ?? '',
    '}',
  );
  return renderService(
    {
      service: 'dynamodb',
      target: `action/${options.action}`,
      headers: {
        'Content-Type': 'application/x-amz-json-1.0',
        'X-Amz-Target': `DynamoDB_20120810.${options.action}`,
      },
      templates: { 'application/json': template },
      success: call.success,
      failures: {
        '4\\d{2}': {
          statusCode: '400',
          responseTemplates: {
            'application/json': clientError('$.__type', [['ConditionalCheckFailed', 409, 'Conflict']]),
          },
        },
      },
    },
    options,
    route,
  );
}

function keyMember(key: Of<'GetItem'>['key']): Vtl {
  return object(
    'Key',
    Object.entries(key).map(([name, value]) => attribute(name, value)),
  );
}

function getItem(
  { key, consistentRead, projection }: Of<'GetItem'>,
  { responseType }: RouteView,
): DynamoDbCall {
  const parts = new ExpressionParts();
  return {
    members: [
      keyMember(key),
      ...(consistentRead === undefined ? [] : [`"ConsistentRead":${consistentRead}`]),
      ...project(projection, responseType, parts),
      ...parts.members(),
    ],
    success: orNotFound('$.Item', answerItem('$.Item', responseType)),
  };
}

function putItem(options: Of<'PutItem'>, { requestType, successStatus }: RouteView): DynamoDbCall {
  const { key = {}, item, attributes: more = {} } = options;
  const parts = new ExpressionParts();
  const fixed = [
    ...Object.entries({ ...key, ...more }).map(([name, value]) => attribute(name, value)),
    ...expiry(options).map(([name, value]) => join(`"${jsonText(name)}":`, value)),
  ];
  const written = item
    ? membersBeside(requestType, [
        ...Object.keys({ ...key, ...more }),
        ...expiry(options).map(([name]) => name),
      ])
    : [];
  return {
    before: item ? readBody(item) : '',
    members: [
      join(
        '"Item":{',
        writeMembers(written, 'body', MARSHAL),
        ...fixed.map((pair) => join('$sep0', pair, '#set($sep0 = ",")')),
        '}',
      ),
      ...condition(options.condition, Object.keys(key)[0], parts),
      ...parts.members(),
    ],
    success: successStatus === '204' ? NO_BODY : '{}',
  };
}

/** Sets the members that the caller gives: which these are, is known when the request comes. */
function updateItem(options: Of<'UpdateItem'>, { requestType, responseType }: RouteView): DynamoDbCall {
  const { key, item, attributes: more = {}, condition: test = 'present' } = options;
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

function deleteItem(options: Of<'DeleteItem'>, { responseType, successStatus }: RouteView): DynamoDbCall {
  const parts = new ExpressionParts();
  const answers = responseType?.kind === 'object';
  return {
    members: [
      keyMember(options.key),
      ...(answers ? ['"ReturnValues":"ALL_OLD"'] : []),
      ...condition(options.condition, Object.keys(options.key)[0], parts),
      ...parts.members(),
    ],
    success: answers
      ? orNotFound('$.Attributes', answerItem('$.Attributes', responseType))
      : successStatus === '204'
        ? NO_BODY
        : '{}',
  };
}

function query(options: Of<'Query'>, route: RouteView): DynamoDbCall {
  const parts = new ExpressionParts();
  const conditions = Object.entries(options.key).map(([name, value]) => keyCondition(name, value, parts));
  return readPage(
    options,
    [
      `"KeyConditionExpression":"${conditions.join(' AND ')}"`,
      ...(options.order === undefined ? [] : [`"ScanIndexForward":${options.order === 'ascending'}`]),
    ],
    parts,
    route,
  );
}

function scan(options: Of<'Scan'>, route: RouteView): DynamoDbCall {
  return readPage(options, [], new ExpressionParts(), route);
}

function readPage(
  options: Of<'Query'> | Of<'Scan'>,
  members: readonly Vtl[],
  parts: ExpressionParts,
  { responseType }: RouteView,
): DynamoDbCall {
  const { index, limit, cursor, projection, filter, consistentRead } = options;
  const page = readPageType(responseType);
  const filters = filter === undefined ? [] : [`"FilterExpression":"${parts.expression(filter)}"`];
  const projected = project(projection, page?.items, parts);
  return {
    members: [
      ...members,
      ...(index === undefined ? [] : [join('"IndexName":', quoted(index))]),
      ...(consistentRead === undefined ? [] : [`"ConsistentRead":${consistentRead}`]),
      ...(isRequestValue(limit) ? [] : [`"Limit":${limit ?? MOST_ITEMS}`]),
      ...filters,
      ...projected,
      ...parts.members(),
    ],
    after: (isRequestValue(limit) ? limitOf(limit) : '') + (cursor ? exclusiveStartKey(cursor) : ''),
    success: answerPage(page),
  };
}

/** A template runs a `#foreach` at most so many times; a longer page would lose its end without a word. */
const MOST_ITEMS = 1000;

/** A limit of the request; what is none, or too high, counts as the highest. */
function limitOf(value: RequestValue): string {
  return (
    `#set($limit = ${expressionOf(value)})` +
    `#if(!$limit.matches('[1-9][0-9]{0,2}'))#set($limit = "${MOST_ITEMS}")#end,"Limit":$limit`
  );
}

/**
 * A cursor is the last key in base64. It is read as data and written key by key: whatever a caller puts into one, it
 * can only name attributes of a key.
 */
function exclusiveStartKey(cursor: RequestValue): string {
  return (
    `#set($cursor = ${expressionOf(cursor)})` +
    '#if($cursor != "")#set($start = $util.parseJson($util.base64Decode($cursor))),"ExclusiveStartKey":{' +
    '#foreach($name in $start.keySet())' +
    `"${escapeJson(quiet('name'))}":{#foreach($type in $start.get($name).keySet())` +
    `"${escapeJson(quiet('type'))}":"${escapeJson(quiet('start.get($name).get($type)'))}"` +
    '#if($foreach.hasNext),#end#end}#if($foreach.hasNext),#end#end}#end'
  );
}

function expressionOf(value: RequestValue): string {
  return value['@request'] === 'text' || value['@request'] === 'vtl' ? '""' : readExpression(value);
}

function readBody(item: RequestValue): string {
  return `#set($body = $input.path('${item['@request'] === 'body' ? item.path : '$'}'))`;
}

/** Members of the DTO, but for those that the decorator writes itself. */
function membersBeside(type: DataType | undefined, taken: readonly string[]): readonly DataMember[] {
  return type?.kind === 'object' ? type.members.filter(({ name }) => !taken.includes(name)) : [];
}

function expiry(options: Of<'PutItem'> | Of<'UpdateItem'>): readonly (readonly [string, string])[] {
  const { expiresIn, expiresAttribute = 'expiresAt' } = options;
  if (expiresIn === undefined) return [];
  // Milliseconds; integers divide to an integer.
  const name = typeof expiresAttribute === 'string' ? expiresAttribute : 'expiresAt';
  return [[name, `#set($expires = $context.requestTimeEpoch / 1000 + ${expiresIn}){"N":"$expires"}`]];
}

function project(
  given: Of<'GetItem'>['projection'],
  type: DataType | undefined,
  parts: ExpressionParts,
): readonly Vtl[] {
  const names = given ?? (type?.kind === 'object' ? type.members.map(({ name }) => name) : []);
  const words = names.map((name) => parts.name(typeof name === 'string' ? name : ''));
  return words.length > 0 ? [`"ProjectionExpression":"${words.join(', ')}"`] : [];
}

function answerItem(path: string, type: DataType | undefined): Vtl {
  if (type?.kind !== 'object') return '{}';
  return `#set($item = $input.path('${path}')){${writeMembers(type.members, 'item', UNMARSHAL)}}`;
}

function orNotFound(path: string, found: Vtl): Vtl {
  return join(
    `#if(${quiet(`input.path('${path}').size()`)} == "")`,
    `#set($context.responseOverride.status = 404)${message('Not found')}`,
    '#{else}',
    found,
    '#end',
  );
}

function answerPage(page: PageType | undefined): Vtl {
  if (!page) return '{}';
  const items = `[#foreach($item in $input.path('$.Items')){${writeMembers(page.items.members, 'item', UNMARSHAL)}}#if($foreach.hasNext),#end#end]`;
  const more = `${quiet(`input.path('$.LastEvaluatedKey').size()`)} != ""`;
  const cursor = "$util.base64Encode($input.json('$.LastEvaluatedKey'))";
  if (page.itemsName === undefined) {
    return `#if(${more})#set($context.responseOverride.header.X-Next-Cursor = ${cursor})#end${items}`;
  }
  const next =
    page.cursorName === undefined ? '' : `#if(${more}),"${jsonText(page.cursorName)}":"${cursor}"#end`;
  return `{"${jsonText(page.itemsName)}":${items}${next}}`;
}
