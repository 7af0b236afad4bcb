import type { Integration } from '../../../../model/integrations/integration.js';
import { DEFAULT_TIMEOUT } from '../../../../model/integrations/timeout-of.js';
import { placeOf, type Rule } from '../../../../rules/rule.js';

/** More than 29 s needs a raised quota, which only regional and private APIs can have. Import rejects it otherwise. */
export const timeoutOverLimit: Rule = {
  code: 'timeout-over-limit',
  severity: 'error',
  *check({ routes, settings }) {
    const limit = settings.limits.timeout ?? DEFAULT_TIMEOUT;
    for (const route of routes) {
      const { integration, timeout } = route;
      if (timeout === undefined || timeout <= limit || !integration || isStream(integration)) continue;
      yield {
        at: placeOf(route),
        message: `the timeout of ${timeout} ms is over the limit of ${limit} ms`,
        fix: `Set at most \`timeout: ${limit}\`. If AWS raised the quota, set \`forRoot({ limits: { timeout: ${timeout} } })\`.`,
      };
    }
  },
};

/** A stream may take 15 minutes, the maximum of the option. */
function isStream(integration: Integration): boolean {
  if (integration.kind === 'lambda' || integration.kind === 'http') return integration.streaming === true;
  return integration.kind === 'raw' && integration.object['responseTransferMode'] === 'STREAM';
}
