import type { ModuleOutput } from './variables/render-variables.js';

/** What the modules of both kinds of API give their callers, by the types of the resources that have it. */
export function listCommonOutputs(
  api: string,
  stage: string,
  nameOfStage: string,
  hasRoles: boolean,
): readonly ModuleOutput[] {
  return [
    { name: 'arn', description: 'ARN of the API.', value: `${api}.this.arn` },
    {
      name: 'execution_arn',
      description: 'Execution ARN of the API: the start of the ARNs of its routes in policies.',
      value: `${api}.this.execution_arn`,
    },
    { name: 'url', description: 'URL of the stage.', value: `${stage}.this.invoke_url` },
    { name: 'stage_name', description: 'Name of the stage.', value: `${stage}.this.${nameOfStage}` },
    { name: 'stage_arn', description: 'ARN of the stage.', value: `${stage}.this.arn` },
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
  ];
}
