import { whenGiven } from '../../vtl/given.js';
import type { Optional } from '../../vtl/json-pieces.js';
import type { RouteView } from '../../../../model/documents/view-route.js';
import { NO_BODY } from '../services/answers.js';
import { MARSHAL, writeMembers } from './dynamodb-data.js';
import {
  attribute,
  condition,
  keyAttribute,
  ExpressionParts,
  givenAttribute,
} from './dynamodb-expression.js';
import { join, jsonName } from '../../vtl/vtl-text.js';
import { expiry, listMembers, readBody } from './write-item.js';
import type { DynamoDbCall, Of } from './dynamodb-call.js';

export function putItem(options: Of<'PutItem'>, route: RouteView): DynamoDbCall {
  const { key = {}, attributes: more = {}, condition: test } = options;
  const parts = new ExpressionParts(typeof test === 'object' ? test : undefined);
  const fixed: readonly Optional[] = [
    ...Object.entries(key).flatMap(([name, value]) =>
      Object.hasOwn(more, name) ? [] : [{ written: keyAttribute(name, value), given: undefined }],
    ),
    ...Object.entries(more).map(([name, value]) => ({
      written: attribute(name, value),
      given: givenAttribute(value),
    })),
    ...expiry(options).map(([name, value]) => ({
      written: join('"', jsonName(name), '":', value),
      given: undefined,
    })),
  ];
  return {
    before: readBody(options),
    members: [
      join(
        '"Item":{',
        writeMembers(listMembers(options, route), 'body', MARSHAL),
        ...fixed.map(({ written, given }) => whenGiven(given, join('$sep0', written, '#set($sep0 = ",")'))),
        '}',
      ),
      ...condition(test, Object.keys(key)[0], parts),
      ...parts.members(),
    ],
    success: route.successStatus === '204' ? NO_BODY : '{}',
  };
}
