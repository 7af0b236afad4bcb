import { formatDeployText } from '../../../../values/deploy-text.js';
import type { Rule } from '../../../../rules/rule.js';
import { joinWords } from '../../../../options/join-words.js';

/**
 * In a gateway response API Gateway only replaces variables: directives and functions are sent as text.
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
          message: `the template for \`${contentType}\` in the gateway response \`${type}\` has ${joinWords(found)}, which API Gateway sends as text: a gateway response is not VTL`,
          fix: 'Use only `$context`, `$stageVariables` and `method.request`, which API Gateway replaces.',
        };
      }
    }
  },
};

const VTL = /(#(?:set|if|elseif|foreach)(?=\s*\()|\$!?\{?(?:input|util)(?=\.))/g;
