import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { toPath } from './read-call.js';
import type { Position } from './position.js';
import { readSourceMap, type MappedSource } from './read-source-map.js';

/** Maps positions of code that Node runs to positions of the source. Each map is read once. */
export function createPositionMapper(): (position: Position) => Position {
  const maps = new Map<string, MappedSource | undefined>();
  const names = new Map<string, string>();
  return (position) => {
    const { file, line, column } = position;
    if (!maps.has(file)) maps.set(file, readSourceMap(file));
    const mapped = maps.get(file);
    const entry = mapped?.map.findEntry(line - 1, column - 1);
    if (!mapped || !entry || !('originalSource' in entry) || !entry.originalSource) return position;
    const { originalSource: source, originalLine, originalColumn } = entry;
    const key = `${file}\0${source}`;
    const root = (mapped.map.payload as { readonly sourceRoot?: string }).sourceRoot ?? '';
    const name = names.get(key) ?? nameSource(source, root, mapped.folder);
    names.set(key, name);
    const mappedPosition = { file: name, line: originalLine + 1, column: originalColumn + 1 };
    return entry.generatedLine === line - 1 ? mappedPosition : { ...mappedPosition, isGuess: true };
  };
}

/** A scheme of two letters or more; one letter is a drive of Windows. */
const SCHEME = /^[a-z][a-z-]+:\/\/[^/]*\/?/i;

/** The path of a source. Bundlers name sources relative to the project and add what they did to them. */
function nameSource(source: string, root: string, folder: string): string {
  if (source.startsWith('file:')) return toPath(source);
  const name = source.replace(/\?[^/]*$/, '');
  const bare = name.replace(SCHEME, '').replace(/^\/(?=\/)/, '');
  if (bare === name) {
    const base = root.startsWith('file:') ? toPath(root) : root.replace(SCHEME, '');
    return isAbsolute(name) ? name : resolve(folder, base, name);
  }
  if (isAbsolute(bare) && existsSync(bare)) return bare;
  // The project is the working directory, or a directory above the output.
  const relative = bare.replace(/^\/+/, '');
  for (const start of [process.cwd(), ...above(folder)]) {
    if (existsSync(join(start, relative))) return join(start, relative);
  }
  return resolve(relative);
}

function above(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}
