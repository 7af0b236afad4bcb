import { NOWHERE, type DataType } from '../../../../openapi/data-type.js';
import { listUnknown } from '../../../../openapi/list-unknown.js';
import { memberType } from '../../../../openapi/member-type.js';
import { readPageType } from '../../../../openapi/read-page-type.js';
import { viewRoute } from '../../../../model/documents/view-route.js';
import { mayBeObject } from '../../../../rules/aws/find-unaccepted.js';
import { formatRequestValue } from '../../../../values/format-request-value.js';
import { placeOf, type Finding, type Rule } from '../../../../rules/rule.js';
import { findReferenced } from '../../../../openapi/find-referenced.js';
import type { GatewayModel } from '../../../../model/gateway-model.js';
import type { Route } from '../../../../model/routes/route.js';
import { isObject } from '../../../../openapi/openapi.js';

/** Items are written and read member by member. The DTO gives each member its type. */
export const memberWithoutDynamodbType: Rule = {
  code: 'member-without-dynamodb-type',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) {
      if (route.integration?.kind !== 'dynamodb') continue;
      const { options } = route.integration;
      const { requestType, responseType, requestSchema, responseSchema } = viewRoute(route, model);
      const request: Side = { route, name: 'request', dto: nameDto(requestSchema, model) };
      const response: Side = { route, name: 'response', dto: nameDto(responseSchema, model) };
      if (
        (options.action === 'PutItem' || options.action === 'UpdateItem') &&
        options.item?.['@request'] === 'body' &&
        // Other rules report a body that is not there or not JSON, a member that does not exist and one that is no object.
        requestType !== undefined
      ) {
        const { path } = options.item;
        const type = memberType(requestType, path);
        if (type?.kind === 'object' && type.members.length > 0)
          yield* findUnknown({ ...request, path: path.slice(2) }, type);
        else if (type && mayBeObject(type)) yield* findWithoutMembers(route, path, type);
      }
      if (options.responses?.['default']) continue;
      if (options.action === 'GetItem') yield* findUnknown(response, responseType);
      if (options.action === 'UpdateItem' || options.action === 'DeleteItem') {
        if (responseType) yield* findUnknown(response, responseType);
      }
      if (options.action === 'Query' || options.action === 'Scan') {
        const page = readPageType(responseType);
        if (page)
          yield* findUnknown({ ...response, path: page.itemsName && `${page.itemsName}[]` }, page.items);
        else yield missing(route, 'neither a list of objects nor an object with one such list');
      }
    }
  },
};

/** Where a type is. */
interface Side {
  readonly route: Route;
  readonly name: 'request' | 'response';
  /** Name of the DTO; absent for a schema that has none. */
  readonly dto: string | undefined;
  /** The member of the DTO that holds the type; absent for the DTO itself. */
  readonly path?: string | undefined;
}

/** A list has the name of its items. */
function nameDto(schema: unknown, model: GatewayModel): string | undefined {
  if (!isObject(schema)) return undefined;
  const target = schema['$ref'] ?? (isObject(schema['items']) ? schema['items']['$ref'] : undefined);
  return findReferenced(target, [model.document, model.hidden])?.name;
}

function* findUnknown(side: Side, type: DataType | undefined): Generator<Finding> {
  if (type?.kind !== 'object') {
    if (type?.kind !== 'unknown' || type.why !== NOWHERE) yield missing(side.route, 'not an object');
    return;
  }
  for (const { path, why } of listUnknown(type)) {
    if (why === NOWHERE) continue;
    const member = [side.path, path].filter(Boolean).join('.');
    yield {
      at: { ...placeOf(side.route), member: side.dto === undefined ? member : `${side.dto}.${member}` },
      message: `the member \`${member}\` of the ${side.name} DTO has no DynamoDB type: ${why}`,
      fix: path.endsWith('[]')
        ? 'Declare the type of the items, such as `@ApiProperty({ type: [String] })`, which TypeScript does not record, or remove the member from the DTO.'
        : 'Declare it with `@ApiProperty({ type: … })` as a string, number, boolean, DTO, list or map of these, or remove the member from the DTO.',
    };
  }
}

function missing(route: Route, expected: string): Finding {
  return {
    at: placeOf(route),
    message: `the response DTO declares no attributes: it is ${expected}`,
    fix: 'Declare the response with a DTO: `@ApiOkResponse({ type: ItemDto })`, or a return type if you use the Swagger plugin.',
  };
}

/** An item of which nothing would be written. */
function* findWithoutMembers(route: Route, path: string, type: DataType): Generator<Finding> {
  if (type.kind === 'unknown' && type.why === NOWHERE) return;
  yield {
    at: placeOf(route),
    message: `\`item\` is \`${formatRequestValue({ '@request': 'body', path })}\`, but none of its members would be written: ${whyEmpty(type)}`,
    fix:
      path === '$'
        ? 'Declare the body with a DTO, and its members with `@ApiProperty()`: `@Body() item: ItemDto`.'
        : 'Declare this member with a DTO, and the members of that with `@ApiProperty()`: `@ApiProperty({ type: ItemDto })`.',
  };
}

function whyEmpty(type: DataType): string {
  switch (type.kind) {
    case 'unknown':
      return type.why;
    case 'object':
      return 'its DTO declares no members';
    default:
      return `it is a ${type.kind} without declared members`;
  }
}
