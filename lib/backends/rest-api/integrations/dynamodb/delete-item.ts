import type { RouteView } from '../../../../model/documents/view-route.js';
import { NO_BODY } from '../services/answers.js';
import { condition, ExpressionParts } from './dynamodb-expression.js';
import { answerItem, orNotFound } from './answer-item.js';
import { keyMember } from './key-member.js';
import type { DynamoDbCall, Of } from './dynamodb-call.js';

export function deleteItem(
  options: Of<'DeleteItem'>,
  { responseType, successStatus }: RouteView,
): DynamoDbCall {
  const parts = new ExpressionParts(typeof options.condition === 'object' ? options.condition : undefined);
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
