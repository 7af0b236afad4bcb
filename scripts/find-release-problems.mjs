/** What a release still needs, one line each. */
export function findReleaseProblems({ manifest, changelog, changedFiles, tags }) {
  const { version, repository } = manifest;
  const title = changelog.match(/^## .*$/m)?.[0] ?? '';
  const problems = [];
  if (changedFiles.length > 0) {
    problems.push(`the work tree has changes: commit them (${changedFiles.length} files)`);
  }
  if (!title.startsWith(`## ${version} `)) {
    problems.push(`CHANGELOG.md starts with \`${title}\`: the first section must be that of ${version}`);
  } else if (!/ - \d{4}-\d{2}-\d{2}$/.test(title)) {
    problems.push(`CHANGELOG.md has no date: write \`## ${version} - YYYY-MM-DD\``);
  }
  if (tags.includes(`v${version}`)) {
    problems.push(`the tag v${version} exists: set the next version in package.json`);
  }
  if (!repository) {
    problems.push(
      'package.json has no `repository`: npm accepts a provenance only for the repository that it names. Set `repository`, `homepage` and `bugs`',
    );
  }
  return problems;
}
