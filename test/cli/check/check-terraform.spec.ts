import { afterAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsDynamoDb,
  AwsLambda,
  fromBody,
  fromPath,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { listAsked } from '../../../lib/cli/files/outputs.js';
import { renderFiles } from '../../../lib/cli/files/render-files.js';
import { compileGateway } from '../../../lib/compile-gateway.js';
import { readApplication } from '../../../lib/nest/read-application.js';
import { CONFIG, createApp, moduleOf } from '../../support/create-app.js';
import { checkTree, headlineOf } from '../../support/check-tree.js';
import { readPageBlocks } from '../../support/docs-blocks.js';
import { addWording, findUnknownWording, UPDATES } from '../../wording/wording.js';

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_function_arn}' });

class UserDto {
  @ApiProperty()
  readonly name!: string;
}

@Controller('users')
@AwsAuthorizer(bearer)
@AwsApiKey()
@AwsCors({ allowOrigins: ['https://app.example.com'] })
class UsersController {
  @Get(':name')
  @AwsLambda('${get_user_function_arn}')
  get(@Param('name') name: string): string {
    return name;
  }

  @Put(':name')
  @AwsDynamoDb({
    action: 'PutItem',
    table: '${users_table}',
    credentials: '${services_role_arn}',
    key: { pk: fromPath('name') },
    item: fromBody(),
  })
  put(@Param('name') name: string, @Body() user: UserDto): UserDto {
    return { ...user, name };
  }
}

@Controller('pets')
@AwsCors({ allowOrigins: ['https://app.example.com'] })
class PetsController {
  @Get()
  @AwsLambda({ invokeArn: '${get_arn}' })
  get(): void {}
}

@Controller('shops')
@AwsCors({ allowOrigins: '${cors_origins}' })
class ShopsController {
  @Get()
  @AwsLambda({ invokeArn: '${get_arn}' })
  get(): void {}
}

const options: AwsGatewayOptions = { binaryMediaTypes: ['image/png'], minimumCompressionSize: 1024 };

/** The configuration of the page about Terraform, whose application is this one but for a role. */
const PAGE = readPageBlocks()
  .filter(({ place, language }) => place.startsWith('docs/terraform.md') && language === 'hcl')
  .map(({ text }) => text)
  .join('\n')
  .replaceAll('api_private.json', 'api.json')
  .replaceAll('iam_policy.json', 'iam.json')
  .replace(/^ *authorizer_role_arn .*\n/m, '');

type Change = readonly [string | RegExp, string];

/** The page with changes. Each must change something. */
function page(...changes: readonly Change[]): string {
  return changes.reduce((text, [from, to]) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    return changed;
  }, PAGE);
}

async function check(
  files: string | Readonly<Record<string, string>>,
  given: AwsGatewayOptions = options,
): Promise<readonly string[]> {
  const found = await checkTree({
    files: typeof files === 'string' ? { 'main.tf': files } : files,
    controllers: [UsersController],
    options: given,
  });
  expect(found.flatMap(findUnknownWording)).toEqual([]);
  return found.map((one) => headlineOf(one).replace(/ \S+:\d+:\d+ /, ' '));
}

const API = 'aws_api_gateway_rest_api.this';

const call = (given: string): string => `module "api" {\n  source = "./api"\n  ${given}\n}\n`;

const api = (more: string): string => `
resource "aws_apigatewayv2_api" "this" {
  name = "Test"
  protocol_type = "HTTP"
  body = templatefile("api.json", { get_arn = aws_lambda_function.get.invoke_arn })
  fail_on_warnings = true
  ${more}
}
resource "aws_lambda_function" "get" {}
resource "aws_lambda_permission" "get" {
  function_name = aws_lambda_function.get.function_name
  principal = "apigateway.amazonaws.com"
  source_arn = "\${aws_apigatewayv2_api.this.execution_arn}/*"
}
resource "aws_apigatewayv2_stage" "this" {
  api_id = aws_apigatewayv2_api.this.id
  name = "$default"
  auto_deploy = true
}
resource "aws_apigatewayv2_route" "more" {
  api_id = aws_apigatewayv2_api.this.id
}
`;

