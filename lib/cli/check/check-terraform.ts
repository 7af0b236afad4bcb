import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { count } from '../report/count.js';
import type { KnownFile } from './documents/known-file.js';
import { readContent, type FileContent } from './documents/read-content.js';
import type { HclParser } from './hcl/parse-hcl.js';
import { checkValues } from './rules/check-values.js';
import { toDiagnostic } from './rules/report.js';
import { readTree } from './tree/read-tree.js';
import { evaluateTree } from './values/evaluate-tree.js';
import type { TemplateSource } from './values/value.js';

export interface CheckedTerraform {
  readonly diagnostics: readonly Diagnostic[];
  /** `3 modules` */
  readonly files: string;
}

/**
 * Compares the configuration in a directory with the files of an application.
 *
 * @throws CannotRun for a configuration that cannot be read
 */
export function checkTerraform(
  dir: string,
  known: readonly KnownFile[],
  parser: HclParser,
): CheckedTerraform {
  const tree = readTree(dir, parser);
  const { sources } = evaluateTree(tree);
  const contents = readContents(sources, known);
  const found = checkValues(contents).map(toDiagnostic);
  return {
    diagnostics: sortByPlace(dropRepeated(found)),
    files: count(tree.modules.size, 'module'),
  };
}

function readContents(
  sources: readonly TemplateSource[],
  known: readonly KnownFile[],
): ReadonlyMap<TemplateSource, FileContent> {
  const contents = new Map<string, FileContent>();
  return new Map(
    sources.map((source) => {
      const { file } = source;
      if (file === undefined) return [source, { kind: 'missing' }];
      const content = contents.get(file) ?? readContent(file, known);
      contents.set(file, content);
      return [source, content];
    }),
  );
}

/** A module that is called twice has its faults twice. */
function dropRepeated(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...new Map(found.map((one) => [JSON.stringify([one.at, one.code, one.message]), one])).values()];
}

function sortByPlace(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

function rank({ at: { file = '', line = 0, column = 0 } }: Diagnostic): string {
  return `${file} ${String(line).padStart(8)} ${String(column).padStart(8)}`;
}
