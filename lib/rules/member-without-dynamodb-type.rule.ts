import { listUnknown, type DataType } from '../model/data-type.js';
import { memberType } from '../model/member-type.js';
import { readPageType } from '../model/read-page-type.js';
import { viewRoute } from '../model/view-route.js';
import { placeOf, type Finding, type Rule } from './rule.js';
import type { Route } from '../model/gateway-model.js';

/** Items are written and read member by member, after the DTOs. */
export const memberWithoutDynamodbType: Rule = {
  code: 'member-without-dynamodb-type',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) {
      if (route.integration?.kind !== 'dynamodb') continue;
      const { options } = route.integration;
      const { requestType, responseType } = viewRoute(route, model);
      if (
        (options.action === 'PutItem' || options.action === 'UpdateItem') &&
        options.item?.['@request'] === 'body'
      ) {
        const type = requestType && memberType(requestType, options.item.path);
        yield* findUnknown(route, type, 'request');
      }
      if (options.responses?.['default']) continue;
      if (options.action === 'GetItem') yield* findUnknown(route, responseType, 'response');
      if (options.action === 'UpdateItem' || options.action === 'DeleteItem') {
        if (responseType) yield* findUnknown(route, responseType, 'response');
      }
      if (options.action === 'Query' || options.action === 'Scan') {
        const page = readPageType(responseType);
        if (page) yield* findUnknown(route, page.items, 'response');
        else yield missing(route, 'response', 'a list of objects, or an object with one such list');
      }
    }
  },
};

function* findUnknown(
  route: Route,
  type: DataType | undefined,
  side: 'request' | 'response',
): Generator<Finding> {
  if (type?.kind !== 'object') {
    yield missing(route, side, 'an object');
    return;
  }
  for (const { path, why } of listUnknown(type)) {
    yield {
      at: placeOf(route),
      message: `the member \`${path}\` of the ${side} DTO has no DynamoDB type: ${why}`,
      fix: 'Declare it with `@ApiProperty({ type: … })` as a string, number, boolean, DTO, list or map of these, or take the member out of the DTO.',
    };
  }
}

function missing(route: Route, side: 'request' | 'response', expected: string): Finding {
  return {
    at: placeOf(route),
    message: `the ${side} DTO says nothing of the attributes: it is not ${expected}`,
    fix:
      side === 'request'
        ? 'Declare the body with a DTO: `@Body() item: ItemDto`.'
        : 'Declare the answer with a DTO: `@ApiOkResponse({ type: ItemDto })`, or a return type with the Swagger plugin.',
  };
}
