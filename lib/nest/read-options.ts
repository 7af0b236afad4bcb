import type { INestApplication } from '@nestjs/common';
import type { AwsGatewayOptions } from '../aws-gateway.options.js';
import { nestInternals } from './nest-internals.js';

/** A string, so that the options are found by another copy of the package in the same process. */
export const GATEWAY_OPTIONS = 'nestjs-aws-gateway:options';

/** The options of the application's `AwsGatewayModule`, or nothing when it has none. */
export function readOptions(app: INestApplication): AwsGatewayOptions | undefined {
  return listOptions(app)[0];
}

/** The options of every `AwsGatewayModule` that the application imports. More than one is a fault. */
export function listOptions(app: INestApplication): readonly AwsGatewayOptions[] {
  return [...nestInternals(app).container.getModules().values()].flatMap(({ providers }) => {
    const provider = providers.get(GATEWAY_OPTIONS);
    // JavaScript may give anything, `null` too: what it is worth is told when it is read.
    return provider ? [provider.instance as AwsGatewayOptions] : [];
  });
}
