import type { ModuleCall, TerraformModule } from '../tree/terraform-module.js';

/** The key of one instance. `unknown`: any of them. */
export type Key = { readonly known: string | number } | 'unknown';

/** A module as one call of it sees it. */
export interface ModuleInstance {
  readonly module: TerraformModule;
  /** The directory of the root module. */
  readonly root: string;
  /** `module.api`; empty for a root module. */
  readonly address: string;
  /** Absent: a root module. */
  readonly caller?: ModuleInstance;
  readonly call?: ModuleCall;
  /** Of a call with `for_each` or `count`. */
  readonly key?: Key;
}
