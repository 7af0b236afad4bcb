import type { RouteView } from '../../../../model/documents/view-route.js';
import { ExpressionParts } from './dynamodb-expression.js';
import { project } from './project.js';
import { answerItem, orNotFound } from './answer-item.js';
import { keyMember } from './key-member.js';
import type { DynamoDbCall, Of } from './dynamodb-call.js';

export function getItem(
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
