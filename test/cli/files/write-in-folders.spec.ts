import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OutputFile } from '../../../lib/cli/files/render-files.js';
import { writeInFolders } from '../../../lib/cli/files/write-in-folders.js';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'write-in-folders-'));
});

afterEach(() => rmSync(root, { recursive: true }));

const at = (...names: readonly string[]): string => join(root, ...names);
const inFolder = (name: string): OutputFile => ({
  kind: 'module',
  target: at(name, 'main.tf'),
  folder: at(name),
  text: 'text',
  content: '',
});

it('makes the directory of a module, and writes through a link to one', () => {
  mkdirSync(at('real'));
  symlinkSync('real', at('link'));
  writeInFolders([inFolder('new'), inFolder('link')]);
  expect(['new', 'real'].map((name) => readFileSync(at(name, 'main.tf'), 'utf8'))).toEqual(['text', 'text']);
});

it('names what is in the way, and leaves no directory', () => {
  symlinkSync('nowhere', at('dangling'));
  expect(() => writeInFolders([inFolder('new'), inFolder('dangling')])).toThrow(
    `cannot make the directory ${at('dangling')}: it is a link to nowhere, which does not exist`,
  );
  expect(() => writeInFolders([inFolder('new'), inFolder('a/b')])).toThrow(
    `cannot make the directory ${at('a/b')}: the directory ${at('a')} does not exist`,
  );
  expect(existsSync(at('new'))).toBe(false);
});
