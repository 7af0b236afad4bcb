import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import { CannotRun } from '../process/cannot-run.js';
import { describeFileError } from './describe-file-error.js';
import type { OutputFile } from './render-files.js';
import { refuseDanglingLink, writeFiles, type WrittenFile } from './write-files.js';

/**
 * Writes all files or none, and makes the directories of modules first.
 *
 * @throws CannotRun if a file cannot be written. No file and no directory is left then
 */
export function writeInFolders(files: readonly OutputFile[]): readonly WrittenFile[] {
  const made: string[] = [];
  try {
    for (const folder of new Set(files.flatMap((file) => file.folder ?? []))) {
      if (!existsSync(folder)) made.push(make(folder));
    }
    return writeFiles(files);
  } catch (error) {
    for (const folder of made) remove(folder);
    throw error;
  }
}

function make(folder: string): string {
  try {
    refuseDanglingLink(folder);
    mkdirSync(folder);
    return folder;
  } catch (error) {
    throw new CannotRun(`cannot make the directory ${folder}: ${describeFileError(error, folder)}`);
  }
}

function remove(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something else is in it by now.
  }
}
