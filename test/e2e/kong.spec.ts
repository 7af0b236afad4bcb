import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Draft4 from 'ajv-draft-04';
import { parse } from 'yaml';
import { CliHost } from '../support/cli-host.js';
import { CliProject } from '../support/cli-project.js';
import { describeWithTools } from '../support/describe-with-tools.js';
import { findTool } from '../support/find-tool.js';
import { judgeFile } from '../support/kong-judge/judge-file.js';

const KONG = {
  apigen: `
import { Controller, Get, Module, Post } from '@nestjs/common';
import {
  AwsApiKey, AwsAuthorizer, AwsCors, AwsGatewayModule, AwsHttp, AwsLambda, AwsMock, JwtAuthorizer, LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import { runApigen } from 'nestjs-aws-gateway/cli';

const jwt = new JwtAuthorizer({
  name: 'jwt',
  issuer: 'https://\${issuer_host}/',
  audience: ['shop'],
  kong: { publicKeys: [{ pem: '\${issuer_key}' }] },
});
const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '\${authorizer_arn}' });

@Controller('orders')
@AwsCors({ allowOrigins: ['https://app.example.com'] })
@AwsAuthorizer(jwt, { scopes: ['orders'] })
class OrdersController {
  @Get()
  @AwsHttp('https://\${orders_host}')
  list(): void {}

  @Post()
  @AwsLambda('\${place_function_arn}')
  @AwsApiKey()
  place(): void {}

  @Get('health')
  @AwsMock({ status: 200, body: 'costs \${{ 5 }} \${money}' })
  health(): void {}
}

@Controller('guarded')
@AwsAuthorizer(bearer)
class GuardedController {
  @Get()
  @AwsMock({ status: 200 })
  get(): void {}
}

@Module({
  imports: [
    AwsGatewayModule.forRoot({
      region: 'eu-west-1',
      validation: 'none',
      kong: { consumers: [{ username: 'partner', apiKeys: ['\${partner_key}'] }] },
    }),
  ],
  controllers: [OrdersController, ...(process.env['GUARDED'] ? [GuardedController] : [])],
})
class AppModule {}

await runApigen(AppModule);
`,
};

const KONG_RUN = ['--gateway', 'kong', '--title', 'My Shop', '--version', '1'];
const VALUES: Readonly<Record<string, string>> = {
  ISSUER_HOST: 'id.example.com',
  ISSUER_KEY: '-----BEGIN PUBLIC KEY-----\\nMIIB\\n-----END PUBLIC KEY-----\\n',
  ORDERS_HOST: 'orders.internal:8443',
  PLACE_FUNCTION_ARN: 'arn:aws:lambda:eu-west-1:111122223333:function:place',
  PARTNER_KEY: 'a-key',
  MONEY: '7',
};

/** As decK reads its files: templates of Go, of which this library writes two. */
const fill = (text: string): string =>
  text.replace(
    /\$\{\{ (?:env `DECK_(\w+)`|`(\$\{\{)`) \}\}/g,
    (_, name: string | undefined, literal: string) => (name === undefined ? literal : VALUES[name]!),
  );

const host = new CliHost();
let project: CliProject;

beforeAll(() => {
  project = new CliProject(KONG);
});

afterAll(() => {
  host.end();
  project.remove();
});

