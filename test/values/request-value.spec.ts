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
  isRequestValue,
  text,
  vtl,
} from '../../lib/values/request-value.js';

describe('a value of the request', () => {
  it('says what it is', () => {
    expect(fromPath('a')).toEqual({ '@request': 'path', name: 'a' });
    expect(fromQuery('a')).toEqual({ '@request': 'query', name: 'a' });
    expect(fromHeader('A')).toEqual({ '@request': 'header', name: 'A' });
    expect(fromContext('a.b')).toEqual({ '@request': 'context', name: 'a.b' });
    expect(fromAuthorizer('claims.sub')).toEqual({ '@request': 'authorizer', name: 'claims.sub' });
    expect(fromStage('a')).toEqual({ '@request': 'stage', name: 'a' });
    expect(fromBody('$.a[0].b')).toEqual({ '@request': 'body', path: '$.a[0].b' });
    expect(fromBody()).toEqual({ '@request': 'body', path: '$' });
    expect(fromRawBody()).toEqual({ '@request': 'rawBody' });
    expect(vtl('$x')).toEqual({ '@request': 'vtl', code: '$x' });
  });

  it('is text with values in it, without empty parts', () => {
    expect(text`${fromPath('a')}#${'fixed'}${fromQuery('b')}`).toEqual({
      '@request': 'text',
      parts: [{ '@request': 'path', name: 'a' }, '#', 'fixed', { '@request': 'query', name: 'b' }],
    });
    expect(text`plain`).toEqual({ '@request': 'text', parts: ['plain'] });
    expect(text``).toEqual({ '@request': 'text', parts: [] });
  });

  it('reads escapes in text as JavaScript does', () => {
    expect(text`a\n\u0041${fromPath('a')}`).toEqual({
      '@request': 'text',
      parts: ['a\nA', { '@request': 'path', name: 'a' }],
    });
  });

  it('is told from everything else, and survives JSON', () => {
    expect(isRequestValue(JSON.parse(JSON.stringify(fromBody())))).toBe(true);
    for (const other of [undefined, null, 'path', 7, [], {}, { name: 'a' }, () => fromBody()]) {
      expect(isRequestValue(other)).toBe(false);
    }
  });
});
