import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CliHost } from '../support/cli-host.js';
import { CliProject, runProcess, type CliRun } from '../support/cli-project.js';
import { entry, moduleWith, SHOP } from '../support/cli-sources.js';

const FILES = ['--out-public', 'public.json', '--out-private', 'private.json'];
const HINT = '(--help lists the options)';
const AUTHORIZER = 'arn:aws:lambda:eu-west-1:111122223333:function:authorizer';
/** A line of a stack. */
const STACK = /^\s+at /m;

const host = new CliHost();
afterAll(() => host.end());

describe('apigen with bad arguments', () => {
  let shop: CliProject;

  beforeAll(() => {
    shop = new CliProject(SHOP);
  });

  beforeEach(() => {
    shop.clear();
    shop.put('private.json', '{"openapi":"3.0.1","x-amazon-apigateway-policy":{}}');
    shop.age('private.json');
  });

  afterAll(() => shop.remove());

  it.each([
    [['--titel', 'x'], `error: unknown option '--titel'\n(Did you mean --title?)\n${HINT}\n`],
    [['extra'], `error: unknown command 'extra'\n${HINT}\n`],
    [['expain'], `error: unknown command 'expain'\n(Did you mean explain?)\n${HINT}\n`],
    [
      ['--gateway', 'restapi'],
      "error: option '--gateway <id>' argument 'restapi' is invalid. Allowed choices are rest-api, http-api, kong.\n(Did you mean rest-api?)\n",
    ],
    [['--title'], `error: option '--title <text>' argument missing\n${HINT}\n`],
    [
      ['--format', 'xml'],
      "error: option '--format <format>' argument 'xml' is invalid. Allowed choices are text, json, github, html, markdown.\n",
    ],
    [
      ['--out-public', './private.json'],
      "error: options '--out-public ./private.json' and '--out-private private.json' name the same file\n",
    ],
    [
      ['--var', 'users_arn'],
      "error: option '--var <name=value>' argument 'users_arn' is invalid: write name=value\n",
    ],
    [
      ['--out-public', 'none/public.json'],
      'apigen: cannot write none/public.json: the directory none does not exist\n',
    ],
    [
      ['--out-public', 'private.json/public.json'],
      'apigen: cannot write private.json/public.json: private.json is not a directory\n',
    ],
    [['--out-public', '.'], 'apigen: cannot write .: it is a directory\n'],
  ])('cannot run with %j, and changes no file', async (args, stderr) => {
    expect(await host.run(shop, ['--out-private', 'private.json', ...args])).toEqual({
      code: 2,
      stdout: '',
      stderr,
    });
    expect(shop.outputs()).toEqual(['private.json']);
    expect(shop.isAged('private.json')).toBe(true);
  });

  it('cannot run with both documents on stdout', async () => {
    expect(await host.run(shop, ['--out-public', '-', '--out-private', '-'])).toEqual({
      code: 2,
      stdout: '',
      stderr: "error: options '--out-public -' and '--out-private -' would both write to stdout\n",
    });
  });

  it('names every placeholder that is left and every value that is too much', async () => {
    const args = [
      '--template',
      'none',
      '--var',
      'user_arn=x',
      '--var',
      `authorizer_arn=${AUTHORIZER}`,
      ...FILES,
    ];
    expect(await host.run(shop, args)).toEqual({
      code: 1,
      stdout: '',
      stderr: [
        '--var user_arn',
        '  the application has no placeholder `user_arn`',
        '  Use `authorizer_arn` or `users_arn`, or remove the option.',
        '  unknown-placeholder (error), see nestjs-aws-gateway/docs/diagnostics.md#unknown-placeholder',
        '',
        'UsersController.create, POST /v1/users',
        '  the placeholder `${users_arn}` has no value, and with `--template none` nothing fills it in later',
        '  Add `--var users_arn=...`, or write the document for Terraform with `--template terraform`.',
        '  unfilled-placeholder (error), see nestjs-aws-gateway/docs/diagnostics.md#unfilled-placeholder',
        '',
        '2 errors',
        'apigen: nothing was written',
        '',
      ].join('\n'),
    });
    expect(shop.isAged('private.json')).toBe(true);
  });
});

