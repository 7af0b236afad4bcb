import { formatDeployText } from '../../../../values/deploy-text.js';
import type { Rule } from '../../../../rules/rule.js';

/**
 * In a gateway response API Gateway replaces variables and runs nothing: directives and functions come out as text.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export const vtlInGatewayResponse: Rule = {
  code: 'vtl-in-gateway-response',
  severity: 'warning',
  *check({ settings }) {
    for (const [type, { responseTemplates = {} }] of Object.entries(settings.gatewayResponses ?? {})) {
      for (const [contentType, template] of Object.entries(responseTemplates)) {
        const text = formatDeployText(template);
        const found = [
          ...new Set([...text.matchAll(VTL)].map((match) => `\`${match[1]!.replace(/[!{]/g, '')}\``)),
        ];
        if (found.length === 0) continue;
        yield {
          at: {},
          message: `the template for \`${contentType}\` in the gateway response \`${type}\` has ${found.join(' and ')}, which ${found.length > 1 ? 'come' : 'comes'} out as text: it is not VTL`,
          fix: 'Use `$context`, `$stageVariables` and `method.request` alone, which are replaced.',
        };
      }
    }
  },
};

const VTL = /(#(?:set|if|elseif|foreach)(?=\s*\()|\$!?\{?(?:input|util)(?=\.))/g;
