import type { Attribute, Body, Expression, HclPlace } from '../hcl/expression.js';

/** The files of one directory, as Terraform sees them together. */
export interface TerraformModule {
  /** Absolute. */
  readonly dir: string;
  readonly locals: ReadonlyMap<string, Attribute>;
  readonly variables: ReadonlyMap<string, Variable>;
  readonly outputs: ReadonlyMap<string, Attribute>;
  /** By address: `aws_lambda_function.this`, `data.aws_region.current`. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly calls: ReadonlyMap<string, ModuleCall>;
  /** Values of variables in `terraform.tfvars` and `*.auto.tfvars`. */
  readonly values: ReadonlyMap<string, Attribute>;
  /** `apigen --out-terraform` wrote it. */
  readonly isGenerated: boolean;
}

export interface Variable {
  readonly name: string;
  /** Absent: callers must set it. */
  readonly default?: Expression;
  readonly at: HclPlace;
}

export interface Resource {
  readonly address: string;
  /** `aws_lambda_function`; of a data source too. */
  readonly type: string;
  readonly isData: boolean;
  readonly body: Body;
  readonly at: HclPlace;
}

export interface ModuleCall {
  readonly name: string;
  readonly body: Body;
  readonly at: HclPlace;
  /** As it stands. Absent: it is not a plain string. */
  readonly source?: string;
  /** Absolute. Absent: the module is not in the tree. */
  readonly dir?: string;
}
