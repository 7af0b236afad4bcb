import { CORS_ARGUMENTS } from './cors-arguments.js';
import type { DeployTree } from '../../../values/deploy-tree.js';
import { listPlaceholders } from '../../../values/deploy-tree.js';
import { formatDeployText } from '../../../values/deploy-text.js';
import { listOfItems, type DeployValue } from '../../../values/deploy-value.js';
import { alignHcl, hclString } from '../format-hcl.js';
import { renderHttpApiStage } from './render-http-api-stage.js';
import { hclList, RENDERED } from '../main/render-main.js';
import { renderPermissions, renderRoles } from '../main/render-permissions.js';
import { originsOf, renderValues } from '../main/render-values.js';
import { type MainParts } from '../main/main-parts.js';

/** `main.tf` of an HTTP API. */
export function renderHttpApiMain(parts: MainParts): string {
  return alignHcl(
    [
      'data "aws_partition" "current" {}\n',
      'data "aws_region" "current" {}\n',
      'data "aws_caller_identity" "current" {}\n',
      renderDocument(parts),
      renderValues(parts, BODY),
      renderApi(parts),
      renderHttpApiStage(parts),
      renderPermissions(parts, 'aws_apigatewayv2_api'),
      renderRoles(parts, '${local.slug}-${local.stage}'),
      renderDomain(parts),
    ]
      .filter((section) => section !== '')
      .join('\n'),
  );
}

/** The document names the API as the module does. */
const BODY =
  'jsonencode(merge(local.rendered, { info = merge(local.rendered.info, { title = local.name }) }))';

function renderDocument({ gateway, own }: MainParts): string {
  const { cors } = gateway;
  return `locals {
  # The document before its placeholders are filled. What the API repeats of it is known when Terraform plans.
  document = jsondecode(file("\${path.module}/api.json"))
  rendered = ${RENDERED}
${cors ? '  cors = local.document["x-amazon-apigateway-cors"]\n' : ''}
  name = ${renderName({ gateway, own })}

  # The name of the API and of its stage, in the characters that other names may have.
  words = replace(local.name, "/[^A-Za-z0-9_.-]+/", "-")
  slug = length(local.words) > 40 ? "\${substr(local.words, 0, 31)}-\${substr(sha1(local.name), 0, 8)}" : local.words
  stage = replace(var.${own('stage_name')}, "$", "")
}
`;
}

function renderName({ gateway, own }: Pick<MainParts, 'gateway' | 'own'>): string {
  const title = infoOf(gateway, 'title');
  const name = `var.${own('name')}`;
  return title === '' ? name : `coalesce(${name}, ${mirror(title, 'local.document.info.title')})`;
}

/**
 * After each import the provider sets the version, the description and CORS of its own arguments again, and removes what
 * they do not have. So they are those of the document.
 */
function renderApi(parts: MainParts): string {
  const { model, gateway, own, read } = parts;
  const { ipAddressType, disableExecuteApiEndpoint } = model.settings.endpoint ?? {};
  const version = infoOf(gateway, 'version');
  const description = infoOf(gateway, 'description');
  return `resource "aws_apigatewayv2_api" "this" {
  name = local.name
  protocol_type = "HTTP"
  body = local.body
  fail_on_warnings = true
  tags = var.${own('tags')}

  # After each import the provider sets these again. Without them it would remove those of the document.
${version === '' ? '' : `  version = ${mirror(version, 'local.document.info.version')}\n`}${
    description === '' ? '' : `  description = ${mirror(description, 'local.document.info.description')}\n`
  }  disable_execute_api_endpoint = ${disableExecuteApiEndpoint ?? false}${
    ipAddressType === undefined ? '' : `\n  ip_address_type = "${ipAddressType}"`
  }${renderCors(gateway.cors, read)}
}
`;
}

function renderCors(cors: MainParts['gateway']['cors'], read: MainParts['read']): string {
  if (!cors) return '';
  const given = Object.entries(CORS_ARGUMENTS).filter(([name]) => cors[name] !== undefined);
  return `

  cors_configuration {
${given.map(([name, argument]) => `    ${argument} = ${renderMember(name, cors[name], read)}`).join('\n')}
  }`;
}

/** A list with placeholders in it is written out: only its filled values are those of the API. */
function renderMember(name: string, value: DeployTree | undefined, read: MainParts['read']): string {
  const list = Array.isArray(value) ? listOfItems(value[0]) : undefined;
  if (list) return originsOf(read(list.placeholder));
  return Array.isArray(value) && (listPlaceholders(value).length > 0 || value.some(isTemplate))
    ? hclList(value as readonly (string | DeployValue)[], read)
    : `local.cors.${name}`;
}

/** The file has `$${` for a `${` of the document. */
function mirror(text: string, read: string): string {
  return isTemplate(text) ? hclString(text) : read;
}

function isTemplate(text: unknown): boolean {
  return /[$%]\{/.test(formatDeployText(text));
}

function infoOf({ document }: MainParts['gateway'], name: string): string {
  const { info } = document as { readonly info?: Readonly<Record<string, unknown>> };
  return String(info?.[name] ?? '');
}

function renderDomain({ own }: MainParts): string {
  const domain = `var.${own('domain')}`;
  return `resource "aws_apigatewayv2_domain_name" "this" {
  count = ${domain} == null ? 0 : 1
  domain_name = ${domain}.name
  tags = var.${own('tags')}

  domain_name_configuration {
    certificate_arn = ${domain}.certificate_arn
    endpoint_type = "REGIONAL"
    security_policy = "TLS_1_2"
  }
}

resource "aws_apigatewayv2_api_mapping" "this" {
  count = ${domain} == null ? 0 : 1
  api_id = aws_apigatewayv2_api.this.id
  domain_name = aws_apigatewayv2_domain_name.this[0].domain_name
  stage = aws_apigatewayv2_stage.this.name
  api_mapping_key = ${domain}.base_path
}
`;
}
