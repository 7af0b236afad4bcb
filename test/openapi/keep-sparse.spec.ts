import { describe, expect, it } from '@jest/globals';
import { keepSparse } from '../../lib/openapi/keep-sparse.js';

describe('keepSparse', () => {
  it('has the same members, in the same order', () => {
    const statuses = { default: 1, 404: 2, 200: 3 };
    expect(Object.entries(keepSparse(statuses))).toEqual(Object.entries(statuses));
  });

  it('keeps a member that is undefined', () => {
    expect(keepSparse({ 599: undefined })).toHaveProperty('599');
    expect(keepSparse({})).toEqual({});
  });

  it('does not change what it is given', () => {
    const statuses = Object.freeze({ 200: {} });
    expect(keepSparse(statuses)[200]).toBe(statuses[200]);
  });
});
