import type { GatewayModel } from '../../model/gateway-model.js';
import type { MainParts } from './main/main-parts.js';
import type { ModuleOutput, ModuleVariable } from './variables/render-variables.js';

/** What a gateway has of its own in the module around its document. */
export interface ModuleKind {
  readonly listOwnVariables: (
    model: GatewayModel,
    stageVariables: readonly string[],
  ) => readonly ModuleVariable[];
  readonly renderMain: (parts: MainParts) => string;
  readonly listOutputs: (hasRoles: boolean, model: GatewayModel) => readonly ModuleOutput[];
  /** What a reader must know, each a paragraph of Markdown. */
  readonly notes: readonly string[];
}
