import type { GatewayPath, Route } from '../../model/routes/route.js';
import type { RouteView } from '../../model/documents/view-route.js';
import type { JsonObject } from '../../openapi/openapi.js';
import type { DeployMembers, DeployTree } from '../../values/deploy-tree.js';
import type { GatewayOutput } from '../back-end.js';
import type { LevelConflict } from './resources/place-routes.js';
import type { RenderedIntegration } from './integrations/rendered-integration.js';

/** What a REST API is imported from, in parts, and the private document that holds them. */
export interface RestApi extends GatewayOutput {
  readonly document: DeployMembers;
  /** The model's paths under the names that the document has for their variables. */
  readonly resources: readonly GatewayPath[];
  /** Variables that the document cannot have under one name. */
  readonly conflicts: readonly LevelConflict[];
  /** Of every route whose verb API Gateway serves, but for those that a greedy route of the same backend covers. */
  readonly operations: ReadonlyMap<Route, RenderedRoute>;
  /** By the path of their resource: those that have a CORS policy and no OPTIONS handler of the application's own. */
  readonly preflights: ReadonlyMap<string, RenderedPreflight>;
  readonly info: JsonObject;
  /** The models of bodies, by name. */
  readonly models: JsonObject;
  /** The names of models whose compositions are too many to be written out. */
  readonly loosened: readonly string[];
  /** Absent: no route needs one. */
  readonly securitySchemes: DeployTree | undefined;
  /** Absent: API Gateway's own stand. */
  readonly gatewayResponses: DeployMembers | undefined;
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
  /** The path of its resource. */
  readonly path: string;
  /** What the operation was rendered from. */
  readonly view: RouteView;
}

export interface RenderedPreflight extends RenderedOperation {
  readonly integration: RenderedIntegration;
  readonly allowMethods: readonly string[];
  readonly allowHeaders: readonly string[];
}
