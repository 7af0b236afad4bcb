import { existsSync } from 'node:fs';

/** What the name of an entry may lack: `nest start` runs `dist/apigen`. */
const ENDINGS = ['', '.js', '.mjs', '.cjs'];

/** Whether the entry file of the process exists. A compiler may just have emptied the folder. */
export function isBuilt(entry: string): boolean {
  return ENDINGS.some((ending) => existsSync(`${entry}${ending}`));
}
