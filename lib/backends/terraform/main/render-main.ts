import { listBinaryTypes } from '../../../model/documents/list-binary-types.js';
import { asDeployValue } from '../../../values/deploy-text.js';
import { writeTree, type DeployTree } from '../../../values/deploy-tree.js';
import { isDeployValue, type DeployValue } from '../../../values/deploy-value.js';
import { alignHcl, hclString, hclValue } from '../format-hcl.js';
import { renderMethodSettings, renderUsagePlans } from './render-stage.js';
import type { MainParts } from './main-parts.js';
import { renderValues } from './render-values.js';
import { renderPermissions, renderRoles } from './render-permissions.js';

/** The document with the values in it. */
export const RENDERED = 'jsondecode(templatefile("${path.module}/api.json", local.written))';

/** `main.tf` */
export function renderMain(parts: MainParts): string {
  const resources = [
    renderValues(parts, renderBody(parts)),
    renderApi(parts),
    renderDeployment(parts),
    renderUsagePlans(parts),
    renderPermissions(parts),
    renderRoles(parts),
    renderDomain(parts),
  ]
    .filter((section) => section !== '')
    .join('\n');
  const data = ['partition', 'region', 'caller_identity']
    .filter((name) => resources.includes(`data.aws_${name}.current`))
    .map((name) => `data "aws_${name}" "current" {}\n\n`);
  return alignHcl(`${data.join('')}${resources}`);
}

/** Only another body is imported: without the mark, a switch from merge to overwrite would remove nothing. */
function renderBody({ own }: MainParts): string {
  return `jsonencode(merge(
    ${RENDERED},
    var.${own('put_rest_api_mode')} == "merge" ? { "x-put-rest-api-mode" = "merge" } : {},
  ))`;
}

/** The ids of the VPC endpoints: those of the application, or of the caller of the module. */
function listEndpoints({ model, read, own }: MainParts): string {
  const given = model.settings.endpoint?.vpcEndpointIds ?? [];
  return given.length > 0 ? hclList(given, read) : `var.${own('vpc_endpoint_ids')}`;
}

function renderApi(parts: MainParts): string {
  const { model, description, read, own } = parts;
  const { settings } = model;
  const ipAddressType = settings.endpoint?.ipAddressType;
  return `resource "aws_api_gateway_rest_api" "this" {
  name = var.${own('name')}
  body = local.body
  put_rest_api_mode = var.${own('put_rest_api_mode')}
  fail_on_warnings = true
  tags = var.${own('tags')}

  # After each import the provider sets these again. Without a value it would bring back the old one, so that a setting
  # that is removed from the application stayed.
  description = ${hclString(description)}
  api_key_source = "${settings.apiKeySource ?? 'HEADER'}"
  binary_media_types = ${hclList(
    listBinaryTypes(model).map(({ type, given }) => given ?? type),
    read,
  )}
  minimum_compression_size = ${settings.minimumCompressionSize ?? -1}
  disable_execute_api_endpoint = ${settings.endpoint?.disableExecuteApiEndpoint ?? false}${
    settings.policy === undefined ? '' : `\n  policy = ${renderJson(settings.policy, read)}`
  }

  endpoint_configuration {
    types = [var.${own('endpoint_type')}]
    vpc_endpoint_ids = var.${own('endpoint_type')} == "PRIVATE" ? ${listEndpoints(parts)} : null${
      ipAddressType === undefined ? '' : `\n    ip_address_type = "${ipAddressType}"`
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}
`;
}

export function hclList(values: readonly (string | DeployValue)[], read: MainParts['read']): string {
  const items = values.map((value) => hclValue(asDeployValue(value), read));
  return items.length < 4
    ? `[${items.join(', ')}]`
    : `[\n${items.map((item) => `    ${item},\n`).join('')}  ]`;
}

