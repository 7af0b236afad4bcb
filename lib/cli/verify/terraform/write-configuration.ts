import { hclString } from '../../../backends/terraform/format-hcl.js';
import type { ModulePlan } from '../../../backends/terraform/plan-module.js';
import { variableOf } from '../../../backends/terraform/variables/list-variables.js';
import type { ApiGatewayId } from '../../../model/api-gateways.js';
import { FAKE_CREDENTIALS } from '../emulator/connect.js';

export interface Configured {
  readonly gateway: ApiGatewayId;
  readonly endpoint: string;
  readonly region: string;
  /** Name of the API, and the start of the names of all else that is made. */
  readonly name: string;
  readonly plan: ModulePlan;
  /** By placeholder. A list is of origins. */
  readonly values: ReadonlyMap<string, string | readonly string[]>;
  /** What of the module is otherwise for an emulator. */
  readonly override: string;
}

/** The services whose resources a module has. */
const SERVICES = ['apigateway', 'apigatewayv2', 'iam', 'lambda', 'logs', 'sts', 'wafv2'];

/** `main.tf` around the module: the provider of the emulator, and the call. */
export function writeRoot({ endpoint, region, name, plan, values }: Configured): string {
  const { own, stageVariables } = plan;
  const given = [
    [own('name'), hclString(name)],
    ...[...values].map(([placeholder, value]) => [variableOf(placeholder), writeValue(value)]),
    ...(stageVariables.length > 0
      ? [
          [
            own('stage_variables'),
            `{ ${stageVariables.map((one) => `${hclString(one)} = "verify"`).join(', ')} }`,
          ],
        ]
      : []),
  ];
  return `provider "aws" {
  region                      = ${hclString(region)}
  access_key                  = "${FAKE_CREDENTIALS.accessKeyId}"
  secret_key                  = "${FAKE_CREDENTIALS.secretAccessKey}"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
  # An emulator on this machine that fails once fails again.
  max_retries = 3

  endpoints {
${SERVICES.map((service) => `    ${service} = ${hclString(endpoint)}`).join('\n')}
  }
}

module "api" {
  source = "./api"
${given.map(([variable, value]) => `  ${variable} = ${value}`).join('\n')}
}

output "verified" {
  value = module.api.verified
}
`;
}

function writeValue(value: string | readonly string[]): string {
  return typeof value === 'string' ? hclString(value) : `[${value.map(hclString).join(', ')}]`;
}

const RESOURCES: Readonly<Record<ApiGatewayId, readonly [api: string, stage: string]>> = {
  'rest-api': ['aws_api_gateway_rest_api', 'aws_api_gateway_stage.this.stage_name'],
  'http-api': ['aws_apigatewayv2_api', 'aws_apigatewayv2_stage.this.name'],
};

/** What a copy of the module has beside its own files: what is compared, and functions for its permissions. */
export function writeAdditions({
  gateway,
  name,
  plan,
  override,
}: Configured): Readonly<Record<string, string>> {
  const [api, stage] = RESOURCES[gateway];
  const roles = plan.roles.length > 0 ? '{ for key, role in aws_iam_role.this : key => role.arn }' : '{}';
  return {
    'verify.tf': `output "verified" {
  value = {
    id    = ${api}.this.id
    stage = ${stage}
    roles = ${roles}
    body  = local.body

    account = data.aws_caller_identity.verified.account_id
  }
}

data "aws_caller_identity" "verified" {}
${plan.callers.length > 0 ? writeFunctions(name) : ''}`,
    'verify_override.tf': `${override}${plan.callers.length > 0 ? PERMISSIONS : ''}`,
  };
}

/** The functions that permissions are for, as far as permissions need them. */
function writeFunctions(name: string): string {
  return `
locals {
  verified_functions = toset([for one in local.permissions : split(":", one.function)[6]])
  verified_aliases = {
    for one in local.permissions : one.function => split(":", one.function)...
    if length(split(":", one.function)) > 7
  }
}

resource "aws_iam_role" "verified" {
  name               = ${hclString(`${name}-functions`)}
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "verified" {
  for_each      = local.verified_functions
  function_name = substr("${name}-\${each.key}", 0, 64)
  role          = aws_iam_role.verified.arn
  runtime       = "nodejs22.x"
  handler       = "index.handler"
  filename      = "\${path.module}/function.zip"
}

resource "aws_lambda_alias" "verified" {
  for_each         = local.verified_aliases
  name             = each.value[0][7]
  function_name    = aws_lambda_function.verified[each.value[0][6]].function_name
  function_version = "$LATEST"
}
`;
}

/** Only functions that exist take permissions. */
const PERMISSIONS = `resource "aws_lambda_permission" "this" {
  function_name = aws_lambda_function.verified[split(":", each.value.function)[6]].function_name
  qualifier     = try(aws_lambda_alias.verified[each.value.function].name, null)
}
`;

/** A zip file without files, in base64. */
export const EMPTY_ZIP = 'UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==';
