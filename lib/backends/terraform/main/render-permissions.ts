import { takeFreeName } from '../../../model/take-free-name.js';
import { hclString } from '../format-hcl.js';
import { functionArn } from '../permissions/function-arn.js';
import { renderPolicy } from '../permissions/render-policy.js';
import type { MainParts } from './main-parts.js';

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
  const names = new Set<string>();
  const suffixes = roles.map(({ placeholder }) =>
    takeFreeName(names, placeholder.replace(/_arn$/, '').replaceAll('_', '-'), '-'),
  );
  return `locals {
  # A role belongs to the account, so its name has the region too.
  role_names = {
${roles.map(({ placeholder }, index) => `    ${placeholder} = "${prefix}-\${data.aws_region.current.id}-${suffixes[index]}"`).join('\n')}
  }

  # What each role may do: exactly what the routes need.
  role_policies = {
${roles.map((role) => `    ${role.placeholder} = ${renderPolicy(role, read, `var.${own('stage_variables')}`)}`).join('\n')}
  }
}

resource "aws_iam_role" "this" {
  for_each = local.role_policies

  # A name has up to 64 characters. A longer one keeps its start, and what tells it apart from others.
  name = length(local.role_names[each.key]) > 64 ? "\${substr(local.role_names[each.key], 0, 55)}-\${substr(sha1(local.role_names[each.key]), 0, 8)}" : local.role_names[each.key]
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
