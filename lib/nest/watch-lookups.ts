import type { INestApplication } from '@nestjs/common';

/** What the application read of providers that were not built, by HTTP adapter. */
const seen = new WeakMap<object, Set<string>>();

/**
 * From now on it is known which providers the application asks for and does not get, because a preview builds none:
 * NestJS answers `null`, or an object of the class that no constructor has filled. The names, in order.
 */
export function watchLookups(app: INestApplication): readonly string[] {
  const missing: string[] = [];
  const reads = new Set<string>();
  seen.set(app.getHttpAdapter(), reads);
  for (const method of ['get', 'resolve'] as const) {
    // `app` is a proxy that looks its methods up at each call.
    const original = (Object.getPrototypeOf(app) as typeof app)[method] as (...args: unknown[]) => unknown;
    const note = (token: unknown, found: unknown): unknown => {
      if (!isUnbuilt(found)) return found;
      missing.push(nameOf(token));
      if (found) return watchReads(found, nameOf(token), reads);
      reads.add(nameOf(token));
      return found;
    };
    Object.defineProperty(app, method, {
      configurable: true,
      writable: true,
      value(this: INestApplication, ...args: unknown[]): unknown {
        const found = original.apply(this, args);
        return found instanceof Promise
          ? found.then((one: unknown) => note(args[0], one))
          : note(args[0], found);
      },
    });
  }
  return missing;
}

/** Values that the application read although no constructor had set them, such as `ConfigService.port`, each once. */
export function readLookups(app: INestApplication): readonly string[] {
  return [...(seen.get(app.getHttpAdapter()) ?? [])];
}

/** A promise, JSON and a log ask every object for these members. */
const ASKED_OF_ALL = new Set(['then', 'toJSON', 'inspect']);

function watchReads(found: object, name: string, reads: Set<string>): object {
  return new Proxy(found, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (value === undefined && typeof key === 'string' && !ASKED_OF_ALL.has(key))
        reads.add(`${name}.${key}`);
      return value;
    },
  });
}

function isUnbuilt(found: unknown): found is object | null | undefined {
  if (found === null || found === undefined) return true;
  return typeof found === 'object' && Reflect.ownKeys(found).length === 0;
}

function nameOf(token: unknown): string {
  return typeof token === 'function' ? token.name : String(token);
}
