import type { Rule } from '../../../../rules/rule.js';

/** A status on a default answer is the status of every error of its class that has no answer of its own. */
export const statusForAllErrors: Rule = {
  code: 'status-for-all-errors',
  severity: 'warning',
  *check({ settings }) {
    for (const [type, { statusCode }] of Object.entries(settings.gatewayResponses ?? {})) {
      if (!type.startsWith('DEFAULT_') || statusCode === undefined) continue;
      yield {
        at: {},
        message: `\`statusCode\` in the gateway response \`${type}\` gives every ${type.slice('DEFAULT_'.length).toLowerCase()} error the status ${String(statusCode)}, ${type === 'DEFAULT_4XX' ? '401, 403 and 429' : '503 and 504'} among them`,
        fix: `Remove \`statusCode\`, or set it on the types that you mean, such as \`${type === 'DEFAULT_4XX' ? 'UNAUTHORIZED' : 'INTEGRATION_TIMEOUT'}\`.`,
      };
    }
  },
};