const MIRRORED = 'terraform-not-mirrored error aws_apigatewayv2_api.this';
const FOLLOWED = 'terraform-not-followed info aws_apigatewayv2_api.this';

/** The policy of the document, with other values. */
const cors = (given: Readonly<Record<string, string>> = {}): string => {
  const values = {
    allow_origins: '["https://app.example.com"]',
    allow_methods: '["GET", "OPTIONS"]',
    allow_headers: '["Content-Type"]',
    ...given,
  };
  const lines = Object.entries(values).map(([name, value]) => `    ${name} = ${value}`);
  return `  cors_configuration {\n${lines.join('\n')}\n  }`;
};

const checkHttp = async (text: string, controller = PetsController): Promise<readonly string[]> => {
  const found = await checkTree({
    files: { 'main.tf': text },
    controllers: [controller],
    options: { gateway: 'http-api' },
  });
  expect(found.flatMap(findUnknownWording)).toEqual([]);
  return found.map((one) => headlineOf(one).replace(/ \S+:\d+:\d+ /, ' '));
};

/** What `terraform init` writes down: a module, one below it and one of its own. */
const manifest = (source: string): string =>
  JSON.stringify({
    Modules: [
      { Key: '', Source: '', Dir: '.' },
      { Key: 'gateway', Source: source, Version: '1.0.0', Dir: '.terraform/modules/gateway' },
      { Key: 'gateway.api', Source: './api', Dir: '.terraform/modules/gateway/api' },
      {
        Key: 'gateway.calls',
        Source: 'git::https://example.com/calls.git',
        Dir: '.terraform/modules/calls',
      },
    ],
  });

