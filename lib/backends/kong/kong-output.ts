import type { Route } from '../../model/routes/route.js';
import type { DeployMembers } from '../../values/deploy-tree.js';
import type { GatewayOperation, GatewayOutput } from '../back-end.js';

/** The declarative file of Kong, and the part of each route in it. */
export interface Kong extends GatewayOutput {
  readonly document: DeployMembers;
  readonly operations: ReadonlyMap<Route, RenderedRoute>;
}

export interface RenderedRoute extends GatewayOperation {
  /** The route as it stands in the file, with its plugins. */
  readonly operation: DeployMembers;
  /** What answers: the service, or the plugin. */
  readonly integration?: DeployMembers;
  /** What Kong answers to preflights of the path. Absent: it has no CORS policy, or an OPTIONS route of the application. */
  readonly preflight?: KongPreflight;
}

export interface KongPreflight {
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
}
