import { execFileSync } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CliProject } from '../support/cli-project.js';
import { SHOP } from '../support/cli-sources.js';
import { runCompositeAction, type ActionRun } from '../support/composite-action.js';

const ACTION = fileURLToPath(new URL('../../action', import.meta.url));

/** The same application after `@AwsAuthorizer` was removed from its class. */
const OPEN = { ...SHOP, 'app.module': SHOP['app.module'].replace('@AwsAuthorizer(bearer)', '') };

const WRITE = ['--title', 'my shop', '--out-private', 'api.json', '--out-public', 'public.json'];

interface Comment {
  readonly id: number;
  body: string;
}

describe('the action of a pull request', () => {
  const comments: Comment[] = [];
  const requests: string[] = [];
  let server: Server;
  let base: CliProject;
  let branch: CliProject;

  beforeAll(async () => {
    server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        requests.push(`${request.method} ${request.url}`);
        const { body } = JSON.parse(text || '{}') as { readonly body?: string };
        const known = comments.find(({ id }) => request.url?.endsWith(`/comments/${id}`));
        if (known && body !== undefined) known.body = body;
        else if (body !== undefined) comments.push({ id: comments.length + 1, body });
        const isAllowed = request.headers.authorization === 'Bearer secret';
        response
          .writeHead(isAllowed ? 200 : 403)
          .end(JSON.stringify(request.method === 'GET' ? comments : {}));
      });
    });
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));

    base = new CliProject(SHOP);
    branch = new CliProject(OPEN);
    await base.run(WRITE);
    git(base, 'init', '-q', '-b', 'main');
    git(base, 'add', '-A');
    git(base, 'commit', '-qm', 'base');
    // The checkout of a pull request has no other branch yet.
    git(branch, 'init', '-q', '-b', 'open-it');
    git(branch, 'remote', 'add', 'origin', base.path());
    await branch.run(WRITE);
    git(branch, 'add', '-A');
    git(branch, 'commit', '-qm', 'open it');
  });

  beforeEach(() => {
    requests.length = 0;
  });

  afterAll(async () => {
    base.remove();
    branch.remove();
    await new Promise((done) => server.close(done));
  });

  function run(
    project: CliProject,
    inputs: Readonly<Record<string, string>> = {},
    event = 'pull_request',
  ): Promise<ActionRun> {
    return runCompositeAction(ACTION, {
      workspace: project.path(),
      inputs: {
        entry: 'apigen.mjs',
        'out-private': 'api.json',
        'out-public': 'public.json',
        arguments: '--title "my shop"',
        build: 'echo built',
        token: 'secret',
        ...inputs,
      },
      github: { event_name: event, event: { pull_request: { number: 7 } }, token: 'other' },
      env: {
        GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        GITHUB_REPOSITORY: 'shop/api',
        GITHUB_BASE_REF: event === 'pull_request' ? 'main' : '',
      },
    });
  }

  it('fails, annotates the decorators and comments once', async () => {
    const { code, steps, stdout, summary } = await run(branch);
    expect(code).toBe(1);
    expect(steps).toEqual([
      'Build',
      'Check the documents',
      'Compare with the base',
      'Comment on the pull request',
      'Result',
    ]);
    expect(stdout).toMatch(/^built\n/);
    expect(stdout).toMatch(
      /\n::error file=app\.module\.mjs,line=\d+,col=\d+,title=authorizer-removed::UsersController\.create, POST \/v1\/users: the authorizer `bearer` is removed: anyone can call the route%0A/,
    );
    expect(stdout).toMatch(/\n::error title=apigen diff::the change has a risk of the input fail-on\n$/);
    expect(comments).toHaveLength(1);
    const [first] = comments;
    expect(first!.body).toMatch(
      /^<!-- apigen diff: \. apigen\.mjs {2}-->\n### API Gateway: \d+ changes since `origin\/main`\n\n#### Security \(2\), fails this run\n\nSomebody can call, read or see more than before\.\n\n- `POST \/v1\/users`, `GET \/v1\/users\/\{name\}`: the authorizer `bearer` is removed: anyone can call the route <sub>`app\.module\.mjs:\d+`<\/sub>\n/,
    );
    expect(first!.body.endsWith(summary)).toBe(true);

    await run(branch);
    expect(comments).toHaveLength(1);
    expect(requests.filter((one) => !one.startsWith('GET'))).toEqual([
      'POST /repos/shop/api/issues/7/comments',
    ]);
  });

  it('changes its comment when the change is undone, and passes', async () => {
    git(branch, 'fetch', '-q', 'origin', 'main');
    git(branch, 'checkout', '-q', 'FETCH_HEAD');
    const { code, stdout, summary } = await run(branch);
    expect({ code, errors: stdout.match(/::error/g) }).toEqual({ code: 0, errors: null });
    expect(summary).toBe('### API Gateway: no changes since `origin/main`\n');
    expect(comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/: no changes since `origin\/main`\n$/),
    ]);
    git(branch, 'checkout', '-q', 'open-it');
  });

  it('fails for stale documents too, and for nothing where the input says so', async () => {
    branch.put('api.json', base.read('api.json'));
    const stale = await run(branch, { 'fail-on': '', comment: 'false' });
    expect(stale.code).toBe(1);
    expect(stale.stdout).toMatch(/::error file=api\.json,line=\d+,title=stale::/);
    git(branch, 'checkout', '-q', '--', 'api.json');
    const open = await run(branch, { 'fail-on': '', comment: 'false' });
    expect(open.code).toBe(0);
    expect(requests).toEqual([]);
  });

  it('says why it compares nothing, and goes on without the right to comment', async () => {
    const push = await run(branch, {}, 'push');
    expect(push.code).toBe(0);
    expect(push.stdout).toContain('::notice title=apigen diff::nothing is compared: this is no pull request');
    const fresh = await run(branch, { 'out-public': 'new.json' });
    expect(fresh.stdout).toContain('new.json is not compared: origin/main has no such file yet');
    expect(fresh.stdout).toContain('title=authorizer-removed');
    const first = await run(branch, { 'out-private': 'first.json', 'out-public': '' });
    expect(first.stdout).toContain('::notice title=apigen diff::nothing is compared');
    const fork = await run(branch, { token: 'none', 'fail-on': '' });
    expect(fork.code).toBe(0);
    expect(fork.stdout).toContain('::warning title=apigen diff::the comment was not written: GET');
    const broken = await run(branch, { build: 'exit 3' });
    expect({ code: broken.code, steps: broken.steps }).toEqual({ code: 3, steps: ['Build'] });
  });

  it('compares a document that was renamed, and one with an absolute path', async () => {
    git(branch, 'mv', 'api.json', 'gateway.json');
    const renamed = await run(branch, { 'out-private': 'gateway.json', 'out-public': '', comment: 'false' });
    expect(renamed.stdout).toContain('title=authorizer-removed');
    git(branch, 'mv', 'gateway.json', 'api.json');
    const absolute = await run(branch, { 'out-private': branch.path('api.json'), comment: 'false' });
    expect(absolute.stdout).toContain('title=authorizer-removed');
  });

  it('reports an application that cannot be loaded as such, and leaves the comment', async () => {
    branch.put('broken.mjs', `import { nothing } from './app.module.mjs';\n${branch.read('apigen.mjs')}`);
    const { code, steps, stdout } = await run(branch, { entry: 'broken.mjs' });
    expect({ code, steps }).toEqual({
      code: 1,
      steps: ['Build', 'Check the documents', 'Compare with the base', 'Result'],
    });
    expect(stdout).toContain('::error title=apigen --check::apigen could not run');
    expect(stdout).toContain('::error title=apigen diff::apigen could not compare');
    expect(requests).toEqual([]);
  });

  it('reads the arguments as a shell does, and expands nothing', async () => {
    branch.put('echo.mjs', 'console.log(process.argv.slice(2).join("|"))');
    const args = `--title "it's $HOME" --version '1 2' \\$x --description ""`;
    const { stdout } = await run(branch, { entry: 'echo.mjs', arguments: args, comment: 'false' });
    expect(stdout).toContain("|--title|it's $HOME|--version|1 2|$x|--description|\n");
  });

  it('cuts a comment that GitHub would refuse, and says so before the list', async () => {
    const list = `### API Gateway: 9 changes\n\n<details>\n\n${'- a change\n'.repeat(200_000)}\n</details>\n`;
    branch.put('long.mjs', `process.stdout.write(${JSON.stringify(list)})`);
    comments.length = 0;
    const { summary } = await run(branch, { entry: 'long.mjs' });
    const [{ body }] = comments as [Comment];
    expect(body.length).toBeLessThan(65_536);
    expect(body).toMatch(/^<!-- apigen diff.*-->\nThe list is too long for a comment: .*\n\n### API Gateway/);
    expect(body.endsWith('- a change\n')).toBe(true);
    expect(summary.length).toBe(1_000_000);
  });

  it('works below the root of a monorepo', async () => {
    const below = Object.fromEntries(
      Object.entries(OPEN).map(([name, source]) => [`apps/my api/${name}`, source]),
    );
    const mono = new CliProject(below);
    mono.put('apps/my api/api.json', base.read('api.json'));
    git(mono, 'init', '-q', '-b', 'main');
    git(mono, 'add', '-A');
    git(mono, 'commit', '-qm', 'base');
    const inputs = { 'working-directory': 'apps/my api', 'out-public': '', base: 'main' };
    const { stdout } = await run(mono, { ...inputs, comment: 'false' }, 'push');
    expect(stdout).toMatch(
      /::error file=apps\/my api\/app\.module\.mjs,line=\d+,.*title=authorizer-removed::/,
    );
    expect(stdout).toMatch(/::error file=apps\/my api\/api\.json,.*title=stale::/);
    mono.remove();
  });

  it('has no expression in a script, where a name of a branch would be run', () => {
    const text = execFileSync('cat', [join(ACTION, 'action.yml')], { encoding: 'utf8' });
    expect(text.match(/run: .*\$\{\{/)).toBeNull();
  });
});

function git(project: CliProject, ...args: readonly string[]): void {
  const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...who, ...args], { cwd: project.path(), stdio: 'pipe' });
}
