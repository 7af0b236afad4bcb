import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotRun } from '../../../lib/cli/process/cannot-run.js';
import { checkFiles } from '../../../lib/cli/files/check-files.js';
import type { OutputFile } from '../../../lib/cli/files/render-files.js';
import { writeFiles } from '../../../lib/cli/files/write-files.js';

let folder: string;
const at = (name: string): string => join(folder, name);
const file = (name: string, text: string): OutputFile => ({
  kind: 'private',
  target: at(name),
  text,
  content: '',
});
const LONG_AGO = new Date('2001-01-01T00:00:00Z');

/** A file that was last written long ago. */
function putOld(name: string, text: string): void {
  writeFileSync(at(name), text);
  utimesSync(at(name), LONG_AGO, LONG_AGO);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-files-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('writeFiles', () => {
  it('writes what is new and what has changed, and does not touch the rest', () => {
    putOld('same.json', 'same');
    putOld('changed.json', 'old');
    expect(
      writeFiles([file('same.json', 'same'), file('changed.json', 'new'), file('new.json', 'n')]),
    ).toEqual([
      { target: at('same.json'), changed: false },
      { target: at('changed.json'), changed: true },
      { target: at('new.json'), changed: true },
    ]);
    expect(statSync(at('same.json')).mtime).toEqual(LONG_AGO);
    expect(readFileSync(at('changed.json'), 'utf8')).toBe('new');
    expect(readFileSync(at('new.json'), 'utf8')).toBe('n');
    expect(readdirSync(folder).toSorted()).toEqual(['changed.json', 'new.json', 'same.json']);
  });

  it('knows a long file again, and sees where one differs', () => {
    // Characters of one to four bytes, so that some stand across the end of a piece.
    const text = 'aé€😀'.repeat(40_000);
    putOld('same', text);
    putOld('differs', `${text.slice(0, -1)}x`);
    expect(writeFiles([file('same', text), file('differs', `${text.slice(0, -1)}y`)])).toEqual([
      { target: at('same'), changed: false },
      { target: at('differs'), changed: true },
    ]);
  });

  it('keeps the mode of a file, and a link to it', () => {
    putOld('real.json', 'old');
    chmodSync(at('real.json'), 0o640);
    symlinkSync('real.json', at('link.json'));
    writeFiles([file('link.json', 'new')]);
    expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
    expect(readFileSync(at('real.json'), 'utf8')).toBe('new');
    expect(statSync(at('real.json')).mode & 0o777).toBe(0o640);
  });

  it.each([
    [
      'none/b.json',
      (path: string) => `cannot write ${path}: the directory ${path.slice(0, -7)} does not exist`,
    ],
    ['a.json/b.json', (path: string) => `cannot write ${path}: ${path.slice(0, -7)} is not a directory`],
    ['directory', (path: string) => `cannot write ${path}: it is a directory`],
  ])('replaces no file when %s cannot be written', (name, message) => {
    putOld('a.json', 'old');
    mkdirSync(at('directory'));
    for (const files of [
      [file('a.json', 'new'), file('c.json', 'new'), file(name, 'new')],
      [file(name, 'new'), file('a.json', 'new')],
    ]) {
      expect(() => writeFiles(files)).toThrow(new CannotRun(message(at(name))));
      expect(readFileSync(at('a.json'), 'utf8')).toBe('old');
      expect(statSync(at('a.json')).mtime).toEqual(LONG_AGO);
      expect(readdirSync(folder).toSorted()).toEqual(['a.json', 'directory']);
    }
  });

  it.each(['/dev/stdout', '/dev/stderr', '/dev/fd/1', '/proc/self/fd/1'])('does not replace %s', (target) => {
    expect(() => writeFiles([{ target, text: 'x' }])).toThrow(
      new CannotRun(`cannot write ${target}: it is not a regular file; \`-\` writes to stdout`),
    );
  });

  it('does not replace a link that leads nowhere', () => {
    symlinkSync('none.json', at('link.json'));
    expect(() => writeFiles([file('link.json', 'x')])).toThrow(
      new CannotRun(`cannot write ${at('link.json')}: it is a link to none.json, which does not exist`),
    );
    expect(lstatSync(at('link.json')).isSymbolicLink()).toBe(true);
  });

  it('says that links lead in a circle, and that a name is too long', () => {
    symlinkSync('b.json', at('a.json'));
    symlinkSync('a.json', at('b.json'));
    expect(() => writeFiles([file('a.json', 'x')])).toThrow(
      new CannotRun(`cannot write ${at('a.json')}: its links form a circle`),
    );
    const long = 'x'.repeat(300);
    expect(() => writeFiles([file(long, 'x')])).toThrow(
      new CannotRun(`cannot write ${at(long)}: its name is too long`),
    );
  });

  it('writes a file whose name is as long as a name can be', () => {
    const name = 'x'.repeat(255);
    expect(writeFiles([file(name, 'text')])).toEqual([{ target: at(name), changed: true }]);
    expect(readFileSync(at(name), 'utf8')).toBe('text');
  });

  it('removes what a killed run left, and not what another run is writing', () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    const left = `.apigen-01234567.${dead}.tmp`;
    const running = `.apigen-01234567.${process.pid}.tmp`;
    for (const name of [left, running, '.other.1.tmp']) writeFileSync(at(name), '');
    writeFiles([file('a.json', 'new')]);
    expect(readdirSync(folder).toSorted()).toEqual([running, '.other.1.tmp', 'a.json'].toSorted());
  });

  it('puts no file in the place of a device', () => {
    expect(() => writeFiles([{ target: '/dev/null', text: 'x' }])).toThrow(
      new CannotRun('cannot write /dev/null: it is not a regular file; `-` writes to stdout'),
    );
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('puts back what it has replaced when a later file cannot be', () => {
    putOld('a.json', 'old');
    // Two outputs for one file: the command refuses them, and here the second finds its temporary file gone.
    const twice = [file('a.json', 'new'), file('c.json', 'new'), file('c.json', 'other')];
    expect(() => writeFiles(twice)).toThrow(CannotRun);
    expect(readFileSync(at('a.json'), 'utf8')).toBe('old');
    expect(statSync(at('a.json')).mtime).toEqual(LONG_AGO);
    expect(readdirSync(folder)).toEqual(['a.json']);
  });
});

describe('checkFiles', () => {
  it('names what is stale and writes nothing', () => {
    putOld('same.json', 'same\n');
    putOld('stale.json', 'a\nb\n');
    const files = [file('same.json', 'same\n'), file('stale.json', 'a\nc\n'), file('new.json', 'n')];
    expect(checkFiles([...files, file('none/new.json', 'n')])).toEqual([
      { target: at('same.json') },
      {
        target: at('stale.json'),
        stale: {
          line: 2,
          lines: ['- b', '+ c'],
          added: 1,
          removed: 1,
          placeholders: { gone: [], fresh: [] },
        },
      },
      { target: at('new.json'), stale: { missing: true } },
      { target: at('none/new.json'), stale: { missing: true } },
    ]);
    expect(readdirSync(folder).toSorted()).toEqual(['same.json', 'stale.json']);
  });

  it('does not wait for a device', () => {
    expect(() => checkFiles([{ ...file('', ''), target: '/dev/full' }])).toThrow(
      new CannotRun('cannot read /dev/full: it is not a regular file; `-` writes to stdout'),
    );
  });

  it('cannot compare a directory', () => {
    expect(() => checkFiles([{ target: folder, text: '', content: '', kind: 'private' as const }])).toThrow(
      new CannotRun(`cannot read ${folder}: it is a directory`),
    );
  });
});
