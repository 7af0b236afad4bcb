import { describe, expect, it } from '@jest/globals';
import { nestAdd } from '../../lib/schematics/nest-add.js';
import type { NestAddOptions } from '../../lib/schematics/nest-add-options.js';
import { MemoryContext, MemoryTree } from '../support/memory-tree.js';

const MAIN = `import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';

async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  await app.listen(process.env.PORT ?? 3000);
}
await bootstrap();
`;

const MODULE = `import { Module } from '@nestjs/common';
import { AppController } from './app.controller.js';

@Module({
  imports: [],
  controllers: [AppController],
})
export class AppModule {}
`;

const BUSY = `import 'dotenv/config';
import './tracing';
import { VersioningType, RequestMethod, Logger } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import {
  FastifyAdapter,
  NestFastifyApplication,
} from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module';
import { Docs } from './docs';
import { setupLogs } from './logs';

async function bootstrap() {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule,
    new FastifyAdapter({ trustProxy: true }),
    { cors: { origin: ['https://a.example.com'] }, bufferLogs: true },
  );
  setupLogs(app);
  const config = app.get(ConfigService);
  const prefix = 'api';
  const port = config.get<number>('PORT');
  // Health checks have no prefix.
  app.setGlobalPrefix(prefix, {
    exclude: [{ path: 'health', method: RequestMethod.GET }],
  });
  app.useGlobalPipes();
  if (config.get('VERSIONS')) {
    app.enableVersioning({ type: VersioningType.URI });
  }

  const info = new DocumentBuilder().setTitle('shop').addBearerAuth().build();

  if (process.env.DOCS) Docs.setup(app);
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, info, { deepScanRoutes: true }));
  await app.listen(port!, '0.0.0.0');
  Logger.log(\`on /\${prefix}\`);
}
void bootstrap();
`;

const CONTROLLER = `import { Controller, Get, Post as Create } from '@nestjs/common';
import { AwsExclude } from 'nestjs-aws-gateway';

@Controller('users')
export class UsersController {
  @Get()
  @Roles('admin')
  findAll(): string[] {
    return [];
  }

  @Create() create(): void {}

  @Get('metrics')
  @AwsExclude()
  metrics(): void {}

  private helper(): void {}
}
`;

const MONOREPO = JSON.stringify({
  monorepo: true,
  sourceRoot: 'apps/shop/src',
  projects: {
    shop: { type: 'application', root: 'apps/shop', sourceRoot: 'apps/shop/src', entryFile: 'main' },
    admin: { type: 'application', root: 'apps/admin', sourceRoot: 'apps/admin/src', entryFile: 'main' },
    common: { type: 'library', root: 'libs/common', sourceRoot: 'libs/common/src', entryFile: 'index' },
  },
});

function run(files: Readonly<Record<string, string>>, options: NestAddOptions = {}) {
  const tree = new MemoryTree({
    'package.json': '{ "dependencies": { "@nestjs/core": "^12.0.1" } }\n',
    'src/main.ts': MAIN,
    'src/app.module.ts': MODULE,
    ...files,
  });
  const context = new MemoryContext();
  nestAdd(options)(tree, context);
  return { tree, context, read: (path: string) => tree.readText(path) };
}

/** As an editor on Windows writes it. */
const style = (text: string): string => text.replaceAll('  ', '\t').replaceAll('\n', '\r\n');

/** The root module after `nest add`, of one whose decorator has these imports. */
const importsOf = (imports: string): string | undefined => {
  const text = MODULE.replace('  imports: [],\n', imports);
  return /@Module\(([\s\S]*?)\)\nexport/.exec(
    run({ 'src/app.module.ts': text }, { kind: 'functions' }).read('src/app.module.ts'),
  )?.[1];
};

