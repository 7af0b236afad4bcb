import { partitionOf } from '../../grammar/aws-location.js';
import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import type { DeployMembers } from '../../values/deploy-tree.js';
import { parseDeployValue, type DeployValue, type ImportVariable } from '../../values/deploy-value.js';
import { parseDeployValues } from '../../values/parse-deploy-values.js';
import type { GatewaySettings } from '../gateway-model.js';
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
  const kind: unknown = options.integration === undefined ? 'mock' : options.integration?.kind;
  const kong = resolveKong(options.kong);
  const faults: OptionFault[] = [...checkOptions(MODULE_OWNER, given, GATEWAY, {}), ...kong.faults];
  if (!isIntegrationKind(kind)) {
    faults.push({
      code: 'invalid-option',
      at: {},
      message: `the \`kind\` of \`forRoot({ integration })\` is ${show(kind)}`,
      fix: `Set \`kind\` to ${list(Object.keys(INTEGRATION_DECORATORS))}.`,
    });
  }
  if (options.catchAll && options.integration === undefined) {
    faults.push(
      conflict(
        {},
        '`forRoot` has `catchAll`, but no `integration` that answers these requests',
        'Set `integration`, or remove `catchAll`.',
      ),
    );
  }
  const unfit = (name: keyof AwsGatewayOptions): boolean =>
    options[name] !== undefined && !GATEWAY.options[name]!.accepts(options[name]);
  const fit = <Name extends keyof AwsGatewayOptions>(name: Name): AwsGatewayOptions[Name] | undefined =>
    unfit(name) ? undefined : options[name];
  const place = (name: keyof typeof IMPORT_VARIABLES): DeployValue =>
    fit(name) === undefined ? { '@deploy': [IMPORT_VARIABLES[name]] } : parseDeployValue(fit(name)!);

  const [region, partition] = [place('region'), place('partition')];
  faults.push(
    ...checkPartition(region, partition),
    ...checkSecurityPolicy(options),
    ...checkAddressType(fit('endpoint')),
  );
  const credentials = fit('credentials');
  const binaryMediaTypes = fit('binaryMediaTypes');
  const minimumCompressionSize = fit('minimumCompressionSize');
  const apiKeySource = fit('apiKeySource');
  const policy = fit('policy');
  const gatewayResponses = fit('gatewayResponses');
  const endpoint = fit('endpoint');
  const securityPolicy = fit('securityPolicy');
  const endpointAccessMode = fit('endpointAccessMode');
  const limits = fit('limits') ?? {};
  const requireAuthorizer = fit('requireAuthorizer') ?? false;
  return {
    settings: {
      gateway: gatewayOf(options),
      inlineIntegrations: fit('httpApi')?.inlineIntegrations ?? false,
      kong: kong.settings,
      region,
      partition,
      accountId: place('accountId'),
      requireAuthorizer,
      stage: readStage(options),
      usagePlans: fit('usagePlans') ?? {},
      models: fit('models') ?? 'used',
      documentation: fit('documentation') ?? true,
      documentErrors: fit('documentErrors') ?? false,
      limits,
      ...(credentials === undefined ? {} : { credentials: parseDeployValue(credentials) }),
      ...(binaryMediaTypes === undefined
        ? {}
        : { binaryMediaTypes: [...new Set(binaryMediaTypes)].map(parseDeployValue) }),
      ...(minimumCompressionSize === undefined ? {} : { minimumCompressionSize }),
      ...(apiKeySource === undefined ? {} : { apiKeySource }),
      ...(policy === undefined ? {} : { policy: parseDeployValues(policy) as DeployMembers }),
      ...(gatewayResponses === undefined
        ? {}
        : {
            gatewayResponses: parseDeployValues(gatewayResponses) as NonNullable<
              GatewaySettings['gatewayResponses']
            >,
          }),
      ...(securityPolicy === undefined ? {} : { securityPolicy }),
      ...(endpointAccessMode === undefined ? {} : { endpointAccessMode }),
      ...(endpoint === undefined
        ? {}
        : {
            endpoint: {
              ...(endpoint.disableExecuteApiEndpoint === undefined
                ? {}
                : { disableExecuteApiEndpoint: endpoint.disableExecuteApiEndpoint }),
              ...(endpoint.vpcEndpointIds === undefined
                ? {}
                : { vpcEndpointIds: [...new Set(endpoint.vpcEndpointIds)].map(parseDeployValue) }),
              ...(endpoint.ipAddressType === undefined ? {} : { ipAddressType: endpoint.ipAddressType }),
            },
          }),
    },
    faults,
  };
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
