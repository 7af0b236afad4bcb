import { readdirSync } from 'node:fs';

/** The names in a directory. None where it cannot be read: what is done with it next reports why. */
export function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
