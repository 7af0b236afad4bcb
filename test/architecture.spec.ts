import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Body, Controller, Get, Module, Post, type DynamicModule, type Type } from '@nestjs/common';
import { ApiProperty, SwaggerModule } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsExclude,
  AwsGatewayModule,
  AwsLambda,
  AwsValidation,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import ts from 'typescript';
import { CONFIG, createApp } from './support/create-app.js';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Import {
  /** Path below lib/, such as `model/openapi.ts`. */
  readonly from: string;
  /** Path below lib/, or a package. */
  readonly to: string;
}

/** What each file of lib/ loads when it runs. Type-only imports load nothing, and are no matter. */
function readImports(): readonly Import[] {
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

const imports = readImports();
const folderOf = (file: string): string => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');
const backEndOf = (file: string): string | undefined => /^backends\/([^/]+)\//.exec(file)?.[1];
const isOwn = ({ to }: Import): boolean => to.endsWith('.ts');
/** `from -> to`, of the imports that break a rule. */
const broken = (breaks: (one: Import) => boolean): readonly string[] =>
  imports.filter(breaks).map(({ from, to }) => `${from} -> ${to}`);

function reachableFrom(start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const queue = [start];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    queue.push(...imports.filter(({ from }) => from === file).map(({ to }) => to));
  }
  return reached;
}

