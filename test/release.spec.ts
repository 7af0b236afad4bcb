import { describe, expect, it } from '@jest/globals';
import { findReleaseProblems } from '../scripts/find-release-problems.mjs';

const READY = {
  manifest: { version: '1.2.0', repository: 'github:example/example' },
  changelog: '# Changelog\n\n## 1.2.0 - 2026-11-26\n\n- news\n\n## 1.1.0 - 2026-10-01\n',
  changedFiles: [],
  tags: ['v1.1.0'],
};

describe('npm run release', () => {
  it('finds no problem when all is done', () => {
    expect(findReleaseProblems(READY)).toEqual([]);
  });

  it.each([
    ['a change', { changedFiles: [' M package.json'] }, 'the work tree has changes'],
    ['no section', { changelog: '## 1.1.0 - 2026-10-01\n' }, 'the first section must be that of 1.2.0'],
    ['no date', { changelog: '## 1.2.0 (unreleased)\n' }, 'write `## 1.2.0 - YYYY-MM-DD`'],
    ['the tag', { tags: ['v1.2.0'] }, 'the tag v1.2.0 exists'],
    ['no repository', { manifest: { version: '1.2.0' } }, 'has no `repository`'],
  ])('reports %s', (_, change, problem) => {
    expect(findReleaseProblems({ ...READY, ...change })).toEqual([expect.stringContaining(problem)]);
  });
});
