import { readFileSync, statSync } from 'node:fs';
import { CannotRun } from '../process/cannot-run.js';
import { describeFileError, NOT_REGULAR } from './describe-file-error.js';
import { findDifference, type Difference } from './find-difference.js';
import type { OutputFile } from './render-files.js';

export interface CheckedFile {
  readonly target: string;
  /** Absent: the file is up to date. */
  readonly stale?: { readonly missing: true } | (Difference & { readonly missing?: false });
}

/** Compares files with the content to write. */
export function checkFiles(files: readonly OutputFile[]): readonly CheckedFile[] {
  return files.map(({ target, text }) => {
    const current = read(target);
    if (current === text) return { target };
    return { target, stale: current === undefined ? { missing: true } : findDifference(current, text) };
  });
}

function read(target: string): string | undefined {
  try {
    const stats = statSync(target, { throwIfNoEntry: false });
    if (!stats) return undefined;
    // Reading a pipe would wait.
    if (!stats.isFile() && !stats.isDirectory()) throw new Error(NOT_REGULAR);
    return readFileSync(target, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw new CannotRun(`cannot read ${target}: ${describeFileError(error, target)}`);
  }
}
