import type { AwsGatewayOptions } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const template = (text: string, type = 'application/json'): AwsGatewayOptions => ({
  gatewayResponses: { UNAUTHORIZED: { responseTemplates: { [type]: text } } },
});

testRule('error-message-quotes', [
  {
    name: 'is silent on quotes that fit, and on what is not JSON',
    controllers: [],
    options: {
      gatewayResponses: {
        UNAUTHORIZED: {
          responseTemplates: {
            'application/json':
              '{"a":$context.error.messageString,"b":"$context.error.message","c":"$context.error.responseType"}',
            'text/plain': 'Failed: $context.error.message',
          },
        },
      },
    },
    reports: [],
  },
  {
    name: 'reports quotes around a text that has its own',
    controllers: [],
    options: template('{"message":"Failed: ${context.error.messageString}"}'),
    reports: [['error-message-quotes error at module', 'UNAUTHORIZED', 'messageString']],
  },
  {
    name: 'reports a text without quotes',
    controllers: [],
    options: template('{"message":$context.error.message}', 'application/problem+json'),
    reports: [['error-message-quotes error at module', 'UNAUTHORIZED', 'without quotes']],
  },
]);
