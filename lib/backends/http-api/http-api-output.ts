import type { Route } from '../../model/routes/route.js';
import type { DeployMembers } from '../../values/deploy-tree.js';
import type { GatewayOperation, GatewayOutput } from '../back-end.js';

/** What an HTTP API is imported from, in parts, and the private document that holds them. */
export interface HttpApi extends GatewayOutput {
  readonly document: DeployMembers;
  readonly operations: ReadonlyMap<Route, RenderedOperation>;
}

export interface RenderedOperation extends GatewayOperation {
  readonly operation: DeployMembers;
  readonly integration?: DeployMembers;
  readonly routeKeys: readonly string[];
}
