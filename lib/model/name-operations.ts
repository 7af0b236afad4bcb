import type { GatewayModel } from './gateway-model.js';
import type { Route } from './routes/route.js';
import { takeFreeName } from './take-free-name.js';
import { findOperation } from './documents/view-route.js';

/** Nest repeats an id for a handler with several paths, and for two controllers of one name. */
export function nameOperations(model: GatewayModel): ReadonlyMap<Route, string> {
  const taken = new Set<string>();
  return new Map(
    model.routes.map((route) => {
      const { operationId } = findOperation(route, model);
      // Nest documents `@All()` once for each verb, and ends each id with the verb.
      const wanted =
        route.method === 'any'
          ? (operationId ?? '').replace(new RegExp(`_${route.operation?.method}$`), '')
          : (operationId ?? '');
      const base = wanted || `${route.controller}_${route.handler}`;
      return [route, takeFreeName(taken, base, '_')];
    }),
  );
}
