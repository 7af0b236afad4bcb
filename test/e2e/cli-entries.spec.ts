import { afterEach, describe, expect, it } from '@jest/globals';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CliProject, runProcess } from '../support/cli-project.js';
import { entry, moduleWith, SHOP } from '../support/cli-sources.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FORMATS = ['esm', 'cjs'] as const;

describe('an entry file', () => {
  let project: CliProject | undefined;
  const make = (...given: ConstructorParameters<typeof CliProject>): CliProject =>
    (project = new CliProject(...given));

  afterEach(() => project?.remove());

  it.each(FORMATS)('exports the same as %s', async (format) => {
    const run = await make(SHOP, format).run(['--title', 'T', '--out-private', 'private.json']);
    expect(run).toEqual({ code: 0, stdout: '', stderr: 'private.json: 3 routes, written\n' });
    const text = project!.read('private.json');
    project!.remove();
    await make(SHOP).run(['--title', 'T', '--out-private', 'private.json']);
    expect(project!.read('private.json')).toBe(text);
  });

  it.each([
    [
      'an object',
      `{ document: new DocumentBuilder().setTitle('Own').setVersion('7').addTag('a').build() }`,
      { info: { title: 'Own', description: 'D', version: '7' }, tags: [{ name: 'a' }] },
    ],
    [
      'a function',
      `{ document: (builder) => builder.setTitle('Own').setOpenAPIVersion('3.1.0') }`,
      { openapi: '3.1.0', info: { title: 'Own', description: 'D', version: '1.0.0' } },
    ],
  ])('starts from the document of %s', async (_, options, document) => {
    const head = `import { DocumentBuilder } from '@nestjs/swagger';\nvoid DocumentBuilder;`;
    make({ 'app.module': moduleWith({}), apigen: entry(options, undefined, head) });
    const { stdout } = await project!.run(['--out-public', '-', '--description', 'D']);
    expect(JSON.parse(stdout)).toMatchObject(document);
  });

  it('takes its arguments from `argv` instead of the process', async () => {
    make({
      'app.module': moduleWith({}),
      apigen: entry(`{ argv: ['--title', 'Own', '--out-public', '-'] }`),
    });
    const { code, stdout } = await project!.run(['--list', '--nonsense']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ info: { title: 'Own' } });
  });

  it('passes on the options of Swagger', async () => {
    const options = `{ swagger: { operationIdFactory: (controller, method) => method + 'X' } }`;
    make({ 'app.module': moduleWith({}), apigen: entry(options) });
    const { stdout } = await project!.run(['--out-private', '-']);
    expect(JSON.parse(stdout)).toMatchObject({ paths: { '/users': { get: { operationId: 'listX' } } } });
  });

  it.each(['new FastifyAdapter()', '() => new FastifyAdapter()'])('takes the adapter %s', async (adapter) => {
    const options = `{ adapter: ${adapter}, configure: async (app) => { await null; app.setGlobalPrefix(app.getHttpAdapter().getType()); } }`;
    const head = `import { FastifyAdapter } from '@nestjs/platform-fastify';`;
    make({ 'app.module': moduleWith({}), apigen: entry(options, undefined, head) });
    const { code, stdout, stderr } = await project!.run(['--list']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('GET     /fastify/users');
  });

  it.each(FORMATS)('keeps what the application prints off stdout, as %s', async (format) => {
    const head = `console.log('loaded');\nprocess.stdout.write('raw\\n');`;
    const logger = `import { Logger } from '@nestjs/common';`;
    const options = `{ configure: () => { console.info('configured'); new Logger('App').warn('careful'); } }`;
    make({ 'app.module': moduleWith({ head }), apigen: entry(options, undefined, logger) }, format);
    const { code, stdout, stderr } = await project!.run(['--out-private', '-']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'loaded\nraw\nconfigured\n[App] careful\nstdout: 1 route, written\n',
    });
    expect(JSON.parse(stdout)).toMatchObject({ openapi: '3.0.1' });
  });

  it('gives stdout and the process back when it is done', async () => {
    make({
      'app.module': moduleWith({}),
      apigen: `${entry()}\nconsole.log('after', process.exitCode);\nthrow new Error('own');`,
    });
    const { code, stdout, stderr } = await project!.run([]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: 'after 0\n' });
    expect(stderr).toMatch(/^apigen: 1 route, no diagnostics.*\n[^]*Error: own\n {4}at /);
  });

  it('builds no provider and closes the application', async () => {
    const head = `
import { Injectable } from '@nestjs/common';
const say = (word: string) => process.stderr.write(word + '\\n');
@Injectable()
class Connection {
  constructor() { say('built'); }
  onModuleInit() { say('initialised'); }
  onModuleDestroy() { say('destroyed'); }
}`;
    const source = moduleWith({ head }).replace('controllers:', 'providers: [Connection], controllers:');
    make({ 'app.module': source, apigen: entry() });
    expect((await project!.run(['--list'])).stderr).toBe('');
    expect((await project!.run(['--list', '--no-preview'])).stderr).toBe('built\ndestroyed\n');
  });

  it('ends although the application keeps the process open', async () => {
    make({ 'app.module': moduleWith({ head: 'setInterval(() => {}, 1000);' }), apigen: entry() });
    expect(await project!.run(['--out-private', 'a.json'])).toEqual({
      code: 0,
      stdout: '',
      stderr:
        'a.json: 1 route, written\napigen: ended the process, because the application keeps it open (Timeout)\n',
    });
  });
});

