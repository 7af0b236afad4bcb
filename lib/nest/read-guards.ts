import type { INestApplication, Type } from '@nestjs/common';
import { GUARDS_METADATA } from '@nestjs/common/constants.js';
import { APP_GUARD } from '@nestjs/core';
import type { Guard } from '../model/app-source.js';
import { nestInternals, type NestProvider } from './nest-internals.js';

/** The guards of every route: those of `useGlobalGuards`, and the providers of `APP_GUARD`. */
export function readGlobalGuards(app: INestApplication): readonly Guard[] {
  const { config, container, appOptions } = nestInternals(app);
  // A preview builds no factory and no alias, and hands Nest nothing for them: their providers are all there is.
  const unbuilt = appOptions?.preview
    ? [...container.getModules().values()].flatMap(({ providers }) =>
        [...providers]
          .filter(([token]) => typeof token === 'string' && token.startsWith(`${APP_GUARD} `))
          .map(([, provider]) => provider),
      )
    : [];
  const names = [
    ...config
      .getGlobalGuards()
      .filter((guard: unknown) => guard !== undefined && guard !== null)
      .map(nameOf),
    ...[...config.getGlobalRequestGuards(), ...unbuilt].map(nameOfProvided),
  ];
  return [...new Set(names)].map((name) => ({ name, level: 'global' }));
}

/** The guards of `@UseGuards` on a handler and on its class. */
export function readGuards(controller: Type, handler: object): readonly Guard[] {
  return [...guardsOn(handler, 'handler'), ...guardsOn(controller, 'class')];
}

function guardsOn(target: object, level: Guard['level']): readonly Guard[] {
  const guards: readonly unknown[] = Reflect.getMetadata(GUARDS_METADATA, target) ?? [];
  return guards.map((guard) => ({ name: nameOf(guard), level }));
}

const UNKNOWN = 'a guard';

/** A guard is a class or an instance of one. A plain object or a promise of one has no name to tell. */
function nameOf(guard: unknown): string {
  const named = typeof guard === 'function' ? guard : (guard as object | null | undefined)?.constructor;
  const name = (named as { readonly name?: string } | undefined)?.name ?? '';
  return /^(Object|Promise)?$/.test(name) ? UNKNOWN : name;
}

/** An alias is named as what it stands for. What a factory makes is known once it is made. */
function nameOfProvided({ instance, metatype, inject, isAlias }: NestProvider): string {
  if (instance !== undefined && instance !== null) return nameOf(instance);
  if (isAlias) return typeof inject?.[0] === 'function' ? nameOf(inject[0]) : UNKNOWN;
  return inject ? UNKNOWN : nameOf(metatype);
}