/** JSON of the document as an expression: the provider reads the same as API Gateway. */
function renderJson(tree: DeployTree, read: MainParts['read']): string {
  const write = (value: DeployTree | undefined, indent: string): string => {
    if (typeof value !== 'object' || value === null) {
      return typeof value === 'string' ? hclString(value) : String(value ?? null);
    }
    if (isDeployValue(value)) return hclValue(value, read);
    const inner = `${indent}  `;
    if (Array.isArray(value)) {
      return `[\n${value.map((item: DeployTree) => `${inner}${write(item, inner)},\n`).join('')}${indent}]`;
    }
    const members =
      '@deployMap' in value
        ? (value as { readonly '@deployMap': readonly (readonly [DeployValue, DeployTree])[] })[
            '@deployMap'
          ].map(([key, item]) => `${inner}(${hclValue(key, read)}) = ${write(item, inner)}\n`)
        : Object.entries(value as Readonly<Record<string, DeployTree>>).map(
            ([key, item]) => `${inner}${hclString(key)} = ${write(item, inner)}\n`,
          );
    return `{\n${members.join('')}${indent}}`;
  };
  return `jsonencode(${write(typeof tree === 'object' ? tree : (writeTree(tree) as DeployTree), '  ')})`;
}

function renderDeployment(parts: MainParts): string {
  const { own } = parts;
  return `resource "aws_api_gateway_deployment" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id

  # An import is live only when it is deployed. A change of texts alone is not deployed.
  triggers = {
    redeployment = sha1(join(" ", [
      replace(replace(local.body, "/\\"(description|summary|title)\\":\\"(\\\\\\\\.|[^\\"\\\\\\\\])*\\",?/", ""), "/\\"tags\\":\\\\[[^\\\\]]*\\\\],?/", ""),
      var.${own('endpoint_type')},
      jsonencode(${listEndpoints(parts)}),
    ]))
  }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_cloudwatch_log_group" "access" {
  name = "/aws/apigateway/\${var.${own('name')}}/\${var.${own('stage_name')}}"
  retention_in_days = var.${own('log_retention_in_days')}
  kms_key_id = var.${own('log_kms_key_arn')}
  tags = var.${own('tags')}
}

resource "aws_api_gateway_stage" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  deployment_id = aws_api_gateway_deployment.this.id
  stage_name = var.${own('stage_name')}
  variables = var.${own('stage_variables')}
  xray_tracing_enabled = var.${own('tracing_enabled')}
  client_certificate_id = var.${own('client_certificate_id')}
  cache_cluster_enabled = var.${own('cache_cluster_size')} != null
  cache_cluster_size = var.${own('cache_cluster_size')}
  tags = var.${own('tags')}

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId = "$context.requestId"
      ip = "$context.identity.sourceIp"
      requestTime = "$context.requestTime"
      httpMethod = "$context.httpMethod"
      resourcePath = "$context.resourcePath"
      status = "$context.status"
      protocol = "$context.protocol"
      responseLength = "$context.responseLength"
      integrationError = "$context.integrationErrorMessage"
    })
  }
}

${renderMethodSettings(parts)}
resource "aws_wafv2_web_acl_association" "this" {
  count = var.${own('web_acl')} == null ? 0 : 1
  resource_arn = aws_api_gateway_stage.this.arn
  web_acl_arn = var.${own('web_acl')}.arn
}
`;
}

function renderDomain({ own }: MainParts): string {
  const domain = `var.${own('domain')}`;
  const isEdge = `var.${own('endpoint_type')} == "EDGE"`;
  return `resource "aws_api_gateway_domain_name" "this" {
  count = ${domain} == null ? 0 : 1
  domain_name = ${domain}.name
  certificate_arn = ${isEdge} ? ${domain}.certificate_arn : null
  regional_certificate_arn = ${isEdge} ? null : ${domain}.certificate_arn
  security_policy = "TLS_1_2"
  tags = var.${own('tags')}

  endpoint_configuration {
    types = [var.${own('endpoint_type')}]
  }

  lifecycle {
    precondition {
      condition = var.${own('endpoint_type')} != "PRIVATE"
      error_message = "A private API has no domain here: its VPC endpoints have names of their own."
    }
  }
}

resource "aws_api_gateway_base_path_mapping" "this" {
  count = ${domain} == null ? 0 : 1
  domain_name = aws_api_gateway_domain_name.this[0].domain_name
  api_id = aws_api_gateway_rest_api.this.id
  stage_name = aws_api_gateway_stage.this.stage_name
  base_path = ${domain}.base_path
}
`;
}
