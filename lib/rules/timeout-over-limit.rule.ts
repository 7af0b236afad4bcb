import type { Integration } from '../model/gateway-model.js';
import { placeOf, type Rule } from './rule.js';

/** Milliseconds; "Quotas for configuring and running a REST API in API Gateway". */
const LIMIT = 29_000;

/** More than 29 s needs a raised quota, which regional and private APIs alone can have. */
export const timeoutOverLimit: Rule = {
  code: 'timeout-over-limit',
  severity: 'warning',
  *check({ routes }) {
    for (const route of routes) {
      const timeout = timeoutOf(route.integration);
      if (timeout === undefined || timeout <= LIMIT) continue;
      yield {
        at: placeOf(route),
        message: `the timeout of ${timeout} ms is over API Gateway's limit of ${LIMIT} ms`,
        fix: `Set at most ${LIMIT}, unless the account's quota was raised.`,
      };
    }
  },
};

function timeoutOf(integration: Integration | undefined): number | undefined {
  if (integration?.kind === 'raw') {
    const { timeoutInMillis, responseTransferMode } = integration.object;
    // A stream may take 15 minutes, which is all that the option takes.
    return responseTransferMode === 'STREAM' || typeof timeoutInMillis !== 'number'
      ? undefined
      : timeoutInMillis;
  }
  return integration && 'timeout' in integration ? integration.timeout : undefined;
}
