import { testRule } from '../../../../support/test-rule.js';

const endpoint = { vpcEndpointIds: ['${endpoint_id}'] };

testRule('private-api-without-policy', [
  {
    name: 'is silent with a policy',
    controllers: [],
    options: {
      endpoint,
      policy: {
        Statement: [
          { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
        ],
      },
    },
    reports: [],
  },
  {
    name: 'is silent on an API without endpoints',
    controllers: [],
    options: { endpoint: { disableExecuteApiEndpoint: true, vpcEndpointIds: [] } },
    reports: [],
  },
  {
    name: 'is silent where Terraform sets the policy',
    controllers: [],
    options: { endpoint, ignore: { 'private-api-without-policy': 'aws_api_gateway_rest_api_policy has it' } },
    reports: [],
  },
  {
    name: 'reports the module',
    controllers: [],
    options: { endpoint },
    reports: [['private-api-without-policy warning at module', 'endpoint.vpcEndpointIds']],
  },
]);
