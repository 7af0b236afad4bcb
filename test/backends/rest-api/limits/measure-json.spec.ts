import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { measureJson, measureText } from '../../../../lib/backends/rest-api/limits/measure-json.js';
import { parseDeployValue } from '../../../../lib/values/deploy-value.js';
import { deployMap, writeTree, type DeployTree } from '../../../../lib/values/deploy-tree.js';

const written = (tree: DeployTree): number =>
  Buffer.byteLength(JSON.stringify(writeTree(tree), null, 2) ?? 'null');

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('${a}', '\ud800', '"\\\n\0\x7f', 'ä€😀'),
);

const { tree } = fc.letrec<{ tree: DeployTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, 0, -1.5, 1e21),
    text,
    text.map(parseDeployValue),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(text, fc.option(tie('tree'), { nil: undefined }), { maxKeys: 4 }),
    fc
      .uniqueArray(fc.tuple(text.map(parseDeployValue), tie('tree')), {
        maxLength: 3,
        selector: ([key]) => JSON.stringify(key),
      })
      .map(deployMap),
  ),
}));

describe('measureJson', () => {
  it('counts what is written, byte for byte', () => {
    fc.assert(fc.property(tree, (value) => expect(measureJson(value)).toBe(written(value))));
  });

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
