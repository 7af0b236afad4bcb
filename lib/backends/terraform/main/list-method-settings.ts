import type { GatewayModel } from '../../../model/gateway-model.js';
import type { Route } from '../../../model/routes/route.js';
import type { StageSettings } from '../../../model/settings/gateway-settings.js';
import type { GatewayOutput } from '../../back-end.js';

/** A method of the stage whose settings are not those of all methods. */
export interface MethodSetting {
  /** Path and verb, as the stage names its methods: `~1users~1{id}/GET`. */
  readonly path: string;
  readonly stage: StageSettings;
}

const VERBS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * The methods of the stage that have settings of their own. A stage takes no settings for the any-method: they stand for
 * each verb that it serves.
 */
export function listMethodSettings(
  { settings, paths }: GatewayModel,
  { operations }: GatewayOutput,
): readonly MethodSetting[] {
  return paths.flatMap(({ routes, cors }) => {
    const known = new Set(routes.map(({ method }) => method.toUpperCase()));
    // The preflight of a path is a method of its own.
    if (cors) known.add('OPTIONS');
    return routes.flatMap((route) => {
      const path = operations.get(route)?.path;
      if (path === undefined || isAsStage(route, settings.stage)) return [];
      const verbs =
        route.method === 'any' ? VERBS.filter((verb) => !known.has(verb)) : [route.method.toUpperCase()];
      return verbs.map((verb) => ({ path: `${escapePath(path)}/${verb}`, stage: route.stage }));
    });
  });
}

function isAsStage({ stage }: Route, { throttle, logging }: StageSettings): boolean {
  return (
    JSON.stringify([stage.throttle, stage.cache, stage.logging]) ===
    JSON.stringify([throttle, undefined, logging])
  );
}

/** As in a JSON pointer, in which the names of methods stand. */
function escapePath(path: string): string {
  return path.replaceAll('~', '~0').replaceAll('/', '~1');
}
