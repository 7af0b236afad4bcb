import type { GatewayModel } from '../../../model/gateway-model.js';
import type { GatewayPath, Route } from '../../../model/routes/route.js';
import type { DeployMembers } from '../../../values/deploy-tree.js';
import type { Answer, Plugin } from '../answers/answer.js';
import { renderAnswer } from '../answers/render-answer.js';
import { refusePolicy, renderCors } from '../cors/render-cors.js';
import type { Credentials } from '../guards/guards.js';
import { renderGuards } from '../guards/render-guards.js';
import type { Refusal } from '../../refusal.js';
import { orderPlugins } from './order-plugins.js';
import { placeVariables } from './place-variables.js';

/** The parts of a route that Kong serves. */
export interface Prepared {
  readonly route: Route;
  readonly path: GatewayPath;
  readonly answer: Answer;
  readonly plugins: readonly Plugin[];
  /** Absent: the file has no keys for it. */
  readonly credentials: Credentials | undefined;
}

/** The plugins of a route and what answers it, or why Kong cannot serve it. */
export function prepareRoute(
  route: Route,
  path: GatewayPath,
  model: GatewayModel,
  api: string,
): Omit<Prepared, 'route' | 'path' | 'answer'> & {
  readonly answer: Answer | undefined;
  readonly refusals: readonly Refusal[];
} {
  const { answer, refusals } = hasUnreadGuard(route) ? { refusals: [] } : renderAnswer(route, model.settings);
  const guards = renderGuards(route, model, api);
  const cors = route.method === 'options' ? undefined : renderCors(path, model);
  const plugins = orderPlugins([
    ...(cors ? [cors.plugin] : []),
    ...guards.plugins,
    ...(answer?.plugins ?? []),
  ]);
  const { credentials } = guards;
  const placed = placeVariables({ answer, plugins, credentials } as unknown as DeployMembers, model.settings);
  const parts = placed.tree as unknown as Pick<Prepared, 'plugins' | 'credentials'> & {
    readonly answer: Answer | undefined;
  };
  return {
    ...parts,
    refusals: [...refusals, ...guards.refusals, ...refusePolicy(route, path), ...placed.refusals],
  };
}

/** Its authorizer cannot be read, which another rule reports: without it the route would be open. */
function hasUnreadGuard({ authorizer, public: isPublic, origins }: Route): boolean {
  return !authorizer && !isPublic && origins.authorizer.level !== 'default';
}
