import { afterAll, describe, expect, it } from '@jest/globals';
import { Controller, Get } from '@nestjs/common';
import { AwsCors, AwsLambda, type AwsGatewayOptions } from 'nestjs-aws-gateway';
import { checkTree, headlineOf, withoutApi } from '../../support/check-tree.js';
import { addWording, findUnknownWording, UPDATES } from '../../wording/wording.js';

@Controller('orders')
@AwsCors({ allowOrigins: ['https://app.example.com'] })
class OrdersController {
  @Get()
  @AwsLambda('${list_arn}')
  list(): void {}
}

async function check(
  files: Readonly<Record<string, string>>,
  options: AwsGatewayOptions = {},
): Promise<readonly string[]> {
  const found = withoutApi(await checkTree({ files, controllers: [OrdersController], options }));
  expect(found.flatMap(findUnknownWording)).toEqual([]);
  return found.map(headlineOf);
}

const DOCUMENT = 'templatefile("${path.root}/api.json", { list_arn = module.list.lambda_function_arn })';

const FUNCTION = `
module "list" {
  source        = "terraform-aws-modules/lambda/aws"
  version       = "~> 8.0"
  function_name = "list"
}
`;

const FOREIGN = (version: string, source: string, body: string): string => `module "gateway" {
  source = "${source}"
  ${version}
  name   = "orders"
  ${body}
}
${FUNCTION}`;

/** The shape of a module of an HTTP API: everything is a variable, and what is off has a \`count\` of 0. */
const HTTP_MODULE = {
  'modules/http/variables.tf': `
variable "create" {
  type    = bool
  default = true
}
variable "name" { type = string }
variable "description" {
  type    = string
  default = null
}
variable "api_version" {
  type    = string
  default = null
}
variable "body" {
  type    = string
  default = null
}
variable "fail_on_warnings" {
  type    = bool
  default = null
}
variable "cors_configuration" {
  type = object({
    allow_credentials = optional(bool)
    allow_headers     = optional(list(string))
    allow_methods     = optional(list(string))
    allow_origins     = optional(list(string))
    expose_headers    = optional(list(string))
  })
  default = null
}
variable "deploy_stage" {
  type    = bool
  default = true
}
`,
  'modules/http/main.tf': `
locals {
  is_http      = true
  create_stage = var.create && var.deploy_stage
}
resource "aws_apigatewayv2_api" "this" {
  count = var.create ? 1 : 0

  name             = var.name
  description      = var.description
  version          = var.api_version
  protocol_type    = "HTTP"
  body             = var.body
  fail_on_warnings = local.is_http ? var.fail_on_warnings : null

  dynamic "cors_configuration" {
    for_each = var.cors_configuration != null && local.is_http ? [var.cors_configuration] : []
    content {
      allow_credentials = try(cors_configuration.value.allow_credentials, null)
      allow_headers     = cors_configuration.value.allow_headers
      allow_methods     = cors_configuration.value.allow_methods
      allow_origins     = cors_configuration.value.allow_origins
      expose_headers    = cors_configuration.value.expose_headers
    }
  }
}
resource "aws_apigatewayv2_stage" "this" {
  count       = local.create_stage ? 1 : 0
  api_id      = aws_apigatewayv2_api.this[0].id
  name        = "$default"
  auto_deploy = true
}
output "execution_arn" { value = try(aws_apigatewayv2_api.this[0].execution_arn, "") }
`,
};

const HTTP_CALL = `
module "gateway" {
  source           = "./modules/http"
  name             = "Test"
  api_version      = "1.0"
  fail_on_warnings = true
  body             = templatefile("\${path.module}/api.json", { list_arn = aws_lambda_function.list.arn })
  cors_configuration = {
    allow_origins = ["https://app.example.com"]
    allow_methods = ["GET", "OPTIONS"]
    allow_headers = ["Content-Type"]
  }
}
resource "aws_lambda_function" "list" { function_name = "list" }
resource "aws_lambda_permission" "list" {
  function_name = aws_lambda_function.list.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "\${module.gateway.execution_arn}/*/*"
}
`;

