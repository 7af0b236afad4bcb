import { backendOf } from '../model/backend-of.js';
import type { Route } from '../model/gateway-model.js';
import { nameRoute, placeOf, type Rule } from './rule.js';

/**
 * API Gateway distinguishes routes only by verb and path, whatever the names of the variables. Two handlers with the same
 * verb and path, such as two versions by header, are one route. That is fine if both have the same gateway settings.
 */
export const duplicateRoute: Rule = {
  code: 'duplicate-route',
  severity: 'error',
  final: true,
  *check({ displaced }) {
    for (const { route, by } of displaced) {
      const [own, others] = [settingsOf(route), settingsOf(by)];
      const different = Object.keys(own).filter(
        (name) => JSON.stringify(own[name]) !== JSON.stringify(others[name]),
      );
      if (different.length === 0) continue;
      yield {
        at: placeOf(route),
        message: `${nameRoute(by)} has the same verb and path, but API Gateway has one route for both, and they differ in ${different.join(' and ')}`,
        fix: 'Give the routes different paths (such as by URI versioning) or the same settings, or exclude one with `@AwsExclude()`.',
      };
    }
  },
};

/** The URL of a backend holds the route's own path, in which the other may name its variables differently. */
function settingsOf(route: Route): Readonly<Record<string, unknown>> {
  const { integration, authorizer, public: open, apiKey, cors, validation } = route;
  const answer =
    integration?.kind === 'http'
      ? [backendOf(route), { ...integration, url: '', baseUrl: '', pathParameters: [] }]
      : integration;
  return {
    'the integration': answer,
    'the authorizer': [authorizer, open],
    'the API key': apiKey,
    CORS: cors,
    validation,
  };
}
