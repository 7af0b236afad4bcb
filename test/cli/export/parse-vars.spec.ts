import { describe, expect, it } from '@jest/globals';
import { CannotRun } from '../../../lib/cli/process/cannot-run.js';
import { parseVars } from '../../../lib/cli/export/parse-vars.js';

describe('parseVars', () => {
  it('splits at the first equals sign and keeps everything behind it', () => {
    expect([
      ...parseVars(['arn=arn:aws:x', 'empty=', '_a1=b=c\nd ${AWS::Region} ${stageVariables.e}']),
    ]).toEqual([
      ['arn', 'arn:aws:x'],
      ['empty', ''],
      ['_a1', 'b=c\nd ${AWS::Region} ${stageVariables.e}'],
    ]);
  });

  it('takes the last of two values for one name', () => {
    expect([...parseVars(['a=1', 'b=2', 'a=3'])]).toEqual([
      ['a', '3'],
      ['b', '2'],
    ]);
  });

  it.each(['arn', '=x', '1a=x', 'a-b=x', 'a.b=x', '${a}=x', ''])('refuses %j', (pair) => {
    expect(() => parseVars([pair])).toThrow(
      new CannotRun(`error: option '--var <name=value>' argument '${pair}' is invalid: write name=value`),
    );
  });

  it.each([
    ['true=x', 'is invalid: `true` is a reserved word of Terraform'],
    ['null=', 'is invalid: `null` is a reserved word of Terraform'],
    ['a=b ${c}', 'is invalid: the value contains the placeholder `${c}`, but must be the final value'],
  ])('refuses %j', (pair, reason) => {
    expect(() => parseVars([pair])).toThrow(
      new CannotRun(`error: option '--var <name=value>' argument '${pair}' ${reason}`),
    );
  });
});
