import type ts from 'typescript';
import { editText, type TextEdit } from './edit-text.js';
import type { TypeScript } from './load-typescript.js';
import { done, NOTHING, type Outcome } from './outcome.js';
import { addImport, exportedName, listSources, parse, readImported } from './source-file.js';
import type { Tree } from './tree.js';

/** The decorators of `@nestjs/common` that make a method a route. */
const VERBS = new Set([
  'Get',
  'Post',
  'Put',
  'Patch',
  'Delete',
  'Options',
  'Head',
  'All',
  'Search',
  'Propfind',
  'Proppatch',
  'Mkcol',
  'Copy',
  'Move',
  'Lock',
  'Unlock',
  'Sse',
]);

/** Gives each route of each controller the placeholder of a Lambda function of its own. */
export function decorateHandlers(ts: TypeScript, tree: Tree, sourceRoot: string): Outcome {
  const placeholders: string[] = [];
  for (const path of listSources(tree, sourceRoot)) {
    const text = tree.readText(path);
    if (!text.includes('@nestjs/common')) continue;
    const { edited, added } = decorateFile(ts, path, text);
    if (added.length > 0) tree.overwrite(path, edited);
    placeholders.push(...added);
  }
  if (placeholders.length === 0) return NOTHING;
  const names = placeholders.map((name) => `\`\${${name}}\``).join(', ');
  return done(`the handlers have @AwsLambda with a placeholder each: ${names}`);
}

function decorateFile(
  ts: TypeScript,
  path: string,
  text: string,
): { readonly edited: string; readonly added: readonly string[] } {
  const file = parse(ts, path, text);
  const imported = readImported(ts, file);
  const isFrom = (from: string, { expression }: ts.Decorator): string | undefined =>
    ts.isCallExpression(expression)
      ? exportedName(imported, from, expression.expression.getText(file))
      : undefined;
  const answers = (node: ts.HasDecorators): boolean =>
    (ts.getDecorators(node) ?? []).some((decorator) => isFrom('nestjs-aws-gateway', decorator) !== undefined);

  const edits: TextEdit[] = [];
  const added: string[] = [];
  for (const controller of file.statements.filter(ts.isClassDeclaration)) {
    const decorators = ts.getDecorators(controller) ?? [];
    if (!decorators.some((decorator) => isFrom('@nestjs/common', decorator) === 'Controller')) continue;
    if (answers(controller)) continue;
    for (const method of controller.members.filter(ts.isMethodDeclaration)) {
      const [verb] = (ts.getDecorators(method) ?? []).filter((decorator) =>
        VERBS.has(isFrom('@nestjs/common', decorator) ?? ''),
      );
      if (!verb || answers(method)) continue;
      const name = placeholderOf(controller.name?.text ?? '', method.name.getText(file));
      const start = verb.getStart(file);
      const indent = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
      const separator = /^\s*$/.test(indent) ? `\n${indent}` : ' ';
      edits.push({ start: verb.getEnd(), end: verb.getEnd(), text: `${separator}@AwsLambda('\${${name}}')` });
      added.push(name);
    }
  }
  return {
    edited: editText(text, [addImport(ts, file, 'AwsLambda', 'nestjs-aws-gateway'), ...edits]),
    added,
  };
}

/** `UsersController.findAll` is `users_find_all_function_arn`. */
function placeholderOf(controller: string, handler: string): string {
  const words = `${controller.replace(/Controller$/, '')}_${handler}`
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/\W+/g, '_');
  return `${words.toLowerCase()}_function_arn`;
}
