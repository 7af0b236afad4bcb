import type { AwsGatewayId } from '../../aws-gateway.options.js';
import type { GatewayModel } from '../../model/gateway-model.js';

interface Skip {
  /** The names of the rule: of Checkov, Trivy and KICS. Absent: the scanner has none. */
  readonly checkov?: readonly string[];
  readonly trivy?: string;
  readonly kics?: string;
  readonly reason: string;
}

/** What the rules want of a stage of a REST API and the module does not have by default, and why. */
function listRestApiSkips({ routes, settings }: GatewayModel): readonly Skip[] {
  const isCached = routes.some(({ stage }) => stage.cache !== undefined);
  return [
    isCached
      ? {
          checkov: ['CKV_AWS_225'],
          reason:
            'Only the routes with @AwsCache are cached: any other answer could be that of another caller.',
        }
      : {
          checkov: ['CKV_AWS_120', 'CKV_AWS_225'],
          trivy: 'AWS-0190',
          reason:
            'No route has @AwsCache, and a cache costs money by the hour. Variable: cache_cluster_size.',
        },
    {
      checkov: ['CKV2_AWS_51'],
      kics: '0b4869fc-a842-4597-aa00-1294df425440',
      reason:
        'A client certificate is for HTTP backends that check it, and it expires. Variable: client_certificate_id.',
    },
    {
      checkov: ['CKV2_AWS_29'],
      kics: 'a186e82c-1078-4a7b-85d8-579561fde884',
      reason: 'A web ACL costs money, and its rules depend on the callers. Variable: web_acl.',
    },
    ...(settings.stage.logging?.level === 'OFF'
      ? [{ checkov: ['CKV2_AWS_4'], reason: "The application sets forRoot({ logging: { level: 'OFF' } })." }]
      : []),
    ...(settings.stage.logging?.dataTrace || routes.some(({ stage }) => stage.logging?.dataTrace)
      ? [{ checkov: ['CKV_AWS_276'], reason: 'The application sets dataTrace in @AwsLogging or forRoot.' }]
      : []),
    {
      kics: '0a96ce49-4163-4ee6-8169-eb3b0797d694',
      reason: 'The authorizers are in the document (api.json): a resource beside it would be deleted.',
    },
  ];
}

/** The same of the log group and the document of every API. */
const SKIPS: readonly Skip[] = [
  {
    checkov: ['CKV_AWS_158'],
    trivy: 'AWS-0017',
    kics: '0afbcfe9-d341-4b92-a64c-7e6de0543879',
    reason: 'CloudWatch encrypts the access log with its own key. Variable: log_kms_key_arn.',
  },
  {
    checkov: ['CKV_OPENAPI_4'],
    reason: 'API Gateway takes no security for the whole document (api.json): each route has its own.',
  },
  {
    checkov: ['CKV_OPENAPI_5'],
    reason: 'Preflights and routes with @AwsPublic are open. requireAuthorizer reports all others.',
  },
  {
    checkov: ['CKV_OPENAPI_20'],
    reason: 'API Gateway reads every authorizer as an apiKey scheme, and it serves https only.',
  },
  {
    checkov: ['CKV_OPENAPI_21'],
    reason: 'A list without a maximum is as the application has it. @ApiProperty({ maxItems }) sets one.',
  },
];

/** Files with the rules that scanners skip, a reason each. What tflint checks, the module passes. */
export function renderSkips(
  model: GatewayModel,
  gateway: AwsGatewayId,
): readonly { readonly name: string; readonly text: string }[] {
  const skips = [...(gateway === 'rest-api' ? listRestApiSkips(model) : []), ...SKIPS];
  return [
    {
      name: '.checkov.yaml',
      text: `skip-check:\n${skips
        .filter(({ checkov }) => checkov)
        .map(({ checkov, reason }) => `  # ${reason}\n${checkov!.map((id) => `  - ${id}\n`).join('')}`)
        .join('')}`,
    },
    {
      name: '.trivyignore',
      text: skips
        .filter(({ trivy }) => trivy)
        .map(({ trivy, reason }) => `# ${reason}\n${trivy}\n`)
        .join(''),
    },
    {
      name: 'kics.yaml',
      text: `exclude-queries:\n${skips
        .filter(({ kics }) => kics)
        .map(({ kics, reason }) => `  # ${reason}\n  - ${kics}\n`)
        .join('')}`,
    },
  ];
}
