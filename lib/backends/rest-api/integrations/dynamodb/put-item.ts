import type { RouteView } from '../../../../model/view-route.js';
import { NO_BODY } from '../services/answers.js';
import { MARSHAL, writeMembers } from './dynamodb-data.js';
import { attribute, condition, ExpressionParts } from './dynamodb-expression.js';
import { join, jsonText } from '../../vtl/vtl-text.js';
import { readBody, membersBeside, expiry } from './write-item.js';
import type { DynamoDbCall, Of } from './dynamodb-call.js';

export function putItem(options: Of<'PutItem'>, { requestType, successStatus }: RouteView): DynamoDbCall {
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
