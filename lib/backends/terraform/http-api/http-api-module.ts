import type { ModuleOutput } from '../render-variables.js';
import { listHttpApiVariables } from './list-http-api-variables.js';
import { renderHttpApiMain } from './render-http-api-main.js';

/** The module around the document of an HTTP API. */
export const HTTP_API_MODULE = {
  listOwnVariables: listHttpApiVariables,
  renderMain: renderHttpApiMain,
  listOutputs,
  notes: [
    '**What stands twice.** The provider reverts the name, the version, the description and CORS of the document unless its resource has the same values. The module reads them from the document.',
    '**Deployment.** The stage deploys each change of the document at once.',
    '**Access log.** The first HTTP API with an access log in a region lets API Gateway write to CloudWatch. The identity that runs Terraform needs `logs:CreateLogDelivery` and the other permissions that AWS lists for it.',
  ],
};

function listOutputs(hasRoles: boolean): readonly ModuleOutput[] {
  return [
    { name: 'api_id', description: 'Id of the API.', value: 'aws_apigatewayv2_api.this.id' },
    { name: 'arn', description: 'ARN of the API.', value: 'aws_apigatewayv2_api.this.arn' },
    {
      name: 'execution_arn',
      description: 'Execution ARN of the API: the start of the ARNs of its routes in policies.',
      value: 'aws_apigatewayv2_api.this.execution_arn',
    },
    { name: 'url', description: 'URL of the stage.', value: 'aws_apigatewayv2_stage.this.invoke_url' },
    { name: 'stage_name', description: 'Name of the stage.', value: 'aws_apigatewayv2_stage.this.name' },
    { name: 'stage_arn', description: 'ARN of the stage.', value: 'aws_apigatewayv2_stage.this.arn' },
    {
      name: 'log_group_name',
      description: 'Name of the log group of the access log.',
      value: 'aws_cloudwatch_log_group.access.name',
    },
    ...(hasRoles
      ? [
          {
            name: 'role_names',
            description:
              'Names of the roles that the module made, by placeholder. Attach what else they need.',
            value: '{ for key, role in aws_iam_role.this : key => role.name }',
          },
        ]
      : []),
    {
      name: 'domain_target',
      description: 'Where the DNS record of the domain points: name and zone id. Null without a domain.',
      value:
        'one([for domain in aws_apigatewayv2_domain_name.this : {\n    name = domain.domain_name_configuration[0].target_domain_name\n    zone_id = domain.domain_name_configuration[0].hosted_zone_id\n  }])',
    },
  ];
}