describe.each([
  ['esm', 'mjs'],
  ['cjs', 'cjs'],
])('an application without nest-commander, as %s', (format, ending) => {
  it('is told to install it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'no-commander-'));
    const own = join(folder, 'node_modules/nestjs-aws-gateway');
    mkdirSync(own, { recursive: true });
    for (const name of readdirSync(join(root, 'node_modules'))) {
      if (name.startsWith('.') || name === 'nest-commander' || name === 'nestjs-aws-gateway') continue;
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
    }
    cpSync(join(root, 'package.json'), join(own, 'package.json'));
    cpSync(join(root, 'dist', format), join(own, 'dist', format), { recursive: true });
    const load =
      format === 'esm'
        ? `import { runApigen } from 'nestjs-aws-gateway/cli';\nimport 'nestjs-aws-gateway';`
        : `const { runApigen } = require('nestjs-aws-gateway/cli');\nrequire('nestjs-aws-gateway');`;
    writeFileSync(join(folder, `apigen.${ending}`), `${load}\nrunApigen(class AppModule {});\n`);
    const run = await runProcess(process.execPath, [join(folder, `apigen.${ending}`), '--list'], {
      cwd: folder,
    });
    rmSync(folder, { recursive: true });
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr: 'apigen needs nest-commander, which is not installed: npm install nest-commander\n',
    });
  });
});

describe('nest start', () => {
  it.each([
    ['through a shell', []],
    ['without a shell', ['--no-shell']],
  ])('passes the arguments on, %s', async (_, flags) => {
    const project = new CliProject({});
    project.put(
      'nest-cli.json',
      JSON.stringify({ sourceRoot: 'src', compilerOptions: { deleteOutDir: true } }),
    );
    project.put(
      'tsconfig.json',
      JSON.stringify({
        compilerOptions: {
          module: 'nodenext',
          target: 'es2022',
          outDir: './dist',
          rootDir: './src',
          types: ['node'],
          skipLibCheck: true,
          experimentalDecorators: true,
          emitDecoratorMetadata: true,
        },
        include: ['src'],
      }),
    );
    for (const [name, source] of Object.entries(SHOP)) project.put(`src/${name}.ts`, source);
    const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
    const args = [
      'start',
      ...flags,
      '--entryFile',
      'apigen',
      '--',
      '--title',
      'My "own" API',
      '--version',
      '0.0.1',
    ];
    const { code, stderr } = await runProcess(
      process.execPath,
      [nest, ...args, '--out-public', 'a b.json', '--out-private', 'private.json'],
      { cwd: project.path() },
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'a b.json: 3 operations, written\nprivate.json: 3 routes, written\n',
    });
    for (const name of ['a b.json', 'private.json']) {
      expect(JSON.parse(project.read(name))).toMatchObject({
        info: { title: 'My "own" API', version: '0.0.1' },
      });
    }
    const failed = await runProcess(process.execPath, [nest, ...args, '--check', '--out-public', 'b.json'], {
      cwd: project.path(),
    });
    expect(failed).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^b\.json\n {2}the file does not exist\n/),
    });
    const explain = [...args.slice(0, args.indexOf('--') + 1), 'explain', 'GET /v1/users/{name}'];
    const explained = await runProcess(process.execPath, [nest, ...explain], { cwd: project.path() });
    expect(explained).toMatchObject({ code: 0, stderr: '' });
    expect(explained.stdout).toMatch(/^UsersController\.get, GET \/v1\/users\/\{name\}\n/);
    project.remove();
  });
});
