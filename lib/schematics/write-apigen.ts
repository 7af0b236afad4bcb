import type ts from 'typescript';
import { styleLike } from './edit-text.js';
import { findNeeds } from './find-movable.js';
import type { TypeScript } from './load-typescript.js';
import { byHand, done, NOTHING, type Outcome } from './outcome.js';
import { ENVIRONMENT } from './plan-move.js';
import type { MainFile } from './read-main.js';
import type { RootModule } from './read-root-module.js';
import type { Shared } from './share-configuration.js';
import { LINE, readImportStyle } from './source-file.js';
import type { Tree } from './tree.js';

/** Creates the entry file of the command, unless it is there. */
export function writeApigen(
  ts: TypeScript,
  tree: Tree,
  main: MainFile,
  root: RootModule,
  {
    path,
    shared,
    configureFrom,
  }: { readonly path: string; readonly shared: Shared; readonly configureFrom: string },
): Outcome {
  if (tree.exists(path)) return NOTHING;
  const { write, end } = readImportStyle(ts, main.file);
  const adapter = readAdapter(ts, main);
  const names = [...(shared.configure ? ['configure'] : []), ...(shared.document ? [shared.document] : [])];
  const options = [
    ...(adapter.text === undefined ? [] : [`adapter: ${adapter.text}`]),
    ...(shared.configure ? ['configure'] : []),
    ...(shared.document
      ? [shared.document === 'document' ? 'document' : `document: ${shared.document}`]
      : []),
  ];
  const given = options.length > 0 ? `, { ${options.join(', ')} }` : '';
  const call = `void runApigen(${root.expression}${given})${end}`;
  const broken = `void runApigen(${root.expression}, {\n${options.map((option) => `  ${option},\n`).join('')}})${end}`;
  const lines = [
    '// The command stands first, so that it reports errors of the other imports.',
    write('{ runApigen }', 'nestjs-aws-gateway/cli'),
    ...listEnvironment(ts, main.file),
    ...adapter.imports.map((name) => {
      const { clause, from } = main.imported.get(name)!;
      return write(clause, from);
    }),
    write(root.clause, root.from),
    ...(names.length > 0 ? [write(`{ ${names.join(', ')} }`, configureFrom)] : []),
    '',
    call.length > LINE ? broken : call,
  ];
  tree.create(path, styleLike(main.file.text, `${lines.join('\n')}\n`));
  const outcome = done(`${path} is the command`);
  return adapter.left === undefined ? outcome : { ...outcome, ...byHandOnly(adapter.left) };
}

function listEnvironment(ts: TypeScript, file: ts.SourceFile): readonly string[] {
  return file.statements
    .filter((statement) => ts.isImportDeclaration(statement) && !statement.importClause)
    .map((statement) => statement.getText(file))
    .filter((text) => ENVIRONMENT.test(text));
}

const byHandOnly = (line: string): Pick<Outcome, 'byHand'> => ({ byHand: byHand(line).byHand });

interface Adapter {
  readonly text?: string;
  readonly imports: readonly string[];
  readonly left?: string;
}

/** The HTTP adapter of the application, if it is not the default. */
function readAdapter(ts: TypeScript, main: MainFile): Adapter {
  const given = main.create.arguments[1];
  if (!given || ts.isObjectLiteralExpression(given)) return { imports: [] };
  const needs = findNeeds(ts, main, given);
  if (ts.isNewExpression(given) && !('bound' in needs) && needs.constants.size === 0 && !reads(main, given)) {
    return { text: given.getText(main.file), imports: [...needs.imports] };
  }
  return {
    imports: [],
    left: `${main.path}: ${ts.isNewExpression(given) ? '' : 'if it is an adapter, '}give \`${given.getText(main.file)}\` to apigen.ts too: \`adapter: …\``,
  };
}

/** Does an expression read the application that it makes? */
const reads = (main: MainFile, node: ts.Node): boolean =>
  main.app !== undefined && new RegExp(`\\b${main.app}\\b`).test(node.getText(main.file));
