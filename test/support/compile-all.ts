import { BACK_ENDS } from '../../lib/backends/index.js';
import { compile, type Compiled } from '../../lib/compile.js';
import type { AppSource } from '../../lib/model/app-source.js';
import type { OpenApiDocument } from '../../lib/openapi/openapi.js';
import type { AwsGatewayOptions } from '../../lib/aws-gateway.options.js';
import type { DeployTree } from '../../lib/values/deploy-tree.js';

/** What all back ends make of an application. */
export interface CompiledAll extends Compiled<typeof BACK_ENDS> {
  readonly publicDocument: OpenApiDocument;
  readonly privateDocument: DeployTree;
}

export function compileAll(source: AppSource, options: AwsGatewayOptions): CompiledAll {
  const compiled = compile(source, options, BACK_ENDS);
  return {
    ...compiled,
    publicDocument: compiled.outputs['public-openapi'],
    privateDocument: compiled.outputs['rest-api'].document,
  };
}
