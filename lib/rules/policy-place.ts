import type { DiagnosticPlace } from '../diagnostics/diagnostic.js';
import type { Route } from '../model/routes/route.js';

/** Where the CORS policy of a route is declared: a problem of the policy stands there once. */
export function policyPlace(route: Route): DiagnosticPlace {
  const { controller, handler, origins } = route;
  switch (origins.cors.level) {
    case 'handler':
      return { controller, handler };
    case 'class':
      return { controller };
    default:
      return {};
  }
}
