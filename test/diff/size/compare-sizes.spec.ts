import { describe, expect, it } from '@jest/globals';
import { compareSizes } from '../../../lib/diff/size/compare-sizes.js';
import type { OpenApiDocument } from '../../../lib/openapi/openapi.js';

const withPaths = (...paths: readonly string[]): OpenApiDocument => ({
  openapi: '3.0.1',
  info: { title: 't', version: '1' },
  paths: Object.fromEntries(
    paths.map((path) => [path, { get: { responses: {} }, options: { responses: {} } }]),
  ),
});

const messages = (
  base: OpenApiDocument,
  now: OpenApiDocument,
  limit: { readonly name: string; readonly used: number; readonly of?: number },
): readonly string[] =>
  compareSizes(base, now, [limit]).map(({ risk, kind, message }) => `${risk} ${kind}: ${message}`);

describe('a document that grows', () => {
  const [small, large] = [withPaths('/a'), withPaths('/a', '/a/{b}', '/c/{d}/e')];

  it('is a cost near a limit', () => {
    expect(messages(small, large, { name: 'resources', used: 6, of: 7 })).toEqual([
      'cost document-grown: the API has 6 of the 7 resources that API Gateway takes, 4 more than before',
    ]);
    expect(messages(small, large, { name: 'routes', used: 3, of: 3 })).toEqual([
      'cost document-grown: the API has 3 of the 3 routes that API Gateway takes, 2 more than before',
    ]);
    expect(messages(small, large, { name: 'definition', used: 5000, of: 6144 })).toEqual([
      'cost document-grown: the definition has 5 KB of the 6 KB that API Gateway takes, 1 KB more than before',
    ]);
  });

  it('is nothing far from a limit, without one, and if it shrinks', () => {
    expect(messages(small, large, { name: 'resources', used: 6, of: 300 })).toEqual([]);
    expect(messages(small, large, { name: 'routes', used: 3 })).toEqual([]);
    expect(messages(large, small, { name: 'resources', used: 6, of: 7 })).toEqual([]);
    expect(messages(small, large, { name: 'authorizers', used: 10, of: 10 })).toEqual([]);
  });
});
