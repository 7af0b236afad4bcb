import type { AwsUsagePlan } from '../../../aws-gateway.options.js';
import type { GatewayModel } from '../../../model/gateway-model.js';
import { hclString } from '../format-hcl.js';
import type { MethodSetting } from './list-method-settings.js';

/** What the resources of the stage are made of. */
export interface StageParts {
  readonly model: GatewayModel;
  readonly methods: readonly MethodSetting[];
  /** The name of a variable of the module's own. */
  readonly own: (variable: string) => string;
}

/** Nobody empties the cache with `Cache-Control` unless a policy allows it. */
const GUARDED = `require_authorization_for_cache_control = true
    unauthorized_cache_control_header_strategy = "SUCCEED_WITH_RESPONSE_HEADER"`;

/** What the stage has for all routes, and for single ones. */
export function renderMethodSettings({ model, methods, own }: StageParts): string {
  const { logging = {} } = model.settings.stage;
  const throttle = `var.${own('throttle')}`;
  const ofStage = `resource "aws_api_gateway_method_settings" "this" {
  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name = aws_api_gateway_stage.this.stage_name
  method_path = "*/*"

  settings {
    metrics_enabled = ${logging.metrics ?? true}
    logging_level = var.${own('logging_level')}
    data_trace_enabled = ${logging.dataTrace ?? false}
    throttling_rate_limit = ${throttle} == null ? -1 : ${throttle}.rate
    throttling_burst_limit = ${throttle} == null ? -1 : ${throttle}.burst
    caching_enabled = false
    cache_data_encrypted = true
    ${GUARDED}
  }
}
`;
  if (methods.length === 0) return ofStage;
  return `${ofStage}
locals {
  # The methods whose settings are not those above: in the stage a method has all of its settings or none.
  method_settings = {
${methods.map((method) => renderMethod(method, logging)).join('\n')}
  }
}

resource "aws_api_gateway_method_settings" "route" {
  for_each = local.method_settings

  rest_api_id = aws_api_gateway_rest_api.this.id
  stage_name = aws_api_gateway_stage.this.stage_name
  method_path = each.key

  settings {
    metrics_enabled = each.value.metrics
    logging_level = var.${own('logging_level')} == "OFF" ? "OFF" : coalesce(each.value.logging_level, var.${own('logging_level')})
    data_trace_enabled = each.value.data_trace
    throttling_rate_limit = each.value.rate
    throttling_burst_limit = each.value.burst
    caching_enabled = each.value.cached && var.${own('cache_cluster_size')} != null
    cache_ttl_in_seconds = each.value.cache_ttl
    cache_data_encrypted = each.value.cache_encrypted
    ${GUARDED}
  }
}
`;
}

function renderMethod(
  { path, stage: { throttle, cache, logging = {} } }: MethodSetting,
  ofStage: NonNullable<MethodSetting['stage']['logging']>,
): string {
  const level = logging.level;
  return `    ${hclString(path)} = {
      rate = ${throttle?.rate ?? -1}
      burst = ${throttle?.burst ?? -1}
      cached = ${cache !== undefined}
      cache_ttl = ${cache?.ttl ?? 300}
      cache_encrypted = ${cache?.encrypted ?? true}
      logging_level = ${level === undefined ? 'null' : hclString(level)}
      metrics = ${logging.metrics ?? ofStage.metrics ?? true}
      data_trace = ${logging.dataTrace ?? false}
    }`;
}

/** Usage plans, and the keys that the caller of the module asks for. */
export function renderUsagePlans({ model, own }: StageParts): string {
  const plans = Object.entries(model.settings.usagePlans);
  if (plans.length === 0) return '';
  return `locals {
  # What API keys allow.
  usage_plans = {
${plans.map(renderPlan).join('\n')}
  }
}

resource "aws_api_gateway_usage_plan" "this" {
  for_each = local.usage_plans

  name = "\${var.${own('name')}}-\${each.key}"
  description = each.value.description
  tags = var.${own('tags')}

  api_stages {
    api_id = aws_api_gateway_rest_api.this.id
    stage = aws_api_gateway_stage.this.stage_name
  }

  dynamic "throttle_settings" {
    for_each = each.value.throttle[*]
    content {
      rate_limit = throttle_settings.value.rate
      burst_limit = throttle_settings.value.burst
    }
  }

  dynamic "quota_settings" {
    for_each = each.value.quota[*]
    content {
      limit = quota_settings.value.limit
      period = quota_settings.value.period
    }
  }
}

resource "aws_api_gateway_api_key" "this" {
  for_each = var.${own('api_keys')}

  name = "\${var.${own('name')}}-\${each.key}"
  tags = var.${own('tags')}
}

resource "aws_api_gateway_usage_plan_key" "this" {
  for_each = var.${own('api_keys')}

  key_id = aws_api_gateway_api_key.this[each.key].id
  key_type = "API_KEY"
  usage_plan_id = aws_api_gateway_usage_plan.this[each.value].id
}
`;
}

function renderPlan([name, { description, throttle, quota }]: readonly [string, AwsUsagePlan]): string {
  return `    ${name} = {
      description = ${description === undefined ? 'null' : hclString(description)}
      throttle = ${throttle ? `{ rate = ${throttle.rate}, burst = ${throttle.burst} }` : 'null'}
      quota = ${quota ? `{ limit = ${quota.limit}, period = "${quota.period}" }` : 'null'}
    }`;
}
