import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isBuilt } from '../../../lib/cli/watch/is-built.js';

describe('isBuilt', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'is-built-'));
    writeFileSync(join(folder, 'apigen.js'), '');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['apigen.js', true],
    // As `nest start` names it.
    ['apigen', true],
    ['main', false],
    ['api', false],
  ])('finds %s: %s', (entry, built) => {
    expect(isBuilt(join(folder, entry))).toBe(built);
  });
});
