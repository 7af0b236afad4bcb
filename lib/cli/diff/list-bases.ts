import { join } from 'node:path';
import { MODULE_DOCUMENT } from '../../backends/terraform/list-files.js';
import { CannotRun } from '../process/cannot-run.js';
import type { BaseFile } from './base-file.js';
import type { DiffTargets } from './diff-arguments.js';
import { isFile, readBase } from './read-base.js';

/** A document that the current one is compared with. */
export interface Base {
  readonly role: 'private' | 'public' | 'module';
  readonly file: BaseFile;
}

/**
 * The documents of the base: those of a commit for each option that names a file, or the one that the base is.
 *
 * @throws CannotRun if one of them does not exist
 */
export function listBases({
  base,
  outPrivate,
  outPublic,
  outTerraform,
}: DiffTargets & { readonly base?: string }): readonly Base[] {
  const targets = [
    ...(outPrivate === undefined ? [] : [{ role: 'private' as const, target: outPrivate }]),
    ...(outTerraform === undefined
      ? []
      : [{ role: 'module' as const, target: join(outTerraform, MODULE_DOCUMENT) }]),
    ...(outPublic === undefined ? [] : [{ role: 'public' as const, target: outPublic }]),
  ];
  if (targets.length === 0) return [{ role: 'private', file: readBase(base, undefined) }];
  if (base !== undefined && targets.length > 1 && (isFile(base) || base.includes(':'))) {
    throw new CannotRun(
      `\`--base ${base}\` is one file, but two documents are to be compared: set one of \`--out-private\` and \`--out-public\`, or a commit or branch as the base`,
    );
  }
  return targets.map(({ role, target }) => ({ role, file: readBase(base, target) }));
}
