import { keyAttribute } from './dynamodb-expression.js';
import { object } from '../../vtl/json-pieces.js';
import type { Vtl } from '../../vtl/vtl-text.js';
import type { Of } from './dynamodb-call.js';

export function keyMember(key: Of<'GetItem'>['key']): Vtl {
  return object(
    'Key',
    Object.entries(key).map(([name, value]) => keyAttribute(name, value)),
  );
}
