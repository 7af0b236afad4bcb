import { realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

/** Whether two paths lead to one file, which need not exist. */
export function isSameFile(one: string, other: string): boolean {
  return realPath(one) === realPath(other);
}

/** Where a file is, or will be when it is made. */
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
