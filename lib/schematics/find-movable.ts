import type ts from 'typescript';
import type { TypeScript } from './load-typescript.js';
import type { MainFile } from './read-main.js';
import { walk } from './source-file.js';

/** What has to come with an expression that moves to another file. */
export interface Needs {
  /** Names that `main.ts` imports. */
  readonly imports: ReadonlySet<string>;
  /** Constants of `main.ts` that another file can have too. */
  readonly constants: ReadonlySet<ts.VariableStatement>;
}

/** What an expression needs to move, or the name that it cannot take along. */
export function findNeeds(ts: TypeScript, main: MainFile, node: ts.Node): Needs | { readonly bound: string } {
  const imports = new Set<string>();
  const constants = new Set<ts.VariableStatement>();
  for (const name of freeNames(ts, node)) {
    if (name === main.app) continue;
    if (main.imported.has(name)) {
      imports.add(name);
      continue;
    }
    const declared = findDeclaration(ts, main, name);
    if (declared === undefined) continue;
    if (declared === 'bound' || !isRepeatable(ts, main, declared)) return { bound: name };
    const needs = findNeeds(ts, main, declared);
    if ('bound' in needs) return needs;
    for (const needed of needs.imports) imports.add(needed);
    for (const needed of needs.constants) constants.add(needed);
    constants.add(declared);
  }
  return { imports, constants };
}

/** Does a node read the application, itself or through a constant? */
export function readsApplication(ts: TypeScript, main: MainFile, node: ts.Node): boolean {
  const needs = findNeeds(ts, main, node);
  const nodes = [node, ...('bound' in needs ? [] : needs.constants)];
  return main.app !== undefined && nodes.some((one) => freeNames(ts, one).has(main.app!));
}

/** The names that a node reads and does not declare itself. */
export function freeNames(ts: TypeScript, node: ts.Node): ReadonlySet<string> {
  const read = new Set<string>();
  const declared = new Set<string>();
  walk(ts, node, (inner) => {
    if (ts.isTypeNode(inner) && !ts.isExpressionWithTypeArguments(inner)) {
      walk(ts, inner, (part) => {
        if (ts.isIdentifier(part) && !ts.isQualifiedName(part.parent)) read.add(part.text);
      });
      return false;
    }
    if (!ts.isIdentifier(inner)) return true;
    if (isDeclaredName(ts, inner)) declared.add(inner.text);
    else if (!isMemberName(ts, inner)) read.add(inner.text);
    return true;
  });
  for (const name of declared) read.delete(name);
  return read;
}

function isDeclaredName(ts: TypeScript, node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isVariableDeclaration(parent) ||
      ts.isParameter(parent) ||
      ts.isBindingElement(parent) ||
      ts.isFunctionExpression(parent)) &&
    parent.name === node
  );
}

function isMemberName(ts: TypeScript, node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isMethodDeclaration(parent) && parent.name === node) ||
    (ts.isBindingElement(parent) && parent.propertyName === node)
  );
}

/** The statement that declares a constant in `main.ts`; `bound` for everything else that it declares. */
function findDeclaration(
  ts: TypeScript,
  main: MainFile,
  name: string,
): ts.VariableStatement | 'bound' | undefined {
  let found: ts.VariableStatement | 'bound' | undefined;
  walk(ts, main.file, (node) => {
    const named = node as ts.NamedDeclaration;
    if (!isDeclaration(ts, node) || !named.name || !ts.isIdentifier(named.name)) return;
    if (named.name.text !== name) return;
    const statement = node.parent?.parent;
    const movable = statement && ts.isVariableStatement(statement) && isSeen(main, statement);
    found = found === undefined && movable ? statement : 'bound';
  });
  return found;
}

const isDeclaration = (ts: TypeScript, node: ts.Node): boolean =>
  ts.isVariableDeclaration(node) ||
  ts.isBindingElement(node) ||
  ts.isParameter(node) ||
  ts.isFunctionDeclaration(node) ||
  ts.isClassDeclaration(node) ||
  ts.isEnumDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node);

/** Does a statement stand where the application is made, or at the top of the file? */
const isSeen = (main: MainFile, statement: ts.VariableStatement): boolean =>
  main.statements.includes(statement) || main.file.statements.includes(statement);

/** Is a constant the same in two files? Nothing that runs may run twice, but for a look-up of a provider. */
function isRepeatable(ts: TypeScript, main: MainFile, statement: ts.VariableStatement): boolean {
  const { flags, declarations } = statement.declarationList;
  if (!(flags & ts.NodeFlags.Const) || declarations.length !== 1 || !declarations[0]!.initializer) {
    return false;
  }
  let repeatable = true;
  walk(ts, declarations[0]!.initializer, (node) => {
    if (
      ts.isAwaitExpression(node) ||
      ts.isNewExpression(node) ||
      ts.isFunctionLike(node) ||
      (ts.isCallExpression(node) && !isLookUp(ts, main, node))
    ) {
      repeatable = false;
    }
  });
  return repeatable;
}

/** `app.get(…)`, or a method of what it returned, such as `config.get('prefix')`. */
function isLookUp(ts: TypeScript, main: MainFile, call: ts.CallExpression): boolean {
  const callee = call.expression;
  if (ts.isIdentifier(callee)) return ['Number', 'String', 'Boolean', 'parseInt'].includes(callee.text);
  if (!ts.isPropertyAccessExpression(callee)) return false;
  return (
    /^(get|getOrThrow|split|trim|toString)$/.test(callee.name.text) ||
    callee.expression.getText(main.file) === 'JSON'
  );
}