describe('the arrows of lib/', () => {
  it('are all read', () => {
    // Files that exist, so that no import is lost between the parser and the rules below.
    const files = new Set(readdirSync(join(root, 'lib'), { recursive: true, encoding: 'utf8' }));
    expect(broken((one) => isOwn(one) && !files.has(one.to))).toEqual([]);
    expect(imports.filter(isOwn).length).toBeGreaterThan(100);
    expect(imports).toContainEqual({ from: 'compile.ts', to: 'rules/index.ts' });
    expect(imports).not.toContainEqual({ from: 'compile.ts', to: 'model/gateway-model.ts' });
  });

  /** What each folder may load, beside itself. */
  const allowed: Readonly<Record<string, readonly string[]>> = {
    values: [],
    authorizers: ['values'],
    decorators: ['values', 'authorizers'],
    diagnostics: [],
    model: ['values', 'authorizers', 'decorators'],
    rules: ['values', 'model', 'diagnostics'],
    backends: ['values', 'model', 'diagnostics'],
    nest: ['values', 'authorizers', 'decorators', 'model'],
  };

  it('are spoken of for every folder', () => {
    const folders = readdirSync(join(root, 'lib'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    );
    expect(folders.map(({ name }) => name).toSorted()).toEqual([...Object.keys(allowed), 'cli'].toSorted());
  });

  it.each(Object.entries(allowed))('%s loads nothing above it', (folder, others) => {
    expect(
      broken(
        (one) =>
          folderOf(one.from) === folder && isOwn(one) && ![folder, ...others].includes(folderOf(one.to)),
      ),
    ).toEqual([]);
  });

  it('go from no back end to another', () => {
    expect(new Set(imports.map(({ from }) => backEndOf(from)).filter(Boolean)).size).toBeGreaterThan(1);
    expect(
      broken(({ from, to }) => {
        const [ofFrom, ofTo] = [backEndOf(from), backEndOf(to)];
        return ofFrom !== undefined && ofTo !== undefined && ofFrom !== ofTo;
      }),
    ).toEqual([]);
  });

  it('lead into cli/ from nowhere', () => {
    expect(broken(({ from, to }) => folderOf(to) === 'cli' && folderOf(from) !== 'cli')).toEqual([]);
  });

  it('do not lead from the entry to nest-commander', () => {
    expect(reachableFrom('index.ts')).toContain('@nestjs/swagger');
    expect(
      [...reachableFrom('index.ts')].filter((to) => to === 'nest-commander' || folderOf(to) === 'cli'),
    ).toEqual([]);
    expect(reachableFrom('cli/index.ts')).toContain('nest-commander');
  });

  it('lead to Nest at its two ends only', () => {
    expect(
      broken(
        ({ from, to }) =>
          /^(@nestjs\/|nest-commander)/.test(to) &&
          !['nest', 'cli'].includes(folderOf(from)) &&
          from !== 'aws-gateway.module.ts',
      ),
    ).toEqual([]);
  });

  it('lead to Node’s modules and other packages from cli/ and nest/ only', () => {
    expect(
      broken(
        (one) =>
          !isOwn(one) && !['nest', 'cli'].includes(folderOf(one.from)) && !one.to.startsWith('@nestjs/'),
      ),
    ).toEqual(['decorators/decorator-metadata.ts -> reflect-metadata']);
  });

  it('go in no circle', () => {
    const circles = [...new Set(imports.map(({ from }) => from))].filter((file) =>
      imports.some(({ from, to }) => from === file && reachableFrom(to).has(file)),
    );
    expect(circles).toEqual([]);
  });

  it('touch metadata of decorators in one file', () => {
    const files = readdirSync(join(root, 'lib/decorators'));
    const users = files.filter((file) =>
      readFileSync(join(root, 'lib/decorators', file), 'utf8').includes('Reflect.'),
    );
    expect(users).toEqual(['decorator-metadata.ts']);
  });
});

class PetDto {
  @ApiProperty()
  readonly name!: string;
}

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${auth_arn}' });

/** Two controllers that differ in nothing but the decorators of this library. */
function createPlain(): Type {
  @Controller('pets')
  class PetsController {
    @Get()
    list(): void {}

    @Post()
    create(@Body() _pet: PetDto): void {}
  }
  return PetsController;
}

function createDecorated(): Type {
  @Controller('pets')
  @AwsLambda('${arn}')
  @AwsAuthorizer(bearer)
  @AwsCors({ allowOrigins: ['*'] })
  class PetsController {
    @Get()
    @AwsApiKey()
    list(): void {}

    @Post()
    @AwsExclude()
    @AwsValidation('all')
    create(@Body() _pet: PetDto): void {}
  }
  return PetsController;
}

function createModule(controller: Type, ...imported: readonly DynamicModule[]): Type {
  @Module({ controllers: [controller], imports: [...imported] })
  class AppModule {}
  return AppModule;
}

const documentOf = async (module: Type): Promise<string> =>
  JSON.stringify(SwaggerModule.createDocument(await createApp(module), CONFIG));

describe('an application without the module', () => {
  it('has the document that it had before, hooked or not, beside one with it', async () => {
    const original = SwaggerModule.createDocument;
    const before = await documentOf(createModule(createPlain()));
    expect(await documentOf(createModule(createDecorated()))).toBe(before);

    const withModule = createModule(createDecorated(), AwsGatewayModule.forRoot());
    expect(SwaggerModule.createDocument).not.toBe(original);
    const guarded = await documentOf(withModule);
    expect(guarded).toContain('"security":[{"bearer":[],"api_key":[]}]');
    expect(guarded).not.toContain('PetDto');

    expect(await documentOf(createModule(createDecorated()))).toBe(before);
    expect(await documentOf(createModule(createPlain()))).toBe(before);
  });

  it('is told so when it is asked for both documents', async () => {
    const app = await createApp(createModule(createPlain()));
    expect(() => AwsGatewayModule.createDocuments(app, CONFIG)).toThrow('does not import AwsGatewayModule');
  });
});

describe('the hook', () => {
  it('is set once', () => {
    AwsGatewayModule.forRoot();
    const hooked = SwaggerModule.createDocument;
    AwsGatewayModule.forRoot({ apiKey: true });
    expect(SwaggerModule.createDocument).toBe(hooked);
  });

  it('answers what `createDocuments` answers, and the same each time', async () => {
    const app = await createApp(createModule(createDecorated(), AwsGatewayModule.forRoot()));
    const { publicDocument } = AwsGatewayModule.createDocuments(app, CONFIG);
    for (let round = 0; round < 2; round += 1)
      expect(JSON.stringify(SwaggerModule.createDocument(app, CONFIG))).toBe(JSON.stringify(publicDocument));
  });

  it('serves an application under its own options', async () => {
    const [open, keyed] = await Promise.all(
      [{}, { apiKey: true }].map((options) =>
        documentOf(createModule(createPlain(), AwsGatewayModule.forRoot(options))),
      ),
    );
    expect(open).not.toContain('api_key');
    expect(keyed).toContain('api_key');
  });
});

/** Both builds of the package in one process, with one Nest between them. */
const TWO_COPIES = `
import 'reflect-metadata';
import { createRequire } from 'node:module';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
const esm = await import('./dist/esm/index.js');
const cjs = createRequire(process.cwd() + '/')('./dist/cjs/index.js');

function controllerOf({ AwsLambda, AwsAuthorizer, LambdaAuthorizer }) {
  class PetsController { list() {} }
  const descriptor = Object.getOwnPropertyDescriptor(PetsController.prototype, 'list');
  Get()(PetsController.prototype, 'list', descriptor);
  AwsLambda('\${arn}')(PetsController.prototype, 'list', descriptor);
  AwsAuthorizer(new LambdaAuthorizer({ name: 'bearer', functionArn: '\${auth}' }))(PetsController);
  Controller('pets')(PetsController);
  return PetsController;
}
async function documentsOf({ decorators, module, reader }) {
  class AppModule {}
  Module({ controllers: [controllerOf(decorators)], imports: [module.AwsGatewayModule.forRoot()] })(AppModule);
  const app = await NestFactory.create(AppModule, { preview: true, logger: false });
  const config = new DocumentBuilder().build();
  const { publicDocument, privateDocument, diagnostics } = reader.AwsGatewayModule.createDocuments(app, config);
  const served = SwaggerModule.createDocument(app, config);
  return JSON.stringify({ publicDocument, privateDocument, diagnostics, served });
}
const results = [];
const hooks = new Set();
for (const [decorators, module, reader] of [[esm, esm, esm], [cjs, esm, esm], [esm, cjs, esm], [cjs, cjs, esm], [esm, esm, cjs]]) {
  results.push(await documentsOf({ decorators, module, reader }));
  hooks.add(SwaggerModule.createDocument);
}
console.log(JSON.stringify({ copies: esm.AwsGatewayModule === cjs.AwsGatewayModule ? 1 : 2, hooks: hooks.size, results }));
`;

describe('two copies of the package', () => {
  it('meet: decorators, authorizers, options and hook of one are known to the other', () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', TWO_COPIES], {
      cwd: root,
      encoding: 'utf8',
    });
    const { copies, hooks, results } = JSON.parse(output) as {
      copies: number;
      hooks: number;
      results: readonly string[];
    };
    expect({ copies, hooks }).toEqual({ copies: 2, hooks: 1 });
    expect(new Set(results).size).toBe(1);
    const { publicDocument, privateDocument, diagnostics, served } = JSON.parse(results[0]!) as Record<
      string,
      unknown
    >;
    expect(diagnostics).toEqual([]);
    expect(served).toEqual(publicDocument);
    expect(publicDocument).toMatchObject({ paths: { '/pets': { get: { security: [{ bearer: [] }] } } } });
    expect(privateDocument).toMatchObject({
      paths: { '/pets': { get: { 'x-amazon-apigateway-integration': { type: 'aws_proxy' } } } },
    });
  });
});
