import { describe, expect, it } from '@jest/globals';
import {
  fromAuthorizer,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  fromRawBody,
  fromStage,
  text,
  vtl,
} from 'nestjs-aws-gateway';
import { formatRequestValue } from '../../lib/values/format-request-value.js';
import { parseDeployValue } from '../../lib/values/deploy-value.js';
import type { RequestValue } from '../../lib/values/request-value.js';

describe('formatRequestValue', () => {
  it.each<[RequestValue, string]>([
    [fromPath('id'), "fromPath('id')"],
    [fromQuery('q'), "fromQuery('q')"],
    [fromHeader('X-A'), "fromHeader('X-A')"],
    [fromContext('requestId'), "fromContext('requestId')"],
    [fromAuthorizer('claims.sub'), "fromAuthorizer('claims.sub')"],
    [fromStage('a'), "fromStage('a')"],
    [fromBody(), 'fromBody()'],
    [fromBody('$.a[0]'), "fromBody('$.a[0]')"],
    [fromRawBody(), 'fromRawBody()'],
    [vtl('$context.stage'), "vtl('$context.stage')"],
    [text`a#${fromPath('id')}/${text`${fromBody()}`}`, "text`a#${fromPath('id')}/${text`${fromBody()}`}`"],
    [{ '@request': 'text', parts: [parseDeployValue('a ${b}'), 'c'] }, 'text`a ${b}c`'],
  ])('writes %j as its author did', (value, expected) => {
    expect(formatRequestValue(value)).toBe(expected);
  });

  it('has no words for what only looks like one', () => {
    expect(formatRequestValue({ '@request': 'cookie', name: 'a' } as never)).toBeUndefined();
  });
});
