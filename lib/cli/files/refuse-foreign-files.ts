import { readFileSync } from 'node:fs';
import { isObject } from '../../openapi/openapi.js';
import { CannotRun } from '../process/cannot-run.js';
import type { FileContent } from './outputs.js';
import type { OutputFile } from './render-files.js';

/** What a file holds, as far as its text shows. */
type Found = FileContent | 'nothing' | 'something else';

const WORDS: Readonly<Record<FileContent, string>> = {
  private: 'a private document',
  public: 'a public document',
  policy: 'an IAM policy',
};

/**
 * Keeps a slip in a file's name from replacing something that this command does not write, or a document by one of the
 * other kind: a private one that is published under a public name.
 *
 * @throws CannotRun for the first such file
 */
export function refuseForeignFiles(files: readonly OutputFile[]): void {
  for (const { target, kind } of files) {
    const found = recognize(read(target));
    if (found === 'nothing' || found === kind) continue;
    const is =
      found === 'something else' ? `is not ${WORDS[kind]}` : `is ${WORDS[found]}, and not ${WORDS[kind]}`;
    throw new CannotRun(`${target} ${is}, so it is not overwritten: name another file, or use --force`);
  }
}

/** Empty where there is no file; what is wrong with one is reported where it is written. */
function read(target: string): string {
  try {
    return readFileSync(target, 'utf8');
  } catch {
    return '';
  }
}

function recognize(text: string): Found {
  if (text.trim() === '') return 'nothing';
  if (holds(text, 'openapi')) return text.includes('x-amazon-apigateway-') ? 'private' : 'public';
  return holds(text, 'Statement') ? 'policy' : 'something else';
}

/** Whether a member stands at the top of a document. YAML, and JSON with a conflict in it, are read by their lines. */
function holds(text: string, member: string): boolean {
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) && member in document;
  } catch {
    return new RegExp(`^(?:${member}|\\s{0,4}"${member}"|"${member}"): `, 'm').test(text);
  }
}
