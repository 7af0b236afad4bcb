import { backendOf } from '../model/backend-of.js';
import type { Route } from '../model/gateway-model.js';
import { nameRoute, placeOf, type Rule } from './rule.js';

/**
 * API Gateway tells routes apart by verb and path, whatever their variables are called. Two handlers there, such as two versions by header, are one
 * route: no fault while the gateway serves both alike.
 */
export const duplicateRoute: Rule = {
  code: 'duplicate-route',
  severity: 'error',
  final: true,
  *check({ displaced }) {
    for (const { route, by } of displaced) {
      if (settingsOf(route) === settingsOf(by)) continue;
      yield {
        at: placeOf(route),
        message: `${nameRoute(by)} has the same verb and path, and other gateway settings`,
        fix: 'Give them different paths (URI versioning does), the same settings, or leave one out with `@AwsExclude()`.',
      };
    }
  },
};

/** The URL of a backend holds the route's own path, in which the other may name its variables differently. */
function settingsOf(route: Route): string {
  const { integration, authorizer, public: open, apiKey, cors, validation } = route;
  const answer =
    integration?.kind === 'http'
      ? [backendOf(route), { ...integration, url: '', pathParameters: [] }]
      : integration;
  return JSON.stringify([answer, authorizer, open, apiKey, cors, validation]);
}
