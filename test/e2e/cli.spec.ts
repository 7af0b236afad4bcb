import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { parse } from 'yaml';
import { CliHost } from '../support/cli-host.js';
import { CliProject } from '../support/cli-project.js';
import { entry, moduleWith, SHOP } from '../support/cli-sources.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { renderTemplate, terraform } from '../support/terraform.js';

interface Written {
  readonly info: object;
  readonly paths: Readonly<Record<string, object>>;
  readonly components: {
    readonly schemas: { readonly User: { readonly properties: { readonly name: object } } };
  };
}

const INFO = ['--title', 'My API', '--description', 'Users: "all" of them', '--version', '0.0.1'];
const FILES = ['--out-public', 'public.json', '--out-private', 'private.json'];
const NAME = {
  description: 'costs ${money} %{if} $${x}\nyes: "no"',
  enum: ['yes', 'no', '0777'],
  type: 'string',
};
const VARS = {
  users_arn: 'arn:aws:lambda:eu-west-1:111122223333:function:users',
  authorizer_arn: 'arn:aws:lambda:eu-west-1:111122223333:function:authorizer',
};

describe('apigen', () => {
  const host = new CliHost();
  let shop: CliProject;

  beforeAll(() => {
    shop = new CliProject(SHOP);
  });

  beforeEach(() => shop.clear());

  afterAll(() => {
    host.end();
    shop.remove();
  });

  it('writes both documents, says so, and prints nothing to stdout', async () => {
    expect(await host.run(shop, [...INFO, ...FILES])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'public.json: 3 operations, written\nprivate.json: 3 routes, written\n',
    });
    expect(shop.outputs()).toEqual(['private.json', 'public.json']);
    for (const name of shop.outputs()) {
      const text = shop.read(name);
      const document = JSON.parse(text) as Written;
      expect(text).toBe(`${JSON.stringify(document, null, 2)}\n`);
      expect(document.info).toMatchObject({
        title: 'My API',
        description: 'Users: "all" of them',
        version: '0.0.1',
      });
      expect(Object.keys(document.paths)).toEqual(['/v1/pets', '/v1/users', '/v1/users/{name}']);
    }
    const [publicText, privateText] = [shop.read('public.json'), shop.read('private.json')];
    expect(publicText).not.toMatch(/amazon|_arn/);
    expect((JSON.parse(publicText) as Written).components.schemas.User.properties.name).toEqual(NAME);
    expect(privateText).toContain(
      '"uri": "arn:$${AWS::Partition}:apigateway:$${AWS::Region}:lambda:path/2015-03-31/functions/${users_arn}/invocations"',
    );
    expect(privateText).toContain('costs $${money} %%{if} $$${x}');
  });

  it('takes its name before the options', async () => {
    expect((await host.run(shop, ['apigen', ...INFO, '--out-private', 'private.json'])).stderr).toBe(
      'private.json: 3 routes, written\n',
    );
    expect((await host.run(shop, ['apigen', 'apigen'])).code).toBe(2);
  });

  it('does not touch a file that is as it should be', async () => {
    await host.run(shop, [...INFO, ...FILES]);
    shop.age('public.json');
    shop.age('private.json');
    expect((await host.run(shop, [...INFO, ...FILES])).stderr).toBe(
      'public.json: 3 operations, unchanged\nprivate.json: 3 routes, unchanged\n',
    );
    expect([shop.isAged('public.json'), shop.isAged('private.json')]).toEqual([true, true]);
    await host.run(shop, ['--title', 'Other', ...FILES.slice(0, 2)]);
    expect([shop.isAged('public.json'), shop.isAged('private.json')]).toEqual([false, true]);
    expect(shop.outputs()).toEqual(['private.json', 'public.json']);
  });

  it('writes the same bytes whatever the order of the modules', async () => {
    await host.run(shop, [...INFO, ...FILES]);
    const { code, stderr } = await shop.run([...INFO, ...FILES, '--check'], { env: { REVERSED: '1' } });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'public.json: up to date\nprivate.json: up to date\n',
    });
  });

  it('has colours where they are asked for, but not in documents', async () => {
    const env = { NO_COLOR: '', FORCE_COLOR: '1' };
    const table = await host.run(shop, ['--list']);
    const painted = await shop.run(['--list'], { env });
    expect(table.stdout + table.stderr).not.toContain('\u001b[');
    expect(painted.stdout).toMatch(/^.\[1mMETHOD .*.\[22m\n/);
    expect(stripVTControlCharacters(painted.stdout)).toBe(table.stdout);
    expect((await shop.run(['--list', '--format', 'json'], { env })).stdout).not.toContain('\u001b[');
    expect((await shop.run(['--out-private', '-'], { env })).stdout).not.toContain('\u001b[');
  });

  it('writes one document to stdout, and nothing else there', async () => {
    await host.run(shop, FILES);
    for (const [option, name, words] of [
      ['--out-public', 'public.json', 'stdout: 3 operations, written\n'],
      ['--out-private', 'private.json', 'stdout: 3 routes, written\n'],
    ] as const) {
      expect(await host.run(shop, [option, '-'])).toEqual({
        code: 0,
        stdout: shop.read(name),
        stderr: words,
      });
    }
  });

  it('writes YAML for the same documents', async () => {
    await host.run(shop, [...INFO, ...FILES]);
    await host.run(shop, [...INFO, '--out-public', 'public.yml', '--out-private', 'private.yaml']);
    expect(parse(shop.read('public.yml'))).toEqual(JSON.parse(shop.read('public.json')));
    expect(parse(shop.read('private.yaml'), { version: '1.1' })).toEqual(
      JSON.parse(shop.read('private.json')),
    );
  });

  it('fills placeholders, all of them or some', async () => {
    const vars = Object.entries(VARS).flatMap(([name, value]) => ['--var', `${name}=${value}`]);
    await host.run(shop, ['--template', 'none', ...vars, '--out-private', 'none.json']);
    const whole = shop.read('none.json');
    expect(whole).toContain(
      `arn:\${AWS::Partition}:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${VARS.users_arn}/invocations`,
    );
    expect(whole).toContain(`functions/${VARS.authorizer_arn}/invocations`);
    expect((JSON.parse(whole) as Written).components.schemas.User.properties.name).toMatchObject(NAME);

    expect((await host.run(shop, [...vars.slice(0, 2), '--out-private', 'some.json'])).code).toBe(0);
    expect(shop.read('some.json')).toContain(`functions/${VARS.users_arn}/invocations`);
    expect(shop.read('some.json')).toContain('functions/${authorizer_arn}/invocations');
  });

  it('compares without writing', async () => {
    const check = [...INFO, ...FILES, '--check'];
    const missing = await host.run(shop, check);
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr.match(/^\S.*$/gm)).toEqual([
      'public.json, and 1 more place',
      '2 errors (--verbose shows each)',
    ]);
    expect(shop.outputs()).toEqual([]);
    await host.run(shop, [...INFO, ...FILES]);
    expect((await host.run(shop, check)).code).toBe(0);
    shop.put(
      'private.json',
      shop.read('private.json').replace('"My API"', '"Your API"').replaceAll('${users_arn}', '${user_arn}'),
    );
    shop.age('private.json');
    expect(await host.run(shop, check)).toEqual({
      code: 1,
      stdout: '',
      stderr: `private.json:4
  the file is out of date: 3 lines to add and 3 lines to remove; the first difference is in line 4
  -     "title": "Your API",
  +     "title": "My API",
  The placeholder \`\${user_arn}\` is now \`\${users_arn}\`: Terraform must fill in the new name.
  Run the same command without \`--check\`, and commit the file.
  stale (error), see nestjs-aws-gateway/docs/diagnostics.md#stale

1 error
public.json: up to date
`,
    });
    const json = await host.run(shop, [...check, '--format', 'json']);
    expect(json).toMatchObject({ code: 1, stderr: 'public.json: up to date\n' });
    expect(JSON.parse(json.stdout)).toMatchObject([
      { code: 'stale', severity: 'error', at: { file: 'private.json', line: 4 } },
    ]);
    const github = await host.run(shop, [...check, '--format', 'github']);
    expect(github.stdout).toMatch(/^::error file=private\.json,line=4,title=stale::private\.json:4: .*\n$/);
    expect(shop.isAged('private.json')).toBe(true);
  });

  it('lists the routes and what they use of the limits, alone or beside files', async () => {
    const table = [
      'METHOD  PATH              HANDLER                 INTEGRATION          AUTHORIZER  CORS                 GATEWAYS',
      'GET     /v1/pets          PetsController.list     mock 200             -           *                    rest-api kong',
      'POST    /v1/users         UsersController.create  lambda ${users_arn}  bearer      https://app.example  rest-api http-api',
      'GET     /v1/users/{name}  UsersController.get     lambda ${users_arn}  bearer      https://app.example  rest-api http-api',
      '',
    ].join('\n');
    const { code, stdout, stderr } = await host.run(shop, ['--list']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    // Sizes change with every word of the documents. The unit tests read the table of the gateways.
    expect(stdout).toMatch(/^http-api {2}2 of 3 /m);
    expect(
      stdout
        .replace(/^GATEWAY[^]*?\n\n/m, '')
        .replace(/^(models|definition|largest template)( +)[\d.]+ KB +/gm, '$1$2_ KB  '),
    ).toBe(`${table}
LIMIT                USED    OF      SHARE
resources            5       300     2 %
routes               3       -       -
authorizers          1       10      10 %
models               _ KB  400 KB  1 %
definition           _ KB  6 MB    1 %
largest template     _ KB  300 KB  1 %
resource policy      0       8192    0 %
stage variables      0       100     0 %
documentation parts  10      2000    1 %

PLACEHOLDER     KIND                          ROUTES                                DECLARED BY
authorizer_arn  the ARN of a Lambda function  POST /v1/users, GET /v1/users/{name}  @AwsAuthorizer on UsersController
users_arn       the ARN of a Lambda function  POST /v1/users, GET /v1/users/{name}  forRoot({ integration })
`);
    expect(await host.run(shop, ['--list', '--out-private', 'private.json'])).toEqual({
      code: 0,
      stdout,
      stderr: 'private.json: 3 routes, written\n',
    });
  });

  it('says how many diagnostics are kept silent, and shows them in the list', async () => {
    const decorator = `@AwsLambda({ functionArn: '\${list_arn}', timeout: 60_000 })
  @AwsIgnore('timeout-over-limit', 'the quota was raised')`;
    const source = moduleWith({ decorator });
    const silent = new CliProject({ 'app.module': source, apigen: entry() });
    expect(await host.run(silent, ['--out-private', 'private.json'])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'apigen: 1 ignored diagnostic (--list shows it)\nprivate.json: 1 route, written\n',
    });
    const { stdout, stderr } = await host.run(silent, ['--list']);
    expect(stderr).toBe('');
    expect(stdout.split('\n\n').at(-1)).toBe(
      [
        'IGNORED             PLACE                                                   REASON',
        'timeout-over-limit  app.module.mjs:30:5 - UsersController.list, GET /users  the quota was raised',
        '',
      ].join('\n'),
    );
    silent.remove();
  });

  it('only checks the application when there is nothing to write', async () => {
    expect(await host.run(shop, [])).toEqual({
      code: 0,
      stdout: '',
      stderr: 'apigen: 3 routes, no diagnostics; set --out-private or --out-public to write a file\n',
    });
  });

  it('prints the list as one JSON object', async () => {
    const { code, stdout, stderr } = await host.run(shop, ['--list', '--format', 'json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '[]\n' });
    const { routes, limits, silenced } = JSON.parse(stdout) as {
      routes: readonly object[];
      limits: readonly { readonly name: string }[];
      silenced: readonly object[];
    };
    expect(routes[1]).toEqual({
      method: 'POST',
      path: '/v1/users',
      controller: 'UsersController',
      handler: 'create',
      integration: { state: 'set', kind: 'lambda', text: 'lambda ${users_arn}' },
      authorizer: { state: 'set', name: 'bearer', scopes: [] },
      apiKey: false,
      cors: ['https://app.example'],
      gateways: { 'http-api': 'yes', kong: 'no', 'rest-api': 'yes' },
    });
    expect(limits.map(({ name }) => name)).toContain('resources');
    expect(silenced).toEqual([]);
  });

  it('prints its own version, without the application', async () => {
    const source = moduleWith({}).replace('export class AppModule', 'export class Other');
    const empty = new CliProject({
      'app.module': `${source}\nexport const AppModule = undefined;`,
      apigen: entry(),
    });
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(await host.run(empty, ['--version'])).toEqual({
      code: 0,
      stdout: `nestjs-aws-gateway ${version}\n`,
      stderr: '',
    });
    empty.remove();
    expect((await host.run(shop, ['--list', '--version'])).stderr).toBe(
      "error: option '--version <text>' argument missing\n",
    );
  });

  it('keeps files of another kind, unless it is forced', async () => {
    shop.put('notes.json', '{"name":"app"}');
    const refused = await host.run(shop, [...FILES, '--out-private', 'notes.json']);
    expect(refused).toEqual({
      code: 2,
      stdout: '',
      stderr:
        'apigen: notes.json is not a private document, so it is not overwritten: choose another file, or use --force\n',
    });
    expect(shop.outputs()).toEqual(['notes.json']);
    expect((await host.run(shop, ['--out-private', 'notes.json', '--force'])).code).toBe(0);
    expect((await host.run(shop, ['--out-public', 'notes.json'])).stderr).toBe(
      'apigen: notes.json is a private document, not a public document, so it is not overwritten: choose another file, or use --force\n',
    );
  });

  it('explains its options', async () => {
    const { code, stdout, stderr } = await host.run(shop, ['--help']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: apigen \[options\] \[command\]\n/);
    expect(stdout.match(/--[a-z-]+(?= )/g)).toEqual(
      expect.arrayContaining(
        [
          'title',
          'description',
          'version',
          'out-public',
          'out-private',
          'check',
          'force',
          'strict',
          'format',
          'list',
        ].map((name) => `--${name}`),
      ),
    );
    expect(await host.run(shop, ['apigen', '-h'])).toEqual({ code, stdout, stderr });
  });

  it('builds the providers only when it is asked to', async () => {
    expect(await host.run(shop, ['--no-preview', ...FILES])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'apigen: the application does not start: a controller was built\n',
    });
    expect(shop.outputs()).toEqual([]);
  });

  describeWithTools('with Terraform', { terraform: findTool('terraform') }, (tools) => {
    it.each(['private.json', 'private.yaml'])('fills %s by templatefile', async (name) => {
      const vars = VARS;
      const given = Object.entries(vars).flatMap(([key, value]) => ['--var', `${key}=${value}`]);
      await host.run(shop, [...INFO, '--out-private', name]);
      await host.run(shop, [...INFO, '--out-private', 'none.json', '--template', 'none', ...given]);
      shop.put('filled', await renderTemplate(tools.terraform, shop.path(), name, vars));
      // Terraform reads both as YAML does.
      const decoded = await terraform(
        tools.terraform,
        shop.path(),
        ['console'],
        'base64encode(jsonencode(yamldecode(file("filled"))))\n',
      );
      expect(JSON.parse(Buffer.from(JSON.parse(decoded) as string, 'base64').toString())).toEqual(
        // A filled ARN tells its region, and a placeholder is called in that of the API.
        JSON.parse(
          shop.read('none.json').replaceAll(':eu-west-1:lambda:path', ':${AWS::Region}:lambda:path'),
        ),
      );
    });
  });
});
