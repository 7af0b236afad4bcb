import { formatFunction } from './functions/format-function.js';
import type { Route } from './routes/route.js';
import { perModel } from './per-model.js';
import { handlersOf } from './documents/view-route.js';

/**
 * Whether the handler of a route runs in NestJS. `unlikely`: a function of its own answers, which holds other code in
 * most applications, but may be the application itself.
 */
export type HandlerRuns = 'may' | 'unlikely' | 'never';

/** Whether the handler of each route of a model runs. */
export const createHandlerReader = perModel(({ routes }): ((route: Route) => HandlerRuns) => {
  const handlers = new Map<string, Set<string>>();
  for (const route of routes.flatMap(handlersOf)) {
    if (route.integration?.kind !== 'lambda') continue;
    const name = formatFunction(route.integration.function);
    handlers.set(name, (handlers.get(name) ?? new Set()).add(`${route.controller}.${route.handler}`));
  }
  return ({ responder, integration, origins }) => {
    if (responder?.kind === 'gateway' || responder?.kind === 'service') return 'never';
    if (responder?.kind !== 'function' || integration?.kind !== 'lambda') return 'may';
    // Only a proxy hands over the request that NestJS needs. Several handlers behind one function may be NestJS.
    const alone =
      origins.integration.level === 'handler' &&
      handlers.get(formatFunction(integration.function))?.size === 1;
    return !responder.proxied || alone ? 'unlikely' : 'may';
  };
});
