import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  type Stats,
} from 'node:fs';
import { dirname } from 'node:path';
import { CannotRun } from '../process/cannot-run.js';
import { describeFileError, NOT_REGULAR } from './describe-file-error.js';
import { realPath } from './same-file.js';
import { removeStaleFiles, temporaryName } from './temporary-name.js';

export interface WrittenFile {
  readonly target: string;
  /** Not when the file already was as it should be; it is then not touched. */
  readonly changed: boolean;
}

interface Step {
  /** The name on the command line. */
  readonly target: string;
  /** After links are resolved. */
  readonly path: string;
  readonly temporary: string;
  readonly text: string;
  /** The file already has this text. */
  readonly isCurrent?: true;
  readonly previous?: { readonly bytes: Buffer; readonly stats: Stats };
}

/** The streams of the process: their link may lead to a regular file, which a rename would cut off. */
const OWN_STREAM = /^\/(?:dev\/(?:std(?:in|out|err)|fd\/\d+)|proc\/self\/fd\/\d+)$/;

/**
 * Writes all files or none: first writes each to a temporary file in its directory, then renames all.
 *
 * It is synchronous, so that no other code of the process runs between the first file and the last.
 *
 * @throws CannotRun if a file cannot be written. No file is changed then
 */
export function writeFiles(
  files: readonly { readonly target: string; readonly text: string }[],
): readonly WrittenFile[] {
  const steps = files.map(({ target, text }) => attempt(target, () => plan(target, text)));
  const changed = steps.filter(({ isCurrent }) => !isCurrent);
  for (const folder of new Set(steps.map(({ path }) => dirname(path)))) removeStaleFiles(folder);
  const renamed: Step[] = [];
  try {
    for (const step of changed) attempt(step.target, () => writeTemporary(step));
    for (const step of changed) {
      attempt(step.target, () => renameSync(step.temporary, step.path));
      renamed.push(step);
    }
  } catch (error) {
    for (const step of renamed) restore(step);
    throw error;
  } finally {
    for (const { temporary } of changed) rmSync(temporary, { force: true });
  }
  return steps.map((step) => ({ target: step.target, changed: changed.includes(step) }));
}

/** The bytes of a text, piece by piece in the same memory: a document may be megabytes long. */
function* encode(text: string): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  const piece = new Uint8Array(65_536);
  for (let at = 0; at < text.length;) {
    const end = at + piece.length;
    // A character of two UTF-16 units is not cut.
    const isCut = /[\ud800-\udbff]/.test(text.charAt(end - 1));
    const { read, written } = encoder.encodeInto(text.slice(at, isCut ? end - 1 : end), piece);
    yield piece.subarray(0, written);
    at += read;
  }
}

function isTextOf(path: string, { size }: Stats, text: string): boolean {
  if (size !== Buffer.byteLength(text)) return false;
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(65_536);
    for (const piece of encode(text)) {
      const length = readSync(file, bytes, 0, piece.length, null);
      if (!bytes.subarray(0, length).equals(piece)) return false;
    }
    return true;
  } finally {
    closeSync(file);
  }
}

function plan(target: string, text: string): Step {
  if (OWN_STREAM.test(target)) throw new Error(NOT_REGULAR);
  const path = realPath(target);
  const temporary = temporaryName(path);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) {
    refuseDanglingLink(path);
    return { target, path, temporary, text };
  }
  if (stats.isDirectory()) throw new Error('it is a directory');
  // A rename would replace a device or a pipe with a file.
  if (!stats.isFile()) throw new Error(NOT_REGULAR);
  if (isTextOf(path, stats, text)) return { target, path, temporary, text, isCurrent: true };
  return { target, path, temporary, text, previous: { bytes: readFileSync(path), stats } };
}

/** A rename would replace the link. */
export function refuseDanglingLink(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Error(`it is a link to ${readlinkSync(path)}, which does not exist`);
  }
}

function writeTemporary({ path, temporary, text, previous }: Step): void {
  // A rename needs only the permission of the directory.
  if (previous) accessSync(path, constants.W_OK);
  const file = openSync(temporary, 'w');
  try {
    for (const piece of encode(text)) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
  if (previous) chmodSync(temporary, previous.stats.mode);
}

function restore({ path, temporary, previous }: Step): void {
  if (!previous) return rmSync(path, { force: true });
  writeFileSync(temporary, previous.bytes);
  chmodSync(temporary, previous.stats.mode);
  utimesSync(temporary, previous.stats.atime, previous.stats.mtime);
  renameSync(temporary, path);
}

function attempt<Result>(target: string, action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw new CannotRun(`cannot write ${target}: ${describeFileError(error, target)}`);
  }
}
