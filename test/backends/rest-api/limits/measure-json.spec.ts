import { describe, expect, it } from '@jest/globals';
import { measureJson, measureText } from '../../../../lib/backends/rest-api/limits/measure-json.js';
import { parseDeployValue } from '../../../../lib/values/deploy-value.js';

describe('measureJson', () => {
  it('counts placeholders as they are written, and nothing for what is absent', () => {
    expect(measureJson({ uri: parseDeployValue('arn:${name}'), absent: undefined })).toBe(
      '{\n  "uri": "arn:${name}"\n}'.length,
    );
  });
});

describe('measureText', () => {
  it('counts bytes of UTF-8', () => {
    expect(['', 'a"\n', 'ä€😀'].map(measureText)).toEqual([0, 3, 9]);
  });
});
