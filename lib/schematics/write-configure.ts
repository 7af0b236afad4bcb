import type ts from 'typescript';
import { editText, type TextEdit } from './edit-text.js';
import { freeNames } from './find-movable.js';
import type { TypeScript } from './load-typescript.js';
import { listUnused, listUnusedImports } from './list-unused.js';
import { readValue, type CorsOption, type Move } from './plan-move.js';
import type { MainFile } from './read-main.js';
import { readImportStyle } from './source-file.js';

/** The text of `configure.ts`: what `main.ts` did to routes. */
export function writeConfigure(ts: TypeScript, main: MainFile, move: Move): string {
  const { write, end } = readImportStyle(ts, main.file);
  const app = main.app ?? 'app';
  const isInner = (constant: ts.VariableStatement): boolean => readsTransitively(ts, move, constant, app);
  const constants = [...move.constants];
  const body = [
    ...constants.filter(isInner).map((constant) => textOf(ts, main.file, constant)),
    ...(move.cors ? [`${app}.enableCors(${textOfCors(ts, main, move.cors)})${end}`] : []),
    ...move.statements.map((statement) => textOf(ts, main.file, statement)),
  ];
  const outer = constants
    .filter((constant) => !isInner(constant))
    .map((constant) => textOf(ts, main.file, constant));
  const document = move.document ? [`export ${textOf(ts, main.file, move.document)}`] : [];
  const routes =
    body.length === 0
      ? []
      : [
          [
            '/** What main.ts and apigen.ts both do: where the routes are, and who answers CORS. */',
            `export function configure(${app}: INestApplication): void {`,
            ...body.map((line) => line.replace(/^(?=.)/gm, '  ')),
            '}',
          ].join('\n'),
        ];
  const imports = listImports(main, move, body.length > 0).map(([from, clause]) => write(clause, from));
  return `${[imports.join('\n'), ...outer, ...document, ...routes].join('\n\n')}\n`;
}

/** `main.ts` without what moved. */
export function shortenMain(ts: TypeScript, main: MainFile, move: Move, from: string): string {
  const { file } = main;
  const { write, at, end } = readImportStyle(ts, file);
  const configures = move.statements.length > 0 || move.cors !== undefined;
  const constants = listUnused(ts, main, move);
  const gone = new Set<ts.Node>([...move.statements, ...constants]);
  if (move.cors) gone.add(move.cors);
  if (move.document) gone.add(move.document);
  const names = [
    ...(configures ? ['configure'] : []),
    ...(move.document ? [move.document.declarationList.declarations[0]!.name.getText(file)] : []),
  ];
  const call = `configure(${main.app})${end}`;
  const first = move.cors ? undefined : move.statements[0];
  const edits: TextEdit[] = [
    { start: at, end: at, text: `\n${write(`{ ${names.join(', ')} }`, from)}` },
    ...dropImports(ts, main, listUnusedImports(ts, main, gone)),
    ...[...gone]
      .filter((node) => node !== move.cors && node !== first)
      .map((node) => dropLines(ts, file, node)),
    ...(first ? [{ start: startOf(ts, file, first), end: first.getEnd(), text: call }] : []),
    ...(move.cors ? dropCors(ts, main, move.cors, call) : []),
  ];
  return editText(file.text, edits);
}

/** Does a constant read the application, or one that does? */
function readsTransitively(ts: TypeScript, move: Move, constant: ts.VariableStatement, app: string): boolean {
  const names = freeNames(ts, constant);
  if (names.has(app)) return true;
  return [...move.constants].some((other) => {
    const { name } = other.declarationList.declarations[0]!;
    return (
      other !== constant &&
      ts.isIdentifier(name) &&
      names.has(name.text) &&
      readsTransitively(ts, move, other, app)
    );
  });
}

/** A clause for each module, with the names of `main.ts` that moved. */
function listImports(
  main: MainFile,
  move: Move,
  configures: boolean,
): readonly (readonly [string, string])[] {
  const named = new Map<string, string[]>(configures ? [['@nestjs/common', ['type INestApplication']]] : []);
  const others: (readonly [string, string])[] = [];
  for (const name of move.imports) {
    const { from, clause } = main.imported.get(name)!;
    const inner = /^\{ (.*) \}$/.exec(clause)?.[1];
    if (inner === undefined) others.push([from, clause]);
    else if (!inner.includes('INestApplication')) named.set(from, [...(named.get(from) ?? []), inner]);
  }
  return [
    ...[...named].map(([from, names]) => [from, `{ ${names.toSorted(byName).join(', ')} }`] as const),
    ...others,
  ];
}

