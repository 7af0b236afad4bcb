import { INTEGRATION_READERS } from '../model/integration-readers.js';
import { placeOf, type Rule } from './rule.js';

/** Those that the reader of integrations knows. */
const DECORATORS = Object.keys(INTEGRATION_READERS).map((name) => `\`@${name}\``);

/** API Gateway does not deploy a method without an integration. */
export const routeWithoutIntegration: Rule = {
  code: 'route-without-integration',
  severity: 'error',
  final: true,
  *check({ routes }) {
    for (const route of routes) {
      if (route.hasIntegration) continue;
      yield {
        at: placeOf(route),
        message: 'this route has no integration',
        fix: `Add an integration decorator (${DECORATORS.join(', ')}) to the handler or its class, set \`forRoot({ integration })\`, or exclude the route with \`@AwsExclude()\`.`,
      };
    }
  },
};
