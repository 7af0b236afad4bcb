import { spawnSync } from 'node:child_process';
import { posix } from 'node:path';
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
  const shown = path.replace(/^\.\//, '');
  const found = readBlob(ref, path, shown) ?? readRenamed(ref, path);
  if (found) return found;
  throw new CannotRun(
    `the commit \`${ref}\` has no file \`${shown}\`: commit the document, or name its earlier path, such as \`--base ${ref}:api.json\``,
  );
}

function readBlob(ref: string, path: string, shown: string): BaseFile | undefined {
  const { status, stdout } = git(['cat-file', 'blob', `${ref}:${path}`]);
  return status === 0 ? { name: `${ref}:${shown}`, text: stdout } : undefined;
}

/** The file under the name that it had in the commit. */
function readRenamed(ref: string, path: string): BaseFile | undefined {
  const { stdout: prefix } = git(['rev-parse', '--show-prefix']);
  const now = /^\.\.?\//.test(path) ? posix.join(prefix.trim(), path) : path;
  const fields = git(['diff', '--name-status', '--find-renames', '--diff-filter=R', '-z', ref]).stdout.split(
    '\0',
  );
  // A status, the old and the new name, one after the other.
  const index = fields.findIndex((name, at) => at % 3 === 2 && name === now);
  const was = fields[index - 1];
  return index < 0 || was === undefined ? undefined : readBlob(ref, was, was);
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
