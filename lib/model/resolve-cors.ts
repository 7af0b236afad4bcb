import type { AwsCorsOptions } from '../decorators/aws-cors.decorator.js';
import { normalizeOrigin } from '../grammar/origin.js';
import type { Cors } from './gateway-model.js';
import type { FaultPlace } from '../options/option-fault.js';
import { checkOptions } from '../options/option-shape.js';
import { CORS } from '../options/option-shapes.js';
import type { Read } from './given.js';

/** Reads the options of `@AwsCors` or `forRoot({ cors })`. */
export function resolveCors(given: unknown, owner: string, at: FaultPlace): Read<Cors> {
  if (given === false || given === undefined) return { faults: [] };
  const faults = checkOptions(owner, given, CORS, at);
  if (faults.length > 0) return { faults };
  const {
    allowOrigins,
    allowHeaders,
    exposeHeaders,
    allowCredentials = false,
    maxAge,
  } = given as AwsCorsOptions;
  return {
    faults,
    value: {
      allowOrigins: allowOrigins.map(normalizeOrigin),
      ...(allowHeaders === undefined ? {} : { allowHeaders }),
      ...(exposeHeaders === undefined ? {} : { exposeHeaders }),
      allowCredentials,
      ...(maxAge === undefined ? {} : { maxAge }),
    },
  };
}
