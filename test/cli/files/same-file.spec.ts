import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSameFile, realPath } from '../../../lib/cli/files/same-file.js';

describe('isSameFile', () => {
  let folder: string;

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'same-file-')));
    mkdirSync(join(folder, 'real'));
    writeFileSync(join(folder, 'real/a.json'), '');
    symlinkSync(join(folder, 'real'), join(folder, 'linked'));
    symlinkSync(join(folder, 'real/a.json'), join(folder, 'b.json'));
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['real/a.json', 'real/../real/a.json', true],
    ['real/a.json', 'b.json', true],
    ['real/a.json', 'linked/a.json', true],
    ['real/new.json', 'linked/new.json', true],
    ['real/a.json', 'a.json', false],
    ['none/a.json', 'none/./a.json', true],
    ['none/a.json', 'none/b.json', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(isSameFile(join(folder, one), join(folder, other))).toBe(same);
  });

  it('follows links to the file that is written', () => {
    expect(realPath(join(folder, 'b.json'))).toBe(join(folder, 'real/a.json'));
    expect(realPath(join(folder, 'linked/new.json'))).toBe(join(folder, 'real/new.json'));
  });
});
