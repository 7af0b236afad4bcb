import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

/** The fields of every type that can be reached from what a file exports, as `Type.field`, when they have no JSDoc. */
export function listUndocumentedFields(entry: string): {
  readonly fields: readonly string[];
  readonly undocumented: readonly string[];
} {
  const files = new Map<string, ts.SourceFile>();
  const visited = new Set<ts.Node>();
  const fields = new Set<string>();
  const undocumented = new Set<string>();

  const open = (file: string): ts.SourceFile => {
    const known =
      files.get(file) ?? ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
    files.set(file, known);
    return known;
  };
  const target = (from: ts.SourceFile, specifier: ts.Expression | undefined): ts.SourceFile | undefined =>
    specifier && ts.isStringLiteral(specifier) && specifier.text.startsWith('.')
      ? open(join(dirname(from.fileName), specifier.text.replace(/\.js$/, '.ts')))
      : undefined;

  /** The declaration of a name in a file, wherever it comes from. A type parameter or a global has none. */
  const find = (name: string, file: ts.SourceFile): readonly ts.Node[] =>
    file.statements.flatMap((statement): readonly ts.Node[] => {
      if (ts.isImportDeclaration(statement)) {
        const bindings = statement.importClause?.namedBindings;
        const element =
          bindings && ts.isNamedImports(bindings)
            ? bindings.elements.find((one) => one.name.text === name)
            : undefined;
        const source = element && target(file, statement.moduleSpecifier);
        return source ? find((element.propertyName ?? element.name).text, source) : [];
      }
      const isNamed =
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isClassDeclaration(statement) ||
        ts.isFunctionDeclaration(statement);
      return isNamed && statement.name?.text === name ? [statement] : [];
    });

  const visit = (node: ts.Node, owner: string): void => {
    if (visited.has(node) || ts.isBlock(node)) return;
    visited.add(node);
    if (ts.isPropertySignature(node) && node.type?.kind !== ts.SyntaxKind.NeverKeyword) {
      const field = `${owner}.${node.name.getText()}`;
      fields.add(field);
      if (ts.getJSDocCommentsAndTags(node).length === 0) undocumented.add(field);
    }
    if (ts.isIdentifier(node)) {
      for (const found of find(node.text, node.getSourceFile())) visit(found, node.text);
    }
    ts.forEachChild(node, (child) => visit(child, owner));
  };

  const index = open(entry);
  for (const statement of index.statements) {
    if (!ts.isExportDeclaration(statement)) continue;
    const source = target(index, statement.moduleSpecifier);
    const clause = statement.exportClause;
    if (!source || !clause || !ts.isNamedExports(clause)) continue;
    for (const { name, propertyName } of clause.elements) {
      for (const found of find((propertyName ?? name).text, source)) visit(found, name.text);
    }
  }
  return { fields: [...fields].toSorted(), undocumented: [...undocumented].toSorted() };
}
