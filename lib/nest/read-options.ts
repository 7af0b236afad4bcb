import type { INestApplication } from '@nestjs/common';
import type { AwsGatewayOptions } from '../aws-gateway.options.js';
import { nestInternals } from './nest-internals.js';

/** A string, so that the options are found by another copy of the package in the same process. */
export const GATEWAY_OPTIONS = 'nestjs-aws-gateway:options';

/** The options of the application's `AwsGatewayModule`, or nothing when it has none. */
export function readOptions(app: INestApplication): AwsGatewayOptions | undefined {
  for (const { providers } of nestInternals(app).container.getModules().values()) {
    const options = providers.get(GATEWAY_OPTIONS)?.instance;
    if (options) return options;
  }
  return undefined;
}
