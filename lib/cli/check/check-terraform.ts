import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { count } from '../report/count.js';
import type { KnownFile } from './documents/known-file.js';
import { readContent, type FileContent } from './documents/read-content.js';
import type { HclParser } from './hcl/parse-hcl.js';
import { findApis } from './apis/find-apis.js';
import type { ApiFacts } from './documents/api-facts.js';
import { checkDeployment } from './rules/check-deployment.js';
import { checkGenerated } from './rules/check-generated.js';
import { checkHttpApi } from './rules/check-http-api.js';
import { checkImport } from './rules/check-import.js';
import { checkPermissions } from './rules/check-permissions.js';
import { checkSettings } from './rules/check-settings.js';
import { checkSiblings } from './rules/check-siblings.js';
import { checkValueKinds } from './rules/check-value-kinds.js';
import { checkValues } from './rules/check-values.js';
import { findHandedOver } from './rules/find-handed-over.js';
import { findUnfollowed } from './rules/find-unfollowed.js';
import { findWithoutDocument } from './rules/find-without-document.js';
import { toDiagnostic } from './rules/report.js';
import { readTree } from './tree/read-tree.js';
import { evaluateTree, type EvaluatedTree } from './values/evaluate-tree.js';
import { documentsIn } from './values/read-parts.js';
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
  facts: ApiFacts,
  parser: HclParser,
): CheckedTerraform {
  const tree = readTree(dir, parser);
  const evaluated = evaluateTree(tree);
  const contents = readContents(evaluated, known);
  const apis = findApis(evaluated, contents);
  const handedOver = findHandedOver(evaluated, contents);
  const found = [
    ...findWithoutDocument(dir, contents),
    ...findUnfollowed(apis, handedOver, contents),
    ...checkValues(contents),
    ...checkValueKinds(contents),
    ...handedOver,
    ...checkGenerated(contents, evaluated),
    ...apis.flatMap((api) => [
      ...checkImport(api, facts, contents),
      ...checkSettings(api, facts),
      ...checkHttpApi(api, facts),
      ...checkDeployment(api, evaluated),
      ...checkPermissions(api, facts, evaluated),
      ...checkSiblings(api, evaluated),
    ]),
  ].map(toDiagnostic);
  return {
    diagnostics: sortByPlace(dropRepeated(found)),
    files: count(tree.modules.size, 'module'),
  };
}

function readContents(
  { sources, resources }: EvaluatedTree,
  known: readonly KnownFile[],
): ReadonlyMap<TemplateSource, FileContent> {
  const contents = new Map<string, FileContent>();
  const read = new Map<TemplateSource, FileContent>(
    sources.map((source) => {
      const { file } = source;
      if (file === undefined) return [source, { kind: 'missing' }];
      const content = contents.get(file) ?? readContent(file, known);
      contents.set(file, content);
      return [source, content];
    }),
  );
  return nameMissing(read, resources, known);
}

/** A document that is not written yet is told by the API that takes it, if there is only one. */
function nameMissing(
  contents: ReadonlyMap<TemplateSource, FileContent>,
  resources: EvaluatedTree['resources'],
  known: readonly KnownFile[],
): ReadonlyMap<TemplateSource, FileContent> {
  const document = known.find(({ kind }) => kind === 'document');
  const isFound = [...contents.values()].some(
    (content) => content.kind === 'known' && content.known === document,
  );
  if (!document || isFound || document.file !== undefined) return contents;
  const bodies = resources.flatMap(({ body }) => body.attributes.get('body') ?? []);
  const missing = bodies
    .flatMap(documentsIn)
    .map(({ source }) => source)
    .filter((source) => source.file !== undefined && contents.get(source)?.kind === 'missing');
  if (new Set(missing.map(({ file }) => file)).size !== 1) return contents;
  return new Map(
    [...contents].map(([source, content]) =>
      source.file === missing[0]!.file
        ? [source, { kind: 'known', known: document, isGenerated: false, isTemplate: true }]
        : [source, content],
    ),
  );
}

/** A module that is called twice has its faults twice, and values that two calls take are met twice. */
function dropRepeated(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Set<string>();
  return found.filter(({ at: { file, line, column }, code, message }) => {
    const key = JSON.stringify([file, line, column, code, message]);
    return !known.has(key) && known.add(key);
  });
}

function sortByPlace(found: readonly Diagnostic[]): readonly Diagnostic[] {
  return found.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0));
}

function rank({ at: { file = '', line = 0, column = 0 } }: Diagnostic): string {
  return `${file} ${String(line).padStart(8)} ${String(column).padStart(8)}`;
}
