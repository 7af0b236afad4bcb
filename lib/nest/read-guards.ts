import type { INestApplication, Type } from '@nestjs/common';
import { GUARDS_METADATA } from '@nestjs/common/constants.js';
import { APP_GUARD } from '@nestjs/core';
import type { Guard } from '../model/app-source.js';
import { nestInternals } from './nest-internals.js';

/** The guards of every route: those of `useGlobalGuards`, and providers of `APP_GUARD`, which a preview does not build. */
export function readGlobalGuards(app: INestApplication): readonly Guard[] {
  const { config, container } = nestInternals(app);
  const provided = [...container.getModules().values()].flatMap(({ providers }) =>
    [...providers]
      .filter(([token]) => typeof token === 'string' && token.startsWith(APP_GUARD))
      .map(([, { metatype, instance }]) => nameOf(metatype ?? instance)),
  );
  const names = [...config.getGlobalGuards().map(nameOf), ...provided];
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

/** A guard is a class or an instance of one. A factory's own name says nothing. */
function nameOf(guard: unknown): string {
  const named = typeof guard === 'function' ? guard : (guard as object | undefined)?.constructor;
  const name = (named as { readonly name?: string } | undefined)?.name ?? '';
  return /^(useFactory|Object)?$/.test(name) ? 'a guard' : name;
}
