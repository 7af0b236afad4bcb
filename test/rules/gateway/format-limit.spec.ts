import { describe, expect, it } from '@jest/globals';
import { formatAmount, formatShare } from '../../../lib/rules/gateway/format-limit.js';

describe('formatAmount', () => {
  it.each([
    [0, 'pieces', '0'],
    [301, 'pieces', '301'],
    [8193, 'characters', '8193'],
    [0, 'bytes', '0 KB'],
    [1, 'bytes', '0.1 KB'],
    [300 * 1024, 'bytes', '300 KB'],
    [300 * 1024 + 1, 'bytes', '300.1 KB'],
    [6 * 1024 * 1024, 'bytes', '6 MB'],
    [6 * 1024 * 1024 + 1, 'bytes', '6.1 MB'],
  ] as const)('writes %i %s as %s', (amount, unit, expected) => {
    expect(formatAmount(amount, unit)).toBe(expected);
  });
});

describe('formatShare', () => {
  it.each([
    [0, 10, '0 %'],
    [1, 300, '1 %'],
    [240, 300, '80 %'],
    [300, 300, '100 %'],
    [301, 300, '101 %'],
  ])('writes %i of %i as %s', (used, of, expected) => {
    expect(formatShare(used, of)).toBe(expected);
  });
});
