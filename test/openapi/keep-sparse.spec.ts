import { describe, expect, it } from '@jest/globals';
import { keepSparse } from '../../lib/openapi/keep-sparse.js';

describe('keepSparse', () => {
  it('has the members of an object, in the same order', () => {
    const statuses = { default: 1, 404: 2, 200: 3 };
    expect(Object.entries(keepSparse(Object.entries(statuses)))).toEqual(Object.entries(statuses));
  });

  it('has no other member', () => {
    expect(Reflect.ownKeys(keepSparse([]))).toEqual([]);
    expect(keepSparse([['599', undefined]])).toHaveProperty('599', undefined);
  });
});
