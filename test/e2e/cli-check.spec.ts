import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { CliProject, type CliRun } from '../support/cli-project.js';

/** One file, as a user has it: two functions, an authorizer and a list of origins. */
const SHOP = {
  'app.module': `
import { Controller, Get, Module, Param } from '@nestjs/common';
import { AwsAuthorizer, AwsCors, AwsGatewayModule, AwsLambda, LambdaAuthorizer } from 'nestjs-aws-gateway';

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '\${authorizer_arn}' });

@Controller('users')
@AwsAuthorizer(bearer)
@AwsCors({ allowOrigins: '\${cors_origins}' })
class UsersController {
  @Get()
  @AwsLambda('\${list_users_arn}')
  list(): void {}

  @Get(':name')
  @AwsLambda('\${get_user_arn}')
  get(@Param('name') name: string): void {}
}

@Module({ imports: [AwsGatewayModule.forRoot()], controllers: [UsersController] })
export class AppModule {}
`,
  apigen: `
import { runApigen } from 'nestjs-aws-gateway/cli';
import { AppModule } from './app.module.mjs';
void runApigen(AppModule, { document: { title: 'shop', version: '1.0' } });
`,
};

const MAIN = `locals {
  document = templatefile("\${path.module}/api.json", {
    authorizer_arn = aws_lambda_function.this["authorizer"].arn
    list_users_arn = aws_lambda_function.this["list_users"].arn
    get_user_arn   = aws_lambda_function.this["get_user"].arn
    cors_origins   = var.origins
  })
}

variable "origins" {
  type    = list(string)
  default = ["https://app.example.com"]
}

resource "aws_lambda_function" "this" {
  for_each      = toset(["authorizer", "list_users", "get_user"])
  function_name = each.key
}

resource "aws_lambda_permission" "this" {
  for_each      = { authorizer = "authorizers/*", list_users = "*/GET/users", get_user = "*/GET/users/*" }
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this[each.key].function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "\${aws_api_gateway_rest_api.this.execution_arn}/\${each.value}"
}

resource "aws_api_gateway_rest_api" "this" {
  name             = "shop"
  body             = local.document
  fail_on_warnings = true
}

resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  triggers    = { redeployment = sha1(aws_api_gateway_rest_api.this.body) }
  lifecycle {
    create_before_destroy = true
  }
}
`;

/** The same in JSON, with one fault of each of some kinds. */
const JSON_TREE = JSON.stringify(
  {
    locals: {
      document:
        '${templatefile("${path.module}/api.json", { authorizer_arn = "a", list_users_arn = "b", get_users_arn = "c", cors_origins = "d" })}',
    },
    resource: {
      aws_api_gateway_rest_api: {
        this: { name: 'shop', body: '${local.document}', put_rest_api_mode: 'merge' },
      },
      aws_api_gateway_resource: { more: { rest_api_id: '${aws_api_gateway_rest_api.this.id}' } },
    },
  },
  null,
  2,
);

/** A call of the generated module. */
const call = (more: string): string => `module "api" {
  source         = "./api"
  authorizer_arn = "arn:aws:lambda:eu-west-1:123456789012:function:authorizer"
  list_users_arn = "arn:aws:lambda:eu-west-1:123456789012:function:list"
${more}}\n`;

