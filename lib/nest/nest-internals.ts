import type { INestApplication, Type } from '@nestjs/common';
import type { ApplicationConfig } from '@nestjs/core';

/** One provider of a module. */
export interface NestProvider {
  /** Absent, `null` or a mere prototype where nothing is built. */
  readonly instance: unknown;
  /** The class or the factory. */
  readonly metatype?: unknown;
  /** What a factory is given; of an alias, the token that it stands for. */
  readonly inject?: readonly unknown[] | null | undefined;
  readonly isAlias?: boolean | undefined;
}

export interface NestWrapper {
  readonly metatype: Type;
}

/** The part of Nest's module container that this library reads; `@nestjs/swagger` reads the same. */
export interface NestModule {
  readonly metatype: Type | undefined;
  readonly imports: Iterable<NestModule>;
  readonly controllers: ReadonlyMap<unknown, NestWrapper>;
  readonly providers: ReadonlyMap<unknown, NestProvider>;
}

export interface NestInternals {
  readonly container: {
    getModules(): ReadonlyMap<string, NestModule> & { readonly applicationId: string };
    isGlobalModule(module: NestModule): boolean;
  };
  readonly config: ApplicationConfig;
  readonly appOptions?: {
    readonly preview?: boolean;
    readonly cors?: unknown;
    /** Nest 12. Absent: routes are registered as they are declared. */
    readonly routeResolutionStrategy?: string;
  };
}

/** Nest offers no public way to its modules and configuration. */
export function nestInternals(app: INestApplication): NestInternals {
  return app as unknown as NestInternals;
}
