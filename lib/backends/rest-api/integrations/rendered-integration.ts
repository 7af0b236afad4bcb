import type { DeployTree } from '../../../values/deploy-tree.js';

/** An `x-amazon-apigateway-integration` object, typed where later steps look into it. */
export interface RenderedIntegration {
  readonly type?: DeployTree;
  readonly requestParameters?: Readonly<Record<string, DeployTree>>;
  readonly responses?: Readonly<Record<string, RenderedResponse>>;
  readonly [field: string]: DeployTree | undefined;
}

export interface RenderedResponse {
  readonly statusCode: string;
  readonly responseParameters?: Readonly<Record<string, DeployTree>>;
  readonly responseTemplates?: Readonly<Record<string, DeployTree>>;
  readonly [field: string]: DeployTree | undefined;
}
