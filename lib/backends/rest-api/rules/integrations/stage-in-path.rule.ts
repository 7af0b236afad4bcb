import { nameRoutes, type Rule } from '../../../../rules/rule.js';
import { listHttp } from './list-http.js';

/**
 * Over a VPC link V2 the backend gets the name of the stage in front of the path, unlike over a link V1 or the internet.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/private-integration.html
 */
export const stageInPath: Rule = {
  code: 'stage-in-path',
  severity: 'info',
  *check(model) {
    const [first, ...others] = listHttp(model).filter(({ target }) => target);
    if (!first) return;
    yield {
      at: {},
      message: `the load balancer gets the name of the stage in the path, such as \`/prod/users\`, for ${nameRoutes([first.route, ...others.map(({ route }) => route)])}: a VPC link V2 adds it`,
      fix: 'Remove the first segment with a URL rewrite of the load balancer, or in the application before its router.',
    };
  },
};
