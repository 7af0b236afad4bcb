import { createHandlerReader } from '../model/handler-runs.js';
import { findOperation, handlersOf } from '../model/documents/view-route.js';
import { isObject } from '../openapi/openapi.js';
import { placeOf, type Rule } from './rule.js';
import { joinWords } from '../options/join-words.js';

/** The security decorators of Swagger only document: API Gateway accepts every caller. */
export const securityWithoutAuthorizer: Rule = {
  code: 'security-without-authorizer',
  severity: 'warning',
  *check(model) {
    // Then another rule reports open routes.
    if (model.settings.requireAuthorizer) return;
    const runs = createHandlerReader(model);
    for (const route of model.routes.flatMap(handlersOf)) {
      if (route.origins.authorizer.level !== 'default' || route.apiKey) continue;
      // The guard checks the credentials where NestJS may answer.
      if (route.guards.length > 0 && runs(route) === 'may') continue;
      const operation = findOperation(route, model);
      // `security` at the root of the document applies to every operation without `security`.
      const security = operation['security'] ?? (route.operation ? model.document['security'] : undefined);
      const alternatives = Array.isArray(security) ? security.filter(isObject) : [];
      const names = [...new Set(alternatives.flatMap((alternative) => Object.keys(alternative)))];
      // An empty alternative means that a caller needs no credentials.
      if (names.length === 0 || alternatives.some((alternative) => Object.keys(alternative).length === 0))
        continue;
      yield {
        at: placeOf(route),
        message: `the documentation requires ${joinWords(names.map((name) => `\`${name}\``))}, but the gateway requires no credentials`,
        fix: 'Add `@AwsAuthorizer(…)`, which also adds its scheme to the public document, or set `forRoot({ authorizer })` for all routes. If the application checks the credentials, set `forRoot({ ignore })` with the reason.',
      };
    }
  },
};
