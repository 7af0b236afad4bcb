import { dirname } from 'node:path';

/** The message for a device or a pipe. */
export const NOT_REGULAR = 'it is not a regular file; `-` writes to stdout';

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
    case 'EBUSY':
      return 'it is in use or a mount point: write to another file of its directory and copy it';
    case 'ELOOP':
      return 'its links form a circle';
    case 'ENAMETOOLONG':
      return 'its name is too long';
    case 'ENOSPC':
      return 'the disk is full';
    default:
      return message;
  }
}
