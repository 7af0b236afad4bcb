import { dirname } from 'node:path';

/** Why a file could not be read or written, in words. */
export function describeFileError(error: unknown, target: string): string {
  const folder = dirname(target);
  const { code, message } = error as NodeJS.ErrnoException;
  switch (code) {
    case 'ENOENT':
      return `the directory ${folder} does not exist`;
    case 'ENOTDIR':
      return `${folder} is not a directory`;
    case 'EISDIR':
      return 'it is a directory';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EROFS':
      return 'the file system is read-only';
    case 'ENOSPC':
      return 'no space is left';
    default:
      return message;
  }
}