describe('apigen with faults in the application', () => {
  const ERROR = `@AwsLambda('no arn')`;
  const WARNING = "@AwsLambda('${list_arn}') @AwsIgnore('limit-near', 'nothing is near')";
  const projects = new Map<string, CliProject>();
  const project = (decorator: string): CliProject => {
    const known =
      projects.get(decorator) ?? new CliProject({ apigen: entry(), 'app.module': moduleWith({ decorator }) });
    projects.set(decorator, known);
    known.clear();
    return known;
  };

  afterAll(() => projects.forEach((known) => known.remove()));

  it('prints them in words on stderr and writes nothing', async () => {
    const { code, stdout, stderr } = await host.run(project(ERROR), FILES);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^app\.module\.mjs:\d+:\d+ - UsersController\.list\n {2}.*no arn.*\n {2}.*\n {2}invalid-deploy-value \(error\), see .*#invalid-deploy-value\n\n1 error\napigen: nothing was written\n$/,
    );
    expect(project(ERROR).outputs()).toEqual([]);
  });

  it('prints them as JSON on stdout, or on stderr beside a document or a table', async () => {
    const { code, stdout, stderr } = await host.run(project(ERROR), [...FILES, '--format', 'json']);
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({
        code: 'invalid-deploy-value',
        severity: 'error',
        at: {
          controller: 'UsersController',
          handler: 'list',
          file: 'app.module.mjs',
          line: expect.any(Number),
          column: 5,
        },
      }),
    ]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'apigen: nothing was written\n' });
    expect(await host.run(project(ERROR), ['--out-private', '-', '--format', 'json'])).toEqual({
      code: 1,
      stdout: '',
      stderr: `${stdout}apigen: nothing was written\n`,
    });
    const listed = await host.run(project(ERROR), ['--list', '--format', 'json']);
    expect(listed.stderr).toBe(stdout);
    expect(JSON.parse(listed.stdout)).toMatchObject({
      routes: [{ method: 'GET', path: '/users', handler: 'list', integration: { state: 'failed' } }],
    });
  });

  it('prints them as annotations of GitHub', async () => {
    const { code, stdout } = await host.run(project(ERROR), ['--format', 'github']);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /^::error file=app\.module\.mjs,line=\d+,col=5,title=invalid-deploy-value::UsersController\.list: .*no arn.*%0A.*\n$/,
    );
  });

  it('prints an empty array when there are none', async () => {
    const run = await host.run(project(`@AwsLambda('\${list_arn}')`), [
      '--format',
      'json',
      '--out-private',
      'a.json',
    ]);
    expect(run).toEqual({ code: 0, stdout: '[]\n', stderr: 'a.json: 1 route, written\n' });
  });

  it('writes in spite of a warning, unless it is strict', async () => {
    const lenient = await host.run(project(WARNING), ['--out-private', 'private.json']);
    expect(lenient).toMatchObject({ code: 0, stdout: '' });
    expect(lenient.stderr).toMatch(/\(warning\), see .*\n\n1 warning\nprivate\.json: 1 route, written\n$/);
    const strict = await host.run(project(WARNING), ['--out-private', 'private.json', '--strict']);
    expect(strict).toMatchObject({ code: 1, stdout: '' });
    expect(strict.stderr).toMatch(/\(error\), see .*\n\n1 error\napigen: nothing was written\n$/);
    expect(project(WARNING).outputs()).toEqual([]);
    const annotated = await host.run(project(WARNING), [
      '--check',
      '--out-private',
      'a.json',
      '--strict',
      '--format',
      'github',
    ]);
    expect(annotated.stdout.match(/^::error .*?title=[a-z-]+/gm)).toEqual([
      expect.stringMatching(/^::error file=app\.module\.mjs,line=\d+,col=5,title=unused-ignore$/),
      '::error file=a.json,title=stale',
    ]);
  });
});

