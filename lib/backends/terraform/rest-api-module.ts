import type { GatewayModel } from '../../model/gateway-model.js';
import { listCommonOutputs } from './list-common-outputs.js';
import type { ModuleKind } from './module-kind.js';
import { listOwnVariables } from './variables/own-variables.js';
import { renderMain } from './main/render-main.js';
import type { ModuleOutput } from './variables/render-variables.js';

const NOTES = [
  '**API keys** work only in a usage plan that has the stage. `forRoot({ usagePlans })` makes plans, and the variable `api_keys` their keys. A plan of your own needs `rest_api_id` and `stage_name`, which are outputs.',
  '**Scanners.** `.checkov.yaml`, `.trivyignore` and `kics.yaml` name the rules that the module does not pass by default, a reason each.',
  '**Execution logs** need a role for CloudWatch that the account has once for each region (`aws_api_gateway_account`). The module does not make it. Without it, set `logging_level = "OFF"`, or the apply fails.',
  '**Redeployment.** Each change of the document is deployed at once, but for a change of descriptions, summaries, titles and tags, which callers do not notice.',
  '**Removed settings.** A setting that is removed from the application is removed from the API. The provider cannot clear a resource policy: set one that allows what you want. Without a description, the API has its title as description.',
];

/** The module around the document of a REST API. */
export const REST_API_MODULE: ModuleKind = { listOwnVariables, renderMain, listOutputs, notes: NOTES };

function listOutputs(hasRoles: boolean, { settings }: GatewayModel): readonly ModuleOutput[] {
  const hasPlans = Object.keys(settings.usagePlans).length > 0;
  return [
    { name: 'rest_api_id', description: 'Id of the API.', value: 'aws_api_gateway_rest_api.this.id' },
    ...listCommonOutputs('aws_api_gateway_rest_api', 'aws_api_gateway_stage', 'stage_name', hasRoles),
    ...(hasPlans
      ? [
          {
            name: 'api_keys',
            description: 'The values of the API keys, by name. Callers send them in `x-api-key`.',
            value: '{ for name, key in aws_api_gateway_api_key.this : name => key.value }',
            sensitive: true,
          },
          {
            name: 'usage_plan_ids',
            description: 'Ids of the usage plans, by name.',
            value: '{ for name, plan in aws_api_gateway_usage_plan.this : name => plan.id }',
          },
        ]
      : []),
    {
      name: 'domain_target',
      description: 'Where the DNS record of the domain points: name and zone id. Null without a domain.',
      value:
        'one([for domain in aws_api_gateway_domain_name.this : {\n    name = coalesce(domain.regional_domain_name, domain.cloudfront_domain_name)\n    zone_id = coalesce(domain.regional_zone_id, domain.cloudfront_zone_id)\n  }])',
    },
  ];
}
