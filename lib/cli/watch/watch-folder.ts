import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds between two looks. The compiler counts as done when two in a row see the same. */
const PAUSE = 150;

/** Files that a run of the application loads. */
const LOADED = /\.(?:[cm]?js|json|ts)$/;
const NEVER = /(?:^|[\\/])node_modules(?:[\\/]|$)|\.d\.[cm]?ts$|\.tsbuildinfo$/;

/**
 * Calls back when files of a folder have changed and are quiet again. It looks at them in turn: unlike the events of the
 * file system this survives a compiler that removes the folder, and works in containers.
 */
export function watchFolder(folder: string, changed: () => void): { close(): void } {
  const contents = new Map<string, Known>();
  let known: string | undefined;
  let last: string | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const look = async (): Promise<void> => {
    const seen = await describe(folder, contents);
    if (closed) return;
    known ??= seen;
    const isQuiet = seen === last;
    last = seen;
    if (isQuiet && seen !== known && seen !== '') {
      known = seen;
      changed();
    }
    timer = setTimeout(() => void look(), PAUSE);
  };
  void look();
  return {
    close: () => {
      closed = true;
      clearTimeout(timer);
    },
  };
}

interface Known {
  readonly time: number;
  readonly size: number;
  readonly hash: string;
}

/** Names and contents of the files; empty without any. A file is read again only when its time or size is another. */
async function describe(folder: string, before: Map<string, Known>): Promise<string> {
  const files = await readdir(folder, { recursive: true }).catch(() => []);
  const lines = await Promise.all(
    files
      .filter((file) => LOADED.test(file) && !NEVER.test(file))
      .map(async (file) => {
        try {
          const { mtimeMs: time, size } = await stat(join(folder, file));
          const found = before.get(file);
          if (found?.time === time && found.size === size) return `${file} ${found.hash}`;
          const hash = createHash('sha1')
            .update(await readFile(join(folder, file)))
            .digest('hex');
          before.set(file, { time, size, hash });
          return `${file} ${hash}`;
        } catch {
          // It has gone since it was listed, or it is a folder.
          return '';
        }
      }),
  );
  return lines.filter((line) => line !== '').join('\n');
}
