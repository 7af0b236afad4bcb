import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import type { AppSource } from '../../model/app-source.js';
import type { ApigenModule, ApigenOptions } from '../application/apigen-options.js';
import { readModule, type ReadSettings } from '../application/read-module.js';
import { chooseGateway, type GatewayArguments } from './choose-gateway.js';

/**
 * Reads an application, and its options for the gateway of this run.
 *
 * @throws CannotRun for an option of another gateway
 */
export async function readChosen(
  module: ApigenModule,
  options: ApigenOptions,
  given: ReadSettings & GatewayArguments,
  writeErr: (text: string) => void,
): Promise<{ readonly source: AppSource; readonly chosen: AwsGatewayOptions }> {
  const { source, options: ofModule } = await readModule(module, options, given, writeErr);
  return { source, chosen: chooseGateway(ofModule, given) };
}
