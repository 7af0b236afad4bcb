import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Short whatever the file's own name is, which may be as long as the file system allows. */
const TEMPORARY = /^\.apigen-[0-9a-f]{8}\.(\d+)\.tmp$/;

/** A file beside another, which holds what will replace it. */
export function temporaryName(path: string): string {
  const hash = createHash('sha256').update(basename(path)).digest('hex').slice(0, 8);
  return join(dirname(path), `.apigen-${hash}.${process.pid}.tmp`);
}

/** Removes what a run left behind that was killed while it wrote. */
export function removeStaleFiles(folder: string): void {
  for (const name of list(folder)) {
    const pid = TEMPORARY.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function list(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Why it cannot be used is reported where a file is written to it.
    return [];
  }
}

function isRunning(pid: number): boolean {
  try {
    // Signal 0 only asks.
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
