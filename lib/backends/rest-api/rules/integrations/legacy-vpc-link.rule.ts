import { nameRoutes, type Rule } from '../../../../rules/rule.js';
import { listHttp } from './list-http.js';

/**
 * Without a target the VPC link is a V1 link, which leads to a Network Load Balancer only. AWS advises against new ones.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/vpc-links-v1.html
 */
export const legacyVpcLink: Rule = {
  code: 'legacy-vpc-link',
  severity: 'info',
  *check(model) {
    const [first, ...others] = listHttp(model).filter(({ isLinked, target }) => isLinked && !target);
    if (!first) return;
    yield {
      at: {},
      message: `the VPC link of ${nameRoutes([first.route, ...others.map(({ route }) => route)])} must be a V1 link, because no load balancer is named beside it: AWS calls V1 links legacy`,
      fix:
        first.route.integration?.kind === 'http'
          ? "For a VPC link V2, add `target: '${load_balancer_arn}'`. If you keep the V1 link, set `forRoot({ ignore: { 'legacy-vpc-link': '…' } })`."
          : "For a VPC link V2, add `integrationTarget: '${load_balancer_arn}'`. If you keep the V1 link, set `forRoot({ ignore: { 'legacy-vpc-link': '…' } })`.",
    };
  },
};