describe('apigen check --terraform', () => {
  let shop: CliProject;
  const check = (...args: readonly string[]): Promise<CliRun> =>
    shop.run(['check', '--terraform', 'infra', ...args]);
  /** The document stands in each tree, as `apigen` writes it. */
  const put = async (files: Readonly<Record<string, string>>): Promise<void> => {
    shop.clear();
    shop.put('infra/api.json', '');
    const written = await shop.run(['--out-private', 'infra/api.json', '--force']);
    if (written.code !== 0) throw new Error(written.stderr);
    for (const [name, text] of Object.entries(files)) shop.put(`infra/${name}`, text);
  };

  beforeAll(() => {
    shop = new CliProject(SHOP);
  });
  afterEach(() => shop.clear());
  afterAll(() => shop.remove());

  it('passes what fits, and writes nothing', async () => {
    await put({ 'main.tf': MAIN });
    const { code, stdout, stderr } = await check();
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: 'apigen: infra: 1 module, no diagnostics\n',
    });
    expect(shop.outputs()).toEqual(['infra']);
  });

  it('names the file and the line that must follow a renamed placeholder', async () => {
    await put({ 'main.tf': MAIN.replace('get_user_arn  ', 'user_arn') });
    const { code, stdout, stderr } = await check();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(
      /^infra\/main\.tf:5:5 - local\.document\n {2}the document has the placeholder `\$\{get_user_arn\}` of `GET \/users\/\{name\}` in `UsersController\.get` \(app\.module\.mjs:\d+:\d+\), but `templatefile` has no value for it, only the unused value `user_arn`\n {2}Rename `user_arn` to `get_user_arn`\.\n/,
    );
    expect(stderr).toMatch(/\n1 error\n$/);
  });

  it('prints data for programs and annotations to stdout', async () => {
    await put({ 'main.tf.json': JSON_TREE });
    const json = await check('--format', 'json');
    expect(json.code).toBe(1);
    const found = JSON.parse(json.stdout) as readonly { code: string; at: { file: string; line: number } }[];
    expect(found.map(({ code, at }) => `${code} ${at.file}:${at.line}`)).toEqual([
      'terraform-missing-value infra/main.tf.json:3',
      'terraform-wrong-value infra/main.tf.json:3',
      'terraform-missing-permission infra/main.tf.json:3',
      'terraform-missing-permission infra/main.tf.json:3',
      'terraform-warnings-ignored infra/main.tf.json:7',
      'terraform-not-redeployed infra/main.tf.json:7',
      'terraform-merge-mode infra/main.tf.json:10',
      'terraform-resource-beside-body infra/main.tf.json:14',
    ]);
    const github = await check('--format', 'github');
    expect(github.code).toBe(1);
    expect(github.stdout).toMatch(/^::error .*file=.*infra\/main\.tf\.json,line=3/m);
  });

  it('fails for warnings with --strict only', async () => {
    await put({ 'main.tf': MAIN.replace('  fail_on_warnings = true\n', '') });
    expect((await check()).code).toBe(0);
    expect((await check('--strict')).code).toBe(1);
  });

  it('passes its own module, and reports what its call lacks', async () => {
    await put({});
    const written = await shop.run(['--out-terraform', 'infra/api']);
    expect(written.code).toBe(0);
    shop.put('infra/main.tf', call('  get_user_arn   = "x"\n  cors_origins   = []\n'));
    expect(await check()).toMatchObject({ code: 0 });
    shop.put('infra/main.tf', call('  cors_origins   = []\n'));
    const { code, stderr } = await check();
    expect(code).toBe(1);
    expect(stderr).toContain('the module has the variable `get_user_arn`, but its call has no value for it');
  });

  it.each([
    [{ 'main.tf': 'resource "a" "b" {\n' }, 'apigen: infra/main.tf:2:1: this is not HCL: `}` is missing'],
    [{ 'main.tf': 'locals {\n  a = [1\n}\n' }, 'apigen: infra/main.tf:3:'],
    [
      { 'main.tf': 'a = <<EOT\nno end\n' },
      'apigen: infra/main.tf:3:1: this is not HCL: the end of a heredoc',
    ],
    [{ 'main.tf': '\0\x01' }, 'apigen: infra/main.tf:1:1: this is not HCL'],
    [{ 'main.tf': MAIN, 'z.tf.json': '{"a": [}' }, 'apigen: infra/z.tf.json: this is not JSON'],
    [{ 'main.tf': MAIN, 'sub/z.tf': '}' }, 'apigen: infra/sub/z.tf:1:1: this is not HCL'],
    [{}, "apigen: '--terraform infra' has no Terraform configuration"],
  ])('cannot run on %j', async (files, message) => {
    await put(files);
    const { code, stdout, stderr } = await check();
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.slice(0, message.length)).toBe(message);
    expect(stderr).not.toContain('    at ');
  });

  it.each([
    [['check'], "error: 'check' needs the directory of a Terraform configuration"],
    [['check', '--terraform', 'gone'], "apigen: the directory of '--terraform gone' does not exist\n"],
    [['check', '--terraform', 'app.module.mjs'], "apigen: '--terraform app.module.mjs' is not a directory\n"],
    [
      ['check', '--terraform', '.', '--out-public', 'a.json'],
      "error: option '--out-public' has no effect on",
    ],
    [['check', '--terraform', '.', '--gateway', 'kong'], "error: 'check' compares Terraform for API Gateway"],
  ])('cannot run with %j', async (args, message) => {
    const { code, stdout, stderr } = await shop.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.slice(0, message.length)).toBe(message);
  });
});
