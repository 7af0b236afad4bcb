import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSample, ROOT, type BuiltSample } from '../support/build-sample.js';
import { runProcess, type CliRun } from '../support/cli-project.js';
import { ACCESS_TOKEN, serveSample } from '../support/serve-sample.js';
import type { Program } from '../support/start-program.js';
import { runNpm } from './package/install-application.js';

const PACKAGES = [
  'openapi-typescript@7',
  'openapi-fetch@0.17',
  '@hey-api/openapi-ts@0.95',
  'typescript@5',
  '@types/node@20',
];

const OPTIONS = ['--strict', '--noUncheckedIndexedAccess', '--target', 'es2022'];

/** What each client prints. Without a token the gateway answers, not the function. */
const ANSWERED = { code: 0, stdout: '[200,"ann",null,401]\n', stderr: '' };

// The clients do not compile if the document says something else of the parameter, the answer or its members.
const OF_OPENAPI_TYPESCRIPT = `
import createClient from 'openapi-fetch';
import type { components, paths } from './api.js';

const client = createClient<paths>({ baseUrl: process.env['API_URL']! });
const headers = { Authorization: \`Bearer \${process.env['TOKEN']}\` };
const { data, response } = await client.GET('/api/v1/users', { params: { query: { after: 'ada' } }, headers });
const users: components['schemas']['UserDto'][] = data!.users;
const next: string | undefined = data!.next;
// @ts-expect-error the document has no such parameter
const refused = await client.GET('/api/v1/users', { params: { query: { page: 1 } } });
console.log(JSON.stringify([response.status, users[0]!.name, next ?? null, refused.response.status]));
`;

const OF_HEY_API = `
import { usersControllerListV1, type UserDto } from './generated/index.js';
import { client } from './generated/client.gen.js';

client.setConfig({ baseUrl: process.env['API_URL']! });
const auth = () => process.env['TOKEN'];
const { data, response } = await usersControllerListV1({ query: { after: 'ada' }, auth });
const users: UserDto[] = data!.users;
const next: string | undefined = data!.next;
// @ts-expect-error the document has no such parameter
const refused = await usersControllerListV1({ query: { page: 1 } });
console.log(JSON.stringify([response!.status, users[0]!.name, next ?? null, refused.response!.status]));
`;

// CI must run it: there a registry that does not answer is a failure.
const offline = !process.env['CI'] && runNpm(ROOT, 'ping', '--fetch-retries=0').code !== 0;
if (offline) process.stderr.write('skipped: a generated client: the package registry does not answer\n');

(offline ? describe.skip : describe)('a generated client', () => {
  let folder: string;
  let sample: BuiltSample;
  let gateway: Program;
  let url: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nestjs-aws-gateway-client-'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module","private":true}');
    const installed = runNpm(folder, 'install', '--no-audit', '--no-fund', ...PACKAGES);
    if (installed.code !== 0) throw new Error(`npm install failed:\n${installed.stderr}`);
    sample = buildSample();
    ({ program: gateway, url } = await serveSample(sample, 'http://localhost:5173'));
  });

  afterAll(async () => {
    await gateway?.stop();
    sample?.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (cwd: string, file: string, ...args: readonly string[]): Promise<CliRun> =>
    runProcess(process.execPath, [join(folder, file), ...args], {
      cwd,
      env: { API_URL: url, TOKEN: ACCESS_TOKEN },
    });

  /** A folder with the public document and a client; `tsc` finds the installed packages above it. */
  function project(name: string, client: string): string {
    mkdirSync(join(folder, name));
    copyFileSync(join(ROOT, 'sample/openapi/api_public.json'), join(folder, name, 'api_public.json'));
    writeFileSync(join(folder, name, 'client.ts'), client);
    return join(folder, name);
  }

  const compile = (cwd: string, ...args: readonly string[]): Promise<CliRun> =>
    run(cwd, 'node_modules/typescript/bin/tsc', ...OPTIONS, ...args);

  it('of openapi-typescript compiles, and calls the gateway', async () => {
    const cwd = project('openapi-typescript', OF_OPENAPI_TYPESCRIPT);
    const made = await run(
      cwd,
      'node_modules/openapi-typescript/bin/cli.js',
      'api_public.json',
      '-o',
      'api.ts',
    );
    expect(made).toMatchObject({ code: 0 });
    expect(await compile(cwd, '--module', 'nodenext', 'client.ts')).toMatchObject({ code: 0, stdout: '' });
    expect(await run(cwd, 'openapi-typescript/client.js')).toEqual(ANSWERED);
  });

  it('of Hey API compiles for a bundler and for Node, and calls the gateway', async () => {
    const cwd = project('hey-api', OF_HEY_API);
    const generate = (): Promise<CliRun> =>
      run(cwd, 'node_modules/@hey-api/openapi-ts/bin/run.js', '-i', 'api_public.json', '-o', 'generated');
    expect(await generate()).toMatchObject({ code: 0 });
    // Its imports have no ending: `nodenext` does not take them, `bundler` does.
    const bundled = ['--noEmit', '--module', 'esnext', 'client.ts', '--moduleResolution'];
    expect(await compile(cwd, ...bundled, 'bundler')).toMatchObject({ code: 0, stdout: '' });
    expect((await compile(cwd, '--noEmit', '--module', 'nodenext', 'client.ts')).stdout).toContain('TS2');

    // It reads the ending from the settings of the application that it is installed in.
    const settings = { compilerOptions: { module: 'nodenext' }, include: ['hey-api'] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
    expect(await generate()).toMatchObject({ code: 0 });
    expect(await compile(folder, '-p', '.')).toMatchObject({ code: 0, stdout: '' });
    expect(await run(cwd, 'hey-api/client.js')).toEqual(ANSWERED);
  });
});
