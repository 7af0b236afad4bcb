import type { ApplicationCors } from '../model/application-cors.js';

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
  const allowOrigins = readOrigins(origin, allowCredentials);
  const lists = {
    allowHeaders: readList(allowedHeaders),
    exposeHeaders: readList(exposedHeaders),
    allowMethods: readList(methods),
  };
  return {
    ...(allowOrigins ? { allowOrigins } : {}),
    ...Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined)),
    allowCredentials,
    ...(Number.isInteger(Number(maxAge)) && isText(maxAge) ? { maxAge: Number(maxAge) } : {}),
  };
}

/** Without credentials an echo of every origin is the same as `*`. */
function readOrigins(origin: unknown, credentials: boolean): readonly string[] | undefined {
  if (origin === undefined || origin === '*') return credentials ? undefined : ['*'];
  if (origin === true) return credentials ? undefined : ['*'];
  const origins = [origin].flat();
  return origins.length > 0 && origins.every((one) => typeof one === 'string') ? origins : undefined;
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
