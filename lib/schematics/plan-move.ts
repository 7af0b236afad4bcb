import type ts from 'typescript';
import { findNeeds, readsApplication } from './find-movable.js';
import type { TypeScript } from './load-typescript.js';
import type { MainFile } from './read-main.js';
import { walk } from './source-file.js';

/** The methods of an application that decide about its routes, and who answers CORS. */
const ROUTE_METHODS = new Set(['setGlobalPrefix', 'enableVersioning', 'enableCors']);

/** Imports that fill `process.env`, such as `dotenv/config`, which the application may read while it loads. */
export const ENVIRONMENT = /\b(dot)?env/;

/** `cors: …` or `cors` in the options of `NestFactory.create`. */
export type CorsOption = ts.PropertyAssignment | ts.ShorthandPropertyAssignment;

/** What leaves `main.ts` for a function that `apigen.ts` calls too. */
export interface Move {
  readonly statements: readonly ts.Statement[];
  readonly methods: readonly string[];
  /** What `NestFactory.create` got as `cors`. */
  readonly cors?: CorsOption;
  /** The statement that builds the description of the documents. */
  readonly document?: ts.VariableStatement;
  readonly imports: ReadonlySet<string>;
  readonly constants: ReadonlySet<ts.VariableStatement>;
  /** What cannot leave, and why. */
  readonly left: readonly string[];
}

/** Finds what `main.ts` does to routes. */
export function planMove(ts: TypeScript, main: MainFile): Move {
  const imports = new Set<string>();
  const constants = new Set<ts.VariableStatement>();
  const left: string[] = [];
  const take = (node: ts.Node, what: string): boolean => {
    const needs = findNeeds(ts, main, node);
    if ('bound' in needs) {
      left.push(
        `${main.path}: move ${what} to a function that apigen.ts calls too (it uses \`${needs.bound}\`)`,
      );
      return false;
    }
    for (const name of needs.imports) imports.add(name);
    for (const constant of needs.constants) constants.add(constant);
    return true;
  };

  const statements: ts.Statement[] = [];
  const seen = new Set<ts.Node>();
  const methods = new Set<string>();
  for (const statement of main.statements) {
    const called = readMethods(ts, main, statement);
    const found = called.filter((name) => ROUTE_METHODS.has(name));
    if (found.length === 0) continue;
    seen.add(statement);
    const what = found.map((name) => `\`${main.app}.${name}\``).join(' and ');
    if (!called.every((name) => ROUTE_METHODS.has(name) || name === 'get') || !isPlain(ts, statement)) {
      left.push(`${main.path}: move ${what} to a function that apigen.ts calls too`);
    } else if (take(statement, what)) {
      statements.push(statement);
      for (const name of found) methods.add(name);
    }
  }
  const cors = findCors(ts, main);
  const what = '`cors` of `NestFactory.create`';
  const takesCors = cors !== undefined && main.app !== undefined && take(readValue(ts, cors), what);
  if (cors && main.app === undefined) {
    left.push(`${main.path}: move ${what} to a function that apigen.ts calls too`);
  }
  if (takesCors) methods.add('enableCors');
  const document = findDocument(ts, main);
  let takesDocument = false;
  if (document && readsApplication(ts, main, document)) {
    left.push(`${main.path}: give the \`DocumentBuilder\` to apigen.ts too: \`document: …\``);
  } else if (document) {
    takesDocument = take(document, 'the `DocumentBuilder`');
  }
  return {
    statements,
    methods: [...methods],
    ...(takesCors ? { cors } : {}),
    ...(document && takesDocument ? { document } : {}),
    imports,
    constants,
    left: [
      ...left,
      ...findElsewhere(ts, main, seen),
      ...findLookUps(ts, main, [...statements, ...constants]),
      ...findOthers(ts, main),
    ],
  };
}

/** The methods of the application that a statement calls. One entry is empty if it uses the application otherwise. */
function readMethods(ts: TypeScript, main: MainFile, statement: ts.Statement): readonly string[] {
  const methods: string[] = [];
  walk(ts, statement, (node) => {
    if (!ts.isIdentifier(node) || node.text !== main.app) return;
    let receiver: ts.Node = node;
    while (ts.isPropertyAccessExpression(receiver.parent) && receiver.parent.expression === receiver) {
      const name = receiver.parent.name.text;
      const call: ts.Node = receiver.parent.parent;
      const called = ts.isCallExpression(call) && call.expression === receiver.parent;
      methods.push(called ? name : '');
      if (!called || !ROUTE_METHODS.has(name)) return;
      receiver = call;
    }
    if (receiver === node) methods.push('');
  });
  return methods;
}

