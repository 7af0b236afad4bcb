import { testRule } from '../../../../support/test-rule.js';

testRule('status-for-all-errors', [
  {
    name: 'is silent on a default without a status, and on a status of one type',
    controllers: [],
    options: {
      gatewayResponses: {
        DEFAULT_4XX: { responseTemplates: { 'application/json': '{"error":$context.error.messageString}' } },
        MISSING_AUTHENTICATION_TOKEN: { statusCode: 404 },
      },
    },
    reports: [],
  },
  {
    name: 'reports both defaults',
    controllers: [],
    options: { gatewayResponses: { DEFAULT_4XX: { statusCode: 400 }, DEFAULT_5XX: { statusCode: '500' } } },
    reports: [
      ['status-for-all-errors warning at module', 'statusCode', 'DEFAULT_4XX'],
      ['status-for-all-errors warning at module', 'statusCode', 'DEFAULT_5XX'],
    ],
  },
]);
