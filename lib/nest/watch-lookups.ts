import type { INestApplication } from '@nestjs/common';

/**
 * From now on it is known which providers the application asks for and does not get, because a preview builds none:
 * NestJS answers `null`, or an object of the class that no constructor has filled. The names, in order.
 */
export function watchLookups(app: INestApplication): readonly string[] {
  const missing: string[] = [];
  for (const method of ['get', 'resolve'] as const) {
    // `app` is a proxy that looks its methods up at each call.
    const original = (Object.getPrototypeOf(app) as typeof app)[method] as (...args: unknown[]) => unknown;
    const note = (token: unknown, found: unknown): unknown => {
      if (isUnbuilt(found)) missing.push(nameOf(token));
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

function isUnbuilt(found: unknown): boolean {
  if (found === null || found === undefined) return true;
  return typeof found === 'object' && Reflect.ownKeys(found).length === 0;
}

function nameOf(token: unknown): string {
  return typeof token === 'function' ? token.name : String(token);
}
