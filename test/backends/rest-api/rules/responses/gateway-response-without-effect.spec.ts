import { testRule } from '../../../../support/test-rule.js';

testRule('gateway-response-without-effect', [
  {
    name: 'is silent on types that can be customised',
    controllers: [],
    options: { gatewayResponses: { WAF_FILTERED: { statusCode: 404 } } },
    reports: [],
  },
  {
    name: 'reports the one that cannot',
    controllers: [],
    options: { gatewayResponses: { REQUEST_TOO_LARGE: { statusCode: 400 } } },
    reports: [['gateway-response-without-effect warning at module', 'REQUEST_TOO_LARGE']],
  },
]);