const broken = (config: Parameters<typeof moduleWith>[0]): Readonly<Record<string, string>> => ({
  apigen: entry(),
  'app.module': moduleWith(config),
});
const configured = (options: string): Readonly<Record<string, string>> => ({
  apigen: entry(options),
  'app.module': moduleWith({}),
});

type Case = readonly [
  what: string,
  sources: Readonly<Record<string, string>>,
  args: readonly string[],
  stderr: string,
];

const LOADED = 'apigen: the application threw while it was loaded: ';
const STARTS = 'apigen: the application does not start: ';
const OPEN = '{ configure: () => new Promise((done) => setTimeout(done, 100)) }';

/** Those that end the process, or keep it from ending. */
const OF_PROCESS: readonly Case[] = [
  [
    'a module throws while it is imported',
    broken({ head: `(undefined as any).port;` }),
    [],
    `${LOADED}TypeError: Cannot read properties of undefined (reading 'port')\n(--stack-trace shows where)\n`,
  ],
  [
    'forRoot throws',
    broken({ imports: `(() => { throw new Error('no settings'); })()` }),
    [],
    `${LOADED}no settings\n(--stack-trace shows where)\n`,
  ],
  [
    'configure never ends',
    configured('{ configure: () => new Promise(() => {}) }'),
    [],
    'apigen: the process ended early and wrote nothing more: the application waits for something that never happens\n',
  ],
  [
    'configure ends the process',
    configured('{ configure: () => process.exit(0) }'),
    [],
    'apigen: the process ended early and wrote nothing more: the application called `process.exit`\n',
  ],
  [
    'a module ends the process',
    broken({ head: 'process.exit(0);' }),
    [],
    'apigen: nothing was written: the application ended the process while it was loaded\n',
  ],
  [
    'something throws meanwhile',
    {
      apigen: entry(OPEN),
      'app.module': moduleWith({ head: `setTimeout(() => { throw new Error('late'); }, 0);` }),
    },
    [],
    '',
  ],
];

const OTHERS: readonly Case[] = [
  [
    'a module is undefined',
    broken({ imports: 'AwsGatewayModule.forRoot(), undefined as never' }),
    [],
    `${STARTS}Nest cannot create the AppModule instance.\nThe module at index [1] of the AppModule "imports" array is undefined.\n`,
  ],
  [
    'a provider is missing',
    broken({ members: 'constructor(readonly database: Database) {}' }),
    ['--no-preview'],
    `${STARTS}Nest can't resolve dependencies of the UsersController (?).`,
  ],
  [
    'the gateway is not imported',
    broken({ imports: '' }),
    [],
    'apigen: the application does not import `AwsGatewayModule`: add `AwsGatewayModule.forRoot()` to `imports` of the root module\n',
  ],
  [
    'there is no module',
    { apigen: entry(), 'app.module': 'export const AppModule = undefined;' },
    [],
    `${STARTS}\`runApigen\` got no module: it is undefined where it is imported, often by a circular import\n`,
  ],
  [
    'configure throws',
    configured(`{ configure: async () => { throw new Error('no prefix'); } }`),
    [],
    'apigen: `configure` failed: no prefix\n',
  ],
  [
    'configure reads a provider that the preview does not build',
    {
      apigen: entry(`{ configure: (app: any) => app.get('config', { strict: false }).port }`),
      'app.module': moduleWith({
        imports: `AwsGatewayModule.forRoot(), { module: Database, providers: [{ provide: 'config', useFactory: () => ({ port: 1 }) }] }`,
      }),
    },
    [],
    'apigen: `configure` failed after it asked for `config`, which the preview does not build: read `process.env` there, leave in `main.ts` what does not concern routes, or run with `--no-preview`',
  ],
  [
    'document throws',
    configured(`{ document: () => { throw new Error('no title'); } }`),
    [],
    'apigen: `document` failed: no title\n',
  ],
];

