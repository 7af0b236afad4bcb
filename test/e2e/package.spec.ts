import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  installApplication,
  runNpm,
  type Ended,
  type InstalledApplication,
} from './package/install-application.js';
import { copyExample, makeNew } from './package/new-application.js';
import { describeByHand, describeWalk, readmeCommands } from './package/readme.js';
import { makeWay } from './package/build-way.js';
import { BUILDERS, MATRIX, missingPairs, type Way } from './package/matrix.js';

jest.setTimeout(300_000);

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PEERS = ['reflect-metadata@0.2', 'rxjs@7', 'nest-commander@3', '@types/node@20'];
const OPTIONS = ['--title', 'my-api', '--version', '0.0.1'];

const nest = (version: number): readonly string[] =>
  ['common', 'core', 'swagger', 'platform-express', 'platform-fastify', 'cli'].map(
    (name) => `@nestjs/${name}@${version}`,
  );

const { peerDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  peerDependencies: Readonly<Record<string, string>>;
};

/** The lowest version of each peer in the given alternative of its range, or in the only one that it has. */
const lowest = (alternative: number): readonly string[] =>
  Object.entries(peerDependencies).map(([name, range]) => {
    const versions = range.split('||').map((part) => part.trim().replace(/^\^/, ''));
    return `${name}@${versions[alternative] ?? versions[0]}`;
  });

const expected = (name: string): string =>
  readFileSync(new URL(`./package/expected/${name}.json`, import.meta.url), 'utf8');

/** What apigen answered and wrote, which is removed. */
function takeWritten(app: InstalledApplication, { code, stderr }: Ended): object {
  if (code !== 0) return { code, stderr };
  const written = { code, public: app.read('a.json'), private: app.read('b.json') };
  for (const file of ['a.json', 'b.json']) rmSync(join(app.folder, file));
  return written;
}

const OUTPUTS = ['--out-public', 'a.json', '--out-private', 'b.json'];
const START = ['start', '--entryFile', 'apigen', '--', ...OPTIONS, ...OUTPUTS];
const WRITTEN = { code: 0, public: expected('public'), private: expected('private') };

/** What the builders of the Nest CLI print to stdout before the command runs. */
const BUILDER_LINES: Readonly<Record<Way['build'], RegExp>> = {
  tsc: /^$/,
  swc: /^> +SWC .*\n$/,
  webpack: /^webpack .* compiled successfully in .*\n$/,
  monorepo: /^(webpack|Rspack) .* compiled successfully in .*\n$/,
};

/** The folders of the programs of Node.js, by version. */
type Nodes = Readonly<Record<Way['node'], string>>;

/** The rows of the matrix for one version of Nest. */
function describeWays(version: Way['nest'], installed: () => InstalledApplication, nodes: () => Nodes): void {
  const rows = MATRIX.filter(({ nest: row }) => row === version).map(
    (way) => [`${way.build}, Node ${way.node}, ${way.format}, ${way.adapter}`, way] as const,
  );
  it.each(rows)('writes the same documents with %s', (_, way) => {
    const app = makeWay(installed(), way, nodes()[way.node]);
    const started = app.start(...OPTIONS, '--out-public', 'a.json', '--out-private', '-');
    expect(started).toMatchObject({ code: 0, stdout: expect.stringContaining(WRITTEN.private) });
    expect(app.read('a.json')).toBe(WRITTEN.public);
    // The builder's own lines come first. Only the built file prints the document alone.
    expect(started.stdout.slice(0, -WRITTEN.private.length)).toMatch(BUILDER_LINES[way.build]);
    expect(app.runBuilt(...OPTIONS, '--out-private', '-')).toMatchObject({
      code: 0,
      stdout: WRITTEN.private,
    });
  });
}

/** `nest new`, and the commands of README's quick start. */
function describeAdd(installed: () => InstalledApplication, kind: string, integration: object): void {
  it(`sets up what nest new made, as ${kind}`, () => {
    const app = makeNew(installed(), `new-${kind}`);
    const [add, write, list, ...rest] = readmeCommands('## Quick start');
    expect(rest).toEqual([]);
    expect(app.sh(`${add} --kind ${kind} --skip-install`)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining(`Run \`${write}\``),
    });
    const { code, stderr } = app.sh(write!);
    const written = 'api_public.json: 1 operation, written\napi_private.json: 1 route, written\n';
    expect({ code, stderr }).toEqual({ code: 0, stderr: written });
    expect(app.sh(list!)).toEqual({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('AppController.getHello'),
    });
    expect(JSON.parse(app.read('api_private.json'))).toMatchObject({
      info: { title: `new-${kind}` },
      paths: { '/': { get: { 'x-amazon-apigateway-integration': integration } } },
    });
    expect(app.npm('run', 'apigen:check')).toMatchObject({ code: 0 });
    expect(app.add('--kind', kind).stdout).toContain('Nothing to be done.');
  });
}

