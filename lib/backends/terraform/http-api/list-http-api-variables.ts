import type { GatewayModel } from '../../../model/gateway-model.js';
import { listOwnVariables } from '../variables/own-variables.js';
import type { ModuleVariable } from '../variables/render-variables.js';

/** Those that mean the same for both kinds of API. */
const SHARED = [
  'stage_variables',
  'tags',
  'permission_per_route',
  'log_retention_in_days',
  'log_kms_key_arn',
  'throttle',
];

/** The settings that the module of an HTTP API has of its own, by the names under which its `main.tf` reads them. */
export function listHttpApiVariables(
  model: GatewayModel,
  stageVariables: readonly string[],
): readonly ModuleVariable[] {
  const hasTitle = String(model.document.info?.['title'] ?? '') !== '';
  return [
    {
      name: 'name',
      type: 'string',
      description: `Name of the API, and the start of the names of its log group and roles.${hasTitle ? ' Null: the title of the document.' : ''}`,
      ...(hasTitle ? { default: 'null' } : {}),
      validations: [
        {
          condition: `${hasTitle ? 'var.name == null || ' : ''}can(regex("^.{1,128}$", var.name))`,
          message: 'The name must have 1 to 128 characters.',
        },
      ],
    },
    {
      name: 'stage_name',
      type: 'string',
      description: 'Name of the stage, the first segment of the URL of the API. $default has no segment.',
      default: '"$default"',
      validations: [
        {
          condition: 'can(regex("^([$]default|[A-Za-z0-9_-]{1,128})$", var.stage_name))',
          message: 'The name must be $default, or have 1 to 128 letters, digits, underscores and hyphens.',
        },
      ],
    },
    ...listOwnVariables(model, stageVariables).filter(({ name }) => SHARED.includes(name)),
    {
      name: 'domain',
      type: 'object({ name = string, certificate_arn = string, base_path = optional(string) })',
      description:
        'Domain of your own: its name, the ARN of its certificate and the base path of the API. Null: none.',
      default: 'null',
    },
  ];
}
