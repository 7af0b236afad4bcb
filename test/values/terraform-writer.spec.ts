import { describe, expect, it } from '@jest/globals';
import { writeTree, type DeployTree } from '../../lib/values/deploy-tree.js';
import { joinDeployValue, parseDeployValue } from '../../lib/values/deploy-value.js';
import { TERRAFORM } from '../../lib/values/terraform-writer.js';

const write = (tree: DeployTree, values?: ReadonlyMap<string, string>): unknown =>
  writeTree(tree, TERRAFORM, values);

describe('TERRAFORM', () => {
  it.each([
    ['plain', 'plain'],
    ['${x}', '$${x}'],
    ['%{ if }', '%%{ if }'],
    ['$${x}', '$$${x}'],
    ['$ { % }', '$ { % }'],
    ['100%', '100%'],
    ['{${a}%{b}', '{$${a}%%{b}'],
    ['', ''],
  ])('escapes the text %j', (text, written) => {
    expect(write(text)).toBe(written);
  });

  it('writes a placeholder as an interpolation', () => {
    expect(write(parseDeployValue('a/${name}/b'))).toBe('a/${name}/b');
    expect(write(parseDeployValue('${AWS::Region}/${name}'))).toBe('$${AWS::Region}/${name}');
  });

  it('keeps a dollar in front of a placeholder from escaping it', () => {
    expect(write(parseDeployValue('$${name}'))).toBe('$%{ if true }${name}%{ endif }');
    expect(write(joinDeployValue('a', parseDeployValue('${x}$${y}')))).toBe(
      'a${x}$%{ if true }${y}%{ endif }',
    );
  });

  it('escapes what a filled value makes together with its neighbours', () => {
    expect(write(parseDeployValue('$${brace}'), new Map([['brace', '{x}']]))).toBe('$${x}');
    expect(write(parseDeployValue('${percent}{x}'), new Map([['percent', '%']]))).toBe('%%{x}');
  });

  it('escapes keys', () => {
    expect(write({ '${x}': '%{y}' })).toEqual({ '$${x}': '%%{y}' });
  });
});
