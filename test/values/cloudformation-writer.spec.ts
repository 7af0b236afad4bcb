import { describe, expect, it } from '@jest/globals';
import {
  listUnsubstituted,
  nameParameters,
  writeCloudFormation,
} from '../../lib/values/cloudformation-writer.js';
import { deployMap, type DeployTree } from '../../lib/values/deploy-tree.js';
import { parseDeployValue } from '../../lib/values/deploy-value.js';

const write = (tree: DeployTree, vars: Readonly<Record<string, string>> = {}): unknown =>
  writeCloudFormation(tree, nameParameters(tree), new Map(Object.entries(vars)));

/** What CloudFormation makes of the result, for the parameters given. */
function resolve(written: unknown, parameters: Readonly<Record<string, string>>): unknown {
  if (typeof written === 'string') return written;
  const given = (
    written as { readonly 'Fn::Sub': string | readonly [string, Readonly<Record<string, string>>] }
  )['Fn::Sub'];
  const [text, map] = typeof given === 'string' ? [given, {}] : given;
  const values: Readonly<Record<string, string>> = { ...parameters, ...map };
  return text.replace(/\$\{(!?)([^}]*)\}/g, (_, literal: string, name: string) => {
    if (literal) return `\${${name}}`;
    if (!(name in values)) throw new Error(`no ${name}`);
    return values[name]!;
  });
}

describe('writeCloudFormation', () => {
  it('writes placeholders as parameters, and leaves strings without them', () => {
    expect(
      write({
        uri: parseDeployValue('arn:${AWS::Region}:x/${get_user_arn}/y'),
        plain: 'a$b',
        list: ['x', 1, null],
      }),
    ).toEqual({
      uri: { 'Fn::Sub': 'arn:${AWS::Region}:x/${GetUserArn}/y' },
      plain: 'a$b',
      list: ['x', 1, null],
    });
  });

  it.each([
    '${x}',
    '$${x}',
    '^[^${]+$',
    '${',
    '${}',
    '${!x}',
    '#set($a = ${input.path("$")})${a}',
    '${a${b}}',
    'a ${stageVariables.x} b',
  ])('text stays as it is: %s', (text) => {
    expect(resolve(write(text), {})).toBe(text);
    expect(resolve(write({ '@deploy': [text, { placeholder: 'p' }, text] }), { P: 'v' })).toBe(
      `${text}v${text}`,
    );
  });

  it('is plain text where nothing is left to fill in', () => {
    expect(write({ '@deploy': ['a ${x} ', { placeholder: 'p' }] }, { p: '${y}' })).toBe('a ${x} ${y}');
    expect(write({ '@deploy': ['a ${x}'] })).toBe('a ${x}');
  });

  it('fills in values as text', () => {
    expect(resolve(write(parseDeployValue('a ${x} ${y}'), { x: '${z}' }), { Y: 'why' })).toBe('a ${z} why');
  });

  it('names parameters with letters and digits, each once', () => {
    const tree = ['get_user', 'getUser', '_1', 'dollar'].map((placeholder) => ({
      '@deploy': [{ placeholder }],
    }));
    const names = [...nameParameters(tree).values()];
    expect(names).toEqual(['Value1', 'Dollar2', 'GetUser', 'GetUser2']);
    const policy = ['partition', 'region', 'account_id'].map((placeholder) => ({
      '@deploy': [{ placeholder }],
    }));
    expect([...nameParameters(policy, true).values()]).toEqual([
      'AWS::AccountId',
      'AWS::Partition',
      'AWS::Region',
    ]);
  });

  it('knows what it cannot fill in', () => {
    expect(
      listUnsubstituted({
        security: [deployMap([[parseDeployValue('${name}'), []]])],
        uri: parseDeployValue('${uri}'),
        origin: { '@deploy': [{ placeholder: 'origins', within: 'origin_test' }] },
      }),
    ).toEqual(['name', 'origins']);
  });
});
