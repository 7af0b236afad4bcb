import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROOT, type Block } from './docs-blocks.js';

/** A block as a module of its own, with the imports that it leaves out on its first line. */
export interface Example {
  readonly block: Block;
  readonly fileName: string;
  readonly source: string;
}

const FOLDER = join(ROOT, 'test/support');
const PREAMBLE = join(FOLDER, 'docs-preamble.ts');
/** The application's own files, which examples import by their relative path. */
const APPLICATION: Readonly<Record<string, string>> = {
  'app.module.ts': 'AppModule',
  'app.controller.ts': 'AppController',
  'app.service.ts': 'AppService',
  '../authorizers.ts': 'bearer',
  'configure.ts': 'configure',
  'user.dto.ts': 'UserDto',
};
const PATHS = {
  'nestjs-aws-gateway': [join(ROOT, 'lib/index.ts')],
  'nestjs-aws-gateway/cli': [join(ROOT, 'lib/cli/index.ts')],
  'nestjs-aws-gateway/testing': [join(ROOT, 'lib/testing/index.ts')],
};

function readOptions(): ts.CompilerOptions {
  const file = join(ROOT, 'tsconfig.json');
  const { config } = ts.readConfigFile(file, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return { ...options, noEmit: true, noUnusedLocals: false, noUnusedParameters: false, paths: PATHS };
}

export const OPTIONS = readOptions();

/** Type-checks every block of TypeScript in one program, and what the library exports with them. */
export class DocsProgram {
  readonly examples: readonly Example[];
  private readonly program: ts.Program;
  private readonly checker: ts.TypeChecker;

  constructor(blocks: readonly Block[]) {
    const names = exportsOf(ts.createProgram([PREAMBLE], OPTIONS), PREAMBLE).map((symbol) => symbol.name);
    this.examples = blocks.map((block, index) => ({
      block,
      fileName: join(FOLDER, `docs-example-${index}.ts`),
      source: complete(block.text, names),
    }));
    const files = new Map(this.examples.map(({ fileName, source }) => [fileName, source]));
    for (const [file, name] of Object.entries(APPLICATION)) {
      files.set(join(FOLDER, file), `export { ${name} } from './docs-preamble.js';`);
    }
    const host = ts.createCompilerHost(OPTIONS);
    const { fileExists, readFile, getSourceFile } = host;
    host.fileExists = (name) => files.has(name) || fileExists.call(host, name);
    host.readFile = (name) => files.get(name) ?? readFile.call(host, name);
    host.getSourceFile = (name, languageVersion, ...rest) => {
      const text = files.get(name);
      return text === undefined
        ? getSourceFile.call(host, name, languageVersion, ...rest)
        : ts.createSourceFile(name, text, languageVersion);
    };
    const entries = Object.values(PATHS).flat().filter(existsSync);
    this.program = ts.createProgram([...files.keys(), ...entries], OPTIONS, host);
    this.checker = this.program.getTypeChecker();
  }

  /** `README.md:12: message` for each fault. */
  faults(): readonly string[] {
    return this.examples.flatMap(({ block, fileName }) => {
      const file = this.program.getSourceFile(fileName)!;
      const found = [
        ...this.program.getSyntacticDiagnostics(file),
        ...this.program.getSemanticDiagnostics(file),
      ];
      return found.map(({ start, messageText }) => {
        const { line } = file.getLineAndCharacterOfPosition(start ?? 0);
        return `${block.file}:${block.line + line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
      });
    });
  }

  /** What an entry of the library exports, each with the names of the options that its type has. */
  exported(entry: string): readonly { readonly name: string; readonly options: readonly string[] }[] {
    return exportsOf(this.program, join(ROOT, entry)).map((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? this.checker.getAliasedSymbol(symbol) : symbol;
      const isType = target.flags & (ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias);
      const type = isType ? this.checker.getDeclaredTypeOfSymbol(target) : undefined;
      return { name: symbol.name, options: type ? this.propertiesOf(type, target) : [] };
    });
  }

  /** Properties that the type's own file declares, of every member of a union: those of another file have a page there. */
  private propertiesOf(type: ts.Type, symbol: ts.Symbol): readonly string[] {
    const file = symbol.declarations?.[0]?.getSourceFile();
    const members = type.isUnion() ? type.types : [type];
    const names = members
      .flatMap((member) => this.checker.getPropertiesOfType(member))
      .filter(({ declarations = [] }) =>
        declarations.some((declaration) => declaration.getSourceFile() === file),
      )
      .map((property) => property.name);
    return [...new Set(names)].toSorted();
  }
}

function exportsOf(program: ts.Program, fileName: string): readonly ts.Symbol[] {
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(fileName);
  const symbol = file && checker.getSymbolAtLocation(file);
  if (!symbol) throw new Error(`${fileName} is no module`);
  return checker.getExportsOfModule(symbol);
}

/**
 * Adds what a block leaves out: imports, a class around handlers that stand alone, and a class below decorators that
 * stand alone. All that it declares is exported.
 */
function complete(text: string, names: readonly string[]): string {
  const [code = text] = [text, `${text}${CLASS} ${HANDLER} }`, `${CLASS} ${text} }`].filter(parses);
  const { declared, imported } = namesIn(code);
  const missing = names.filter(
    (name) => !declared.includes(name) && !imported.includes(name) && new RegExp(`\\b${name}\\b`).test(code),
  );
  const exported = declared.filter((name) => !new RegExp(`export [a-z ]*\\b${name}\\b`).test(code));
  return `import { ${missing.join(', ')} } from './docs-preamble.js'; ${asValue(code)}\nexport { ${exported.join(', ')} };\n`;
}

const CLASS = "@Controller('example') export class ExampleController {";
const HANDLER = '@Get() example(): void {}';

/** A block of one expression is exported, so that running it can look at its value. */
function asValue(text: string): string {
  const { statements } = parse(text);
  return statements.length === 1 && ts.isExpressionStatement(statements[0]!)
    ? `export default ${text}`
    : text;
}

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('example.ts', text, ts.ScriptTarget.ES2022);
}

function parses(text: string): boolean {
  const { diagnostics = [] } = ts.transpileModule(text, {
    reportDiagnostics: true,
    compilerOptions: OPTIONS,
  });
  // Decorators above nothing are taken for an empty declaration.
  return (
    diagnostics.length === 0 &&
    !parse(text).statements.some(({ kind }) => kind === ts.SyntaxKind.MissingDeclaration)
  );
}

function boundNames(name: ts.BindingName): readonly string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}

/** The names that the code declares and imports itself. */
function namesIn(code: string): {
  readonly declared: readonly string[];
  readonly imported: readonly string[];
} {
  const declared: string[] = [];
  const imported: string[] = [];
  for (const statement of parse(code).statements) {
    if (ts.isImportDeclaration(statement)) {
      const bindings = statement.importClause?.namedBindings;
      if (bindings && ts.isNamedImports(bindings))
        imported.push(...bindings.elements.map(({ name }) => name.text));
    } else if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) declared.push(...boundNames(name));
    } else if (ts.isClassDeclaration(statement) || ts.isFunctionDeclaration(statement)) {
      if (statement.name) declared.push(statement.name.text);
    }
  }
  return { declared, imported };
}
