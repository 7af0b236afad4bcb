import type { AwsGatewayId, AwsGatewayOptions } from '../../aws-gateway.options.js';
import { gatewayOf } from '../../model/settings/gateway-of.js';
import type { Template } from '../files/render-files.js';
import { CannotRun } from '../process/cannot-run.js';

/** The first is the default. A gateway that is missing here does not compile. */
const POSSIBLE: Readonly<Record<AwsGatewayId, readonly [Template, ...Template[]]>> = {
  'rest-api': ['terraform', 'cloudformation', 'none'],
  'http-api': ['terraform', 'cloudformation', 'none'],
  kong: ['deck', 'none'],
};

/**
 * What fills in the placeholders of the private document, by its gateway.
 *
 * @throws CannotRun for a template that cannot read the document
 */
export function chooseTemplate(options: AwsGatewayOptions, given: Template | undefined): Template {
  const gateway = gatewayOf(options);
  const isDbless = gateway === 'kong' && options.kong?.dialect === 'dbless';
  const possible = isDbless ? (['none'] as const) : POSSIBLE[gateway];
  if (given === undefined) return possible[0];
  if (possible.some((one) => one === given)) return given;
  const run = isDbless ? "'kong' with '--dialect dbless'" : `'${gateway}'`;
  throw new CannotRun(
    `error: option '--template ${given}' does not fit the gateway ${run}. Allowed choices are ${possible.join(', ')}.`,
  );
}
