import type { AwsGatewayId } from '../aws-gateway.options.js';
import type { GatewayModel } from '../model/gateway-model.js';
import type { Route } from '../model/routes/route.js';
import type { LimitUse } from '../rules/gateway/limit.js';
import type { Inexpressible } from '../rules/gateway/not-expressible.rule.js';
import type { Rule } from '../rules/rule.js';
import type { DeployMembers, DeployTree } from '../values/deploy-tree.js';
import type { StageSupport } from './refuse-stage.js';

export type BackEndId = AwsGatewayId | 'public-openapi' | 'iam-policy' | 'placeholders' | 'terraform';

/** One kind of output: a pure function of the model, with what only this output can be checked for. */
export interface BackEnd<Output = unknown, Id extends BackEndId = BackEndId> {
  readonly id: Id;
  /** Documents are printed from the output. */
  render(model: GatewayModel): Output;
  /** Rules that mean something for this output only. */
  readonly rules: readonly Rule<Output>[];
  /** Absent: nothing limits the output. */
  limits?(output: Output): readonly LimitUse[];
}

/** A back end that writes the private document. */
export interface GatewayBackEnd<Output extends GatewayOutput, Id extends AwsGatewayId> extends BackEnd<
  Output,
  Id
> {
  readonly stage: StageSupport;
}

/** What each of some back ends renders, by its id. */
export type OutputsOf<Used extends readonly BackEnd[]> = {
  readonly [One in Used[number] as One['id']]: ReturnType<One['render']>;
};

/** The output of a back end that is a gateway: a document, and the part of each route in it. */
export interface GatewayOutput {
  readonly gateway: AwsGatewayId;
  /** With its deploy values, which are filled or written as placeholders when it is handed over. */
  readonly document: DeployTree;
  /** Without the routes that the gateway cannot serve. */
  readonly operations: ReadonlyMap<Route, GatewayOperation>;
  /** What the document lacks, because the gateway has no counterpart of it. */
  readonly inexpressible: readonly Inexpressible[];
  /** The CORS policy of the API as a whole. Absent: there is none, or each path has its own. */
  readonly cors?: DeployMembers;
  readonly limits: readonly LimitUse[];
}

export interface GatewayOperation {
  /** The path of the route in the document, where a variable may have another name. */
  readonly path: string;
  /** As it stands in the document. */
  readonly operation: DeployTree;
  /** Absent: nothing answers the route. */
  readonly integration?: DeployTree;
  /** The names of an HTTP API for the routes that the document has for it: `GET /users/{id}`, `$default`. */
  readonly routeKeys?: readonly string[];
}
