import type { ServiceOptions } from '../../../../services/service-integrations.js';
import type { Vtl } from '../../vtl/vtl-text.js';

export type DynamoDbOptions = ServiceOptions['dynamodb'];
export type Of<Action extends DynamoDbOptions['action']> = Extract<
  DynamoDbOptions,
  { readonly action: Action }
>;

/** The request's members, the VTL that must run before them, and the template of the answer. */
export interface DynamoDbCall {
  readonly before?: Vtl;
  readonly members: readonly Vtl[];
  /** VTL behind the last member: members that may be missing, each with its comma. */
  readonly after?: Vtl;
  readonly success: Vtl;
}
