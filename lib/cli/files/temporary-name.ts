import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listFolder } from './list-folder.js';

/** Always short: the name of the file may be as long as the file system allows. */
const TEMPORARY = /^\.apigen-[0-9a-f]{8}\.(\d+)\.tmp$/;

/** A temporary file in the same directory, with the new content. */
export function temporaryName(path: string): string {
  const hash = createHash('sha256').update(basename(path)).digest('hex').slice(0, 8);
  return join(dirname(path), `.apigen-${hash}.${process.pid}.tmp`);
}

/** Removes temporary files of a run that was killed while it wrote. */
export function removeStaleFiles(folder: string): void {
  for (const name of listFolder(folder)) {
    const pid = TEMPORARY.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only checks whether the process exists.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
