import type { AwsGatewayId, AwsGatewayOptions } from './aws-gateway.options.js';
import type { GatewayOutput } from './backends/back-end.js';
import { GATEWAYS, type Outputs } from './backends/index.js';
import { iamPolicy } from './backends/iam-policy/index.js';
import { publicOpenApi } from './backends/public-openapi/index.js';
import { terraform } from './backends/terraform/index.js';
import { compile, type Compiled } from './compile.js';
import type { AppSource } from './model/app-source.js';
import { gatewayOf } from './model/settings/gateway-of.js';
import type { Rule } from './rules/rule.js';

/** About what stands beside the document. */
const ABOUT_STAGE: readonly Rule['code'][] = ['setting-outside-document', 'setting-without-terraform'];

type Shared = readonly [typeof publicOpenApi, typeof iamPolicy, typeof terraform];

export interface CompiledGateway extends Compiled<Shared> {
  readonly gateway: AwsGatewayId;
  /** With the output of the chosen gateway only. */
  readonly outputs: Compiled<Shared>['outputs'] &
    Pick<Outputs, 'placeholders'> &
    Partial<Pick<Outputs, AwsGatewayId>>;
  /** The output of the chosen gateway. */
  readonly gatewayOutput: GatewayOutput;
}

/**
 * Compiles an application for the gateway that its options choose.
 *
 * @param hasStage nothing is reported about settings that the document lacks: a module has them, or nothing is deployed
 */
export function compileGateway(
  source: AppSource,
  options: AwsGatewayOptions,
  hasStage = false,
): CompiledGateway {
  const gateway = gatewayOf(options);
  const others = Object.values(GATEWAYS).filter(({ id }) => id !== gateway);
  const chosen = GATEWAYS[gateway];
  const rules = chosen.rules as readonly Rule[];
  const compiled = compile(
    source,
    options,
    [
      publicOpenApi,
      hasStage ? { ...chosen, rules: rules.filter(({ code }) => !ABOUT_STAGE.includes(code)) } : chosen,
      iamPolicy,
      terraform,
    ],
    [
      ...ABOUT_STAGE.map((code) => ({ code })),
      ...others.flatMap((one) => one.rules.map(({ code }) => ({ code }))),
    ],
  );
  const { model, outputs } = compiled;
  const gatewayOutput = outputs[gateway];
  // Kong has no role.
  const documents = [gatewayOutput.document, ...(gateway === 'kong' ? [] : [outputs['iam-policy']])];
  return { ...compiled, outputs: { ...outputs, placeholders: { model, documents } }, gateway, gatewayOutput };
}
