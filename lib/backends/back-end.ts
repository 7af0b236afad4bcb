import type { AwsGatewayLimits } from '../aws-gateway.options.js';
import type { GatewayModel, Place, Route } from '../model/gateway-model.js';
import type { Rule } from '../rules/rule.js';
import type { DeployTree } from '../values/deploy-tree.js';

export type BackEndId = 'rest-api' | 'public-openapi' | 'iam-policy' | 'terraform';

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

/** What each of some back ends renders, by its id. */
export type OutputsOf<Used extends readonly BackEnd[]> = {
  readonly [One in Used[number] as One['id']]: ReturnType<One['render']>;
};

/** The output of a back end that is a gateway: a document, and the part of each route in it. */
export interface GatewayOutput {
  /** With its deploy values, which are filled or written as placeholders when it is handed over. */
  readonly document: DeployTree;
  readonly operations: ReadonlyMap<Route, GatewayOperation>;
}

export interface GatewayOperation {
  /** As it stands in the document. */
  readonly operation: DeployTree;
  /** Absent: nothing answers the route. */
  readonly integration?: DeployTree;
}

/** What a gateway limits. */
export interface Limit {
  /** What is counted, in the plural, or what is measured. */
  readonly name: string;
  readonly unit: 'pieces' | 'bytes' | 'characters';
  /** Absent: the gateway does not limit it. */
  readonly of?: number;
  /** The option of `limits` that says how far the quota was raised. Absent: it cannot be. */
  readonly quota?: keyof AwsGatewayLimits;
  /** How to need less of it, as a sentence that starts with a verb. */
  readonly shrink: string;
}

/** How much of a limit an API uses. */
export interface LimitUse extends Limit {
  readonly used: number;
  /** The route that it stands at. Absent: it is of the API as a whole. */
  readonly at?: Place;
}
