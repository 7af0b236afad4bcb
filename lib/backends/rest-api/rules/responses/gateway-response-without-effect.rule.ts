import type { Rule } from '../../../../rules/rule.js';

/** "Gateway response types": a request over 10 MB is refused before any of the API's settings count. */
export const gatewayResponseWithoutEffect: Rule = {
  code: 'gateway-response-without-effect',
  severity: 'warning',
  *check({ settings }) {
    if (!settings.gatewayResponses?.['REQUEST_TOO_LARGE']) return;
    yield {
      at: {},
      message:
        'the gateway response `REQUEST_TOO_LARGE` has no effect: API Gateway answers a request over 10 MB with its own 413',
      fix: 'Remove it from `gatewayResponses`.',
    };
  },
};
