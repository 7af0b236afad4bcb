import type { BackEnd } from '../back-end.js';
import { listCallers } from './list-callers.js';
import { listRoles } from './list-roles.js';
import type { TerraformModule } from './terraform-module.js';

/** The module around the document: `listFiles` writes both together. */
export const terraform: BackEnd<TerraformModule, 'terraform'> = {
  id: 'terraform',
  render: (model) => ({ model, callers: listCallers(model), roles: listRoles(model) }),
  rules: [],
};