describe('nest add', () => {
  it('sets up a new application', () => {
    const { read, context } = run({});
    expect(read('src/app.module.ts')).toBe(`import { Module } from '@nestjs/common';
import { AppController } from './app.controller.js';
import { AwsGatewayModule } from 'nestjs-aws-gateway';

@Module({
  imports: [
    AwsGatewayModule.forRoot({
      integration: { kind: 'lambda', functionArn: '\${api_function_arn}' },
    }),
  ],
  controllers: [AppController],
})
export class AppModule {}
`);
    expect(read('src/apigen.ts'))
      .toBe(`// The command stands first, so that it reports errors of the other imports.
import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule } from './app.module.js';

void runApigen(AppModule);
`);
    expect(read('src/main.ts')).toBe(MAIN);
    expect(JSON.parse(read('package.json'))).toEqual({
      scripts: {
        apigen: 'nest start --entryFile apigen --',
        'apigen:write':
          'nest start --entryFile apigen -- --out-public api_public.json --out-private api_private.json',
        'apigen:check':
          'nest start --entryFile apigen -- --out-public api_public.json --out-private api_private.json --check --strict',
      },
      dependencies: { '@nestjs/core': '^12.0.1', '@nestjs/swagger': '^12.0.0' },
      devDependencies: { 'nest-commander': '^3.17.0' },
    });
    expect(context.tasks).toEqual(['node-package']);
    expect(context.lines).toContain(
      '  1. Run `npm run apigen:write`: it writes api_public.json and api_private.json',
    );
  });

  it('leaves the packages to the user with --skip-install, and says so', () => {
    const { context } = run({ 'pnpm-lock.yaml': '' }, { skipInstall: true });
    expect(context.tasks).toEqual([]);
    expect(context.lines.filter((line) => /^ {2}[12]\./.test(line))).toEqual([
      '  1. Run `pnpm install`: package.json names new packages',
      '  2. Run `pnpm run apigen:write`: it writes api_public.json and api_private.json',
    ]);
  });

  it('changes nothing twice', () => {
    const { tree } = run({ 'src/main.ts': BUSY, 'src/app.controller.ts': CONTROLLER }, { kind: 'functions' });
    const before = new Map(tree.files);
    const context = new MemoryContext();
    nestAdd({ kind: 'monolith' })(tree, context);
    expect(tree.files).toEqual(before);
    expect(context.tasks).toEqual([]);
    expect(context.lines).toContain('nestjs-aws-gateway was set up before. Nothing is changed.');
  });

  it('moves what main.ts does to routes into configure.ts, with what it needs', () => {
    const { read, context } = run({ 'src/main.ts': BUSY });
    expect(read('src/configure.ts')).toBe(`import {
  type INestApplication,
  RequestMethod,
  VersioningType,
} from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { DocumentBuilder } from '@nestjs/swagger';

const prefix = 'api';

export const info = new DocumentBuilder().setTitle('shop').addBearerAuth().build();

/** What main.ts and apigen.ts both do: where the routes are, and who answers CORS. */
export function configure(app: INestApplication): void {
  const config = app.get(ConfigService);
  app.enableCors({ origin: ['https://a.example.com'] });
  // Health checks have no prefix.
  app.setGlobalPrefix(prefix, {
    exclude: [{ path: 'health', method: RequestMethod.GET }],
  });
  if (config.get('VERSIONS')) {
    app.enableVersioning({ type: VersioningType.URI });
  }
}
`);
    expect(read('src/main.ts')).toBe(`import 'dotenv/config';
import './tracing';
import { Logger } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { NestFactory } from '@nestjs/core';
import {
  FastifyAdapter,
  NestFastifyApplication,
} from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { AppModule } from './app.module';
import { Docs } from './docs';
import { setupLogs } from './logs';
import { configure, info } from './configure';

async function bootstrap() {
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule,
    new FastifyAdapter({ trustProxy: true }),
    { bufferLogs: true },
  );
  configure(app);
  setupLogs(app);
  const config = app.get(ConfigService);
  const prefix = 'api';
  const port = config.get<number>('PORT');
  app.useGlobalPipes();

  if (process.env.DOCS) Docs.setup(app);
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, info, { deepScanRoutes: true }));
  await app.listen(port!, '0.0.0.0');
  Logger.log(\`on /\${prefix}\`);
}
void bootstrap();
`);
    expect(read('src/apigen.ts')).toContain(`
import { runApigen } from 'nestjs-aws-gateway/cli';
import 'dotenv/config';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { AppModule } from './app.module';
import { configure, info } from './configure';

void runApigen(AppModule, {
  adapter: new FastifyAdapter({ trustProxy: true }),
  configure,
  document: info,
});
`);
    expect(context.lines.filter((line) => /tracing|`app\.get|setup|createDocument/.test(line))).toEqual([
      '  - `app.get(…)` in configure.ts: the command builds no provider. Read `process.env` there, or run the command with `--no-preview`',
      "  - src/main.ts imports './tracing' only to run it: if the application does not load without it, import it in apigen.ts too",
      ...['setupLogs', 'Docs.setup'].map(
        (name) =>
          `  - src/main.ts: does \`${name}\` concern routes? Then call it in apigen.ts too: \`configure: ${name}\`. Does it make the document? Then give its \`DocumentBuilder\`: \`document: …\``,
      ),
      '  - src/main.ts: give the third argument of `createDocument` to apigen.ts too: `swagger: …`',
    ]);
  });

  it.each([
    ["'./app.module'", "'./configure'"],
    ["'./app.module.js'", "'./configure.js'"],
    ["'./app.module.ts'", "'./configure.ts'"],
  ])('imports configure as main.ts imports %s', (root, configure) => {
    const main = BUSY.replace("'./app.module'", root);
    const { read } = run({ 'src/main.ts': main });
    for (const file of ['src/main.ts', 'src/apigen.ts']) expect(read(file)).toContain(`from ${configure};`);
  });

  it('leaves in main.ts what cannot move, and says so', () => {
    const main = MAIN.replace(
      '  await app.listen',
      '  const prefix = await readPrefix();\n  app.setGlobalPrefix(prefix);\n  const other = app.enableCors();\n  await app.listen',
    );
    const { read, context, tree } = run({ 'src/main.ts': main });
    expect(read('src/main.ts')).toBe(main);
    expect(tree.exists('src/configure.ts')).toBe(false);
    expect(context.lines.filter((line) => line.startsWith('  - src/main.ts'))).toEqual([
      '  - src/main.ts: move `app.setGlobalPrefix` to a function that apigen.ts calls too (it uses `prefix`)',
      '  - src/main.ts: move `app.enableCors` to a function that apigen.ts calls too',
    ]);
  });

  it.each([
    [
      'no imports',
      '',
      '{\n  imports: [\n    AwsGatewayModule.forRoot(),\n  ],\n  controllers: [AppController],\n}',
    ],
    [
      'imports on one line',
      '  imports: [AModule, BModule],\n',
      '{\n  imports: [\n    AModule,\n    BModule,\n    AwsGatewayModule.forRoot(),\n  ],\n  controllers: [AppController],\n}',
    ],
    [
      'imports on lines',
      '  imports: [\n    AModule, // a\n    BModule, // b\n  ],\n',
      '{\n  imports: [\n    AModule, // a\n    BModule, // b\n    AwsGatewayModule.forRoot(),\n  ],\n  controllers: [AppController],\n}',
    ],
    [
      'imports without a comma at their end',
      '  imports: [\n    AModule,\n    BModule // b\n  ],\n',
      '{\n  imports: [\n    AModule,\n    BModule, // b\n    AwsGatewayModule.forRoot(),\n  ],\n  controllers: [AppController],\n}',
    ],
    [
      'imports without a comma and a comment',
      '  imports: [\n    AModule\n  ],\n',
      '{\n  imports: [\n    AModule,\n    AwsGatewayModule.forRoot(),\n  ],\n  controllers: [AppController],\n}',
    ],
    [
      'imports that are a comment',
      '  imports: [\n    // AModule,\n  ],\n',
      '{\n  imports: [\n    // AModule,\n    AwsGatewayModule.forRoot(),\n  ],\n  controllers: [AppController],\n}',
    ],
    [
      'imports before a comment',
      '  imports: [AModule, /* last */],\n',
      '{\n  imports: [AModule, AwsGatewayModule.forRoot(), /* last */],\n  controllers: [AppController],\n}',
    ],
    [
      'a constant',
      '  imports: MODULES,\n',
      '{\n  imports: [\n    ...MODULES,\n    AwsGatewayModule.forRoot(),\n  ],\n  controllers: [AppController],\n}',
    ],
  ])('adds the module to %s', (_, imports, expected) => {
    expect(importsOf(imports)).toBe(expected);
  });

  it('gives each handler a function of its own', () => {
    const { read, context } = run({ 'src/app.controller.ts': CONTROLLER }, { kind: 'functions' });
    expect(read('src/app.controller.ts'))
      .toBe(`import { Controller, Get, Post as Create } from '@nestjs/common';
import { AwsExclude, AwsLambda } from 'nestjs-aws-gateway';

@Controller('users')
export class UsersController {
  @Get()
  @AwsLambda('\${users_find_all_function_arn}')
  @Roles('admin')
  findAll(): string[] {
    return [];
  }

  @Create()
  @AwsLambda('\${users_create_function_arn}') create(): void {}

  @Get('metrics')
  @AwsExclude()
  metrics(): void {}

  private helper(): void {}
}
`);
    expect(context.lines.join('\n')).toContain(
      'the handlers have @AwsLambda with a placeholder each: `${users_find_all_function_arn}`, `${users_create_function_arn}`',
    );
  });

  it('finds the applications of a monorepo', () => {
    const files = Object.fromEntries(
      ['shop', 'admin'].flatMap((name) => [
        [`apps/${name}/src/main.ts`, MAIN.replace('.js', '')],
        [`apps/${name}/src/app.module.ts`, MODULE],
      ]),
    );
    const { tree, read } = run({ ...files, 'nest-cli.json': MONOREPO }, { sourceRoot: 'apps/shop/src' });
    nestAdd({ project: 'admin', sourceRoot: 'apps/admin/src' })(tree, new MemoryContext());
    expect(read('apps/admin/src/apigen.ts')).toContain("import { AppModule } from './app.module';");
    expect((JSON.parse(read('package.json')) as { scripts: object }).scripts).toMatchObject({
      apigen: 'nest start shop --entryFile apigen --',
      'apigen:admin:write':
        'nest start admin --entryFile apigen -- --out-public apps/admin/api_public.json --out-private apps/admin/api_private.json',
    });
  });

  it('says what is wrong with the workspace', () => {
    expect(() => run({ 'nest-cli.json': MONOREPO }, { project: 'blog' })).toThrow(
      'nestjs-aws-gateway: nest-cli.json has no application `blog`. Applications: shop, admin',
    );
    expect(() => run({}, { sourceRoot: 'server' })).toThrow('server/main.ts does not exist');
    expect(() => run({ 'src/main.ts': 'start();' })).toThrow('does not call `NestFactory.create`');
  });

  it.each([
    ['an alias', "import { AwsGatewayModule as Gateway } from 'nestjs-aws-gateway';", 'Gateway'],
    ['a namespace', "import * as gateway from 'nestjs-aws-gateway';", 'gateway.AwsGatewayModule'],
  ])('adds no second module where one has %s, here or in another file', (_, line, name) => {
    const known = `${line}\n${MODULE.replace('imports: []', `imports: [${name}.forRoot()]`)}`;
    expect(run({ 'src/app.module.ts': known }).read('src/app.module.ts')).toBe(known);
    const { read } = run({ 'src/infra/infra.module.ts': known });
    expect(read('src/app.module.ts')).toBe(MODULE);
  });

  it.each([
    [
      'a renamed class',
      "import { RootModule as AppModule } from './app.module.js';",
      'export class AppModule',
      'export class RootModule',
    ],
    [
      'a default export',
      "import AppModule from './app.module.js';",
      'export class AppModule',
      'export default class Root',
    ],
    [
      'a default export of its own line',
      "import AppModule from './app.module.js';",
      'export class AppModule {}',
      'class Root {}\nexport default Root;',
    ],
  ])('finds the root module of %s', (_, line, from, to) => {
    const main = MAIN.replace("import { AppModule } from './app.module.js';", line);
    const { read } = run({ 'src/main.ts': main, 'src/app.module.ts': MODULE.replace(from, to) });
    expect(read('src/app.module.ts')).toContain('AwsGatewayModule.forRoot({');
    expect(read('src/apigen.ts')).toContain(`${line}\n`);
  });

  it('finds NestFactory and Module under other names', () => {
    const aliased = MAIN.replace('{ NestFactory }', '{ NestFactory as Factory }').replace(
      'await NestFactory',
      'await Factory',
    );
    const named = MODULE.replace('{ Module }', '* as nest').replace('@Module', '@nest.Module');
    const { read } = run({ 'src/main.ts': aliased, 'src/app.module.ts': named });
    expect(read('src/app.module.ts')).toContain('AwsGatewayModule.forRoot({');
    expect(read('src/apigen.ts')).toContain('void runApigen(AppModule)');
  });

  it.each([
    ['NestFactory.create(AppModule).then((app) => app.setGlobalPrefix("v1"))', 'setGlobalPrefix'],
    ['NestFactory.create(AppModule, { cors: true }).then((app) => app)', 'cors` of `NestFactory.create'],
    ['(await NestFactory.create(AppModule)).enableVersioning()', 'enableVersioning'],
  ])('says what it cannot move out of %s', (create, what) => {
    const { context } = run({ 'src/main.ts': MAIN.replace('await NestFactory.create(AppModule)', create) });
    expect(context.lines).toContain(
      `  - src/main.ts: move \`${what}\` to a function that apigen.ts calls too`,
    );
  });

  it('moves `cors` that is a name, and asks about options that are one', () => {
    const main = `import { cors } from './cors.js';\n${MAIN}`;
    const create = (options: string): string =>
      main.replace('create(AppModule', `create(AppModule, ${options}`);
    const { read } = run({ 'src/main.ts': create('{ bufferLogs: true, cors }') });
    expect(read('src/configure.ts')).toContain('  app.enableCors(cors);\n');
    expect(read('src/main.ts')).toContain('create(AppModule, { bufferLogs: true });\n  configure(app);\n');
    expect(run({ 'src/main.ts': create('cors') }).context.lines.join('\n')).toContain(
      'if `cors` has `cors`, call `enableCors` in a function that apigen.ts calls too',
    );
  });

  it('writes line ends and tabs as the files of the application have them', () => {
    const main = MAIN.replace(
      '  await app',
      "  app.setGlobalPrefix('v1', {\n    exclude: [],\n  });\n  await app",
    );
    const plain = run({ 'src/main.ts': main });
    const styled = run({
      'src/main.ts': style(main),
      'src/app.module.ts': style(MODULE),
      'package.json': style(plain.read('package.json').replace(/"scripts"[^}]*\},/, '')),
    });
    const manifest = styled.read('package.json');
    expect(manifest).toContain('\r\n\t\t"apigen":');
    expect(manifest.replaceAll('\r\n', '')).not.toContain('\n');
    for (const name of ['main', 'configure', 'apigen', 'app.module']) {
      expect(styled.read(`src/${name}.ts`)).toBe(style(plain.read(`src/${name}.ts`)));
    }
  });
});