/** The shape of a module of a REST API that takes the document as an object. */
const REST_MODULE = {
  'modules/rest/main.tf': `
module "this" {
  source  = "cloudposse/label/null"
  version = "0.25.0"
}
variable "openapi_config" {
  type    = any
  default = {}
}
variable "logging_level" {
  type    = string
  default = "INFO"
  validation {
    condition     = contains(["OFF", "ERROR", "INFO"], var.logging_level)
    error_message = "The value must be OFF, ERROR or INFO."
  }
}
variable "rest_api_policy" {
  type    = string
  default = null
}
locals {
  enabled                = module.this.enabled
  create_rest_api_policy = local.enabled && var.rest_api_policy != null
  create_log_group       = local.enabled && var.logging_level != "OFF"
}
resource "aws_api_gateway_rest_api" "this" {
  count = local.enabled ? 1 : 0
  name  = module.this.id
  body  = jsonencode(var.openapi_config)
  tags  = module.this.tags
  endpoint_configuration {
    types = ["REGIONAL"]
  }
}
resource "aws_api_gateway_rest_api_policy" "this" {
  count       = local.create_rest_api_policy ? 1 : 0
  rest_api_id = aws_api_gateway_rest_api.this[0].id
  policy      = var.rest_api_policy
}
resource "aws_api_gateway_deployment" "this" {
  count       = local.enabled ? 1 : 0
  rest_api_id = aws_api_gateway_rest_api.this[0].id
  triggers = {
    redeployment = sha1(jsonencode(aws_api_gateway_rest_api.this[0].body))
  }
  lifecycle {
    create_before_destroy = true
  }
  depends_on = [aws_api_gateway_rest_api_policy.this]
}
output "execution_arn" {
  value = local.enabled ? aws_api_gateway_rest_api.this[0].execution_arn : null
}
`,
};

const REST_CALL = `
module "gateway" {
  source         = "./modules/rest"
  openapi_config = yamldecode(templatefile("\${path.module}/api.json", merge(local.base, { for name, one in local.functions : "\${name}_arn" => one.arn })))
}
locals {
  base      = {}
  functions = { list = aws_lambda_function.list }
}
resource "aws_lambda_function" "list" { function_name = "list" }
resource "aws_lambda_permission" "list" {
  for_each      = local.functions
  function_name = each.value.function_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "\${module.gateway.execution_arn}/*/GET/orders"
}
`;

