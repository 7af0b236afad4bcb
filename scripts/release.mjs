// `npm run release` checks what a release needs and packs it, without publishing anything. It lists every problem.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findReleaseProblems } from './find-release-problems.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const run = (command, ...args) => execFileSync(command, args, { cwd: root, encoding: 'utf8' });

const manifest = JSON.parse(readFileSync(`${root}package.json`, 'utf8'));
const problems = findReleaseProblems({
  manifest,
  changelog: readFileSync(`${root}CHANGELOG.md`, 'utf8'),
  changedFiles: run('git', 'status', '--porcelain').split('\n').filter(Boolean),
  tags: run('git', 'tag', '--list').split('\n').filter(Boolean),
});
for (const problem of problems) process.stderr.write(`- ${problem}\n`);

const { status } = spawnSync('npm', ['publish', '--dry-run', '--ignore-scripts', '--provenance=false'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) problems.push('npm publish --dry-run failed');
if (problems.length > 0) {
  process.stderr.write(
    `${manifest.name} ${manifest.version} cannot be released: ${problems.length} to solve\n`,
  );
  process.exit(1);
}
process.stdout.write(
  `${manifest.name} ${manifest.version} can be released. Did .ci/run pass on this commit? Then:\n` +
    `  git tag v${manifest.version} && git push --follow-tags\n` +
    '  npm publish   in a workflow that may sign the provenance; elsewhere npm publish --provenance=false\n',
);
