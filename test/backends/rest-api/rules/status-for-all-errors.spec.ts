import { testRule } from '../../../support/test-rule.js';

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
      `status-for-all-errors warning at module
\`statusCode\` in the gateway response \`DEFAULT_4XX\` gives every 4xx error the status 400, 401, 403 and 429 among them
Remove \`statusCode\`, or set it on the types that you mean, such as \`UNAUTHORIZED\`.`,
      `status-for-all-errors warning at module
\`statusCode\` in the gateway response \`DEFAULT_5XX\` gives every 5xx error the status 500, 503 and 504 among them
Remove \`statusCode\`, or set it on the types that you mean, such as \`INTEGRATION_TIMEOUT\`.`,
    ],
  },
]);
