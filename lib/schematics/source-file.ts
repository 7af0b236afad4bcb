import type ts from 'typescript';
import type { TextEdit } from './edit-text.js';
import type { TypeScript } from './load-typescript.js';
import type { Tree } from './tree.js';

export interface Imported {
  readonly declaration: ts.ImportDeclaration;
  readonly from: string;
  /** As the file writes it: `{ name }`, `{ other as name }`, `name` or `* as name`. */
  readonly clause: string;
}

export function parse(ts: TypeScript, path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
}

/** What a file imports, by the name that it has there. */
export function readImported(ts: TypeScript, file: ts.SourceFile): ReadonlyMap<string, Imported> {
  const imported = new Map<string, Imported>();
  for (const declaration of file.statements.filter(ts.isImportDeclaration)) {
    const from = (declaration.moduleSpecifier as ts.StringLiteral).text;
    const add = (name: ts.Identifier, clause: string): unknown =>
      imported.set(name.text, { declaration, from, clause });
    const { name, namedBindings } = declaration.importClause ?? {};
    if (name) add(name, name.text);
    if (namedBindings && ts.isNamespaceImport(namedBindings)) {
      add(namedBindings.name, `* as ${namedBindings.name.text}`);
    } else {
      for (const element of namedBindings?.elements ?? []) add(element.name, `{ ${element.getText(file)} }`);
    }
  }
  return imported;
}

/** The name that a module exports, of `name`, `other` or `all.name` in a file that imports it. */
export function exportedName(
  imported: ReadonlyMap<string, Imported>,
  from: string,
  written: string,
): string | undefined {
  const [first = '', member, ...rest] = written.split('.');
  const known = imported.get(first);
  if (known?.from !== from || rest.length > 0) return undefined;
  if (known.clause.startsWith('*')) return member;
  return member === undefined ? /^\{ (?:type )?(\w+)/.exec(known.clause)?.[1] : undefined;
}

/** The files of an application, without its tests and declarations. */
export function listSources(tree: Tree, folder: string): readonly string[] {
  const files: string[] = [];
  tree.getDir(folder).visit((path) => {
    if (/(?<!\.(spec|test|d))\.ts$/.test(path) && !path.includes('/node_modules/')) files.push(path);
  });
  return files.toSorted();
}

/** Calls `visit` for a node and all nodes below it, until it returns `false`. */
export function walk(ts: TypeScript, node: ts.Node, visit: (node: ts.Node) => boolean | void): void {
  if (visit(node) === false) return;
  ts.forEachChild(node, (child) => walk(ts, child, visit));
}

/** How a file writes imports and ends statements, and where another import goes. */
export interface ImportStyle {
  readonly write: (clause: string, from: string) => string;
  readonly end: string;
  readonly at: number;
}

export function readImportStyle(ts: TypeScript, file: ts.SourceFile): ImportStyle {
  const last = file.statements.filter(ts.isImportDeclaration).at(-1);
  const quote = last?.moduleSpecifier.getText(file)[0] ?? "'";
  const end = !last || last.getText(file).endsWith(';') ? ';' : '';
  return {
    write: (clause, from) => {
      const line = `import ${clause} from ${quote}${from}${quote}${end}`;
      return line.length > LINE ? line.replace(/\{ (.*) \}/, breakList) : line;
    },
    end,
    at: last ? last.getEnd() : 0,
  };
}

/** Imports a name, with others of its module if the file imports such. */
export function addImport(ts: TypeScript, file: ts.SourceFile, name: string, from: string): TextEdit {
  for (const { importClause, moduleSpecifier } of file.statements.filter(ts.isImportDeclaration)) {
    const bindings = importClause?.namedBindings;
    if ((moduleSpecifier as ts.StringLiteral).text !== from || importClause?.isTypeOnly) continue;
    const last = bindings && ts.isNamedImports(bindings) ? bindings.elements.at(-1) : undefined;
    if (last) return { start: last.getEnd(), end: last.getEnd(), text: `, ${name}` };
  }
  const { write, at } = readImportStyle(ts, file);
  const line = write(`{ ${name} }`, from);
  return { start: at, end: at, text: at === 0 ? `${line}\n` : `\n${line}` };
}

/** The width of a line that Prettier breaks by default. */
export const LINE = 80;

const breakList = (_: string, names: string): string =>
  `{\n${names
    .split(', ')
    .map((name) => `  ${name},\n`)
    .join('')}}`;
