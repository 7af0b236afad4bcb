import { describe, expect, it } from '@jest/globals';
import {
  measureFile,
  measureJson,
  measureText,
} from '../../../../lib/backends/rest-api/limits/measure-json.js';
import { parseDeployValue } from '../../../../lib/values/deploy-value.js';

const TREE = { uri: parseDeployValue('arn:${name}'), absent: undefined, list: [{ a: 1 }, 'b'], empty: [] };
const WRITTEN = { uri: 'arn:${name}', list: [{ a: 1 }, 'b'], empty: [] };

describe('measureFile', () => {
  it('counts placeholders as they are written, with the indentation of a file', () => {
    expect(measureFile(TREE)).toBe(JSON.stringify(WRITTEN, undefined, 2).length);
  });
});

describe('measureJson', () => {
  it('counts placeholders as they are written, and nothing for what is absent', () => {
    expect(measureJson(TREE)).toBe(JSON.stringify(WRITTEN).length);
  });
});

describe('measureText', () => {
  it('counts bytes of UTF-8', () => {
    expect(['', 'a"\n', 'ä€😀'].map(measureText)).toEqual([0, 3, 9]);
  });
});
