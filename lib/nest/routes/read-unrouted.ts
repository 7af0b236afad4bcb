import type { INestApplication } from '@nestjs/common';
import { nestInternals } from '../nest-internals.js';

/** Modules that serve requests without a controller, by the names of their classes. */
const MODULES: Readonly<Record<string, string>> = {
  GraphQLModule: 'GraphQL',
  ServeStaticModule: 'static files',
  BullBoardModule: 'the dashboard of queues',
};

/** `@nestjs/websockets` marks a gateway of sockets with it. */
const SOCKET_GATEWAY = 'websockets:is_gateway';

/** What an HTTP adapter registers a path with. */
const REGISTRATIONS = ['use', 'get', 'post', 'all'] as const;

const registered = new WeakMap<object, Set<string>>();

/** From now on it is known which paths the application registers itself. The calls go through. */
export function watchRegistrations(app: INestApplication): void {
  const adapter = app.getHttpAdapter() as unknown as Record<string, unknown>;
  const seen = registered.get(adapter) ?? new Set<string>();
  registered.set(adapter, seen);
  const watch = (name: string, what: (first: unknown, second: unknown) => (string | undefined)[]): void => {
    const original = adapter[name];
    if (typeof original !== 'function') return;
    adapter[name] = (...args: readonly unknown[]): unknown => {
      for (const found of what(args[0], args[1])) if (found !== undefined) seen.add(found);
      return Reflect.apply(original, adapter, args) as unknown;
    };
  };
  for (const name of REGISTRATIONS) watch(name, (path) => [pathOf(path)]);
  watch('useStaticAssets', (_, options) => [
    MODULES['ServeStaticModule'],
    pathOf((options as { readonly prefix?: unknown } | undefined)?.prefix),
  ]);
}

function pathOf(first: unknown): string | undefined {
  return typeof first === 'string' && /[^/]/.test(first) ? `/${first.replace(/^\/+|\/+$/g, '')}` : undefined;
}

/** What the application serves without a controller, in words and paths. A path above one of a route is middleware. */
export function readUnrouted(app: INestApplication, paths: readonly string[]): readonly string[] {
  const modules = [...nestInternals(app).container.getModules().values()];
  const named = modules.flatMap(({ metatype }) => {
    const name = metatype?.name ?? '';
    return Object.hasOwn(MODULES, name) ? [MODULES[name]!] : [];
  });
  const sockets = modules.some(({ providers }) =>
    [...providers.values()].some(
      ({ metatype }) => typeof metatype === 'function' && Reflect.hasMetadata(SOCKET_GATEWAY, metatype),
    ),
  );
  const own = [...(registered.get(app.getHttpAdapter()) ?? [])].filter(
    (found) => !paths.some((path) => path === found || path.startsWith(`${found}/`)),
  );
  return [...new Set([...named, ...(sockets ? ['sockets'] : []), ...own])].toSorted();
}
