import { createServer } from 'node:http';
import { AbstractHttpAdapter } from '@nestjs/core';

type Members = Record<PropertyKey, unknown>;

export interface ExpressModule {
  readonly ExpressAdapter: new () => AbstractHttpAdapter;
}

/** What sets requests up, whose result nobody reads. */
const SETTERS =
  'use all get post put patch delete head options search enableCors useStaticAssets useBodyParser set enable disable engine setBaseViewsDir setViewEngine setLocal'.split(
    ' ',
  );

/**
 * Stands in for Express's adapter in an application that is never started, because Express is a good part of what
 * NestJS loads. What the application sets up is kept, and done when it first asks for something else.
 *
 * @param load answers `@nestjs/platform-express`
 */
export function createLazyExpress(load: () => ExpressModule): AbstractHttpAdapter {
  const server = createServer();
  const calls: (readonly [name: string, args: readonly unknown[]])[] = [];
  let express: Members | undefined;
  /** The method of the class, whoever watches it. */
  const run = (target: Members, name: string, args: readonly unknown[]): unknown =>
    Reflect.apply((Object.getPrototypeOf(target) as Members)[name] as () => unknown, target, args);
  const setter =
    (name: string) =>
    (...args: readonly unknown[]): unknown => {
      if (express) return run(express, name, args);
      calls.push([name, args]);
      return adapter;
    };
  const setters: Members = Object.fromEntries(SETTERS.map((name) => [name, setter(name)]));
  const standIn: Members = {
    ...setters,
    // NestJS itself calls these, though no request is ever served.
    init: async (): Promise<void> => {},
    initHttpServer: (): void => {},
    getHttpServer: () => server,
    getType: () => 'express',
    beforeClose: (): void => {},
    close: (): void => {},
  };
  const start = (): Members => {
    if (express) return express;
    const loaded = new (load().ExpressAdapter)();
    loaded.setHttpServer(server);
    server.on('request', loaded.getInstance());
    express = loaded as unknown as Members;
    for (const name of SETTERS) if (standIn[name] !== setters[name]) express[name] = standIn[name];
    for (const [name, args] of calls) run(express, name, args);
    return express;
  };
  /** Whether it promises something, and how it is printed, is asked of any object. */
  const targetOf = (key: PropertyKey): Members =>
    express ?? (typeof key === 'symbol' || key === 'then' || Object.hasOwn(standIn, key) ? standIn : start());
  const adapter: unknown = new Proxy(standIn, {
    get: (_, key) => targetOf(key)[key],
    has: (_, key) => key in targetOf(key),
    set: (_, key, value) => Reflect.set(targetOf(key), key, value),
    getPrototypeOf: () =>
      (express ? Object.getPrototypeOf(express) : AbstractHttpAdapter.prototype) as object,
  });
  return adapter as AbstractHttpAdapter;
}
