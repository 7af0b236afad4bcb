import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSample, ROOT, type BuiltSample } from '../support/build-sample.js';
import { runProcess, type CliRun } from '../support/cli-project.js';
import { ACCESS_TOKEN, serveSample } from '../support/serve-sample.js';
import type { Program } from '../support/start-program.js';
import { runNpm } from './package/install-application.js';

const PACKAGES = ['openapi-typescript@7', 'openapi-fetch@0.17', 'typescript@5', '@types/node@20'];

/** It does not compile if the document says something else of the parameter, the answer or its members. */
const CLIENT = `
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

// CI must run it: there a registry that does not answer is a failure.
const offline = !process.env['CI'] && runNpm(ROOT, 'ping', '--fetch-retries=0').code !== 0;
if (offline) process.stderr.write('skipped: a generated client: the package registry does not answer\n');

(offline ? describe.skip : describe)('a client that openapi-typescript generates', () => {
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

  const run = (file: string, ...args: readonly string[]): Promise<CliRun> =>
    runProcess(process.execPath, [join(folder, file), ...args], {
      cwd: folder,
      env: { API_URL: url, TOKEN: ACCESS_TOKEN },
    });

  it('compiles from the public document, and calls the gateway', async () => {
    copyFileSync(join(ROOT, 'sample/openapi/api_public.json'), join(folder, 'api_public.json'));
    writeFileSync(join(folder, 'client.ts'), CLIENT);
    const generated = await run(
      'node_modules/openapi-typescript/bin/cli.js',
      'api_public.json',
      '-o',
      'api.ts',
    );
    expect(generated).toMatchObject({ code: 0 });
    const options = ['--strict', '--noUncheckedIndexedAccess', '--module', 'nodenext', '--target', 'es2022'];
    const compiled = await run('node_modules/typescript/bin/tsc', ...options, 'client.ts');
    expect(compiled).toMatchObject({ code: 0, stdout: '' });
    // Without a token the gateway answers, not the function.
    expect(await run('client.js')).toEqual({ code: 0, stdout: '[200,"ann",null,401]\n', stderr: '' });
  });
});
