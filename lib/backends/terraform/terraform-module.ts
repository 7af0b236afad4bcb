import type { GatewayModel } from '../../model/gateway-model.js';
import type { Caller } from './list-callers.js';
import type { Role } from './list-roles.js';

/** What a Terraform module has around the document of the gateway. */
export interface TerraformModule {
  readonly model: GatewayModel;
  readonly callers: readonly Caller[];
  readonly roles: readonly Role[];
}
