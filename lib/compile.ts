import type { AwsGatewayOptions } from './aws-gateway.options.js';
import type { BackEnd, OutputsOf } from './backends/back-end.js';
import type { Diagnostic, SilencedDiagnostic } from './diagnostics/diagnostic.js';
import type { AppSource } from './model/app-source.js';
import { buildGatewayModel } from './model/build-gateway-model.js';
import type { GatewayModel } from './model/gateway-model.js';
import { checkModel } from './rules/check-model.js';
import type { LimitUse } from './rules/gateway/limit.js';
import type { KnownRule } from './rules/rule.js';
import { RULES } from './rules/index.js';

export interface Compiled<Used extends readonly BackEnd[]> {
  readonly model: GatewayModel;
  readonly diagnostics: readonly Diagnostic[];
  /** The diagnostics that the application ignores. */
  readonly silenced: readonly SilencedDiagnostic[];
  /** What each back end renders, by its id. */
  readonly outputs: OutputsOf<Used>;
  /** What the outputs use of the limits of their gateways. */
  readonly limits: readonly LimitUse[];
}

/**
 * The pure middle: source, options and back ends in, model, outputs and diagnostics out.
 *
 * @param idle rules that do not run, of other gateways: to ignore what they find is neither unknown nor unused
 */
export function compile<const Used extends readonly BackEnd[]>(
  source: AppSource,
  options: AwsGatewayOptions,
  backEnds: Used,
  idle: readonly KnownRule[] = [],
): Compiled<Used> {
  const model = buildGatewayModel(source, options);
  const rendered = backEnds.map((backEnd) => ({ backEnd, output: backEnd.render(model) }));
  const checks = rendered.map(({ backEnd: { rules }, output }) => ({ rules, output }));
  return {
    model,
    ...checkModel(model, [{ rules: RULES, output: undefined }, ...checks], idle),
    outputs: Object.fromEntries(
      rendered.map(({ backEnd, output }) => [backEnd.id, output]),
    ) as OutputsOf<Used>,
    limits: rendered.flatMap(({ backEnd, output }) => backEnd.limits?.(output) ?? []),
  };
}
