import type { AwsGatewayOptions } from './aws-gateway.options.js';
import { renderPublicDocument } from './backends/public-openapi/index.js';
import { renderRestApi } from './backends/rest-api/index.js';
import type { Diagnostic, SilencedDiagnostic } from './diagnostics/diagnostic.js';
import { countLimits, type LimitUse } from './backends/rest-api/limits/count-limits.js';
import type { AppSource } from './model/app-source.js';
import { buildGatewayModel } from './model/build-gateway-model.js';
import type { GatewayModel } from './model/gateway-model.js';
import type { OpenApiDocument } from './openapi/openapi.js';
import { REST_API_RULES } from './backends/rest-api/rules/index.js';
import { checkModel, RULES } from './rules/index.js';
import type { DeployTree } from './values/deploy-tree.js';

export interface Compiled {
  readonly model: GatewayModel;
  readonly diagnostics: readonly Diagnostic[];
  /** What the application keeps silent. */
  readonly silenced: readonly SilencedDiagnostic[];
  readonly publicDocument: OpenApiDocument;
  /** With its deploy values, which are filled or written as placeholders when it is handed over. */
  readonly privateDocument: DeployTree;
  /** What the private document uses of API Gateway's limits. */
  readonly limits: readonly LimitUse[];
}

/** The pure middle: source and options in, model, diagnostics and documents out. */
export function compile(source: AppSource, options: AwsGatewayOptions): Compiled {
  const model = buildGatewayModel(source, options);
  const privateDocument = renderRestApi(model);
  const documents = {
    publicDocument: renderPublicDocument(model),
    privateDocument,
    limits: countLimits(model, privateDocument),
  };
  return { model, ...checkModel(model, documents, [...RULES, ...REST_API_RULES]), ...documents };
}