const byName = (one: string, other: string): number =>
  one.replace(/^type /, '') < other.replace(/^type /, '') ? -1 : 1;

function textOfCors(ts: TypeScript, main: MainFile, cors: CorsOption): string {
  const value = readValue(ts, cors);
  return value.kind === ts.SyntaxKind.TrueKeyword
    ? ''
    : unindent(value.getText(main.file), lineIndent(main.file, value));
}

/** A statement with the comment before it, without its indentation. */
function textOf(ts: TypeScript, file: ts.SourceFile, node: ts.Statement): string {
  return unindent(file.text.slice(startOf(ts, file, node), endOf(ts, file, node)), lineIndent(file, node));
}

const unindent = (text: string, indent: string): string =>
  text.replaceAll('\r\n', '\n').replaceAll(`\n${indent}`, '\n');

/** Where the comments of a statement start: those on the lines before it, without an empty line between. */
function startOf(ts: TypeScript, file: ts.SourceFile, node: ts.Node): number {
  let start = node.getStart(file);
  const comments = ts.getLeadingCommentRanges(file.text, node.getFullStart()) ?? [];
  for (const { pos, end } of comments.toReversed()) {
    if (/\n\s*\n/.test(file.text.slice(end, start)) || !/(^|\n)[ \t]*$/.test(file.text.slice(0, pos))) break;
    start = pos;
  }
  return start;
}

const endOf = (ts: TypeScript, file: ts.SourceFile, node: ts.Node): number =>
  ts.getTrailingCommentRanges(file.text, node.getEnd())?.at(-1)?.end ?? node.getEnd();

function lineIndent(file: ts.SourceFile, node: ts.Node): string {
  const start = node.getStart(file);
  return /^[ \t]*/.exec(file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start))![0];
}

/** Removes a statement, its comments and its line, and the empty line after it where one stands before it. */
function dropLines(ts: TypeScript, file: ts.SourceFile, node: ts.Node): TextEdit {
  const [start, end] = [startOf(ts, file, node), endOf(ts, file, node)];
  const before = /[ \t]*$/.exec(file.text.slice(0, start))![0].length;
  const isFirst = /[{\n]\r?\n$/.test(file.text.slice(0, start - before));
  const after = (isFirst ? /^[ \t]*\r?\n?([ \t]*\r?\n)?/ : /^[ \t]*\r?\n?/).exec(file.text.slice(end))![0]
    .length;
  return { start: start - before, end: end + after, text: '' };
}

function dropImports(ts: TypeScript, main: MainFile, names: readonly string[]): readonly TextEdit[] {
  const declarations = new Set(names.map((name) => main.imported.get(name)!.declaration));
  return [...declarations].map((declaration) => {
    const { name, namedBindings } = declaration.importClause!;
    const keepsName = name && !names.includes(name.text);
    if (!namedBindings || ts.isNamespaceImport(namedBindings)) return dropLines(ts, main.file, declaration);
    const kept = namedBindings.elements.filter((element) => !names.includes(element.name.text));
    if (kept.length === 0 && !keepsName) return dropLines(ts, main.file, declaration);
    const texts = kept.map((element) => element.getText(main.file));
    const start = name && !keepsName ? name.getStart(main.file) : namedBindings.getStart(main.file);
    return { start, end: namedBindings.getEnd(), text: `{ ${texts.join(', ')} }` };
  });
}

/** Removes `cors` from the options of `NestFactory.create`, and the options if they have nothing else. */
function dropCors(ts: TypeScript, main: MainFile, cors: CorsOption, call: string): readonly TextEdit[] {
  const { file, create } = main;
  const options = cors.parent as ts.ObjectLiteralExpression;
  let statement: ts.Node = create;
  while (!ts.isStatement(statement)) statement = statement.parent;
  const added = {
    start: statement.getEnd(),
    end: statement.getEnd(),
    text: `\n${lineIndent(file, statement)}${call}`,
  };
  if (options.properties.length === 1) {
    const before = create.arguments.at(-2)!;
    return [{ start: before.getEnd(), end: options.getEnd(), text: '' }, added];
  }
  const index = options.properties.indexOf(cors);
  const next = options.properties[index + 1];
  const edit = next
    ? { start: cors.getStart(file), end: next.getStart(file), text: '' }
    : { start: options.properties[index - 1]!.getEnd(), end: cors.getEnd(), text: '' };
  return [edit, added];
}
