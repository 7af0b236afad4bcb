import { backendOf } from '../model/integrations/backend-of.js';
import type { Route, RouteConcern } from '../model/routes/route.js';
import { nameRoute, placeOf, type Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

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
      const different = CONCERNS.filter(
        (concern) => JSON.stringify(own[concern]) !== JSON.stringify(others[concern]),
      ).map((concern) => NAMES[concern]);
      if (different.length === 0) continue;
      yield {
        at: placeOf(route),
        message: `${nameRoute(by)} has the same verb and path, but API Gateway has one route for both, and they differ in ${joinWords(different)}`,
        fix: 'Give the routes different paths (such as by URI versioning) or the same settings, or exclude one with `@AwsExclude()`.',
      };
    }
  },
};

/** What both routes must have alike, as a message names it. A concern that is missing here does not compile. */
const NAMES: Readonly<Record<RouteConcern, string>> = {
  integration: 'the integration',
  authorizer: 'the authorizer',
  apiKey: 'the API key',
  cors: 'CORS',
  validation: 'validation',
  throttle: 'throttling',
  cache: 'caching',
  logging: 'logging',
};

const CONCERNS = Object.keys(NAMES) as readonly RouteConcern[];

function settingsOf(route: Route): Readonly<Partial<Record<RouteConcern, unknown>>> {
  const { integration, authorizer, public: open, apiKey, cors, validation, stage } = route;
  // The URL of a backend holds the route's own path, in which the other may name its variables differently.
  const answer =
    integration?.kind === 'http'
      ? [backendOf(route), { ...integration, url: '', baseUrl: '', pathParameters: [] }]
      : integration;
  return { integration: answer, authorizer: [authorizer, open], apiKey, cors, validation, ...stage };
}
