import type { Integration } from '../../model/integrations/integration.js';
import { fillWords } from '../../grammar/read-target.js';
import { formatDeployValue, isDeployValue } from '../../values/deploy-value.js';
import { placeOf, type Rule } from '../rule.js';

/** API Gateway calls a backend over the internet, unless the integration uses a VPC link. */
export const privateAddressWithoutVpcLink: Rule = {
  code: 'private-address-without-vpc-link',
  severity: 'error',
  *check({ routes }) {
    for (const route of routes) {
      const url = publicUrl(route.integration);
      const [host] = [PRIVATE_HOST.exec(fillWords(url))?.[1], ONE_LABEL.exec(show(url))?.[1]].filter(Boolean);
      if (host === undefined) continue;
      yield {
        at: placeOf(route),
        message: `\`${host}\` is a private address, but API Gateway calls it over the internet`,
        fix:
          route.integration?.kind === 'http'
            ? "Set `vpcLink: '${vpc_link_id}'`, or use a public host name."
            : "Set `connectionType: 'VPC_LINK'` and `connectionId: '${vpc_link_id}'`, or use a public host name.",
      };
    }
  },
};

/** Loopback, private, shared and link-local addresses, and names that the public DNS never has. */
const PRIVATE_HOST = new RegExp(
  String.raw`^https?://(${[
    String.raw`(?:[\w-]+\.)*(?:localhost|local|internal|home\.arpa)\.?`,
    // An internal load balancer has a public name, which leads to private addresses.
    String.raw`internal-[\w-]+(?:\.[\w-]+)?\.elb(?:\.[\w-]+)?\.amazonaws\.com(?:\.cn)?`,
    String.raw`(?:0|10|127)(?:\.\d+){1,3}`,
    String.raw`172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}`,
    String.raw`100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])(?:\.\d+){2}`,
    String.raw`(?:192\.168|169\.254)(?:\.\d+){2}`,
    String.raw`\[(?:::(?:1|ffff:[\da-f.:]+)?|f[cd][\da-f]{2}:[\da-f:.]*|fe[89ab][\da-f]:[\da-f:.]*)\]`,
  ].join('|')})(?:[:/?#]|$)`,
  'i',
);

/** A name without a dot and without a placeholder, which may contain a dot. */
const ONE_LABEL = /^https?:\/\/([A-Za-z0-9_-]+)(?:[:/?#]|$)/i;

function show(url: unknown): string {
  return isDeployValue(url) ? formatDeployValue(url) : String(url);
}

/** The URL of a backend that is reached without a VPC link. */
function publicUrl(integration: Integration | undefined): unknown {
  if (integration?.kind === 'http') return integration.vpcLink ? undefined : integration.url;
  if (integration?.kind !== 'raw' || integration.object['connectionType'] === 'VPC_LINK') return undefined;
  return integration.object['uri'];
}
