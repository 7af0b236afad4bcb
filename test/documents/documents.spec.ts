import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { createDocuments } from '../support/create-app.js';
import { AppModule } from './application.js';
import { isEnough, releaseBetween, requiredRelease, type Documents } from './required-release.js';

const FOLDER = fileURLToPath(new URL('./versions/', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

const read = (of: string): Documents => ({
  public: readFileSync(`${FOLDER}${of}/public.json`, 'utf8'),
  private: readFileSync(`${FOLDER}${of}/private.json`, 'utf8'),
});

const byVersion = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true });

/** `npm test -- --update` writes the documents of the version in package.json; those of released ones stay. */
describe('the documents of one application', () => {
  it('are kept for this version', async () => {
    const { publicDocument, privateDocument, diagnostics } = await createDocuments(AppModule);
    const written = Object.entries({ public: publicDocument, private: privateDocument }).map(
      ([name, document]) => [name, `${JSON.stringify(document, undefined, 2)}\n`] as const,
    );
    if (process.env['UPDATE_EXPECTED'] === '1') {
      mkdirSync(FOLDER + version, { recursive: true });
      for (const [name, text] of written) writeFileSync(`${FOLDER}${version}/${name}.json`, text);
    }
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(Object.fromEntries(written)).toEqual(read(version));
  });

  const versions = readdirSync(FOLDER).toSorted(byVersion);

  it('end with this version', () => {
    expect(versions.at(-1)).toBe(version);
  });

  it('changed no more than each version admits', () => {
    const wrong = versions.slice(1).flatMap((newer, index) => {
      const older = versions[index]!;
      const required = requiredRelease(read(older), read(newer));
      return isEnough(releaseBetween(older, newer), required)
        ? []
        : [`${older} -> ${newer}: the documents need a ${required} release`];
    });
    expect(wrong).toEqual([]);
  });
});

describe('the release that a change of the documents needs', () => {
  const now = read(version);
  const change = (name: keyof Documents, from: string, to: string): Documents => {
    expect(now[name]).toContain(from);
    return { ...now, [name]: now[name].replace(from, to) };
  };

  it('is a patch without a change', () => {
    expect(requiredRelease(now, now)).toBe('patch');
  });

  it.each<[string, keyof Documents, string, string]>([
    [
      'the order of members',
      'private',
      '"title": "Test",\n    "version": "1.0"',
      '"version": "1.0",\n    "title": "Test"',
    ],
    ['a description', 'public', '"description": ""', '"description": "OK"'],
  ])('is minor for %s', (_, name, from, to) => {
    expect(requiredRelease(now, change(name, from, to))).toBe('minor');
  });

  it.each<[string, keyof Documents, string, string]>([
    ['another timeout', 'private', '"timeoutInMillis": 5000', '"timeoutInMillis": 4000'],
    ['another function', 'private', '${list_books_arn}', '${list_all_books_arn}'],
    ['an operation that clients call by another name', 'public', '"BooksController_list"', '"listBooks"'],
  ])('is major for %s', (_, name, from, to) => {
    expect(requiredRelease(now, change(name, from, to))).toBe('major');
  });

  it('is told from the numbers of two versions', () => {
    expect(releaseBetween('1.2.3', '1.2.4')).toBe('patch');
    expect(releaseBetween('1.2.3', '1.3.0')).toBe('minor');
    expect(releaseBetween('1.2.3', '2.0.0')).toBe('major');
    expect(releaseBetween('0.1.0', '0.2.0')).toBe('major');
    expect(isEnough('minor', 'major')).toBe(false);
    expect(isEnough('major', 'minor')).toBe(true);
  });
});
