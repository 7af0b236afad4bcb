import type { DataType } from '../../../../openapi/data-type.js';
import type { ExpressionParts } from './dynamodb-expression.js';
import type { Vtl } from '../../vtl/vtl-text.js';
import type { Of } from './dynamodb-call.js';

export function project(
  given: Of<'GetItem'>['projection'],
  type: DataType | undefined,
  parts: ExpressionParts,
): readonly Vtl[] {
  const names = given ?? (type?.kind === 'object' ? type.members.map(({ name }) => name) : []);
  // DynamoDB rejects a repeated path.
  const words = [...new Set(names)].map((name) => parts.name(name));
  return words.length > 0 ? [`"ProjectionExpression":"${words.join(', ')}"`] : [];
}
