import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { measureFile, measureJson } from '../../lib/backends/rest-api/limits/measure-json.js';
import { parseDeployValue } from '../../lib/values/deploy-value.js';
import { deployMap, writeTree, type DeployTree } from '../../lib/values/deploy-tree.js';

const written = (tree: DeployTree, indent = 0): number =>
  Buffer.byteLength(JSON.stringify(writeTree(tree), null, indent) ?? 'null');

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

it('what is written is counted byte for byte, with an indent and without', () => {
  fc.assert(
    fc.property(tree, (value) => {
      expect(measureFile(value)).toBe(written(value, 2));
      expect(measureJson(value)).toBe(written(value));
    }),
  );
});
