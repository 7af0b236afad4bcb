import type { ApplicationCors } from '../model/cors/application-cors.js';

/**
 * Reads the argument of `enableCors`, which Nest hands to the `cors` package or to `@fastify/cors`. Absent: CORS is
 * turned off.
 *
 * @see https://github.com/expressjs/cors#configuration-options
 */
export function readCorsOptions(given: unknown): ApplicationCors | undefined {
  if (given === undefined || given === null || given === true)
    return { allowOrigins: ['*'], allowCredentials: false };
  // A delegate decides for each request.
  if (typeof given !== 'object') return { allowCredentials: false };
  const { origin, credentials, allowedHeaders, exposedHeaders, methods, maxAge } = given as Readonly<
    Record<string, unknown>
  >;
  if (origin === false) return undefined;
  const allowCredentials = credentials === true;
  const origins = 'origin' in given ? readOrigins(origin) : EVERY;
  const lists = {
    allowHeaders: readList(allowedHeaders),
    exposeHeaders: readList(exposedHeaders),
    allowMethods: readList(methods),
  };
  return {
    ...(origins === EVERY && allowCredentials ? {} : origins),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
    allowCredentials,
    ...(Number.isInteger(Number(maxAge)) && isText(maxAge) ? { maxAge: Number(maxAge) } : {}),
  };
}

const EVERY = { allowOrigins: ['*'] };

/**
 * Empty if they are not known: a variable of the environment that is not set here may be set where the application
 * runs. Without credentials an echo of every origin is the same as `*`.
 */
function readOrigins(origin: unknown): Pick<ApplicationCors, 'allowOrigins' | 'listsAll'> {
  if (origin === '*' || origin === true) return EVERY;
  const origins: readonly unknown[] = [origin].flat();
  if (!origins.every(isName)) return {};
  return {
    allowOrigins: origins.filter((one) => one !== '*'),
    ...(origins.includes('*') ? { listsAll: true } : {}),
  };
}

/** A list, or names parted by commas. */
function readList(given: unknown): readonly string[] | undefined {
  const names = typeof given === 'string' ? given.split(',') : given;
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) return undefined;
  const list = names.map((name) => name.trim()).filter((name) => name !== '');
  return list.length > 0 ? list : undefined;
}

function isText(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
