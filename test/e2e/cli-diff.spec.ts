import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CliHost } from '../support/cli-host.js';
import { CliProject } from '../support/cli-project.js';
import { SHOP } from '../support/cli-sources.js';

/** The same application after `@AwsAuthorizer` was removed from its class. */
const OPEN = { ...SHOP, 'app.module': SHOP['app.module'].replace('@AwsAuthorizer(bearer)', '') };

const KONG = {
  'app.module': `
import { Controller, Get, Module, Param } from '@nestjs/common';
import { AwsApiKey, AwsGatewayModule, AwsHttp } from 'nestjs-aws-gateway';

@Controller('users')
class UsersController {
  @Get(':name')
  @AwsApiKey()
  @AwsHttp('https://\${host}')
  get(@Param('name') name: string): void {}
}

@Module({
  imports: [
    AwsGatewayModule.forRoot({
      gateway: 'kong',
      kong: { consumers: [{ username: 'partner', apiKeys: ['\${partner_key}'] }] },
    }),
  ],
  controllers: [UsersController],
})
export class AppModule {}
`,
  apigen: SHOP.apigen,
};

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

  it('takes a commit whose file had another name, and a file of CloudFormation', async () => {
    git(shop, 'mv', 'api.json', 'renamed.json');
    try {
      for (const base of ['main', 'main:api.json']) {
        const args = ['diff', '--base', base, '--out-private', 'renamed.json'];
        expect(await shop.run(args)).toMatchObject({ code: 0, stdout: '' });
      }
    } finally {
      git(shop, 'mv', 'renamed.json', 'api.json');
    }
    await shop.run(['--out-private', 'stack.json', '--template', 'cloudformation']);
    expect(await shop.run(['diff', '--base', 'stack.json'])).toMatchObject({ code: 0, stdout: '' });
    rmSync(shop.path('stack.json'));
  });

  it('compares files of Kong', async () => {
    const kong = new CliProject(KONG);
    const keyless = new CliProject({ ...KONG, 'app.module': KONG['app.module'].replace('@AwsApiKey()', '') });
    try {
      for (const file of ['kong.yaml', 'kong.json']) {
        expect(await kong.run(['--out-private', file])).toMatchObject({ code: 0 });
        expect(await kong.run(['diff', '--base', file])).toMatchObject({ code: 0, stdout: '' });
        const failed = await keyless.run(['diff', '--base', kong.path(file), '--fail-on', 'security']);
        expect(failed.code).toBe(1);
        expect(failed.stdout.split('\n')[0]).toMatch(
          /^security   app\.module\.mjs:\d+:\d+ - .*GET \/v1\/users\/\{name\}: callers no longer need an API key$/,
        );
      }
      const dbless = ['--dialect', 'dbless', '--var', 'host=b.example.com', '--var', 'partner_key=k'];
      expect(await kong.run(['--out-private', 'dbless.json', ...dbless])).toMatchObject({ code: 0 });
      expect(await kong.run(['diff', '--base', 'dbless.json', ...dbless])).toMatchObject({
        code: 0,
        stdout: '',
      });
      const other = await shop.run(['diff', '--base', kong.path('kong.json')]);
      expect(other.code).toBe(2);
      expect(other.stderr).toMatch(
        /is the document of the gateway 'kong', but this run is for 'rest-api': .* add '--gateway kong'/,
      );
      const back = await kong.run(['diff', '--base', shop.path('api.json')]);
      expect(back.code).toBe(2);
      expect(back.stderr).toMatch(/is the document of the gateway 'rest-api', but this run is for 'kong'/);
    } finally {
      kong.remove();
      keyless.remove();
    }
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
