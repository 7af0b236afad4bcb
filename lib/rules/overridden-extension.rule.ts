import { findOperation } from '../model/view-route.js';
import { placeOf, type Rule } from './rule.js';

/** What this library writes on an operation itself stands in the place of an extension of the same name. */
export const overriddenExtension: Rule = {
  code: 'overridden-extension',
  severity: 'error',
  *check(model) {
    for (const route of model.routes) {
      const operation = findOperation(route, model);
      for (const [name, instead] of Object.entries(OWN_EXTENSIONS)) {
        if (operation[name] === undefined) continue;
        // Nothing stands in its place, which is a fault of its own.
        if (name === INTEGRATION && !route.hasIntegration) continue;
        yield {
          at: placeOf(route),
          message: `the extension \`${name}\` has no effect: this library writes the operation's own`,
          fix: `Use ${instead}, and remove the extension.`,
        };
      }
    }
  },
};

const INTEGRATION = 'x-amazon-apigateway-integration';

const OWN_EXTENSIONS: Readonly<Record<string, string>> = {
  'x-amazon-apigateway-integration':
    '`@AwsIntegration` with the same object, or another integration decorator',
  'x-amazon-apigateway-request-validator': '`@AwsValidation`',
  'x-amazon-apigateway-auth': '`@AwsAuthorizer` or `@AwsPublic()`',
};
