import type { Route } from '../../model/gateway-model.js';
import type { RouteView } from '../../model/view-route.js';
import type { JsonObject } from '../../openapi/openapi.js';
import type { DeployMembers, DeployTree } from '../../values/deploy-tree.js';
import type { GatewayOutput, LimitUse } from '../back-end.js';
import type { RenderedIntegration } from './integrations/rendered-integration.js';

/** What a REST API is imported from, in parts, and the private document that holds them. */
export interface RestApi extends GatewayOutput {
  readonly document: DeployMembers;
  /** Of every route whose verb API Gateway serves. */
  readonly operations: ReadonlyMap<Route, RenderedRoute>;
  /** By path: those that have a CORS policy and no OPTIONS handler of the application's own. */
  readonly preflights: ReadonlyMap<string, RenderedPreflight>;
  readonly info: JsonObject;
  /** The models of bodies, by name. */
  readonly models: JsonObject;
  /** Absent: no route needs one. */
  readonly securitySchemes: DeployTree | undefined;
  /** Absent: API Gateway's own stand. */
  readonly gatewayResponses: DeployMembers | undefined;
  readonly limits: readonly LimitUse[];
}

export interface RenderedOperation {
  /** As it stands in the document. */
  readonly operation: DeployMembers;
  readonly parameters: readonly JsonObject[];
  /** Absent: no body is declared. */
  readonly requestBody?: JsonObject;
  /** Absent: nothing answers the route. */
  readonly integration?: RenderedIntegration;
}

export interface RenderedRoute extends RenderedOperation {
  /** What the operation was rendered from. */
  readonly view: RouteView;
}

export interface RenderedPreflight extends RenderedOperation {
  readonly integration: RenderedIntegration;
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
}
