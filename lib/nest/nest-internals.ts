import type { INestApplication, Type } from '@nestjs/common';
import type { ApplicationConfig } from '@nestjs/core';

/** The part of Nest's module container that this library reads; `@nestjs/swagger` reads the same. */
export interface NestModule {
  readonly metatype: Type | undefined;
  readonly imports: Iterable<NestModule>;
  readonly controllers: ReadonlyMap<unknown, { readonly metatype: Type }>;
  readonly providers: ReadonlyMap<unknown, { readonly instance: unknown; readonly metatype?: unknown }>;
}

export interface NestInternals {
  readonly container: {
    getModules(): ReadonlyMap<string, NestModule> & { readonly applicationId: string };
    isGlobalModule(module: NestModule): boolean;
  };
  readonly config: ApplicationConfig;
  readonly appOptions?: { readonly preview?: boolean; readonly cors?: unknown };
}

/** Nest offers no public way to its modules and configuration. */
export function nestInternals(app: INestApplication): NestInternals {
  return app as unknown as NestInternals;
}
