import type { GatewayModel } from '../../../model/gateway-model.js';
import { hclString } from '../format-hcl.js';
import type { ModuleVariable, Validation } from './render-variables.js';

const oneOf = (variable: string, ...values: readonly string[]): Validation => ({
  condition: `contains([${values.map((value) => `"${value}"`).join(', ')}], var.${variable})`,
  message: `The value must be ${values.join(', ')}.`,
});

/** Days that CloudWatch takes. */
const RETENTION =
  '0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653';

/**
 * The settings that are the module's own, by the names under which `main.tf` reads them. What costs money or needs
 * something of the account is off.
 */
export function listOwnVariables(
  model: GatewayModel,
  stageVariables: readonly string[],
): readonly ModuleVariable[] {
  return [
    ...listOfApi(model, stageVariables),
    ...listOfEndpoint(model),
    PERMISSION_PER_ROUTE,
    ...listOfLogs(model),
    ...listOfLimits(model),
    ...listOfStage(model),
  ];
}

function listOfApi({ document }: GatewayModel, stageVariables: readonly string[]): readonly ModuleVariable[] {
  const title = document.info?.['title'];
  return [
    {
      name: 'name',
      type: 'string',
      description: 'Name of the API, and the start of the names of its log group and roles.',
      ...(typeof title === 'string' && /^[\w.-]{1,40}$/.test(title) ? { default: hclString(title) } : {}),
      validations: [
        {
          condition: 'can(regex("^[A-Za-z0-9_.-]{1,40}$", var.name))',
          message: 'The name must have 1 to 40 letters, digits, dots, underscores and hyphens.',
        },
      ],
    },
    {
      name: 'stage_name',
      type: 'string',
      description: 'Name of the stage, the first segment of the URL of the API.',
      default: '"prod"',
      validations: [
        {
          condition: 'can(regex("^[A-Za-z0-9_-]{1,128}$", var.stage_name))',
          message: 'The name must have 1 to 128 letters, digits, underscores and hyphens.',
        },
      ],
    },
    {
      name: 'stage_variables',
      type: 'map(string)',
      description:
        stageVariables.length > 0
          ? `Variables of the stage. The names of functions need ${stageVariables.join(', ')}.`
          : 'Variables of the stage.',
      ...(stageVariables.length > 0
        ? {
            validations: [
              {
                condition: `alltrue([for name in [${stageVariables.map(hclString).join(', ')}] : contains(keys(var.stage_variables), name)])`,
                message: `The values of ${stageVariables.join(', ')} are needed: the names of functions have them.`,
              },
            ],
          }
        : { default: '{}' }),
    },
    {
      name: 'tags',
      type: 'map(string)',
      description: 'Tags of every resource of the module.',
      default: '{}',
    },
  ];
}

function listOfEndpoint({ settings }: GatewayModel): readonly ModuleVariable[] {
  const isPrivate = (settings.endpoint?.vpcEndpointIds ?? []).length > 0;
  return [
    {
      name: 'endpoint_type',
      type: 'string',
      description: 'Type of the endpoint: REGIONAL, EDGE or PRIVATE.',
      default: isPrivate ? '"PRIVATE"' : '"REGIONAL"',
      validations: [oneOf('endpoint_type', 'REGIONAL', 'EDGE', 'PRIVATE')],
    },
    ...(isPrivate
      ? []
      : [
          {
            name: 'vpc_endpoint_ids',
            type: 'list(string)',
            description: 'Ids of the VPC endpoints of a private API.',
            default: '[]',
            validations: [
              {
                condition: 'alltrue([for id in var.vpc_endpoint_ids : can(regex("^vpce-[0-9a-f]+$", id))])',
                message: 'Each value must be the id of a VPC endpoint, such as vpce-0123456789abcdef0.',
              },
            ],
          },
        ]),
    {
      name: 'put_rest_api_mode',
      type: 'string',
      description:
        'How a changed document is imported. merge keeps the routes that the document no longer has; a private API with VPC endpoints needs it to stay reachable during an import.',
      default: '"overwrite"',
      validations: [oneOf('put_rest_api_mode', 'overwrite', 'merge')],
    },
  ];
}