/** Installs each version of Node.js. */
function installNodes(folder: string): Nodes {
  mkdirSync(folder);
  const versions = [...new Set(MATRIX.map(({ node }) => node))];
  const names = versions.map(
    (version) => `node-${version}@npm:node-${process.platform}-${process.arch}@${version}`,
  );
  const { code, stderr } = runNpm(folder, 'install', '--no-audit', '--no-fund', '--ignore-scripts', ...names);
  if (code !== 0) throw new Error(`npm install failed:\n${stderr}`);
  return Object.fromEntries(
    versions.map((version) => [version, join(folder, 'node_modules', `node-${version}`, 'bin')]),
  ) as Nodes;
}

// CI must run it: there a registry that does not answer is a failure.
const offline = !process.env['CI'] && runNpm(ROOT, 'ping', '--fetch-retries=0').code !== 0;
if (offline) process.stderr.write('skipped: the installed package: the package registry does not answer\n');

(offline ? describe.skip : describe)('the packed package', () => {
  let folder: string;
  let tarball: string;
  let packed: readonly { readonly path: string }[];
  let size: number;
  let nodes: Nodes;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'nestjs-aws-gateway-'));
    const { stdout } = runNpm(ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder);
    const [report] = JSON.parse(stdout) as [{ filename: string; size: number; files: { path: string }[] }];
    tarball = join(folder, report.filename);
    packed = report.files;
    size = report.size;
    nodes = installNodes(join(folder, 'nodes'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the build and the documentation, and nothing else', () => {
    expect([...new Set(packed.map(({ path }) => /^(dist\/[^/]+|[^/]+)/.exec(path)![0]))].toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'action',
      'dist/cjs',
      'dist/esm',
      'docs',
      'package.json',
    ]);
    const endings = new Set(packed.map(({ path }) => /(\.d)?\.\w+$/.exec(path)?.[0] ?? path));
    expect([...endings].toSorted()).toEqual([
      '.d.ts',
      '.js',
      '.json',
      '.md',
      '.mjs',
      '.png',
      '.sh',
      '.yml',
      'LICENSE',
    ]);
    // CONTRIBUTING states the size.
    expect(size).toBeLessThan(1_200_000);
  });

  it('is tried in every pair of versions, formats, adapters and builders', () => {
    expect(missingPairs(MATRIX)).toEqual(['webpack esm']);
  });

  describe('in an ESM application with Nest 12', () => {
    let app: InstalledApplication;

    beforeAll(() => {
      const packages = [
        ...nest(12),
        ...BUILDERS[12],
        ...PEERS,
        '@codegenie/serverless-express@5',
        'typescript@6',
        tarball,
      ];
      app = installApplication(join(folder, 'esm'), 'module', packages);
    });

    it('passes the type check, declarations included', () => {
      const { code, stdout } = app.program('typescript/bin/tsc', '--noEmit');
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    });

    it('writes both documents with nest start', () => {
      expect(takeWritten(app, app.program('@nestjs/cli/bin/nest.js', ...START))).toEqual(WRITTEN);
    });

    describeWays(
      12,
      () => app,
      () => nodes,
    );

    describeAdd(() => app, 'monolith', {
      type: 'aws_proxy',
      uri: expect.stringContaining('/functions/${api_function_arn}/'),
    });

    describeByHand(() => app, 'alone');

    describeWalk(() => app);

    describeAdd(() => app, 'container', { type: 'http_proxy', uri: 'https://${load_balancer_host}/' });

    it.each(['functions', 'monolith', 'container'])('builds and exports the example %s', (name) => {
      const example = copyExample(app, name);
      const { code, stderr } = example.npm('run', 'apigen:check');
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringMatching(/\((error|warning)\)/) });
    });

    it('needs nest-commander for the command only', () => {
      const [installed, away] = ['nest-commander', '.away'].map((name) =>
        join(app.folder, 'node_modules', name),
      );
      renameSync(installed!, away!);
      try {
        const script = "import('nestjs-aws-gateway').then(({ AwsLambda }) => console.log(typeof AwsLambda))";
        expect(app.node('-e', script)).toMatchObject({ code: 0, stdout: 'function\n' });
        const { code, stderr } = app.node('dist/apigen.js', ...OPTIONS);
        expect({ code, stderr }).toEqual({
          code: 2,
          stderr: expect.stringContaining('npm install nest-commander'),
        });
      } finally {
        renameSync(away!, installed!);
      }
    });

    it('works when the application is CommonJS', () => {
      app.setType('commonjs');
      expect(app.program('typescript/bin/tsc')).toMatchObject({ code: 0, stdout: '' });
      expect(app.read('dist/apigen.js')).toContain('require("nestjs-aws-gateway/cli")');
      expect(takeWritten(app, app.node('dist/apigen.js', ...OPTIONS, ...OUTPUTS))).toEqual(WRITTEN);
    });
  });

  describe('in a CommonJS application with Nest 11', () => {
    let app: InstalledApplication;

    beforeAll(() => {
      const packages = [...nest(11), ...BUILDERS[11], ...PEERS, 'typescript@5', tarball];
      app = installApplication(join(folder, 'cjs'), 'commonjs', packages);
    });

    it.each([
      ['nodenext', 'nodenext'],
      ['node16', 'node16'],
      ['commonjs', 'node10'],
    ])('passes the type check with module %s and moduleResolution %s', (module, resolution) => {
      const options = ['--noEmit', '--module', module, '--moduleResolution', resolution];
      const { code, stdout } = app.program('typescript/bin/tsc', ...options);
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    });

    it('writes both documents with nest start', () => {
      expect(takeWritten(app, app.program('@nestjs/cli/bin/nest.js', ...START))).toEqual(WRITTEN);
    });

    describeWays(
      11,
      () => app,
      () => nodes,
    );

    describeAdd(() => app, 'functions', {
      type: 'aws_proxy',
      uri: expect.stringContaining('/functions/${app_get_hello_function_arn}/'),
    });

    describeByHand(() => app, 'configure');

    it('is required without loading nest-commander', () => {
      const script = `
        require('nestjs-aws-gateway');
        const loaded = Object.keys(require.cache);
        console.log(loaded.some((file) => file.includes('nestjs-aws-gateway')));
        console.log(loaded.filter((file) => /[\\\\/](nest-commander|commander|yaml)[\\\\/]/.test(file)).length);`;
      expect(app.node('-e', script)).toEqual({ code: 0, stdout: 'true\n0\n', stderr: '' });
    });

    it('is required by Jest as it comes', () => {
      const jestProgram = join(ROOT, 'node_modules/jest/bin/jest.js');
      const config = JSON.stringify({ rootDir: app.folder, transform: {} });
      // The applications that `nest new` made stand in the same folder, with tests of their own.
      const options = ['--config', config, '--runTestsByPath', 'plain-require.test.cjs'];
      const { code, stderr } = app.node(jestProgram, ...options);
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('1 passed, 1 total') });
    });
  });

  describe.each([
    ['first', 0, '11.0.0', 'commonjs'],
    ['first (ESM)', 0, '11.0.0', 'module'],
    ['last', 1, '12.0.0', 'module'],
  ] as const)('with the lowest peers of the %s ranges', (_, alternative, version, type) => {
    let app: InstalledApplication;

    beforeAll(() => {
      const packages = [
        ...lowest(alternative),
        ...['platform-express', 'cli'].map((name) => `@nestjs/${name}@${version}`),
        '@types/node@20',
        'typescript@5',
        tarball,
      ];
      app = installApplication(join(folder, `lowest-${version}-${type}`), type, [
        // Some releases of Nest name peers that they do not work with.
        '--legacy-peer-deps',
        ...packages,
      ]);
    });

    it(`writes both documents of ${type === 'module' ? 'an ESM' : 'a CommonJS'} application with Nest ${version}`, () => {
      expect(app.read('node_modules/@nestjs/swagger/package.json')).toContain(`"version": "${version}"`);
      // The declarations of rxjs 7.2 cannot be found by `nodenext`.
      expect(app.program('typescript/bin/tsc', '--skipLibCheck')).toMatchObject({ code: 0, stdout: '' });
      expect(takeWritten(app, app.node('dist/apigen.js', ...OPTIONS, ...OUTPUTS))).toEqual(WRITTEN);
    });
  });
});
