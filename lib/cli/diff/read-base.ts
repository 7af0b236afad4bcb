import { readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { describeFileError } from '../files/describe-file-error.js';
import { CannotRun } from '../process/cannot-run.js';
import type { BaseFile } from './base-file.js';
import { readGitFile } from './read-git-file.js';

/**
 * Reads a file of the base: the base itself if that is a file, the file of a commit otherwise, and without a base the file
 * as it is.
 *
 * @param target the file that `apigen` writes. Absent: the base is the file
 * @throws CannotRun if there is no such file
 */
export function readBase(base: string | undefined, target: string | undefined): BaseFile {
  if (base === undefined || isFile(base)) return readOnDisk(base ?? target!);
  const [, ref, path] = /^([^:]+):(.+)$/.exec(base) ?? [];
  if (ref !== undefined) return readGitFile(ref, path!);
  if (target === undefined) {
    // A commit does not say which file.
    if (looksLikeFile(base)) throw new CannotRun(`cannot read ${base}: the file does not exist`);
    throw new CannotRun(
      `\`--base ${base}\` is not a file: set the file of the document too, such as \`--out-private api_private.json\`, if it is a commit or a branch`,
    );
  }
  const fromHere = relative(process.cwd(), resolve(target)).replaceAll('\\', '/');
  return readGitFile(base, fromHere.startsWith('../') ? fromHere : `./${fromHere}`);
}

/** Whether the base is a file, and not a commit, of which every document is read. */
export function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function looksLikeFile(base: string): boolean {
  return /\.(json|ya?ml)$/i.test(base);
}

function readOnDisk(name: string): BaseFile {
  try {
    return { name, text: readFileSync(name, 'utf8') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'the file does not exist' : describeFileError(error, name);
    throw new CannotRun(`cannot read ${name}: ${why}`);
  }
}
