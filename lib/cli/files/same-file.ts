import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Whether two paths are the same file, which need not exist. */
export function isSameFile(one: string, other: string): boolean {
  return realPath(one) === realPath(other);
}

/** The real path of a file, or of a file to create. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(resolve(path))), basename(path));
    } catch {
      return resolve(path);
    }
  }
}
