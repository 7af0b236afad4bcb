import { INTEGRATION_READERS } from '../model/integrations/integration-readers.js';
import { placeOf, type Rule } from './rule.js';

/** Those that the reader of integrations knows. */
const DECORATORS = Object.keys(INTEGRATION_READERS).map((name) => `\`@${name}\``);

const FIX = `Add an integration decorator (${DECORATORS.join(', ')}) to the handler or its class, set \`forRoot({ integration })\`, or exclude the route with \`@AwsExclude()\`.`;

/** Said of an application that runs already, before anything is declared: most often one backend answers everything. */
const FIRST_RUN =
  "Set `forRoot({ integration: { kind: 'http', baseUrl: 'https://${load_balancer_host}' } })` if the running application answers these routes, or `forRoot({ integration: { kind: 'lambda', functionArn: '${api_function_arn}' } })` if one function does. Otherwise add an integration decorator, such as `@AwsLambda`, or `@AwsExclude()` to the handlers or their classes.";

/** API Gateway does not deploy a method without an integration. */
export const routeWithoutIntegration: Rule = {
  code: 'route-without-integration',
  severity: 'error',
  final: true,
  *check({ routes }) {
    const silent = routes.filter(({ hasIntegration }) => !hasIntegration);
    const isFirstRun = silent.length > 1 && silent.length * 2 > routes.length;
    for (const route of silent) {
      yield {
        at: placeOf(route),
        message: 'this route has no integration',
        fix: isFirstRun ? FIRST_RUN : FIX,
      };
    }
  },
};
