import type ts from 'typescript';
import { freeNames } from './find-movable.js';
import type { TypeScript } from './load-typescript.js';
import type { Move } from './plan-move.js';
import type { MainFile } from './read-main.js';
import { walk } from './source-file.js';

/** Constants that only what moves needs. */
export function listUnused(ts: TypeScript, main: MainFile, move: Move): readonly ts.VariableStatement[] {
  return [...move.constants].filter((constant) => {
    const [{ name } = { name: undefined }] = constant.declarationList.declarations;
    const moved = new Set<ts.Node>([...move.statements, ...move.constants]);
    if (move.cors) moved.add(move.cors);
    if (move.document) moved.add(move.document);
    return !isRead(ts, main.file, name!.getText(main.file), moved);
  });
}

/** Names that `main.ts` imports and reads no more. */
export function listUnusedImports(
  ts: TypeScript,
  main: MainFile,
  gone: ReadonlySet<ts.Node>,
): readonly string[] {
  return [...main.imported.keys()].filter(
    (name) => isRead(ts, main.file, name, new Set()) && !isRead(ts, main.file, name, gone),
  );
}

/** Is a name read by something that stays? */
function isRead(ts: TypeScript, file: ts.SourceFile, name: string, gone: ReadonlySet<ts.Node>): boolean {
  let read = false;
  walk(ts, file, (node) => {
    if (gone.has(node) || ts.isImportDeclaration(node)) return false;
    if (ts.isIdentifier(node) && node.text === name && freeNames(ts, node.parent).has(name)) read = true;
    return true;
  });
  return read;
}
