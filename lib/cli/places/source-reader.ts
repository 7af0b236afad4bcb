import { readFileSync } from 'node:fs';
import type { Position } from './position.js';

/** Lines above and below in which a name is looked for: compilers map a call to one of its parts. */
const REACH = 3;
const OFFSETS = [0, ...Array.from({ length: REACH }, (_, index) => [-index - 1, index + 1]).flat()];

/** Finds names in source files. Each file is read once. */
export interface SourceReader {
  /** The nearest place of a name. */
  readonly near: (position: Position, name: RegExp) => Position | undefined;
  /** The decorator of a method or a class, above it or in its line. */
  readonly above: (position: Position, decorator: RegExp) => Position | undefined;
}

export function createSourceReader(): SourceReader {
  const files = new Map<string, readonly string[]>();
  const linesOf = (file: string): readonly string[] => {
    const lines = files.get(file) ?? readLines(file);
    files.set(file, lines);
    return lines;
  };
  return {
    near: ({ file, line, column }, name) => {
      const lines = linesOf(file);
      for (const offset of OFFSETS) {
        const [nearest] = columnsOf(lines[line - 1 + offset], name).toSorted(
          (a, b) => Math.abs(a - column) - Math.abs(b - column),
        );
        if (nearest !== undefined) return { file, line: line + offset, column: nearest };
      }
      return undefined;
    },
    above: ({ file, line }, decorator) => {
      // Without the source there are no lines.
      const lines = linesOf(file).slice(0, line);
      const indent = /^\s*/.exec(lines[line - 1] ?? '')![0];
      for (let index = lines.length - 1; index >= 0; index -= 1) {
        const text = lines[index]!;
        // The member before this one ends here.
        if (index < line - 1 && text.trimEnd() === `${indent}}`) return undefined;
        const column = columnsOf(text, decorator).at(-1);
        if (column !== undefined) return { file, line: index + 1, column };
      }
      return undefined;
    },
  };
}

function columnsOf(text: string | undefined, name: RegExp): readonly number[] {
  return text === undefined ? [] : [...text.matchAll(name)].map(({ index }) => index + 1);
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
