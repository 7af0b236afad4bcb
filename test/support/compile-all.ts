import { compileGateway, type CompiledGateway } from '../../lib/compile-gateway.js';
import type { AppSource } from '../../lib/model/app-source.js';
import type { OpenApiDocument } from '../../lib/openapi/openapi.js';
import type { AwsGatewayOptions } from '../../lib/aws-gateway.options.js';
import type { DeployTree } from '../../lib/values/deploy-tree.js';

/** What the back ends of a run make of an application. */
export interface CompiledAll extends CompiledGateway {
  readonly publicDocument: OpenApiDocument;
  readonly privateDocument: DeployTree;
}

export function compileAll(source: AppSource, options: AwsGatewayOptions): CompiledAll {
  const compiled = compileGateway(source, options);
  return {
    ...compiled,
    publicDocument: compiled.outputs['public-openapi'],
    privateDocument: compiled.gatewayOutput.document,
  };
}