/** Can a statement stand in a function of its own? */
function isPlain(ts: TypeScript, statement: ts.Statement): boolean {
  let plain = ts.isExpressionStatement(statement) || ts.isIfStatement(statement);
  walk(ts, statement, (node) => {
    if (ts.isAwaitExpression(node) || ts.isReturnStatement(node)) plain = false;
  });
  return plain;
}

/** The calls that decide about routes where no statement of its own can be moved, such as those behind `.then`. */
function findElsewhere(ts: TypeScript, main: MainFile, seen: ReadonlySet<ts.Node>): readonly string[] {
  const lines = new Set<string>();
  walk(ts, main.file, (node) => {
    if (seen.has(node)) return false;
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return true;
    const { text } = node.expression.name;
    if (ROUTE_METHODS.has(text))
      lines.add(`${main.path}: move \`${text}\` to a function that apigen.ts calls too`);
    return true;
  });
  return [...lines];
}

/** What `enableCors` gets. */
export const readValue = (ts: TypeScript, cors: CorsOption): ts.Expression =>
  ts.isPropertyAssignment(cors) ? cors.initializer : cors.name;

function findCors(ts: TypeScript, main: MainFile): CorsOption | undefined {
  const options = main.create.arguments.at(-1);
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  return options.properties
    .filter(
      (property): property is CorsOption =>
        ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property),
    )
    .find(
      (property) =>
        property.name.getText(main.file) === 'cors' &&
        readValue(ts, property).kind !== ts.SyntaxKind.FalseKeyword,
    );
}

/** `const config = new DocumentBuilder().….build();`, if there is one of it. */
function findDocument(ts: TypeScript, main: MainFile): ts.VariableStatement | undefined {
  const found = [...main.statements, ...main.file.statements].filter(
    (statement): statement is ts.VariableStatement =>
      ts.isVariableStatement(statement) &&
      statement.declarationList.declarations.length === 1 &&
      /=\s*new DocumentBuilder\(\)[\s\S]*\.build\(\);?$/.test(statement.getText(main.file)),
  );
  return new Set(found).size === 1 ? found[0] : undefined;
}

/** The command builds no provider, so a look-up of one finds nothing. */
function findLookUps(ts: TypeScript, main: MainFile, moved: readonly ts.Node[]): readonly string[] {
  const reads = moved.some((node) => {
    let found = false;
    walk(ts, node, (inner) => {
      if (ts.isPropertyAccessExpression(inner) && inner.getText(main.file) === `${main.app}.get`)
        found = true;
    });
    return found;
  });
  return reads
    ? [
        `\`${main.app}.get(…)\` in configure.ts: the command builds no provider. Read \`process.env\` there, or run the command with \`--no-preview\``,
      ]
    : [];
}

/** What may concern routes in other places, and options that `runApigen` has a place for. */
function findOthers(ts: TypeScript, main: MainFile): readonly string[] {
  const lines = new Set<string>();
  for (const statement of main.file.statements.filter(ts.isImportDeclaration)) {
    const text = statement.getText(main.file);
    if (statement.importClause || !/['"]\./.test(text) || ENVIRONMENT.test(text)) continue;
    const from = statement.moduleSpecifier.getText(main.file);
    lines.add(
      `${main.path} imports ${from} only to run it: if the application does not load without it, import it in apigen.ts too`,
    );
  }
  const options = main.create.arguments.slice(1).at(-1);
  if (options && !ts.isObjectLiteralExpression(options) && !ts.isNewExpression(options)) {
    lines.add(
      `${main.path}: if \`${options.getText(main.file)}\` has \`cors\`, call \`enableCors\` in a function that apigen.ts calls too`,
    );
  }
  for (const statement of main.statements) {
    walk(ts, statement, (node) => {
      if (!ts.isCallExpression(node)) return;
      const name = node.expression.getText(main.file);
      const passes = node.arguments.some((given) => given.getText(main.file) === main.app);
      if (!passes || name === 'configure' || !/^[\w$.]+$/.test(name) || name.startsWith('SwaggerModule.'))
        return;
      lines.add(
        `${main.path}: does \`${name}\` concern routes? Then call it in apigen.ts too: \`configure: ${name}\`. Does it make the document? Then give its \`DocumentBuilder\`: \`document: …\``,
      );
    });
  }
  walk(ts, main.file, (node) => {
    if (!ts.isCallExpression(node) || node.arguments.length < 3) return;
    if (node.expression.getText(main.file) !== 'SwaggerModule.createDocument') return;
    lines.add(`${main.path}: give the third argument of \`createDocument\` to apigen.ts too: \`swagger: …\``);
  });
  return [...lines];
}
