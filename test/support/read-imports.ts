import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** Path below lib/, such as `model/openapi.ts`. */
  readonly from: string;
  /** Path below lib/, or a package. */
  readonly to: string;
}

/** What each file of lib/ loads when it runs. Type-only imports load nothing, and are no matter. */
export function readImports(root: string): readonly Import[] {
  const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((from) => {
    const path = join(root, 'lib', from);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    return findSpecifiers(source).map((specifier) => ({
      from,
      to: specifier.startsWith('.')
        ? relative(join(root, 'lib'), join(dirname(path), specifier)).replace(/\.js$/, '.ts')
        : specifier,
    }));
  });
}

function findSpecifiers(node: ts.Node): readonly string[] {
  const found: string[] = [];
  const visit = (child: ts.Node): void => {
    const specifier = specifierOf(child);
    if (specifier) found.push(specifier);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

function specifierOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const { importClause } = node;
    const named = importClause?.namedBindings;
    const onlyTypes =
      importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (!importClause?.name &&
        named &&
        ts.isNamedImports(named) &&
        named.elements.every(({ isTypeOnly }) => isTypeOnly));
    return onlyTypes ? undefined : node.moduleSpecifier.text;
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    const named = node.exportClause;
    const onlyTypes =
      node.isTypeOnly ||
      (named && ts.isNamedExports(named) && named.elements.every(({ isTypeOnly }) => isTypeOnly));
    return onlyTypes ? undefined : node.moduleSpecifier.text;
  }
  const [argument] = ts.isCallExpression(node) ? node.arguments : [];
  const loads =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require');
  return loads && argument && ts.isStringLiteral(argument) ? argument.text : undefined;
}