describe('apigen check --terraform on trees of public modules', () => {
  it.each([
    ['a registry', 'version = "6.1.0"', 'terraform-aws-modules/apigateway-v2/aws', `body = ${DOCUMENT}`],
    [
      'a registry, as an object',
      'version = "0.9.0"',
      'cloudposse/api-gateway/aws',
      `openapi_config = jsondecode(${DOCUMENT})`,
    ],
    ['git', '', 'git::https://example.com/gateway.git//modules/rest?ref=v1.2.0', `body = ${DOCUMENT}`],
    ['a directory that does not exist', '', './modules/gone', `body = ${DOCUMENT}`],
  ])('says that the document goes into a module of %s', async (_, version, source, body) => {
    expect(await check({ 'main.tf': FOREIGN(version, source, body) })).toEqual([
      'terraform-not-followed info main.tf:5:3 module.gateway',
    ]);
  });

  it('compares the values of the document before it goes there', async () => {
    const text = FOREIGN('', 'example/gateway/aws', `body = ${DOCUMENT.replace('list_arn', 'lists_arn')}`);
    expect(await check({ 'main.tf': text })).toEqual([
      'terraform-not-followed info main.tf:5:3 module.gateway',
      'terraform-missing-value error main.tf:5:50 module.gateway',
    ]);
  });

  it('says where functions of a module have no permission that can be seen', async () => {
    const text = `${FUNCTION}
resource "aws_api_gateway_rest_api" "this" {
  name             = "orders"
  fail_on_warnings = true
  body             = ${DOCUMENT}
}
resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  triggers    = { body = md5(aws_api_gateway_rest_api.this.body) }
  lifecycle { create_before_destroy = true }
}
`;
    expect(await check({ 'main.tf': text })).toEqual([
      'terraform-not-followed info main.tf:11:62 aws_api_gateway_rest_api.this',
    ]);
  });

  const http = { gateway: 'http-api' } as const;

  it('follows a module of an HTTP API in the tree', async () => {
    expect(await check({ ...HTTP_MODULE, 'main.tf': HTTP_CALL }, http)).toEqual([]);
  });

  it.each([
    [/fail_on_warnings = true/, '', 'terraform-warnings-ignored warning modules/http/main.tf:14:3'],
    [/api_version .*/, '', 'terraform-not-mirrored warning modules/http/main.tf:11:3'],
    [/\["GET", "OPTIONS"\]/, '["GET"]', 'terraform-not-mirrored error main.tf:10:21'],
    [/cors_configuration = \{[^}]*\}/, '', 'terraform-not-mirrored error modules/http/main.tf:6:1'],
  ])('reports %s in its call', async (from, to, expected) => {
    expect(await check({ ...HTTP_MODULE, 'main.tf': HTTP_CALL.replace(from, to) }, http)).toEqual([
      `${expected} module.gateway.aws_apigatewayv2_api.this[0]`,
    ]);
  });

  it('says that a block which depends on the outside is not known', async () => {
    const text = HTTP_CALL.replace(/cors_configuration = \{[^}]*\}/, 'cors_configuration = var.cors');
    expect(await check({ ...HTTP_MODULE, 'main.tf': `${text}variable "cors" {}\n` }, http)).toEqual([
      'terraform-not-followed info modules/http/main.tf:6:1 module.gateway.aws_apigatewayv2_api.this[0]',
    ]);
  });

  it('follows a module of a REST API in the tree, and reports what it lacks', async () => {
    const files = { ...REST_MODULE, 'main.tf': REST_CALL };
    const options: AwsGatewayOptions = { binaryMediaTypes: ['image/png'] };
    expect(await check(files)).toEqual([
      'terraform-warnings-ignored warning modules/rest/main.tf:27:1 module.gateway.aws_api_gateway_rest_api.this',
    ]);
    expect(await check(files, options)).toEqual([
      'terraform-warnings-ignored warning modules/rest/main.tf:27:1 module.gateway.aws_api_gateway_rest_api.this',
      'terraform-setting-reverted warning modules/rest/main.tf:27:1 module.gateway.aws_api_gateway_rest_api.this',
    ]);
    const policy = REST_CALL.replace('openapi_config', 'rest_api_policy = "{}"\n  openapi_config');
    expect(await check({ ...files, 'main.tf': policy })).toEqual([
      'terraform-warnings-ignored warning modules/rest/main.tf:27:1 module.gateway.aws_api_gateway_rest_api.this',
      'terraform-resource-beside-body error modules/rest/main.tf:36:1 module.gateway.aws_api_gateway_rest_api_policy.this',
    ]);
  });

  it.each([
    ['all branches have', 'var.blue ? { list_arn = "a" } : { list_arn = "b" }', []],
    [
      'one branch has',
      'var.blue ? { list_arn = "a" } : {}',
      ['terraform-not-followed info main.tf:2:60 local.document'],
    ],
    ['is in the default alone', 'var.values', ['terraform-not-followed info main.tf:2:60 local.document']],
  ])('knows a value that %s', async (_, given, expected) => {
    const text = `locals {
  document = templatefile("\${path.module}/api.json", merge(${given}, {}))
}
variable "blue" {}
variable "values" { default = { list_arn = "a" } }
`;
    expect(await check({ 'main.tf': text })).toEqual(expected);
  });

  if (UPDATES) afterAll(addWording);
});
