import type { Throttle } from '../../../model/settings/gateway-settings.js';
import { hclString } from '../format-hcl.js';
import type { MainParts } from '../main/main-parts.js';

/** The stage of an HTTP API, its access log, and what it has for all routes and for single ones. */
export function renderHttpApiStage(parts: MainParts): string {
  const { model, own } = parts;
  const metrics = model.settings.stage.logging?.metrics ?? false;
  const routes = listRouteSettings(parts);
  const throttle = `var.${own('throttle')}`;
  return `resource "aws_cloudwatch_log_group" "access" {
  name = "/aws/apigateway/\${local.slug}/\${local.stage}"
  retention_in_days = var.${own('log_retention_in_days')}
  kms_key_id = var.${own('log_kms_key_arn')}
  tags = var.${own('tags')}
}

locals {
  # The provider sends every limit, and 0 for one that is not set: each request would then get 429. These are the limits
  # that an account has at first, which hold in any case.
  throttle = ${throttle} == null ? { rate = ${UNLIMITED.rate}, burst = ${UNLIMITED.burst} } : ${throttle}
${renderRouteSettings(routes)}}

resource "aws_apigatewayv2_stage" "this" {
  api_id = aws_apigatewayv2_api.this.id
  name = var.${own('stage_name')}
  auto_deploy = true
  stage_variables = var.${own('stage_variables')}
  tags = var.${own('tags')}

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId = "$context.requestId"
      ip = "$context.identity.sourceIp"
      requestTime = "$context.requestTime"
      httpMethod = "$context.httpMethod"
      path = "$context.path"
      routeKey = "$context.routeKey"
      status = "$context.status"
      protocol = "$context.protocol"
      responseLength = "$context.responseLength"
      authorizerError = "$context.authorizer.error"
      integrationError = "$context.integrationErrorMessage"
    })
  }

  dynamic "default_route_settings" {
    for_each = ${metrics ? '' : `${throttle} == null ? [] : `}[local.throttle]

    content {
      throttling_rate_limit = default_route_settings.value.rate
      throttling_burst_limit = default_route_settings.value.burst
      detailed_metrics_enabled = ${metrics}
    }
  }
${
  routes.length === 0
    ? ''
    : `
  dynamic "route_settings" {
    for_each = local.route_settings

    content {
      route_key = route_settings.key
      throttling_rate_limit = coalesce(route_settings.value.rate, local.throttle.rate)
      throttling_burst_limit = coalesce(route_settings.value.burst, local.throttle.burst)
      detailed_metrics_enabled = route_settings.value.metrics
    }
  }
`
}}
`;
}

/** The first limits of an account. */
const UNLIMITED: Throttle = { rate: 10_000, burst: 5000 };

interface RouteSettings {
  readonly key: string;
  /** Absent: that of all routes. */
  readonly throttle?: Throttle;
  readonly metrics: boolean;
}

/** The routes whose settings are not those of all routes. */
function listRouteSettings({ model, gateway }: MainParts): readonly RouteSettings[] {
  const { throttle: ofAll, logging } = model.settings.stage;
  const metricsOfAll = logging?.metrics ?? false;
  const listed = model.routes.flatMap((route) => {
    const { throttle, logging: own } = route.stage;
    const metrics = own?.metrics ?? metricsOfAll;
    const isLimitedAsAll = JSON.stringify(throttle) === JSON.stringify(ofAll);
    if (isLimitedAsAll && metrics === metricsOfAll) return [];
    const keys = gateway.operations.get(route)?.routeKeys ?? [];
    return keys.map((key) => ({
      key,
      metrics,
      ...(isLimitedAsAll ? {} : { throttle: throttle ?? UNLIMITED }),
    }));
  });
  // Both routes of `forRoot({ catchAll })` are the default route.
  return [...new Map(listed.map((one) => [one.key, one])).values()];
}

function renderRouteSettings(routes: readonly RouteSettings[]): string {
  if (routes.length === 0) return '';
  return `
  # The routes whose settings are not those of all routes.
  route_settings = {
${routes
  .map(
    ({ key, throttle, metrics }) => `    ${hclString(key)} = {
      rate = ${throttle?.rate ?? 'null'}
      burst = ${throttle?.burst ?? 'null'}
      metrics = ${metrics}
    }`,
  )
  .join('\n')}
  }
`;
}