const failed = (stderr: string): object => ({
  code: 2,
  stdout: '',
  stderr,
  isSaid: true,
  hasStack: false,
  files: ['private.json'],
  text: 'before',
});

describe.each(['esm', 'cjs'] as const)('apigen with an application that fails, as %s', (format) => {
  const outcome = async (
    [, sources, args, stderr]: Case,
    start: (project: CliProject, args: readonly string[]) => Promise<CliRun>,
  ): Promise<object> => {
    const project = new CliProject(sources, format);
    project.put('private.json', 'before');
    const run = await start(project, [...FILES, ...args]);
    const left = { files: project.outputs(), text: project.read('private.json') };
    project.remove();
    return {
      ...run,
      stderr: run.stderr.slice(0, stderr.length),
      isSaid: /^apigen: .*\n/.test(run.stderr),
      hasStack: STACK.test(run.stderr),
      ...left,
    };
  };
  it.each(OF_PROCESS)('says in words that %s', async (...given) => {
    expect(await outcome(given, (project, args) => project.run(args))).toEqual(failed(given[3]));
  });

  it.each(OTHERS)('says in words that %s', async (...given) => {
    expect(await outcome(given, (project, args) => host.run(project, args))).toEqual(failed(given[3]));
  });

  it('shows stacks when it is asked to', async () => {
    const loaded = new CliProject(broken({ head: `throw new Error('early');` }), format);
    const started = new CliProject(configured(`{ configure: () => { throw new Error('late'); } }`), format);
    const runs = await Promise.all([loaded, started].map((project) => project.run(['--stack-trace'])));
    expect(runs.map(({ code, stdout }) => ({ code, stdout }))).toEqual([
      { code: 2, stdout: '' },
      { code: 2, stdout: '' },
    ]);
    expect(runs[0]!.stderr).toMatch(
      /^apigen: the application threw while it was loaded: Error: early\n +at .*app\.module/,
    );
    expect(runs[1]!.stderr).toMatch(/^apigen: `configure` failed: Error: late\n +at .*apigen/);
    loaded.remove();
    started.remove();
  });
});

describe('a module that waits at its top for what never comes', () => {
  it('is named', async () => {
    const project = new CliProject(broken({ head: 'await new Promise(() => {});' }));
    const { code, stdout, stderr } = await project.run(FILES);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^(Warning: .*\n)?[^]*apigen: nothing was written: a top-level await of the application never settles\n/,
    );
    project.remove();
  });
});

describe('stdout that cannot be written', () => {
  it.each([['--out-private', '-'], ['--list'], ['--help']])('is one message for %j', async (...args) => {
    const project = new CliProject(SHOP);
    const script = `exec "$0" "$@" > /dev/full`;
    const run = await runProcess(
      'sh',
      ['-c', script, process.execPath, project.path('apigen.mjs'), ...args],
      {
        cwd: project.path(),
      },
    );
    project.remove();
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr: 'apigen: cannot write to stdout: ENOSPC: no space left on device, write\n',
    });
  });
});

describe('a signal while files are written', () => {
  it('is obeyed when all are renamed', async () => {
    const project = new CliProject({
      'app.module': SHOP['app.module'],
      // The first rename is where a signal finds the process.
      apigen: `
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { AppModule } from './app.module.js';
import { runApigen } from 'nestjs-aws-gateway/cli';
const fs = createRequire(import.meta.url)('node:fs');
const { renameSync } = fs;
fs.renameSync = (from, to) => {
  renameSync(from, to);
  process.kill(process.pid, 'SIGTERM');
};
syncBuiltinESMExports();
await runApigen(AppModule, { configure: (app) => app.enableCors() });
`,
    });
    const { code, stderr } = await project.run(FILES);
    expect({ code, stderr }).toEqual({ code: -1, stderr: '' });
    expect(project.outputs()).toEqual(['private.json', 'public.json']);
    project.remove();
  });
});
