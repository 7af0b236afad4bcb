import type { AwsGatewayId, AwsGatewayOptions } from '../../aws-gateway.options.js';
import { gatewayOf } from '../../model/gateway-of.js';
import { GATEWAY_ID } from '../../options/option-shapes.js';
import { CannotRun } from './cannot-run.js';

/** The options of the command line that choose a gateway. */
export interface GatewayArguments {
  /** Absent: that of the module. */
  readonly gateway?: AwsGatewayId;
  readonly inlineIntegrations?: true;
}

/**
 * Reads them.
 *
 * @throws CannotRun for an unknown gateway
 */
export function readGateway({
  gateway,
  inlineIntegrations,
}: {
  readonly gateway?: string;
  readonly inlineIntegrations?: true;
}): GatewayArguments {
  if (gateway !== undefined && !GATEWAY_ID.accepts(gateway)) {
    throw new CannotRun(
      `error: option '--gateway <id>' argument '${gateway}' is invalid. Allowed choices are ${GATEWAY_ID.expected.replaceAll('`', '').replaceAll("'", '')}.`,
    );
  }
  return {
    ...(gateway === undefined ? {} : { gateway: gateway as AwsGatewayId }),
    ...(inlineIntegrations ? { inlineIntegrations } : {}),
  };
}

/**
 * The options of the module with those of the command line, which win.
 *
 * @throws CannotRun for an option of another gateway
 */
export function chooseGateway(
  options: AwsGatewayOptions,
  { gateway, inlineIntegrations }: GatewayArguments,
): AwsGatewayOptions {
  const chosen = gateway === undefined ? options : { ...options, gateway };
  if (!inlineIntegrations) return chosen;
  if (gatewayOf(chosen) !== 'http-api') {
    throw new CannotRun(
      `error: option '--inline-integrations' is for the gateway 'http-api', but this run is for '${gatewayOf(chosen)}': add '--gateway http-api'`,
    );
  }
  return { ...chosen, httpApi: { ...chosen.httpApi, inlineIntegrations } };
}

/**
 * The Terraform module deploys a REST API only.
 *
 * @throws CannotRun for an output of another gateway
 */
export function refuseOtherGateway(
  options: AwsGatewayOptions,
  { outTerraform }: { readonly outTerraform?: string },
): void {
  const gateway = gatewayOf(options);
  if (outTerraform === undefined || gateway === 'rest-api') return;
  throw new CannotRun(
    `error: option '--out-terraform' is for the gateway 'rest-api', but this run is for '${gateway}': write the document with '--out-private'`,
  );
}
