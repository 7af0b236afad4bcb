import type { AwsCacheOptions } from '../../decorators/aws-cache.decorator.js';
import type { AwsThrottleOptions } from '../../decorators/aws-throttle.decorator.js';
import { checkOptions, type OptionsShape } from '../../options/option-shape.js';
import { CACHE, LOGGING, THROTTLE } from '../../options/option-shapes.js';
import type { Cache, CacheKey, Logging, StageSettings, Throttle } from './gateway-settings.js';
import type { Origin, PathParameter } from '../routes/route.js';
import { ownerOf, type ReadGiven } from '../declarations/given.js';

/** Reads the options of `@AwsThrottle` or `forRoot({ throttle })`. */
export const resolveThrottle: ReadGiven<Throttle> = read(THROTTLE, true, (options) => {
  const { rate, burst } = options as AwsThrottleOptions;
  return { rate, burst };
});

/** Reads the options of `@AwsCache` or `forRoot({ cache })`. */
export const resolveCache: ReadGiven<Cache> = read(CACHE, true, (options) => {
  const { ttl = 300, keys = [], encrypted = true } = options as AwsCacheOptions;
  return { ttl, keys: [...new Set(keys)].map(readKey), encrypted };
});

/** Reads the options of `@AwsLogging` or `forRoot({ logging })`. */
export const resolveLogging: ReadGiven<Logging> = read(LOGGING, false, (options) =>
  Object.fromEntries(Object.entries(options as Logging).filter(([, value]) => value !== undefined)),
);

function read<Value>(
  shape: OptionsShape,
  mayBeOff: boolean,
  resolve: (options: unknown) => Value,
): ReadGiven<Value> {
  return (given, at) => {
    const options = given.args[0];
    if (options === false && mayBeOff) return { faults: [] };
    const faults = checkOptions(ownerOf(given), options, shape, at);
    return faults.length > 0 ? { faults } : { value: resolve(options), faults };
  };
}

function readKey(key: string): CacheKey {
  const end = key.indexOf('.');
  return { from: key.slice(0, end) as CacheKey['from'], name: key.slice(end + 1) };
}

interface Setting<Value> {
  readonly value?: Value;
  readonly origin: Origin;
}

interface Declared {
  readonly throttle: Setting<Throttle>;
  readonly cache: Setting<Cache>;
  readonly logging: Setting<Logging>;
}

const NOTHING: StageSettings = {};

/** What the stage has for a route. A cache that its handler does not declare itself is of `GET` routes only. */
export function resolveStage(
  { method, pathParameters }: { readonly method: string; readonly pathParameters: readonly PathParameter[] },
  { throttle, cache, logging }: Declared,
): StageSettings {
  const ofHandler = cache.origin.level === 'handler';
  const cached = ofHandler || method === 'get' ? cache.value : undefined;
  if (!throttle.value && !cached && !logging.value) return NOTHING;
  const isKnown = ({ from, name }: CacheKey): boolean =>
    ofHandler || from !== 'path' || pathParameters.some((variable) => variable.name === name);
  return {
    ...(throttle.value ? { throttle: throttle.value } : {}),
    ...(cached ? { cache: { ...cached, keys: cached.keys.filter(isKnown) } } : {}),
    ...(logging.value ? { logging: logging.value } : {}),
  };
}
