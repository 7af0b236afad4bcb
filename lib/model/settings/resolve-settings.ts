import { defined } from '../../values/defined.js';
import { partitionOf } from '../../grammar/aws-location.js';
import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import type { DeployMembers } from '../../values/deploy-tree.js';
import { parseDeployValue, type DeployValue, type ImportVariable } from '../../values/deploy-value.js';
import { parseDeployValues } from '../../values/parse-deploy-values.js';
import type { GatewaySettings } from './gateway-settings.js';
import { conflict, type OptionFault } from '../../options/option-fault.js';
import { checkOptions, list, show } from '../../options/option-shape.js';
import { GATEWAY } from '../../options/module-shapes.js';
import { resolveKong } from './resolve-kong.js';
import { gatewayOf } from './gateway-of.js';
import {
  INTEGRATION_DECORATORS,
  isIntegrationKind,
  MODULE_OWNER,
  readable,
  readModuleDefaults,
} from '../declarations/read-module-defaults.js';
import { resolveLogging, resolveThrottle } from './resolve-stage.js';

/** API Gateway fills in these variables on import. */
const IMPORT_VARIABLES = {
  region: { variable: 'AWS::Region' },
  partition: { variable: 'AWS::Partition' },
  accountId: { variable: 'AWS::AccountId' },
} as const satisfies Readonly<Record<string, ImportVariable>>;

/** Reads the options of the whole API. */
export function resolveSettings(given: AwsGatewayOptions): {
  readonly settings: GatewaySettings;
  readonly faults: readonly OptionFault[];
} {
  const options = readable(given);
  const fit = fitOptions(options);
  const kong = resolveKong(options.kong);
  const place = (name: keyof typeof IMPORT_VARIABLES): DeployValue =>
    fit[name] === undefined ? { '@deploy': [IMPORT_VARIABLES[name]] } : parseDeployValue(fit[name]);
  const [region, partition] = [place('region'), place('partition')];
  const { minimumCompressionSize, apiKeySource, securityPolicy, endpointAccessMode } = fit;
  return {
    settings: {
      gateway: gatewayOf(options),
      inlineIntegrations: fit.httpApi?.inlineIntegrations ?? false,
      kong: kong.settings,
      region,
      partition,
      accountId: place('accountId'),
      requireAuthorizer: fit.requireAuthorizer ?? false,
      stage: readStage(options),
      usagePlans: fit.usagePlans ?? {},
      models: fit.models ?? 'used',
      documentation: fit.documentation ?? true,
      documentErrors: fit.documentErrors ?? false,
      limits: fit.limits ?? {},
      ...defined({ minimumCompressionSize, apiKeySource, securityPolicy, endpointAccessMode }),
      ...parseSettings(fit),
    },
    faults: [
      ...checkOptions(MODULE_OWNER, given, GATEWAY, {}),
      ...kong.faults,
      ...checkIntegration(options),
      ...checkPartition(region, partition),
      ...checkSecurityPolicy(options),
      ...checkAddressType(fit.endpoint),
    ],
  };
}

/** The options that have a value which their shape accepts. */
function fitOptions(options: AwsGatewayOptions): AwsGatewayOptions {
  const entries = Object.entries(options).filter(
    ([name, value]) =>
      value !== undefined && GATEWAY.options[name as keyof AwsGatewayOptions]?.accepts(value) !== false,
  );
  return Object.fromEntries(entries);
}

/** The settings that may hold placeholders. */
function parseSettings({
  credentials,
  binaryMediaTypes,
  policy,
  gatewayResponses,
  endpoint,
}: AwsGatewayOptions): Pick<
  GatewaySettings,
  'credentials' | 'binaryMediaTypes' | 'policy' | 'gatewayResponses' | 'endpoint'
