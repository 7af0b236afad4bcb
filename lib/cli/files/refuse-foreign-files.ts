import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { HCL_MARK, README_MARK } from '../../backends/terraform/list-files.js';
import { isObject } from '../../openapi/openapi.js';
import { CannotRun } from '../process/cannot-run.js';
import type { FileContent } from './outputs.js';
import { listFolder } from './list-folder.js';
import type { OutputFile } from './render-files.js';

/** The content of a file, judged by its text. */
type Found = FileContent | 'nothing' | 'something else';

const WORDS: Readonly<Record<FileContent, string>> = {
  private: 'a private document',
  public: 'a public document',
  policy: 'an IAM policy',
  placeholders: 'a list of placeholders',
  module: 'a part of a Terraform module that apigen generated',
};

/**
 * Rejects a misspelled file name that would overwrite a file of another kind, or publish a private document under a public
 * name.
 *
 * @throws CannotRun for the first such file
 */
export function refuseForeignFiles(files: readonly OutputFile[]): void {
  for (const { target, kind } of files) {
    const found = recognizeDocument(target) ?? recognize(read(target));
    if (found === 'nothing' || found === kind) continue;
    // The template of a module, which is a private document.
    if (kind === 'module' && found === 'private') continue;
    const is =
      found === 'something else' ? `is not ${WORDS[kind]}` : `is ${WORDS[found]}, not ${WORDS[kind]}`;
    throw new CannotRun(`${target} ${is}, so it is not overwritten: choose another file, or use --force`);
  }
}

/**
 * Rejects a directory with files that are not of the module: they would become a part of it. What Terraform itself
 * leaves there may stay.
 *
 * @throws CannotRun for the first such file
 */
export function refuseForeignFolders(files: readonly OutputFile[]): void {
  for (const folder of new Set(files.flatMap((file) => file.folder ?? []))) {
    const own = files.filter((file) => file.folder === folder).map(({ target }) => basename(target));
    const other = listFolder(folder).find((name) => !own.includes(name) && !name.startsWith('.'));
    if (other === undefined) continue;
    throw new CannotRun(
      `${folder} has the file ${other}, which is not of the module, so nothing is written there: choose another directory, or use --force`,
    );
  }
}

const EXTENSION = 'x-amazon-apigateway-';

/** A document as `apigen` writes it. It may be megabytes long, and is read in pieces. */
function recognizeDocument(target: string): 'private' | 'public' | undefined {
  let file: number | undefined;
  try {
    if (!statSync(target).isFile()) return undefined;
    file = openSync(target, 'r');
    const piece = Buffer.alloc(65_536);
    // Each piece starts where an extension across the end of the last one may start.
    for (let position = 0; ; position += piece.length - EXTENSION.length) {
      const part = piece.subarray(0, readSync(file, piece, 0, piece.length, position));
      if (position === 0 && !/^\{\s*"openapi":/.test(part.toString('latin1'))) return undefined;
      if (part.includes(EXTENSION)) return 'private';
      if (part.length < piece.length) return 'public';
    }
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Empty if it is not a file: other problems are reported when it is written. A device or a pipe may have no end. */
function read(target: string): string {
  try {
    return statSync(target).isFile() ? readFileSync(target, 'utf8') : '';
  } catch {
    return '';
  }
}

function recognize(text: string): Found {
  if (text.trim() === '') return 'nothing';
  if (text.startsWith(HCL_MARK) || text.startsWith(README_MARK)) return 'module';
  if (holds(text, 'openapi')) return text.includes(EXTENSION) ? 'private' : 'public';
  // The file for Kong.
  if (holds(text, '_format_version')) return 'private';
  if (holds(text, 'Statement')) return 'policy';
  return holds(text, 'placeholders') ? 'placeholders' : 'something else';
}

/** Whether a document has a top-level member. YAML, and JSON with a merge conflict, are read by lines. */
function holds(text: string, member: string): boolean {
  try {
    const document: unknown = JSON.parse(text);
    return isObject(document) && member in document;
  } catch {
    return new RegExp(`^(?:${member}|\\s{0,4}"${member}"|"${member}"): `, 'm').test(text);
  }
}
