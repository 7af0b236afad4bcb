import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** Path below lib/, such as `model/openapi.ts`. */
  readonly from: string;
  /** Path below lib/, or a package. */
  readonly to: string;
  /** Loads nothing when the file runs. */
  readonly typeOnly: boolean;
}

/** What each file of lib/ imports, types included. */
export function readImports(root: string): readonly Import[] {
  const files = readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((from) => {
    const path = join(root, 'lib', from);
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
    return findSpecifiers(source).map(({ specifier, typeOnly }) => ({
      from,
      typeOnly,
      to: specifier.startsWith('.')
        ? relative(join(root, 'lib'), join(dirname(path), specifier)).replace(/\.js$/, '.ts')
        : specifier,
    }));
  });
}

interface Specifier {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

function findSpecifiers(node: ts.Node): readonly Specifier[] {
  const found: Specifier[] = [];
  const visit = (child: ts.Node): void => {
    const specifier = specifierOf(child);
    if (specifier) found.push(specifier);
    ts.forEachChild(child, visit);
  };
  visit(node);
  return found;
}

function specifierOf(node: ts.Node): Specifier | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const { importClause } = node;
    const named = importClause?.namedBindings;
    const typeOnly =
      importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (importClause !== undefined &&
        !importClause.name &&
        named !== undefined &&
        ts.isNamedImports(named) &&
        named.elements.every(({ isTypeOnly }) => isTypeOnly));
    return { specifier: node.moduleSpecifier.text, typeOnly };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    const named = node.exportClause;
    const typeOnly =
      node.isTypeOnly ||
      (named !== undefined &&
        ts.isNamedExports(named) &&
        named.elements.every(({ isTypeOnly }) => isTypeOnly));
    return { specifier: node.moduleSpecifier.text, typeOnly };
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument;
    return ts.isStringLiteral(literal) ? { specifier: literal.text, typeOnly: true } : undefined;
  }
  const [argument] = ts.isCallExpression(node) ? node.arguments : [];
  const loads =
    ts.isCallExpression(node) &&
    (node.expression.kind === ts.SyntaxKind.ImportKeyword || node.expression.getText() === 'require');
  return loads && argument && ts.isStringLiteral(argument)
    ? { specifier: argument.text, typeOnly: false }
    : undefined;
}
