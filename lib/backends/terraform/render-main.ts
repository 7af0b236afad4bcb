import type { GatewayOutput } from '../back-end.js';
import { listBinaryTypes } from '../../model/list-binary-types.js';
import { asDeployValue } from '../../values/deploy-text.js';
import { writeTree, type DeployTree } from '../../values/deploy-tree.js';
import {
  isDeployValue,
  isOriginPlace,
  type DeployValue,
  type OriginPlace,
  type PlaceholderPlace,
} from '../../values/deploy-value.js';
import { NO_ORIGIN } from '../../values/origin-directives.js';
import { alignHcl, hclString, hclValue } from './format-hcl.js';
import { functionArn } from './function-arn.js';
import type { Caller } from './list-callers.js';
import type { Role } from './list-roles.js';
import { renderMethodSettings, renderUsagePlans, type StageParts } from './render-stage.js';
import { renderPolicy } from './render-policy.js';

/** What `main.tf` is made of. */
export interface MainParts extends StageParts {
  readonly gateway: GatewayOutput;
  readonly description: string;
  readonly callers: readonly Caller[];
  readonly roles: readonly Role[];
  /** The placeholders of the document, sorted, and where they stand. */
  readonly placeholders: readonly string[];
  /** Those that stand for lists of origins. */
  readonly lists: readonly string[];
  readonly places: readonly (PlaceholderPlace | 'plain')[];
  /** The expression of a placeholder. */
  readonly read: (placeholder: string) => string;
}

const JSON_INSIDE = (value: string): string => `trimsuffix(trimprefix(jsonencode(${value}), "\\""), "\\"")`;
/** JSON takes each of these escapes, and VTL sees nothing that it reads. */
const WITHOUT_VTL = (value: string): string =>
  `replace(replace(replace(${value}, "\\\\\\\\", "\\\\u005c"), "$", "\\\\u0024"), "#", "\\\\u0023")`;

/** The document with the values in it. */
export const RENDERED = 'jsondecode(templatefile("${path.module}/api.json", local.written))';

/** How a value is written for each place, as text that then stands in a JSON string of the document. */
const ENCODE: Readonly<Record<Exclude<PlaceholderPlace, OriginPlace> | 'plain', (value: string) => string>> =
  {
    plain: JSON_INSIDE,
    json: (value) => JSON_INSIDE(WITHOUT_VTL(JSON_INSIDE(value))),
    json2: (value) => JSON_INSIDE(WITHOUT_VTL(JSON_INSIDE(JSON_INSIDE(value)))),
    form: (value) => `urlencode(${value})`,
    form_json: (value) => `urlencode(${JSON_INSIDE(value)})`,
    path: (value) => `replace(replace(urlencode(${value}), "+", "%20"), "%2F", "/")`,
  };

const TEST = (equal: string): string =>
  JSON_INSIDE(`join(" || ", concat(["false"], [for origin in value : ${equal}]))`);
const EQUAL = '"$origin == \\"${origin}\\""';
const ONLY = (several: string): string =>
  `length(value) == 0 ? "'${NO_ORIGIN}'" : length(value) == 1 ? "'\${join("", value)}'" : "${several}"`;

/** The same of a list of origins. */
const ENCODE_ORIGINS: Readonly<Record<OriginPlace, string>> = {
  origin_test: TEST(`origin == "*" ? "true" : ${EQUAL}`),
  origin_test_exact: TEST(EQUAL),
  origin_error: ONLY("'*'"),
  origin_error_echo: ONLY('method.request.header.origin'),
};

const PLACE_WORDS: Readonly<Record<PlaceholderPlace | 'plain', string>> = {
  plain: 'In a JSON string.',
  json: 'In a JSON string of a template that stands in a JSON string.',
  json2: 'In JSON text that is a JSON string of such a template.',
  form: 'In a form body.',
  form_json: 'In JSON text of a form body.',
  path: 'In the path of a URI.',
  origin_test: 'In the condition of a template: whether an origin is in the list.',
  origin_test_exact: 'The same, where credentials go with the request.',
  origin_error: 'In a gateway response: the origin, or any.',
  origin_error_echo: 'In a gateway response: the origin, or that of the caller.',
};

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

