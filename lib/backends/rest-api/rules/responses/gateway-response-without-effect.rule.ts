import type { Rule } from '../../../../rules/rule.js';

/** "Gateway response types": API Gateway rejects a request over 10 MB before it reads the settings of the API. */
export const gatewayResponseWithoutEffect: Rule = {
  code: 'gateway-response-without-effect',
  severity: 'warning',
  *check({ settings }) {
    if (!settings.gatewayResponses?.['REQUEST_TOO_LARGE']) return;
    yield {
      at: {},
      message:
        'the gateway response `REQUEST_TOO_LARGE` has no effect: API Gateway answers a request over 10 MB with a fixed 413 response',
      fix: 'Remove `REQUEST_TOO_LARGE` from `forRoot({ gatewayResponses })`.',
    };
  },
};