describe('apigen --gateway kong', () => {
  it.each(['yaml', 'json'])('writes placeholders as environment values of decK, in %s', async (ending) => {
    const { code, stderr } = await host.run(project, [...KONG_RUN, '--out-private', `kong.${ending}`]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: `kong.${ending}: 3 routes, written\n` });
    const text = project.read(`kong.${ending}`);
    expect(text).toContain('${{ env `DECK_ORDERS_HOST` }}');
    const file = parse(fill(text)) as { readonly services: readonly { readonly url: string }[] };
    expect(file.services.map(({ url }) => url)).toEqual(['https://orders.internal:8443']);
    expect(fill(text)).toContain('costs ${{ 5 }} 7');
    expect(judgeFile(file)).toEqual([]);
    expect((await host.run(project, [...KONG_RUN, '--out-private', `kong.${ending}`, '--check'])).code).toBe(
      0,
    );
  });

  it('fills them by --var for Kong without a database, and reports those without a value', async () => {
    const vars = Object.entries(VALUES).flatMap(([name, value]) => [
      '--var',
      `${name.toLowerCase()}=${value.replaceAll('\\n', '\n')}`,
    ]);
    const dbless = [...KONG_RUN, '--dialect', 'dbless', '--out-private', '-'];
    const { code, stdout } = await host.run(project, [...dbless, ...vars]);
    expect(code).toBe(0);
    const file = JSON.parse(stdout) as object;
    expect(file).not.toHaveProperty('_info');
    expect(stdout).not.toContain('DECK_');
    expect(stdout).toContain('costs ${{ 5 }} 7');
    expect(judgeFile(file, { dialect: 'dbless' })).toEqual([]);
    const without = await host.run(project, dbless);
    expect(without.code).toBe(1);
    expect(without.stderr).toContain('the placeholder `${partner_key}` has no value');
    expect(without.stderr).toContain('--dialect deck');
  });

  it('writes nothing when a route cannot be guarded', async () => {
    const { code, stderr } = await project.run([...KONG_RUN, '--out-private', 'open.json'], {
      env: { GUARDED: '1' },
    });
    expect(code).toBe(1);
    expect(stderr).toContain('GuardedController.get, GET /guarded');
    expect(stderr).toContain('the gateway `kong` cannot express the `LambdaAuthorizer` `bearer`');
    expect(stderr).toContain('apigen: nothing was written');
    expect(project.outputs()).not.toContain('open.json');
  });

  it.each([
    [['--gateway', 'apache'], "argument 'apache' is invalid. Allowed choices are rest-api, http-api, kong."],
    [['--dialect', 'deck'], "option '--dialect' is for the gateway 'kong', but this run is for 'rest-api'"],
    [
      ['--gateway', 'kong', '--dialect', 'yaml'],
      "argument 'yaml' is invalid. Allowed choices are deck, dbless.",
    ],
    [
      ['--gateway', 'kong', '--inline-integrations'],
      "option '--inline-integrations' is for the gateway 'http-api'",
    ],
    [['--gateway', 'kong', '--out-terraform', 'infra'], "option '--out-terraform'"],
    [['--gateway', 'kong', '--out-iam', 'iam.json'], "option '--out-iam' is for the role of API Gateway"],
    [
      ['--gateway', 'kong', '--template', 'terraform'],
      "option '--template terraform' does not fit the gateway 'kong'",
    ],
    [['--template', 'deck'], "option '--template deck' does not fit the gateway 'rest-api'"],
  ])('refuses %j', async (args, message) => {
    const { code, stdout, stderr } = await host.run(project, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  it('explains a route', async () => {
    const { code, stdout } = await host.run(project, ['explain', 'POST /orders', '--gateway', 'kong']);
    expect(code).toBe(0);
    expect(stdout).toContain('route of Kong');
    expect(stdout).toContain('"name": "aws-lambda"');
    expect(stdout).toMatch(/^403 +Kong/m);
  });
});

/** The schema that decK validates its files with, which is no part of this repository. */
const schema = process.env['DECK_SCHEMA'];

describeWithTools('the file for Kong in decK', { deck: findTool('deck') }, ({ deck }) => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'kong-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(['yaml', 'json'])('is valid, in %s', async (ending) => {
    const { stdout } = await host.run(project, [...KONG_RUN, '--out-private', `deck.${ending}`]).then(() => ({
      stdout: fill(project.read(`deck.${ending}`)),
    }));
    const file = join(folder, `kong.${ending}`);
    writeFileSync(file, stdout);
    const [, minor] = /\d+\.(\d+)/.exec(execFileSync(deck, ['version'], { encoding: 'utf8' })) ?? [];
    const args = Number(minor) < 28 ? ['validate', '-s', file] : ['file', 'validate', file];
    expect(execFileSync(deck, args, { encoding: 'utf8', stdio: 'pipe' })).toBe('');
  });
});

describeWithTools(
  'the file for Kong by its published schema',
  { 'DECK_SCHEMA (a file)': schema !== undefined && existsSync(schema) ? schema : undefined },
  (files) => {
    it('is valid', async () => {
      const { stdout } = await host.run(project, [...KONG_RUN, '--out-private', '-']);
      const check = new Draft4.default({ strict: false }).compile(
        JSON.parse(readFileSync(files['DECK_SCHEMA (a file)'], 'utf8')) as object,
      );
      check(JSON.parse(fill(stdout)));
      expect(check.errors ?? []).toEqual([]);
    });
  },
);
