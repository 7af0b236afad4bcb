import { listCommonOutputs } from '../list-common-outputs.js';
import type { ModuleOutput } from '../variables/render-variables.js';
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
    ...listCommonOutputs('aws_apigatewayv2_api', 'aws_apigatewayv2_stage', 'name', hasRoles),
    {
      name: 'domain_target',
      description: 'Where the DNS record of the domain points: name and zone id. Null without a domain.',
      value:
        'one([for domain in aws_apigatewayv2_domain_name.this : {\n    name = domain.domain_name_configuration[0].target_domain_name\n    zone_id = domain.domain_name_configuration[0].hosted_zone_id\n  }])',
    },
  ];
}
