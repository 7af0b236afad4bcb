import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';

/** GitHub looks for files from the root of the repository, which may be above the working directory. */
export function startAtRepository(diagnostic: Diagnostic): Diagnostic {
  const root = process.env['GITHUB_WORKSPACE'];
  const { file } = diagnostic.at;
  if (!root || file === undefined) return diagnostic;
  const path = relative(root, resolve(file)).replaceAll('\\', '/');
  return path.startsWith('../') ? diagnostic : { ...diagnostic, at: { ...diagnostic.at, file: path } };
}
