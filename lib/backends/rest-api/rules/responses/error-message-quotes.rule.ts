import { formatDeployValue, isDeployValue } from '../../../../values/deploy-value.js';
import type { Rule } from '../../../../rules/rule.js';

/**
 * In a gateway response `$context.error.messageString` includes quotes and `$context.error.message` does not: the wrong
 * one makes a body that is not JSON.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html
 */
export const errorMessageQuotes: Rule = {
  code: 'error-message-quotes',
  severity: 'error',
  *check({ settings }) {
    for (const [type, { responseTemplates = {} }] of Object.entries(settings.gatewayResponses ?? {})) {
      for (const [contentType, template] of Object.entries(responseTemplates)) {
        const text = isDeployValue(template) ? formatDeployValue(template) : String(template);
        if (!/^\s*[{[]/.test(text)) continue;
        for (const [has, what, fix] of FAULTS) {
          if (!has(text)) continue;
          yield {
            at: {},
            message: `the template for \`${contentType}\` in the gateway response \`${type}\` has ${what}, so the body is not JSON`,
            fix,
          };
        }
      }
    }
  },
};

const STRING = /"(?:[^"\\]|\\.)*"/g;
const FAULTS: readonly (readonly [has: (text: string) => boolean, what: string, fix: string])[] = [
  [
    (text) => (text.match(STRING) ?? []).some((one) => /\$\{?context\.error\.messageString\b/.test(one)),
    '`$context.error.messageString` in quotes, but the value includes quotes',
    'Write `{"message":$context.error.messageString}`.',
  ],
  [
    (text) => /\$\{?context\.error\.message(?!\w)/.test(text.replace(STRING, '')),
    '`$context.error.message` without quotes',
    'Write `{"message":$context.error.messageString}`, whose value includes quotes.',
  ],
];
