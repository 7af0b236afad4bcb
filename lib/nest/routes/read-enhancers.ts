import type { INestApplication } from '@nestjs/common';
import {
  EXCEPTION_FILTERS_METADATA,
  GUARDS_METADATA,
  INTERCEPTORS_METADATA,
  PIPES_METADATA,
} from '@nestjs/common/constants.js';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, type ApplicationConfig } from '@nestjs/core';
import type { Enhancer, Guard, SourceRoute } from '../../model/app-source.js';
import { nestInternals, type NestProvider } from '../nest-internals.js';
import type { NestRoute } from './read-routes.js';

/** One enhancer of any kind, guards included. */
export interface FoundEnhancer extends Guard {
  readonly kind: Kind;
}

type Kind = Enhancer['kind'] | 'guard';

/** Where NestJS keeps each kind: on classes and handlers, in providers, and in the configuration. */
const KINDS: Readonly<
  Record<
    Kind,
    {
      readonly metadata: string;
      readonly token: string;
      readonly used: (config: ApplicationConfig) => readonly unknown[];
      readonly provided: (config: ApplicationConfig) => readonly NestProvider[];
    }
  >
> = {
  guard: {
    metadata: GUARDS_METADATA,
    token: APP_GUARD,
    used: (config) => config.getGlobalGuards(),
    provided: (config) => config.getGlobalRequestGuards(),
  },
  interceptor: {
    metadata: INTERCEPTORS_METADATA,
    token: APP_INTERCEPTOR,
    used: (config) => config.getGlobalInterceptors(),
    provided: (config) => config.getGlobalRequestInterceptors(),
  },
  pipe: {
    metadata: PIPES_METADATA,
    token: APP_PIPE,
    used: (config) => config.getGlobalPipes(),
    provided: (config) => config.getGlobalRequestPipes(),
  },
  filter: {
    metadata: EXCEPTION_FILTERS_METADATA,
    token: APP_FILTER,
    used: (config) => config.getGlobalFilters(),
    provided: (config) => config.getGlobalRequestFilters(),
  },
};
const NAMES = Object.keys(KINDS) as readonly Kind[];

/** The enhancers of every route: those of `useGlobalGuards` and the like, and the providers of `APP_GUARD` and the like. */
export function readGlobalEnhancers(app: INestApplication): readonly FoundEnhancer[] {
  const { config, container, appOptions } = nestInternals(app);
  return NAMES.flatMap((kind) => {
    const { token: wanted, used, provided } = KINDS[kind];
    // A preview builds no factory and no alias, and hands Nest nothing for them: their providers are all there is.
    const unbuilt = appOptions?.preview
      ? [...container.getModules().values()].flatMap(({ providers }) =>
          [...providers]
            .filter(([token]) => typeof token === 'string' && token.startsWith(`${wanted} `))
            .map(([, provider]) => provider),
        )
      : [];
    const names = [
      ...used(config)
        .filter((one) => one !== undefined && one !== null)
        .map((one) => nameOf(one, kind)),
      ...[...provided(config), ...unbuilt].map((one) => nameOfProvided(one, kind)),
    ];
    return [...new Set(names)].map((name): FoundEnhancer => ({ kind, name, level: 'global' }));
  });
}

/** The enhancers of a handler, of its parameters, of its class and of the whole application. */
export function readEnhancers(
  { controller, handler, args }: Pick<NestRoute, 'controller' | 'handler' | 'args'>,
  global: readonly FoundEnhancer[],
): Pick<SourceRoute, 'guards' | 'enhancers'> {
  const declared = NAMES.flatMap((kind) => [
    ...enhancersOn(handler, kind, 'handler'),
    ...(kind === 'pipe' ? pipesOfParameters(args) : []).map((pipe): FoundEnhancer => ({
      kind: 'pipe',
      name: nameOf(pipe, 'pipe'),
      level: 'handler',
    })),
    ...enhancersOn(controller, kind, 'class'),
  ]);
  const all = [...declared, ...global];
  const guards = all.filter(({ kind }) => kind === 'guard').map(({ name, level }) => ({ name, level }));
  const enhancers = all.filter(isEnhancer);
  return { ...(guards.length > 0 ? { guards } : {}), ...(enhancers.length > 0 ? { enhancers } : {}) };
}

function isEnhancer(found: FoundEnhancer): found is Enhancer {
  return found.kind !== 'guard';
}

function enhancersOn(target: object, kind: Kind, level: Guard['level']): readonly FoundEnhancer[] {
  return declaredOn(target, kind).map((one) => ({ kind, name: nameOf(one, kind), level }));
}

function declaredOn(target: object, kind: Kind): readonly unknown[] {
  return (Reflect.getMetadata(KINDS[kind].metadata, target) as readonly unknown[] | undefined) ?? [];
}

/** `@Param('id', ParseIntPipe)` */
function pipesOfParameters(args: NestRoute['args']): readonly unknown[] {
  return args.flatMap(({ pipes }) => pipes);
}

/** The pipes of a handler, of its parameters and of its class: classes and instances of them. */
export function listPipes({
  controller,
  handler,
  args,
}: Pick<NestRoute, 'controller' | 'handler' | 'args'>): readonly unknown[] {
  return [...declaredOn(handler, 'pipe'), ...pipesOfParameters(args), ...declaredOn(controller, 'pipe')];
}

/** The pipes of every route, as far as they are built. */
export function listGlobalPipes(app: INestApplication): readonly unknown[] {
  const { config } = nestInternals(app);
  const { used, provided } = KINDS.pipe;
  return [...used(config), ...provided(config).map(({ instance }) => instance)];
}

const ARTICLES = { guard: 'a', interceptor: 'an', pipe: 'a', filter: 'a' } as const;

function unknown(kind: Kind): string {
  return `${ARTICLES[kind]} ${kind}`;
}

/** An enhancer is a class or an instance of one. A plain object or a promise of one has no name. */
function nameOf(enhancer: unknown, kind: Kind): string {
  const named =
    typeof enhancer === 'function' ? enhancer : (enhancer as object | null | undefined)?.constructor;
  const name = (named as { readonly name?: string } | undefined)?.name ?? '';
  return /^(Object|Promise)?$/.test(name) ? unknown(kind) : name;
}

/** An alias is named as what it stands for. What a factory makes is known once it is made. */
function nameOfProvided({ instance, metatype, inject, isAlias }: NestProvider, kind: Kind): string {
  if (instance !== undefined && instance !== null) return nameOf(instance, kind);
  if (isAlias) return typeof inject?.[0] === 'function' ? nameOf(inject[0], kind) : unknown(kind);
  return inject ? unknown(kind) : nameOf(metatype, kind);
}
