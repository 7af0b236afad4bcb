import type ts from 'typescript';
import { editText, type TextEdit } from './edit-text.js';
import type { TypeScript } from './load-typescript.js';
import type { ApplicationKind } from './nest-add-options.js';
import { byHand, done, type Outcome } from './outcome.js';
import type { RootModule } from './read-root-module.js';
import { addImport, exportedName, listSources, parse, readImported, walk } from './source-file.js';
import type { Tree } from './tree.js';

const OPTIONS = {
  monolith: "integration: { kind: 'lambda', functionArn: '${api_function_arn}' },",
  container: "integration: { kind: 'http', baseUrl: 'https://${load_balancer_host}' },",
  functions: undefined,
} satisfies Record<ApplicationKind, string | undefined>;

const MEANING = {
  monolith: 'one Lambda function answers every route',
  container: 'the load balancer of the container answers every route',
  functions: 'each route names its Lambda function',
} satisfies Record<ApplicationKind, string>;

/** Adds the module to the root module. */
export function addModule(
  ts: TypeScript,
  tree: Tree,
  { path, name, clause }: RootModule & { readonly path: string },
  kind: ApplicationKind,
): Outcome {
  const text = tree.readText(path);
  const file = parse(ts, path, text);
  const call = [
    'AwsGatewayModule.forRoot(',
    ...(OPTIONS[kind] ? [`{\n  ${OPTIONS[kind]}\n}`] : []),
    ')',
  ].join('');
  const edits = addToImports(ts, file, findDecorator(ts, file, clause), call);
  if (edits.length === 0)
    return byHand(`${path}: add \`${call.replace(/\n */g, ' ')}\` to the imports of \`${name}\``);
  tree.overwrite(
    path,
    editText(text, [addImport(ts, file, 'AwsGatewayModule', 'nestjs-aws-gateway'), ...edits]),
  );
  return done(`${path} imports AwsGatewayModule: ${MEANING[kind]}`);
}

/** Does a file of the application import the module already, under whatever name? */
export function hasModule(ts: TypeScript, tree: Tree, sourceRoot: string): boolean {
  return listSources(tree, sourceRoot).some((path) => {
    const text = tree.readText(path);
    if (!text.includes('AwsGatewayModule')) return false;
    const file = parse(ts, path, text);
    const imported = readImported(ts, file);
    let found = false;
    walk(ts, file, (node) => {
      if (!ts.isIdentifier(node) && !ts.isPropertyAccessExpression(node)) return;
      found ||= exportedName(imported, 'nestjs-aws-gateway', node.getText(file)) === 'AwsGatewayModule';
    });
    return found;
  });
}

/** The object of `@Module` of the class that another file imports with a clause. */
function findDecorator(
  ts: TypeScript,
  file: ts.SourceFile,
  clause: string,
): ts.ObjectLiteralExpression | undefined {
  const imported = readImported(ts, file);
  const name = /^\{ (\w+)/.exec(clause)?.[1] ?? readDefault(ts, file);
  let found: ts.ObjectLiteralExpression | undefined;
  walk(ts, file, (node) => {
    if (!ts.isClassDeclaration(node) || (node.name?.text ?? 'default') !== name) return;
    for (const { expression } of ts.getDecorators(node) ?? []) {
      if (!ts.isCallExpression(expression)) continue;
      if (exportedName(imported, '@nestjs/common', expression.expression.getText(file)) !== 'Module')
        continue;
      const [options] = expression.arguments;
      if (options && ts.isObjectLiteralExpression(options)) found = options;
    }
  });
  return found;
}

/** The class that a file exports as its default. */
function readDefault(ts: TypeScript, file: ts.SourceFile): string | undefined {
  for (const statement of file.statements) {
    if (ts.isExportAssignment(statement)) return statement.expression.getText(file);
    const isDefault = ts.isClassDeclaration(statement) && /\bdefault\s+class\b/.test(statement.getText(file));
    if (isDefault) return statement.name?.text ?? 'default';
  }
  return undefined;
}

function addToImports(
  ts: TypeScript,
  file: ts.SourceFile,
  options: ts.ObjectLiteralExpression | undefined,
  call: string,
): readonly TextEdit[] {
  if (!options) return [];
  const imports = options.properties.find((property) => property.name?.getText(file) === 'imports');
  if (!imports) return [addProperty(file, options, call)];
  if (ts.isShorthandPropertyAssignment(imports)) {
    return [replace(file, imports, `imports: ${list(['...imports', call], indentOf(file, imports))}`)];
  }
  if (!ts.isPropertyAssignment(imports)) return [];
  const value = imports.initializer;
  const indent = indentOf(file, imports);
  if (!ts.isArrayLiteralExpression(value)) {
    return [replace(file, value, list([`...${value.getText(file)}`, call], indent))];
  }
  const last = value.elements.at(-1);
  const inner = file.text.slice(value.getStart(file) + 1, value.getEnd() - 1);
  const hasComment = /\/[/*]/.test(inner);
  if (!last && hasComment) {
    const start = value.getEnd() - 1 - (inner.length - inner.trimEnd().length);
    return [{ start, end: start, text: `${indentLines(`\n${call}`, `${indent}  `)},` }];
  }
  if (last && hasComment && !isMultiline(file, value)) {
    return [{ start: last.getEnd(), end: last.getEnd(), text: `, ${call.replace(/\n */g, ' ')}` }];
  }
  if (!last || !isMultiline(file, value)) {
    const texts = value.elements.map((element) => element.getText(file));
    return [replace(file, value, list([...texts, call], indent))];
  }
  const { end, hasTrailingComma } = value.elements;
  // Behind a comment on the line of the last element.
  const at = ts.getTrailingCommentRanges(file.text, end)?.at(-1)?.end ?? end;
  return [
    ...(hasTrailingComma ? [] : [{ start: end, end, text: ',' }]),
    { start: at, end: at, text: `${indentLines(`\n${call}`, indentOf(file, last))},` },
  ];
}

function addProperty(file: ts.SourceFile, options: ts.ObjectLiteralExpression, call: string): TextEdit {
  const [first] = options.properties;
  if (!first) return replace(file, options, `{\n  imports: ${list([call], '  ')},\n}`);
  const indent = isMultiline(file, options) ? indentOf(file, first) : '';
  const separator = isMultiline(file, options) ? `\n${indent}` : ' ';
  const start = first.getStart(file);
  return { start, end: start, text: `imports: ${list([call], indent)},${separator}` };
}

function list(elements: readonly string[], indent: string): string {
  const lines = elements.map((element) => `${indentLines(`\n${element}`, `${indent}  `)},`);
  return `[${lines.join('')}\n${indent}]`;
}

const replace = (file: ts.SourceFile, node: ts.Node, text: string): TextEdit => ({
  start: node.getStart(file),
  end: node.getEnd(),
  text,
});

const indentLines = (text: string, indent: string): string => text.replaceAll('\n', `\n${indent}`);

const isMultiline = (file: ts.SourceFile, node: ts.Node): boolean => node.getText(file).includes('\n');

/** The white space before the line of a node. */
function indentOf(file: ts.SourceFile, node: ts.Node): string {
  const start = node.getStart(file);
  const line = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
  return /^\s*/.exec(line)![0];
}
