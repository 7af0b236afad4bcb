import type ts from 'typescript';
import type { TypeScript } from './load-typescript.js';
import { exportedName, parse, readImported, walk, type Imported } from './source-file.js';

/** What `main.ts` says about the application that it starts. */
export interface MainFile {
  readonly path: string;
  readonly file: ts.SourceFile;
  readonly imported: ReadonlyMap<string, Imported>;
  /** The call of `NestFactory.create`. */
  readonly create: ts.CallExpression;
  /** The name of the variable that holds the application. */
  readonly app?: string;
  /** The statements around the call. */
  readonly statements: readonly ts.Statement[];
}

/** Reads the file that starts an application. `undefined` if it does not call `NestFactory.create`. */
export function readMain(ts: TypeScript, path: string, text: string): MainFile | undefined {
  const file = parse(ts, path, text);
  const imported = readImported(ts, file);
  let create: ts.CallExpression | undefined;
  walk(ts, file, (node) => {
    if (!create && isCreate(ts, file, imported, node)) create = node;
  });
  if (!create) return undefined;
  const app = readVariable(ts, create);
  return {
    path,
    file,
    imported,
    create,
    ...(app === undefined ? {} : { app }),
    statements: readBlock(ts, create),
  };
}

function isCreate(
  ts: TypeScript,
  file: ts.SourceFile,
  imported: MainFile['imported'],
  node: ts.Node,
): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === 'create' &&
    exportedName(imported, '@nestjs/core', node.expression.expression.getText(file)) === 'NestFactory' &&
    node.arguments.length > 0
  );
}

function readVariable(ts: TypeScript, create: ts.CallExpression): string | undefined {
  let node: ts.Node = create.parent;
  while (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) {
    node = node.parent;
  }
  if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name)) return node.name.text;
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return undefined;
  return ts.isIdentifier(node.left) ? node.left.text : undefined;
}

function readBlock(ts: TypeScript, create: ts.Node): readonly ts.Statement[] {
  let node: ts.Node = create;
  while (!ts.isBlock(node) && !ts.isSourceFile(node)) node = node.parent;
  return node.statements;
}