describe('apigen check --terraform', () => {
  it('finds nothing in the configuration of the page', async () => {
    expect(await check(PAGE)).toEqual([]);
  });

  it.each<[string, readonly Change[], readonly string[]]>([
    [
      'fail_on_warnings',
      [[/ +fail_on_warnings = true\n/, '']],
      [`terraform-warnings-ignored warning ${API}`],
    ],
    [
      'fail_on_warnings of a variable',
      [[/fail_on_warnings = true/, 'fail_on_warnings = var.strict']],
      [`terraform-not-followed info ${API}`],
    ],
    [
      'merge',
      [[/fail_on_warnings = true/, 'fail_on_warnings = true\n  put_rest_api_mode = "merge"']],
      [`terraform-merge-mode warning ${API}`],
    ],
    [
      'settings without a value',
      [
        [/ +binary_media_types .*\n/, ''],
        [/ +minimum_compression_size .*\n/, ''],
      ],
      [`terraform-setting-reverted warning ${API}`, `terraform-setting-reverted warning ${API}`],
    ],
    [
      'null as a fallback',
      [[/(binary_media_types .*), \[\]\)/, '$1, null)']],
      [`terraform-setting-reverted warning ${API}`],
    ],
    [
      'settings with other values',
      [
        [/binary_media_types .*/, 'binary_media_types = ["image/jpeg"]'],
        [/minimum_compression_size .*/, 'minimum_compression_size = 1024'],
        [/api_key_source .*/, 'api_key_source = "AUTHORIZER"'],
      ],
      [`terraform-setting-differs error ${API}`, `terraform-setting-differs error ${API}`],
    ],
    [
      'a document without values',
      [[/templatefile\((".*api\.json"), \{[^}]*\}\)/, 'file($1)']],
      [`terraform-body-without-values error ${API}`],
    ],
    [
      'no trigger',
      [[/ +triggers = \{[^}]*\}\n/, '']],
      ['terraform-not-redeployed warning aws_api_gateway_deployment.this'],
    ],
    [
      'a trigger of the file alone',
      [[/sha1\(aws_api_gateway_rest_api.this.body\)/, 'filesha1("${path.module}/api.json")']],
      ['terraform-not-redeployed warning aws_api_gateway_deployment.this'],
    ],
    ['a trigger that always changes', [[/sha1\(aws_api_gateway_rest_api.this.body\)/, 'timestamp()']], []],
    [
      'a trigger through another resource',
      [
        [/sha1\(aws_api_gateway_rest_api.this.body\)/, 'terraform_data.body.output'],
        [/$/, '\nresource "terraform_data" "body" {\n  input = local.document\n}\n'],
      ],
      [],
    ],
    [
      'a trigger that does not depend on the document',
      [[/sha1\(aws_api_gateway_rest_api.this.body\)/, '"1"']],
      ['terraform-not-redeployed warning aws_api_gateway_deployment.this'],
    ],
    [
      'no create_before_destroy',
      [[/ +lifecycle \{[^}]*\}\n/, '']],
      ['terraform-deployment-in-use warning aws_api_gateway_deployment.this'],
    ],
    [
      'no deployment',
      [[/resource "aws_api_gateway_deployment" "this"/, 'resource "x" "this"']],
      [`terraform-not-redeployed warning ${API}`],
    ],
    [
      'no permission of a function',
      [[/resource "aws_lambda_permission" "get_user"/, 'resource "x" "get_user"']],
      [`terraform-missing-permission error ${API}`],
    ],
    [
      'no permission of an authorizer',
      [[/authorizers\/\*/, '*/GET/users/*']],
      ['terraform-missing-permission error aws_lambda_permission.authorizer'],
    ],
    [
      'a permission for other routes',
      [[/GET\/users/, 'GET/orders']],
      ['terraform-missing-permission error aws_lambda_permission.get_user'],
    ],
    ['a permission for all routes', [[/GET\/users\/\*/, '*']], []],
    [
      'a permission of another service',
      [[/(get_user.function_name\n.*)apigateway.amazonaws.com/, '$1s3.amazonaws.com']],
      [`terraform-missing-permission error ${API}`],
    ],
    [
      'an alias with a qualifier',
      [
        [/= aws_lambda_function.get_user.arn/, '= aws_lambda_alias.live.arn'],
        [
          /resource "aws_lambda_permission" "get_user"/,
          'resource "aws_lambda_alias" "live" {\n  name = "live"\n  function_name = aws_lambda_function.get_user.function_name\n}\n$&',
        ],
        [
          /= aws_lambda_function.get_user.function_name\n +principal/,
          '= aws_lambda_alias.live.function_name\n qualifier = aws_lambda_alias.live.name\n principal',
        ],
      ],
      [],
    ],
    [
      'a version without a qualifier',
      [[/= aws_lambda_function.get_user.arn/, '= aws_lambda_function.get_user.qualified_arn']],
      [`terraform-missing-permission error ${API}`],
    ],
    [
      'a function whose permission is for an alias',
      [[/(= aws_lambda_function.get_user.function_name\n)( +principal)/, '$1  qualifier = "live"\n$2']],
      [`terraform-missing-permission error ${API}`],
    ],
    [
      'a function that is made elsewhere',
      [
        [/= aws_lambda_function.get_user.arn/, '= var.get_user_arn'],
        [
          /resource "aws_lambda_permission" "get_user"/,
          'variable "get_user_arn" {}\nresource "x" "get_user"',
        ],
      ],
      [`terraform-not-followed info ${API}`],
    ],
    [
      'resources beside the body',
      [
        [
          /$/,
          `\nresource "aws_api_gateway_authorizer" "more" {\n  rest_api_id = aws_api_gateway_rest_api.this.id\n}
resource "aws_api_gateway_rest_api_policy" "more" {\n  rest_api_id = aws_api_gateway_rest_api.this.id\n}
resource "aws_api_gateway_rest_api" "other" {}
resource "aws_api_gateway_resource" "other" {\n  rest_api_id = aws_api_gateway_rest_api.other.id\n}\n`,
        ],
      ],
      [
        'terraform-resource-beside-body error aws_api_gateway_authorizer.more',
        'terraform-resource-beside-body error aws_api_gateway_rest_api_policy.more',
      ],
    ],
  ])('reports %s', async (_, changes, expected) => {
    expect(await check(page(...changes))).toEqual(expected);
  });

  it('finds nothing in the module that apigen writes, and what its caller lacks', async () => {
    const compiled = compileGateway(
      readApplication(await createApp(moduleOf([UsersController])), CONFIG),
      options,
    );
    const files = await renderFiles(listAsked(compiled, { outTerraform: 'api' }), {
      template: 'terraform',
      vars: new Map(),
    });
    const written = Object.fromEntries(files.map(({ target, text }) => [target, text]));
    const values = `get_user_function_arn = aws_lambda_function.get.arn
  authorizer_function_arn = aws_lambda_function.authorizer.arn
  users_table = "users"`;
    expect(await check({ ...written, 'main.tf': call(values) })).toEqual([]);
    expect(await check(written)).toEqual([]);
    expect(await check({ ...written, 'main.tf': call(values.replace('users_table', 'user_table')) })).toEqual(
      ['terraform-missing-value error module.api'],
    );
    const stale = {
      ...written,
      'api/main.tf': written['api/main.tf']!.replaceAll('users_table', 'user_table'),
    };
    expect(await check({ ...stale, 'main.tf': call(values) })).toEqual([
      'terraform-missing-value error module.api.local.body',
    ]);
  });

  it('compares an HTTP API with what its resource must repeat', async () => {
    const beside = 'terraform-resource-beside-body error aws_apigatewayv2_route.more';
    expect(await checkHttp(api(`version = "1.0"\n${cors()}`))).toEqual([beside]);
    expect(await checkHttp(api('').replace('auto_deploy = true', ''))).toEqual([
      'terraform-not-mirrored warning aws_apigatewayv2_api.this',
      'terraform-not-mirrored error aws_apigatewayv2_api.this',
      'terraform-not-redeployed warning aws_apigatewayv2_stage.this',
      beside,
    ]);
    expect(await checkHttp(api('').replaceAll('aws_apigatewayv2_api', 'aws_api_gateway_rest_api'))).toContain(
      'terraform-wrong-gateway error aws_api_gateway_rest_api.this',
    );
  });

  it.each([
    ['the same', {}, []],
    [
      'other cases and another order',
      { allow_headers: '["content-type"]', allow_methods: '["options", "get"]' },
      [],
    ],
    ['what is off', { allow_credentials: 'false', max_age: '0', expose_headers: '[]' }, []],
    ['the document itself', { allow_methods: 'local.document["x-amazon-apigateway-cors"].allowMethods' }, []],
    ['another origin', { allow_origins: '["https://other.example.com"]' }, [MIRRORED]],
    ['any origin', { allow_origins: '["*"]' }, [MIRRORED]],
    ['no methods', { allow_methods: 'null' }, [MIRRORED]],
    ['more than the document', { max_age: '60', allow_credentials: 'true' }, [MIRRORED, MIRRORED]],
    ['origins that are set outside', { allow_origins: 'var.origins' }, [FOLLOWED]],
  ])('compares the CORS policy with %s', async (_, given, expected) => {
    const text = api(`version = "1.0"\n${cors(given)}`).replace(
      /body = (.*)/,
      'body = jsonencode(local.document)',
    );
    const document =
      'locals {\n  document = jsondecode(templatefile("api.json", { get_arn = aws_lambda_function.get.invoke_arn }))\n}\n';
    expect(await checkHttp(`variable "origins" {}\n${document}${text}`)).toEqual([
      ...expected,
      'terraform-resource-beside-body error aws_apigatewayv2_route.more',
    ]);
  });

  it.each([
    ['none', 'null', [MIRRORED]],
    ['those of the values', 'var.origins', []],
  ])('compares origins that are a list at deployment with %s', async (_, origins, expected) => {
    const text = api(`version = "1.0"\n${cors({ allow_origins: origins })}`).replace(
      '.invoke_arn }',
      '.invoke_arn, cors_origins = var.origins }',
    );
    expect(await checkHttp(`variable "origins" {}\n${text}`, ShopsController)).toEqual([
      ...expected,
      'terraform-resource-beside-body error aws_apigatewayv2_route.more',
    ]);
  });

  it.each([
    ['`templatestring`', 'templatestring(local.text, VALUES)', 'locals {\n  text = file("api.json")\n}', API],
    [
      '`template_file`',
      'data.template_file.api.rendered',
      'data "template_file" "api" {\n  template = file("api.json")\n  vars = VALUES\n}',
      'data.template_file.api',
    ],
    ['a condition', 'templatefile("api.json", var.more ? VALUES : VALUES)', 'variable "more" {}', API],
  ])('follows the document through %s', async (_, body, more, owner) => {
    const values = `{
    get_user_function_arn = "a"
    services_role_arn = "s"
    authorizer_function_arn = "b"
  }`;
    const text = `${more}\nresource "aws_api_gateway_rest_api" "this" {\n  body = ${body}\n}\n`;
    const found = await check(text.replaceAll('VALUES', values));
    expect(found).toContain(`terraform-missing-value error ${owner}`);
    expect(found).toContain(`terraform-warnings-ignored warning ${API}`);
  });

  it('says when no API is known to take the document', async () => {
    const values =
      'get_user_function_arn = 1, services_role_arn = 1, authorizer_function_arn = 1, users_table = 1';
    expect(
      await check(`resource "x" "y" {
  input = templatefile("api.json", { ${values} })
}
resource "aws_api_gateway_rest_api" "this" {
  body = x.y.output
}
`),
    ).toEqual(['terraform-not-followed info x.y']);
  });

  it('says when nothing takes the document', async () => {
    expect(await check('locals { a = 1 }')).toEqual([
      'terraform-without-document error the whole configuration',
    ]);
    expect(await check('locals { a = templatefile("no.json", {}) }')).toEqual([
      'terraform-without-document error local.a',
    ]);
  });

  it('takes a file that is not written yet for the document', async () => {
    expect(await check(page([/api\.json/, 'later.json'], [/ +users_table .*\n/, '']))).toEqual([
      'terraform-missing-value error local.document',
    ]);
  });

  it('refuses a configuration that cannot be read, with the place', async () => {
    await expect(check({ 'main.tf': PAGE, 'more.tf': 'locals {\n  a = [\n}\n' })).rejects.toThrow(
      /^more\.tf:\d:\d: this is not HCL: /,
    );
    await expect(check({ 'main.tf': PAGE, 'more.tf.json': '{,}' })).rejects.toThrow(
      /^more\.tf\.json: this is not JSON: /,
    );
  });

  it('compares the alias that a decorator names with the qualifier of the permission', async () => {
    @Controller('users')
    class AliasController {
      @Get()
      @AwsLambda('${get_arn}:live')
      get(): void {}
    }
    const checkAlias = async (permission: string): Promise<readonly string[]> => {
      const found = await checkTree({
        files: {
          'main.tf': `resource "aws_api_gateway_rest_api" "this" {
  name = "api"
  body = templatefile("api.json", { get_arn = aws_lambda_function.get.arn })
  fail_on_warnings = true
}
resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  triggers = { redeployment = sha1(aws_api_gateway_rest_api.this.body) }
  lifecycle { create_before_destroy = true }
}
resource "aws_lambda_function" "get" {}
resource "aws_lambda_permission" "get" {
  ${permission}
  principal = "apigateway.amazonaws.com"
  source_arn = "\${aws_api_gateway_rest_api.this.execution_arn}/*"
}
`,
        },
        controllers: [AliasController],
      });
      expect(found.flatMap(findUnknownWording)).toEqual([]);
      return found.map(({ code, message }) => `${code}: ${message}`);
    };
    const name = 'function_name = aws_lambda_function.get.function_name';
    expect(await checkAlias(`${name}\n  qualifier = "live"`)).toEqual([]);
    expect(await checkAlias('function_name = "get:live"')).toEqual([
      'terraform-missing-permission: the function `get_arn:live` has no `aws_lambda_permission` for API Gateway: every call returns 500',
    ]);
    expect(await checkAlias(name)).toEqual([
      'terraform-missing-permission: the function `get_arn:live` is called by an alias or a version, but its permission has no `qualifier`: API Gateway returns 500',
    ]);
  });

  it('follows the modules that `terraform init` installed, as they were installed', async () => {
    const modules = 'infra/.terraform/modules';
    const files = {
      'infra/main.tf': `
resource "aws_lambda_function" "get" {}
module "gateway" {
  source = "example/gateway/aws"
  body = templatefile("../api.json", {
    get_user_function_arn = aws_lambda_function.get.arn
    authorizer_function_arn = aws_lambda_function.get.arn
    users_table = "users"
    services_role_arn = "arn:aws:iam::111122223333:role/services"
  })
  function_name = aws_lambda_function.get.function_name
}
`,
      [`${modules}/gateway/main.tf`]: `
variable "body" {}
variable "function_name" {}
module "api" {
  source = "./api"
  body = var.body
}
module "calls" {
  source = "git::https://example.com/calls.git"
  function_name = var.function_name
  execution_arn = module.api.execution_arn
}
`,
      [`${modules}/gateway/api/main.tf`]: `
variable "body" {}
resource "aws_api_gateway_rest_api" "this" {
  name = "api"
  body = var.body
  binary_media_types = ["image/png"]
  minimum_compression_size = 1024
}
resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  triggers = { redeployment = sha1(aws_api_gateway_rest_api.this.body) }
  lifecycle { create_before_destroy = true }
}
output "execution_arn" { value = aws_api_gateway_rest_api.this.execution_arn }
`,
      [`${modules}/calls/main.tf`]: `
variable "function_name" {}
variable "execution_arn" {}
resource "aws_lambda_permission" "this" {
  function_name = var.function_name
  principal = "apigateway.amazonaws.com"
  source_arn = "\${var.execution_arn}/*"
}
`,
    };
    const followed = [
      'terraform-warnings-ignored warning module.gateway.module.api.aws_api_gateway_rest_api.this',
    ];
    const opened = ['terraform-not-followed info module.gateway'];
    const installedAs = (source: string) => ({ ...files, [`${modules}/modules.json`]: manifest(source) });
    expect(await check(installedAs('registry.terraform.io/example/gateway/aws'))).toEqual(followed);
    expect(await check(installedAs('registry.terraform.io/other/gateway/aws'))).toEqual(opened);
    expect(await check(files)).toEqual(opened);
    expect(await check({ ...files, [`${modules}/modules.json`]: '{ "Modules": [' })).toEqual(opened);
    const broken = installedAs('registry.terraform.io/example/gateway/aws');
    expect(await check({ ...broken, [`${modules}/gateway/main.tf`]: 'module {' })).toEqual(opened);
  });

  it('reads modules with count, for_each and remote sources', async () => {
    const files = {
      'main.tf': `
locals {
  functions = { get_user = "*/GET/users/*", authorizer = "authorizers/*" }
}
resource "aws_lambda_function" "this" {
  for_each = local.functions
  function_name = each.key
}
resource "aws_lambda_permission" "this" {
  for_each = local.functions
  function_name = aws_lambda_function.this[each.key].function_name
  principal = "apigateway.amazonaws.com"
  source_arn = "\${module.gateway.execution_arn}/\${each.value}"
}
module "table" {
  source = "terraform-aws-modules/dynamodb-table/aws"
}
module "gateway" {
  source = "./modules/gateway"
  enabled = true
  openapi_config = jsondecode(templatefile("\${path.root}/api.json", merge(
    { for name, function in aws_lambda_function.this : "\${name}_function_arn" => function.arn },
    { users_table = module.table.dynamodb_table_id, services_role_arn = var.role },
  )))
}
variable "role" {}
`,
      'modules/gateway/main.tf': `
variable "enabled" { default = true }
variable "openapi_config" {}
locals { enabled = var.enabled }
resource "aws_api_gateway_rest_api" "this" {
  count = local.enabled ? 1 : 0
  name = "api"
  body = jsonencode(var.openapi_config)
  fail_on_warnings = true
  binary_media_types = try(var.openapi_config["x-amazon-apigateway-binary-media-types"], [])
  minimum_compression_size = try(var.openapi_config["x-amazon-apigateway-minimum-compression-size"], -1)
}
resource "aws_api_gateway_deployment" "this" {
  count = local.enabled ? 1 : 0
  rest_api_id = aws_api_gateway_rest_api.this[0].id
  triggers = { redeployment = sha1(jsonencode(aws_api_gateway_rest_api.this[0].body)) }
  lifecycle { create_before_destroy = true }
}
output "execution_arn" { value = one(aws_api_gateway_rest_api.this[*].execution_arn) }
`,
    };
    expect(await check(files)).toEqual([]);
    const without = files['main.tf'].replace(', authorizer = "authorizers/*"', ', authorizer = "*/POST/x"');
    expect(await check({ ...files, 'main.tf': without })).toEqual([
      'terraform-missing-permission error aws_lambda_permission.this["authorizer"]',
    ]);
  });

  if (UPDATES) afterAll(addWording);
});
