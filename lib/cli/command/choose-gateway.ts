import { findPlace, recordPlace } from '../../places/record-place.js';
import type { AwsGatewayId, AwsGatewayOptions, AwsKongDialect } from '../../aws-gateway.options.js';
import { isOfAws } from '../../model/api-gateways.js';
import { gatewayOf } from '../../model/settings/gateway-of.js';
import { CannotRun } from '../process/cannot-run.js';
import { CHOICES } from './choices.js';
import { choose } from './choose.js';

/** The options of the command line that choose a gateway. */
export interface GatewayArguments {
  /** Absent: that of the module. */
  readonly gateway?: AwsGatewayId;
  readonly inlineIntegrations?: true;
  /** Absent: that of the module. */
  readonly dialect?: AwsKongDialect;
}

/**
 * Reads them.
 *
 * @throws CannotRun for an unknown gateway or dialect
 */
export function readGateway({
  gateway,
  inlineIntegrations,
  dialect,
}: {
  readonly gateway?: string;
  readonly inlineIntegrations?: true;
  readonly dialect?: string;
}): GatewayArguments {
  return {
    ...(gateway === undefined ? {} : { gateway: choose('--gateway <id>', CHOICES.apigen.gateway, gateway) }),
    ...(inlineIntegrations ? { inlineIntegrations } : {}),
    ...(dialect === undefined
      ? {}
      : { dialect: choose('--dialect <name>', CHOICES.apigen.dialect, dialect) }),
  };
}

/**
 * The options of the module with those of the command line, which win.
 *
 * @throws CannotRun for an option of another gateway
 */
export function chooseGateway(
  options: AwsGatewayOptions,
  { gateway, inlineIntegrations, dialect }: GatewayArguments,
): AwsGatewayOptions {
  const chosen = gateway === undefined ? options : { ...options, gateway };
  if (inlineIntegrations) refuseElsewhere('--inline-integrations', 'http-api', chosen);
  if (dialect !== undefined) refuseElsewhere('--dialect', 'kong', chosen);
  const settings = {
    ...chosen,
    ...(inlineIntegrations ? { httpApi: { ...chosen.httpApi, inlineIntegrations } } : {}),
    ...(dialect === undefined ? {} : { kong: { ...chosen.kong, dialect } }),
  };
  // A copy stands where the options of the module do.
  recordPlace(settings, findPlace(options));
  return settings;
}

function refuseElsewhere(option: string, gateway: AwsGatewayId, options: AwsGatewayOptions): void {
  if (gatewayOf(options) === gateway) return;
  throw new CannotRun(
    `error: option '${option}' is for the gateway '${gateway}', but this run is for '${gatewayOf(options)}': add '--gateway ${gateway}'`,
  );
}

/**
 * The Terraform module deploys only APIs of AWS, and only they need a role.
 *
 * @throws CannotRun for an output of another gateway
 */
export function refuseOtherGateway(
  options: AwsGatewayOptions,
  { outTerraform, outIam }: { readonly outTerraform?: string; readonly outIam?: string },
): void {
  const gateway = gatewayOf(options);
  if (isOfAws(gateway)) return;
  if (outIam !== undefined) {
    throw new CannotRun(
      `error: option '--out-iam' is for the role of API Gateway, but this run is for '${gateway}': remove the option`,
    );
  }
  if (outTerraform === undefined) return;
  throw new CannotRun(
    `error: option '--out-terraform' is for gateways of AWS, but this run is for '${gateway}': write the file with '--out-private'`,
  );
}
