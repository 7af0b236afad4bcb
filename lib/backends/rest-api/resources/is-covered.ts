import { backendOf } from '../../../model/integrations/backend-of.js';
import type { HttpIntegration } from '../../../model/integrations/integration.js';
import type { Route } from '../../../model/routes/route.js';

/**
 * Whether a greedy route at the level of a route's variable answers all of the route's requests just as the route
 * would: the same backend gets the same path, behind the same guards.
 */
export function isCovered(route: Route, greedy: Route): boolean {
  return (
    (greedy.method === 'any' || greedy.method === route.method) &&
    sameAnswer(route, greedy) &&
    [route, greedy].every(({ validation }) => validation === 'none') &&
    settingsOf(route) === settingsOf(greedy)
  );
}

function sameAnswer(route: Route, greedy: Route): boolean {
  const [own, other] = [route.integration, greedy.integration];
  if (!own || !other || !route.responder?.proxied || backendOf(route) !== backendOf(greedy)) return false;
  // A function of their own would get the rest of the path, instead of the variables that it expects.
  if (own.kind !== 'http' || other.kind !== 'http')
    return [route, greedy].every(({ origins }) => origins.integration.level === 'module');
  return (other.method === 'ANY' || other.method === own.method) && callOf(own) === callOf(other);
}

/** How the backend is called, apart from the URL and the method. */
function callOf({
  target,
  headers,
  query,
  streaming,
  timeout,
  insecureSkipVerification,
}: HttpIntegration): string {
  return JSON.stringify([target, headers, query, streaming, timeout, insecureSkipVerification]);
}

function settingsOf({ authorizer, apiKey, cors }: Route): string {
  return JSON.stringify([authorizer, apiKey, cors]);
}
