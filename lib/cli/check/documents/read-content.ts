import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { isObject } from '../../../openapi/openapi.js';
import type { KnownFile } from './known-file.js';

/** What a file holds, as far as it matters here. */
export type FileContent =
  | {
      readonly kind: 'known';
      readonly known: KnownFile;
      readonly isGenerated: boolean;
      readonly isTemplate: boolean;
    }
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'missing' };

/** Reads the content of a file. */
export function readContent(file: string, all: readonly KnownFile[]): FileContent {
  const named = all.find((known) => known.file !== undefined && resolve(known.file) === file);
  if (!existsSync(file))
    return named
      ? { kind: 'known', known: named, isGenerated: false, isTemplate: true }
      : { kind: 'missing' };
  const text = readFileSync(file, 'utf8');
  const marks = listMarks(text);
  const known =
    named ?? all.find((one) => one.file === undefined && one.marks.some((mark) => marks.has(mark)));
  // The values of a generated module stand once for each place.
  if (known)
    return {
      kind: 'known',
      known,
      isGenerated: /\$\{plain\.\w+\}/.test(text),
      isTemplate: /\$\{[A-Za-z_]\w*\}|\$\$\{|%%\{/.test(text),
    };
  return { kind: 'other', text };
}

/** The paths of a document, or the resources of a policy. */
function listMarks(text: string): ReadonlySet<string> {
  if (!/"?(paths|Statement)"?\s*:/.test(text)) return new Set();
  try {
    const content: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text);
    if (!isObject(content)) return new Set();
    const { paths, Statement: statements } = content;
    if (isObject(paths) && text.includes('x-amazon-apigateway-')) return new Set(Object.keys(paths));
    if (!Array.isArray(statements)) return new Set();
    return new Set(statements.flatMap((one) => (isObject(one) ? [JSON.stringify(one['Resource'])] : [])));
  } catch {
    // A placeholder outside of a string: not a file of this library.
    return new Set();
  }
}
