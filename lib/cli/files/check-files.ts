import { readFileSync } from 'node:fs';
import { CannotRun } from '../process/cannot-run.js';
import { describeFileError } from './describe-file-error.js';
import { findDifference } from './find-difference.js';
import type { OutputFile } from './render-files.js';

export interface CheckedFile {
  readonly target: string;
  /** Absent: the file is up to date. */
  readonly difference?: string;
}

/** Compares files with what would be written. */
export function checkFiles(files: readonly OutputFile[]): readonly CheckedFile[] {
  return files.map(({ target, text }) => {
    const current = read(target);
    if (current === text) return { target };
    return {
      target,
      difference: current === undefined ? 'it does not exist' : findDifference(current, text),
    };
  });
}

function read(target: string): string | undefined {
  try {
    return readFileSync(target, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw new CannotRun(`cannot read ${target}: ${describeFileError(error, target)}`);
  }
}
