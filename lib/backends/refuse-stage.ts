import type { GatewayModel } from '../model/gateway-model.js';
import type { Route } from '../model/routes/route.js';
import type { StageSettings } from '../model/settings/gateway-settings.js';
import type { Inexpressible } from '../rules/gateway/not-expressible.rule.js';

/** What no document carries. */
export type StageConcern = keyof StageSettings | 'usagePlans';

/** Why a gateway cannot have a setting at all. */
export interface StageRefusal extends Omit<Inexpressible, 'routes'> {
  /** The routes that lose something. Absent: all that have the setting. */
  readonly loses?: (stage: StageSettings) => boolean;
}

/** What a gateway does with each of them: it has the setting beside its document, or a reason why it cannot. */
export type StageSupport = Readonly<Record<StageConcern, 'supported' | StageRefusal>>;

/** What is lost of the settings of the stage. */
export function refuseStage(
  { routes, settings }: GatewayModel,
  support: StageSupport,
): readonly Inexpressible[] {
  return (Object.keys(support) as StageConcern[]).flatMap((concern) => {
    const refusal = support[concern];
    if (refusal === 'supported') return [];
    const { loses = () => true, ...inexpressible } = refusal;
    if (concern === 'usagePlans') {
      return Object.keys(settings.usagePlans).length > 0 ? [{ ...inexpressible, routes: [] }] : [];
    }
    const lost: readonly Route[] = routes.filter(({ stage }) => stage[concern] !== undefined && loses(stage));
    return lost.length > 0 ? [{ ...inexpressible, routes: lost }] : [];
  });
}
