import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Every page that this test answers for, relative to the root. */
export const PAGES: readonly string[] = [
  'README.md',
  ...readdirSync(join(ROOT, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .toSorted()
    .map((name) => `docs/${name}`),
];

/** A fenced block of a page, or an `@example` of the library. */
export interface Block {
  /** `docs/decorators.md:12`, the line of its first line of text. */
  readonly place: string;
  readonly file: string;
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

export function readPage(page: string): string {
  return readFileSync(join(ROOT, page), 'utf8');
}

export function readPageBlocks(): readonly Block[] {
  return PAGES.flatMap((page) => readFences(readPage(page), page, 1));
}

/** The `@example`s in the comments of lib/, with or without a fence. */
export function readExamples(): readonly Block[] {
  return readdirSync(join(ROOT, 'lib'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .flatMap((name) => {
      const file = relative(ROOT, join(ROOT, 'lib', name));
      const source = readFileSync(join(ROOT, file), 'utf8');
      return [...source.matchAll(/\/\*\*[\s\S]*?\*\//g)].flatMap(({ 0: comment, index }) => {
        const text = comment.replace(/^[ \t]*\* ?/gm, '').replace(/\*\/$/, '');
        return [...text.matchAll(/^@example[ \t]*\n/gm)].flatMap(({ 0: tag, index: at }) => {
          const line = lineOf(source, index) + lineOf(text, at + tag.length) - 1;
          const body = text.slice(at + tag.length);
          if (body.startsWith('```')) return readFences(body, file, line).slice(0, 1);
          const code = body.split(/^@|^\/$/m)[0]!;
          return [{ place: `${file}:${line}`, file, line, language: 'ts', text: code }];
        });
      });
    });
}

function readFences(markdown: string, file: string, firstLine: number): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(
    ({ 0: fence, 1: language, 2: text, index }) => {
      const line = firstLine - 1 + lineOf(markdown, index + fence.indexOf('\n') + 1);
      return { place: `${file}:${line}`, file, line, language: language!, text: text! };
    },
  );
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
