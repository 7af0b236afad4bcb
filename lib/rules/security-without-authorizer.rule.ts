import { findOperation } from '../model/view-route.js';
import { isObject } from '../openapi/openapi.js';
import { placeOf, type Rule } from './rule.js';

/** Swagger's security decorators are documentation: API Gateway lets every caller pass. */
export const securityWithoutAuthorizer: Rule = {
  code: 'security-without-authorizer',
  severity: 'warning',
  *check(model) {
    // Then an open route is an error already.
    if (model.settings.requireAuthorizer) return;
    for (const route of model.routes) {
      if (route.origins.authorizer.level !== 'default' || route.apiKey) continue;
      const operation = findOperation(route, model);
      // What the document asks for at its root, it asks for on every operation that says nothing.
      const security = operation['security'] ?? (route.operation ? model.document['security'] : undefined);
      const alternatives = Array.isArray(security) ? security.filter(isObject) : [];
      const names = [...new Set(alternatives.flatMap((alternative) => Object.keys(alternative)))];
      // An empty alternative means that a caller needs none.
      if (names.length === 0 || alternatives.some((alternative) => Object.keys(alternative).length === 0))
        continue;
      yield {
        at: placeOf(route),
        message: `the documentation asks for ${names.map((name) => `\`${name}\``).join(', ')}, and the gateway asks for nothing`,
        fix: 'Add `@AwsAuthorizer(…)`, which puts its scheme into the public document by itself, or `@AwsPublic()` if the application checks it.',
      };
    }
  },
};
