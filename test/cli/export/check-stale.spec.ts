import { describe, expect, it } from '@jest/globals';
import { checkStale } from '../../../lib/cli/export/check-stale.js';
import type { Difference } from '../../../lib/cli/files/find-difference.js';

const difference: Difference = {
  line: 4,
  lines: ['- a', '+ b'],
  added: 2,
  removed: 1,
  placeholders: { gone: [], fresh: [] },
};
const messageOf = (placeholders: Difference['placeholders']): string | undefined =>
  checkStale([{ target: 'a.json', stale: { ...difference, placeholders } }])[0]?.message.split('\n')[3];

describe('checkStale', () => {
  it('names the file, the line and how much differs, and nothing of a file that is up to date', () => {
    const found = checkStale([
      { target: 'same.json' },
      { target: 'a.json', stale: difference },
      { target: 'none.json', stale: { missing: true } },
      { target: 'order.json', stale: { ...difference, added: 0, removed: 0 } },
    ]);
    expect(found.map(({ at, message }) => ({ at, message }))).toEqual([
      {
        at: { file: 'a.json', line: 4 },
        message:
          'the file is out of date: 2 lines to add and 1 line to remove; the first difference is in line 4\n- a\n+ b',
      },
      { at: { file: 'none.json' }, message: 'the file does not exist' },
      {
        at: { file: 'order.json', line: 4 },
        message: 'the file is out of date: the order of lines; the first difference is in line 4\n- a\n+ b',
      },
    ]);
    expect(new Set(found.map(({ code, severity }) => `${code} ${severity}`))).toEqual(
      new Set(['stale error']),
    );
  });

  it('names placeholders that changed', () => {
    expect(messageOf({ gone: ['users_arn'], fresh: ['user_arn'] })).toBe(
      'The placeholder `${users_arn}` is now `${user_arn}`: Terraform must fill in the new name.',
    );
    expect(messageOf({ gone: ['a'], fresh: ['b', 'c'] })).toBe(
      'Placeholders changed: Terraform must also fill in `${b}`, `${c}`; `${a}` is no longer used.',
    );
    expect(messageOf({ gone: ['a'], fresh: [] })).toBe('Placeholders changed: `${a}` is no longer used.');
    expect(messageOf({ gone: [], fresh: [] })).toBeUndefined();
  });
});
