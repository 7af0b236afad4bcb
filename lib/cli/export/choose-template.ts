import type { AwsGatewayOptions } from '../../aws-gateway.options.js';
import { gatewayOf } from '../../model/gateway-of.js';
import type { Template } from '../files/render-files.js';
import { CannotRun } from '../process/cannot-run.js';

/**
 * What fills in the placeholders of the private document, by its gateway. The first that is possible is the default.
 *
 * @throws CannotRun for a template that cannot read the document
 */
export function chooseTemplate(options: AwsGatewayOptions, given: Template | undefined): Template {
  const gateway = gatewayOf(options);
  const isDbless = gateway === 'kong' && options.kong?.dialect === 'dbless';
  const possible: readonly Template[] =
    gateway !== 'kong' ? ['terraform', 'cloudformation', 'none'] : isDbless ? ['none'] : ['deck', 'none'];
  if (given === undefined) return possible[0]!;
  if (possible.includes(given)) return given;
  const run = isDbless ? "'kong' with '--dialect dbless'" : `'${gateway}'`;
  throw new CannotRun(
    `error: option '--template ${given}' does not fit the gateway ${run}. Allowed choices are ${possible.join(', ')}.`,
  );
}