> {
  return defined({
    credentials: credentials === undefined ? undefined : parseDeployValue(credentials),
    binaryMediaTypes: parseDistinct(binaryMediaTypes),
    policy: policy && (parseDeployValues(policy) as DeployMembers),
    gatewayResponses:
      gatewayResponses &&
      (parseDeployValues(gatewayResponses) as NonNullable<GatewaySettings['gatewayResponses']>),
    endpoint:
      endpoint &&
      defined({
        disableExecuteApiEndpoint: endpoint.disableExecuteApiEndpoint,
        vpcEndpointIds: parseDistinct(endpoint.vpcEndpointIds),
        ipAddressType: endpoint.ipAddressType,
      }),
  });
}

function parseDistinct(texts: readonly string[] | undefined): readonly DeployValue[] | undefined {
  return texts && [...new Set(texts)].map(parseDeployValue);
}

function checkIntegration({ integration, catchAll }: AwsGatewayOptions): readonly OptionFault[] {
  const kind: unknown = integration === undefined ? 'mock' : integration?.kind;
  const faults: OptionFault[] = [];
  if (!isIntegrationKind(kind)) {
    faults.push({
      code: 'invalid-option',
      at: {},
      message: `the \`kind\` of \`forRoot({ integration })\` is ${show(kind)}`,
      fix: `Set \`kind\` to ${list(Object.keys(INTEGRATION_DECORATORS))}.`,
    });
  }
  if (catchAll && integration === undefined) {
    faults.push(
      conflict(
        {},
        '`forRoot` has `catchAll`, but no `integration` that answers these requests',
        'Set `integration`, or remove `catchAll`.',
      ),
    );
  }
  return faults;
}

/** What holds for every route that declares nothing. Faults are those of the default of each concern. */
function readStage(options: AwsGatewayOptions): GatewaySettings['stage'] {
  const { throttle, logging } = readModuleDefaults(options);
  const limits = throttle && resolveThrottle(throttle, {}).value;
  const logs = logging && resolveLogging(logging, {}).value;
  return { ...(limits ? { throttle: limits } : {}), ...(logs ? { logging: logs } : {}) };
}

/** API Gateway accepts the newer policies only together with an access mode. */
function checkSecurityPolicy({
  securityPolicy,
  endpointAccessMode,
}: AwsGatewayOptions): readonly OptionFault[] {
  const needsMode = typeof securityPolicy === 'string' && securityPolicy.startsWith('SecurityPolicy_');
  if (!needsMode || endpointAccessMode !== undefined) return [];
  return [
    conflict(
      {},
      `\`forRoot\` has \`securityPolicy: '${securityPolicy}'\` without an \`endpointAccessMode\`, which API Gateway does not accept`,
      "Set `endpointAccessMode: 'BASIC'` or `'STRICT'`.",
    ),
  ];
}

/** Private APIs are dual stack only. */
function checkAddressType(endpoint: AwsGatewayOptions['endpoint']): readonly OptionFault[] {
  if (endpoint?.ipAddressType !== 'ipv4' || !endpoint.vpcEndpointIds?.length) return [];
  return [
    conflict(
      {},
      "`forRoot({ endpoint })` has `vpcEndpointIds` and `ipAddressType: 'ipv4'`, but a private API is always `dualstack`",
      'Remove `ipAddressType`.',
    ),
  ];
}

/** A placeholder may be filled with anything; a region without a partition is in the partition of the import. */
function checkPartition(region: DeployValue, partition: DeployValue): readonly OptionFault[] {
  const [inRegion, given] = [region, partition].map(({ '@deploy': [part, ...others] }) =>
    typeof part === 'string' && others.length === 0 ? part : undefined,
  );
  if (inRegion === undefined || given === undefined || partitionOf(inRegion) === given) return [];
  return [
    conflict(
      {},
      `the region \`${inRegion}\` is not in the partition \`${given}\``,
      `Set \`partition: '${partitionOf(inRegion)}'\`, or remove \`partition\`.`,
    ),
  ];
}
