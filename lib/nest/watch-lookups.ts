import type { INestApplication, INestApplicationContext } from '@nestjs/common';

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
  const note = (found: unknown, token: unknown): unknown => {
    if (!isUnbuilt(found)) return found;
    const name = nameOf(token);
    missing.push(name);
    if (found) return watchReads(found, name, reads);
    reads.add(name);
    return found;
  };
  const watch = (context: INestApplicationContext): INestApplicationContext => {
    wrap(context, 'get', note);
    wrap(context, 'resolve', note);
    wrap(context, 'select', (found) => watch(found as INestApplicationContext));
    return context;
  };
  watch(app);
  return missing;
}

function wrap(
  context: INestApplicationContext,
  method: 'get' | 'resolve' | 'select',
  note: (found: unknown, token: unknown) => unknown,
): void {
  // An application is a proxy that looks its methods up at each call.
  const original = (Object.getPrototypeOf(context) as typeof context)[method] as (
    ...args: unknown[]
  ) => unknown;
  Object.defineProperty(context, method, {
    configurable: true,
    writable: true,
    value(this: INestApplicationContext, ...args: unknown[]): unknown {
      const found = original.apply(this, args);
      return found instanceof Promise
        ? found.then((one: unknown) => note(one, args[0]))
        : note(found, args[0]);
    },
  });
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