const PERMISSION_PER_ROUTE: ModuleVariable = {
  name: 'permission_per_route',
  type: 'bool',
  description:
    'Whether each route has a permission of its own in the policy of its function, instead of one for all routes of the function.',
  default: 'false',
};

function listOfLogs({ settings }: GatewayModel): readonly ModuleVariable[] {
  const { logging } = settings.stage;
  return [
    {
      name: 'log_retention_in_days',
      type: 'number',
      description: 'Days for which the access log is kept; 0 keeps it forever.',
      default: '365',
      validations: [
        {
          condition: `contains([${RETENTION}], var.log_retention_in_days)`,
          message: 'The value must be a number of days that CloudWatch takes, such as 30, 90 or 365.',
        },
      ],
    },
    {
      name: 'log_kms_key_arn',
      type: 'string',
      description: 'ARN of the KMS key of the access log. Null: CloudWatch encrypts it with its own key.',
      default: 'null',
    },
    {
      name: 'logging_level',
      type: 'string',
      description:
        'What the execution log of each route has that sets no level of its own: OFF, ERROR or INFO. OFF turns off the log of every route. Other than OFF needs the CloudWatch role of the account (aws_api_gateway_account).',
      default: hclString(logging?.level ?? 'ERROR'),
      validations: [oneOf('logging_level', 'OFF', 'ERROR', 'INFO')],
    },
  ];
}

function listOfLimits({ settings }: GatewayModel): readonly ModuleVariable[] {
  const { throttle } = settings.stage;
  const plans = Object.keys(settings.usagePlans);
  return [
    {
      name: 'throttle',
      type: 'object({ rate = number, burst = number })',
      description:
        'Requests a second, and at once, of each route without a limit of its own. Null: only the limits of the account hold.',
      default: throttle ? `{ rate = ${throttle.rate}, burst = ${throttle.burst} }` : 'null',
      nullable: false,
      validations: [
        {
          condition: 'var.throttle == null || try(var.throttle.rate >= 0 && var.throttle.burst >= 0, false)',
          message: 'The values must be 0 or more.',
        },
      ],
    },
    ...(plans.length > 0
      ? [
          {
            name: 'api_keys',
            type: 'map(string)',
            description: `The usage plan of each API key, by a name for the key. The plans are ${plans.join(', ')}.`,
            default: '{}',
            validations: [
              {
                condition: `alltrue([for plan in values(var.api_keys) : contains([${plans.map(hclString).join(', ')}], plan)])`,
                message: `Each value must be a usage plan: ${plans.join(', ')}.`,
              },
            ],
          },
        ]
      : []),
  ];
}

function listOfStage({ routes }: GatewayModel): readonly ModuleVariable[] {
  const isCached = routes.some(({ stage }) => stage.cache !== undefined);
  return [
    {
      name: 'tracing_enabled',
      type: 'bool',
      description: 'Whether X-Ray traces the calls.',
      default: 'true',
    },
    {
      name: 'client_certificate_id',
      type: 'string',
      description: 'Id of the client certificate that the stage shows to HTTP backends. Null: none.',
      default: 'null',
    },
    {
      name: 'cache_cluster_size',
      type: 'string',
      description: 'Size of the cache in GB, which costs money by the hour. Null: the stage has no cache.',
      default: isCached ? '"0.5"' : 'null',
      nullable: false,
      validations: [
        {
          condition:
            'var.cache_cluster_size == null || can(regex("^(0\\\\.5|1\\\\.6|6\\\\.1|13\\\\.5|28\\\\.4|58\\\\.2|118|237)$", var.cache_cluster_size))',
          message: 'The size must be 0.5, 1.6, 6.1, 13.5, 28.4, 58.2, 118 or 237.',
        },
      ],
    },
    {
      name: 'web_acl',
      type: 'object({ arn = string })',
      description: 'Web ACL of AWS WAF in front of the stage. Null: none.',
      default: 'null',
    },
    {
      name: 'domain',
      type: 'object({ name = string, certificate_arn = string, base_path = optional(string) })',
      description:
        'Domain of your own: its name, the ARN of its certificate and the base path of the API. Null: none. An EDGE domain needs a certificate of us-east-1.',
      default: 'null',
    },
  ];
}
