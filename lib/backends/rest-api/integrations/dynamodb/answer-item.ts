import type { DataType } from '../../../../openapi/data-type.js';
import { message } from '../services/answers.js';
import { UNMARSHAL, writeMembers } from './dynamodb-data.js';
import { join, printOrNothing, type Vtl } from '../../vtl/vtl-text.js';

export function answerItem(path: string, type: DataType | undefined): Vtl {
  if (type?.kind !== 'object') return '{}';
  return `#set($item = $input.path('${path}')){${writeMembers(type.members, 'item', UNMARSHAL)}}`;
}

export function orNotFound(path: string, found: Vtl): Vtl {
  return join(
    `#if(${printOrNothing(`input.path('${path}').size()`)} == "")`,
    `#set($context.responseOverride.status = 404)${message('Not found')}`,
    '#{else}',
    found,
    '#end',
  );
}
