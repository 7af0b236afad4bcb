import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CliHost } from '../support/cli-host.js';
import { CliProject } from '../support/cli-project.js';
import { SHOP } from '../support/cli-sources.js';

/** The same application after `@AwsAuthorizer` was removed from its class. */
const OPEN = { ...SHOP, 'app.module': SHOP['app.module'].replace('@AwsAuthorizer(bearer)', '') };

function git(project: CliProject, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...who, ...args], { cwd: project.path(), stdio: 'pipe' });
}

describe('apigen diff', () => {
  const host = new CliHost();
  let shop: CliProject;
  let open: CliProject;
  beforeAll(async () => {
    shop = new CliProject(SHOP);
    open = new CliProject(OPEN);
    for (const project of [shop, open]) {
      const written = await host.run(shop, [
        '--out-private',
        project.path('api.json'),
        '--out-public',
        'public.json',
      ]);
      if (written.code !== 0) throw new Error(written.stderr);
      git(project, 'init', '-q', '-b', 'main');
      git(project, 'add', '-A');
      git(project, 'commit', '-qm', 'base');
    }
  });

  afterAll(() => {
    host.end();
    shop.remove();
    open.remove();
  });

  it('finds nothing in what was just written', async () => {
    for (const args of [
      ['--out-private', 'api.json'],
      ['--base', 'api.json'],
      ['--base', 'main:api.json'],
    ]) {
      const { code, stdout, stderr } = await host.run(shop, ['diff', ...args]);
      expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
      expect(stderr).toMatch(/^apigen: no changes since (main:)?api\.json\n$/);
    }
  });

  it('fails with one line for a removed authorizer', async () => {
    const args = ['diff', '--base', 'main', '--out-private', 'api.json'];
    const failed = await host.run(open, [...args, '--fail-on', 'security']);
    expect(failed.code).toBe(1);
    expect(failed.stdout.split('\n')[0]).toMatch(
      /^security   app\.module\.mjs:\d+:\d+ - 2 routes: POST \/v1\/users, GET \/v1\/users\/\{name\}: the authorizer `bearer` is removed: anyone can call the route$/,
    );
    expect(failed.stderr).toMatch(/^apigen: \d+ changes since main: 2 security, /);
    expect((await host.run(open, [...args, '--fail-on', 'cost'])).code).toBe(0);
    expect((await host.run(open, args)).code).toBe(0);
    expect(open.outputs()).toEqual(['.git', 'api.json']);
  });

  it.each([
    [[], 'apigen: there is nothing to compare with: set `--base <file>`, or the file of the document'],
    [['--base', 'gone.json'], 'apigen: cannot read gone.json: the file does not exist\n'],
    [
      ['--base', 'nowhere', '--out-private', 'api.json'],
      'apigen: `--base nowhere` is neither a file nor a commit',
    ],
    [['--base', 'main', '--out-private', 'b.json'], 'apigen: the commit `main` has no file `b.json`'],
    [['--base', 'main'], 'apigen: `--base main` is not a file: set the file of the document too'],
    [['--base', 'public.json'], 'apigen: public.json is a public document'],
    [['--base', 'app.module.mjs'], 'apigen: app.module.mjs is n'],
    [
      ['--base', 'api.json', '--gateway', 'http-api'],
      "apigen: api.json is the document of the gateway 'rest-api'",
    ],
    [
      ['--base', 'api.json', '--fail-on', 'all'],
      "error: option '--fail-on <risks>' argument 'all' is invalid",
    ],
    [
      ['--base', 'api.json', '--check'],
      "error: option '--check' has no effect on 'diff', which writes no files\n",
    ],
  ])('cannot run with %j', async (args, message) => {
    const { code, stdout, stderr } = await host.run(shop, ['diff', ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.slice(0, message.length)).toBe(message);
  });
});
