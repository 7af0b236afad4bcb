import { spawnSync } from 'node:child_process';
import { CannotRun } from '../process/cannot-run.js';
import type { BaseFile } from './base-file.js';

/**
 * Reads a file as it is in a commit, without changing the working directory.
 *
 * @param path from the root of the repository, or from here if it starts with a dot
 * @throws CannotRun without git, outside of a repository, and if the commit or the file does not exist
 */
export function readGitFile(ref: string, path: string): BaseFile {
  if (ref.startsWith('-') || !hasCommit(ref)) throw new CannotRun(describeMissing(ref));
  const { status, stdout } = git(['cat-file', 'blob', `${ref}:${path}`]);
  const name = `${ref}:${path.replace(/^\.\//, '')}`;
  if (status === 0) return { name, text: stdout };
  throw new CannotRun(
    `the commit \`${ref}\` has no file \`${path.replace(/^\.\//, '')}\`: commit the document, or set another \`--base\``,
  );
}

function hasCommit(ref: string): boolean {
  return git(['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]).status === 0;
}

function describeMissing(ref: string): string {
  if (git(['rev-parse', '--git-dir']).status !== 0) {
    return `\`--base ${ref}\` is not a file, and this directory is not in a git repository`;
  }
  const hint = hasCommit(`origin/${ref}`)
    ? `did you mean \`origin/${ref}\`?`
    : 'fetch it first if it is a branch: a checkout in CI often has only the newest commit';
  return `\`--base ${ref}\` is neither a file nor a commit, branch or tag of this repository: ${hint}`;
}

/** Of a document of megabytes. */
const MAX_BUFFER = 512 * 1024 * 1024;

function git(args: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout, error } = spawnSync('git', args, { encoding: 'utf8', maxBuffer: MAX_BUFFER });
  if (!error) return { status, stdout };
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  throw new CannotRun('git is not installed: set a file with `--base <file>`');
}
