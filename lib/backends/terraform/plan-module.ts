import type { AwsGatewayId } from '../../aws-gateway.options.js';
import type { GatewayModel } from '../../model/gateway-model.js';
import type { GatewayOutput } from '../back-end.js';
import { deployValuesIn } from './deploy-values-in.js';
import { listStageVariables } from './permissions/function-arn.js';
import { HTTP_API_MODULE } from './http-api/http-api-module.js';
import { listCallers, type Caller } from './permissions/list-callers.js';
import {
  listPlaceholderUses,
  type PlaceholderUses,
  type PlaceholderUse,
} from './variables/list-placeholder-uses.js';
import { listRoles, type Role } from './permissions/list-roles.js';
import { listVariables } from './variables/list-variables.js';
import type { ModuleKind } from './module-kind.js';
import type { ModuleVariable } from './variables/render-variables.js';
import { REST_API_MODULE } from './rest-api-module.js';

/** A gateway that is missing here does not compile. One of another vendor has no module. */
const KINDS: Readonly<Record<AwsGatewayId, ModuleKind | undefined>> = {
  'rest-api': REST_API_MODULE,
  'http-api': HTTP_API_MODULE,
  kong: undefined,
};

/** What a module has in it, before it is written. */
export interface ModulePlan extends PlaceholderUses {
  readonly kind: ModuleKind;
  readonly callers: readonly Caller[];
  readonly roles: readonly Role[];
  /** The placeholders that the caller of the module fills in: not those of its own roles. */
  readonly asked: ReadonlyMap<string, PlaceholderUse>;
  /** The variables of the stage that the names of functions need. */
  readonly stageVariables: readonly string[];
  /** Those of placeholders, then the module's own. */
  readonly variables: readonly ModuleVariable[];
  /** The name of a variable of the module's own: a placeholder may have taken it. */
  readonly own: (name: string) => string;
}

/** The plan of the module around the document of a gateway. `undefined`: it has none. */
export function planModule(model: GatewayModel, gateway: GatewayOutput): ModulePlan | undefined {
  const kind = KINDS[gateway.gateway];
  if (!kind) return undefined;
  const callers = listCallers(model, gateway);
  const roles = listRoles(model);
  const { uses, places } = listPlaceholderUses(model, gateway, deployValuesIn([callers, roles]));
  const made = new Set(roles.map(({ placeholder }) => placeholder));
  const asked = new Map([...uses].filter(([name]) => !made.has(name)));
  const ofPlaceholders = listVariables(asked);
  const taken = new Set(ofPlaceholders.map(({ name }) => name));
  const own = (name: string): string => (taken.has(name) ? own(`gateway_${name}`) : name);
  const stageVariables = listStageVariables([
    ...callers.map(({ functionArn }) => functionArn),
    ...roles.flatMap((role) => role.functions),
  ]);
  const settings = kind.listOwnVariables(model, stageVariables).map((variable) => {
    const name = own(variable.name);
    const validations = (variable.validations ?? []).map((one) => ({
      ...one,
      condition: one.condition.replaceAll(`var.${variable.name}`, `var.${name}`),
    }));
    return { ...variable, name, validations };
  });
  return {
    kind,
    callers,
    roles,
    uses,
    places,
    asked,
    stageVariables,
    variables: [...ofPlaceholders, ...settings],
    own,
  };
}