export function renderValues({ placeholders, lists, places, read }: MainParts, body: string): string {
  if (places.length === 0) return `locals {\n  written = {}\n  body = ${body}\n}\n`;
  const ofLists =
    lists.length === 0
      ? ''
      : `
  # The lists of origins.
  origins = {
${lists.map((name) => `    ${name} = ${read(name)}`).join('\n')}
  }
`;
  return `locals {
  # What the placeholders of the document stand for.
  values = {
${placeholders.map((name) => `    ${name} = ${read(name)}`).join('\n')}
  }
${ofLists}
  # The same, escaped for each place in which they stand.
  written = {
${places
  .map(
    (place) => `    # ${PLACE_WORDS[place]}
    ${place} = { for name, value in ${isOrigins(place) ? 'local.origins' : 'local.values'} : name => ${isOrigins(place) ? ENCODE_ORIGINS[place] : ENCODE[place]('value')} }`,
  )
  .join('\n\n')}
  }

  body = ${body}
}
`;
}

function isOrigins(place: PlaceholderPlace | 'plain'): place is OriginPlace {
  return place !== 'plain' && isOriginPlace(place);
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

export function renderPermissions(
  { callers, read, own }: MainParts,
  api = 'aws_api_gateway_rest_api',
): string {
  if (callers.length === 0) return '';
  const perRoute = `var.${own('permission_per_route')}`;
  return `locals {
  # The functions that API Gateway calls without a role, and what calls them: stage, method and path.
  callers = {
${callers
  .map(
    ({ name, functionArn: called, source, sources }) => `    "${name}" = {
      function = ${functionArn(called, read, `var.${own('stage_variables')}`)}
      source = ${hclString(source)}
      sources = [${sources.length < 2 ? sources.map(hclString).join('') : `\n${sources.map((one) => `        ${hclString(one)},\n`).join('')}      `}]
    }`,
  )
  .join('\n')}
  }

  permissions = merge([
    for name, caller in local.callers : {
      for source in ${perRoute} ? caller.sources : [caller.source] :
      (${perRoute} ? "\${name} \${source}" : name) => { name = name, function = caller.function, source = source }
    }
  ]...)
}

resource "aws_lambda_permission" "this" {
  for_each = local.permissions

  action = "lambda:InvokeFunction"
  function_name = join(":", slice(split(":", each.value.function), 0, 7))
  qualifier = try(split(":", each.value.function)[7], null)
  principal = "apigateway.amazonaws.com"
  source_arn = "\${${api}.this.execution_arn}/\${each.value.source}"

  lifecycle {
    # The policy of a function has at most 20480 bytes; a statement has some 300 beside its ARNs.
    precondition {
      condition = sum([
        for source in [for one in local.permissions : one.source if one.name == each.value.name] :
        length(source) + length(each.value.function) + 400
      ]) <= 20480
      error_message = "The policy of \${each.value.function} would have more than 20480 bytes: set ${own('permission_per_route')} = false."
    }
  }
}
`;
}

export function renderRoles(
  { roles, read, own }: MainParts,
  prefix = `\${var.${own('name')}}-\${var.${own('stage_name')}}`,
): string {
  if (roles.length === 0) return '';
  return `locals {
  # What each role may do: exactly what the routes need.
  role_policies = {
${roles.map((role) => `    ${role.placeholder} = ${renderPolicy(role, read, `var.${own('stage_variables')}`)}`).join('\n')}
  }
}

resource "aws_iam_role" "this" {
  for_each = local.role_policies

  name = substr("${prefix}-\${replace(trimsuffix(each.key, "_arn"), "_", "-")}", 0, 64)
  tags = var.${own('tags')}

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = "apigateway.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "this" {
  for_each = local.role_policies

  name = "routes"
  role = aws_iam_role.this[each.key].id
  policy = each.value
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
