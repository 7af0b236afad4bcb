import type { AwsCorsOptions } from '../../decorators/aws-cors.decorator.js';
import { normalizeOrigin, splitOrigins } from '../../grammar/origin.js';
import type { Cors } from './cors.js';
import type { FaultPlace } from '../../options/option-fault.js';
import { checkOptions } from '../../options/option-shape.js';
import { CORS } from '../../options/option-shapes.js';
import {
  formatDeployValue,
  isDeployValue,
  isPlaceholder,
  parseDeployValue,
  type DeployValue,
} from '../../values/deploy-value.js';
import type { Read } from '../declarations/given.js';

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
  const origins = readOrigins(allowOrigins);
  // A list that is filled in with nothing: no browser of another origin may call.
  if (Array.isArray(origins) && origins.length === 0) return { faults };
  return {
    faults,
    value: {
      ...(isDeployValue(origins)
        ? { allowOrigins: [], originList: origins }
        : { allowOrigins: readEach(origins) }),
      ...(allowHeaders === undefined ? {} : { allowHeaders: [...new Set(allowHeaders)] }),
      ...(exposeHeaders === undefined ? {} : { exposeHeaders: [...new Set(exposeHeaders)] }),
      allowCredentials,
      ...(maxAge === undefined ? {} : { maxAge }),
    },
  };
}

/** A placeholder for a list, or the origins themselves. */
function readOrigins(given: AwsCorsOptions['allowOrigins']): DeployValue | readonly string[] {
  if (typeof given !== 'string') return given;
  const value = parseDeployValue(given);
  return isPlaceholder(value['@deploy'][0]) ? value : splitOrigins(given);
}

/** Each origin once: `https://a.example.com` and `https://A.example.com:443` are the same one. */
function readEach(origins: readonly string[]): readonly DeployValue[] {
  const values = origins.map(normalizeOrigin);
  return [...new Map(values.map((value) => [formatDeployValue(value), value])).values()];
}
