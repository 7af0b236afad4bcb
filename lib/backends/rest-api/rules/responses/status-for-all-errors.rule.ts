import type { Rule } from '../../../../rules/rule.js';

/** A status in a default response becomes the status of every error of its class without its own response. */
export const statusForAllErrors: Rule = {
  code: 'status-for-all-errors',
  severity: 'warning',
  *check({ settings }) {
    for (const [type, { statusCode }] of Object.entries(settings.gatewayResponses ?? {})) {
      if (!type.startsWith('DEFAULT_') || statusCode === undefined) continue;
      yield {
        at: {},
        message: `\`statusCode\` in the gateway response \`${type}\` changes the status of every ${type.slice('DEFAULT_'.length).toLowerCase()} error, including ${type === 'DEFAULT_4XX' ? '401, 403 and 429' : '503 and 504'}, to ${String(statusCode)}`,
        fix: `Remove \`statusCode\`, or set it in specific types, such as \`${type === 'DEFAULT_4XX' ? 'UNAUTHORIZED' : 'INTEGRATION_TIMEOUT'}\`.`,
      };
    }
  },
};
