import {
  Controller,
  forwardRef,
  Get,
  Injectable,
  Module,
  Param,
  ParseIntPipe,
  Scope,
  UseFilters,
  UseGuards,
  UseInterceptors,
  ValidationPipe,
  type CallHandler,
  type CanActivate,
  type DynamicModule,
  type ExceptionFilter,
  type INestApplication,
  type NestInterceptor,
  type Provider,
  type Type,
} from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { describe, expect, it } from '@jest/globals';
import type { Guard } from '../../../lib/model/app-source.js';
import { readApplication } from '../../../lib/nest/read-application.js';
import { CONFIG, createApp, moduleOf, type TestApp } from '../../support/create-app.js';

class PassGuard implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}
class JwtGuard extends PassGuard {}
class RolesGuard extends PassGuard {}
class TenantGuard extends PassGuard {}
const plain: CanActivate = { canActivate: () => true };
const late = (): Promise<CanActivate> => Promise.resolve(new TenantGuard());

function useGuards(app: INestApplication): void {
  app.useGlobalGuards(new JwtGuard(), plain);
}

@Controller('plain')
class PlainController {
  @Get()
  read(): void {}
}

/** The guards of each route, by handler. */
async function guardsOf(
  module: Type,
  given: TestApp = {},
): Promise<Readonly<Record<string, readonly Guard[]>>> {
  const { routes } = readApplication(await createApp(module, given), CONFIG);
  return Object.fromEntries(
    routes.map(({ controller, handler, guards }) => [`${controller}.${handler}`, guards ?? []]),
  );
}

const handler = (name: string): Guard => ({ name, level: 'handler' });
const ofClass = (name: string): Guard => ({ name, level: 'class' });
const everywhere = (name: string): Guard => ({ name, level: 'global' });

describe('@UseGuards', () => {
  it('counts on a handler, and on its class', async () => {
    @Controller('guarded')
    @UseGuards(JwtGuard, new TenantGuard())
    class GuardedController {
      @Get('a')
      @UseGuards(RolesGuard)
      both(): void {}

      @Get('b')
      one(): void {}
    }
    expect(await guardsOf(moduleOf([GuardedController, PlainController]))).toEqual({
      'GuardedController.both': [handler('RolesGuard'), ofClass('JwtGuard'), ofClass('TenantGuard')],
      'GuardedController.one': [ofClass('JwtGuard'), ofClass('TenantGuard')],
      'PlainController.read': [],
    });
  });

  it('reaches what is inherited, as it does in Nest', async () => {
    @UseGuards(JwtGuard)
    class BaseController {
      @Get('a')
      @UseGuards(RolesGuard)
      inherited(): void {}

      @Get('b')
      @UseGuards(RolesGuard)
      overridden(): void {}
    }
    @Controller('one')
    class OneController extends BaseController {}

    @Controller('two')
    @UseGuards(TenantGuard)
    class TwoController extends BaseController {
      @Get('b')
      override overridden(): void {}
    }
    expect(await guardsOf(moduleOf([OneController, TwoController]))).toEqual({
      'OneController.inherited': [handler('RolesGuard'), ofClass('JwtGuard')],
      'OneController.overridden': [handler('RolesGuard'), ofClass('JwtGuard')],
      'TwoController.inherited': [handler('RolesGuard'), ofClass('JwtGuard'), ofClass('TenantGuard')],
      'TwoController.overridden': [ofClass('JwtGuard'), ofClass('TenantGuard')],
    });
  });

  it('calls a guard without a name of its own a guard', async () => {
    @Controller('anonymous')
    @UseGuards(plain, class extends PassGuard {})
    class AnonymousController {
      @Get()
      read(): void {}
    }
    expect(await guardsOf(moduleOf([AnonymousController]))).toEqual({
      'AnonymousController.read': [ofClass('a guard'), ofClass('a guard')],
    });
  });
});

describe('guards of the whole application', () => {
  @Injectable({ scope: Scope.REQUEST })
  class RequestGuard extends PassGuard {}

  const existing: Provider = { provide: APP_GUARD, useExisting: RolesGuard };

  /** The providers, and the names in a preview and in an application that is built. */
  const PROVIDED: readonly (readonly [string, readonly Provider[], string, string])[] = [
    ['a class', [{ provide: APP_GUARD, useClass: JwtGuard }], 'JwtGuard', 'JwtGuard'],
    [
      'a request-scoped class',
      [{ provide: APP_GUARD, useClass: RequestGuard }],
      'RequestGuard',
      'RequestGuard',
    ],
    ['a value', [{ provide: APP_GUARD, useValue: new JwtGuard() }], 'JwtGuard', 'JwtGuard'],
    ['a plain object', [{ provide: APP_GUARD, useValue: plain }], 'a guard', 'a guard'],
    ['a factory', [{ provide: APP_GUARD, useFactory: () => new JwtGuard() }], 'a guard', 'JwtGuard'],
    ['an async factory', [{ provide: APP_GUARD, useFactory: late }], 'a guard', 'TenantGuard'],
    [
      'a request-scoped factory',
      [{ provide: APP_GUARD, scope: Scope.REQUEST, useFactory: () => new JwtGuard() }],
      'a guard',
      'a guard',
    ],
    ['an alias', [RolesGuard, existing], 'RolesGuard', 'RolesGuard'],
    [
      'an alias of a token',
      [
        { provide: 'ROLES', useClass: RolesGuard },
        { provide: APP_GUARD, useExisting: 'ROLES' },
      ],
      'a guard',
      'RolesGuard',
    ],
  ];

  it.each(PROVIDED)('are known from APP_GUARD by %s', async (_, providers, preview, built) => {
    @Module({ controllers: [PlainController], providers: [...providers] })
    class AppModule {}
    expect(await guardsOf(AppModule)).toEqual({ 'PlainController.read': [everywhere(preview)] });
    expect(await guardsOf(AppModule, { preview: false })).toEqual({
      'PlainController.read': [everywhere(built)],
    });
  });

  it.each([true, false])('are known from `useGlobalGuards` (preview: %s)', async (preview) => {
    expect(await guardsOf(moduleOf([PlainController]), { configure: useGuards, preview })).toEqual({
      'PlainController.read': [everywhere('JwtGuard'), everywhere('a guard')],
    });
  });

  it('come from imported modules, forwarded and late ones too, each once', async () => {
    @Module({ providers: [{ provide: APP_GUARD, useClass: JwtGuard }] })
    class AuthModule {}

    @Module({ providers: [RolesGuard, existing] })
    class RolesModule {}

    class TenantModule {}
    const tenants = (): Promise<DynamicModule> =>
      Promise.resolve({
        module: TenantModule,
        providers: [
          { provide: APP_GUARD, useClass: TenantGuard },
          { provide: APP_GUARD, useClass: JwtGuard },
        ],
      });

    @Module({
      imports: [AuthModule, forwardRef(() => RolesModule), tenants()],
      controllers: [PlainController],
    })
    class AppModule {}
    for (const preview of [true, false]) {
      const { 'PlainController.read': guards = [] } = await guardsOf(AppModule, { preview });
      expect(guards.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
        ['JwtGuard', 'RolesGuard', 'TenantGuard'].map(everywhere),
      );
    }
  });

  it('are not there where a factory gives none', async () => {
    @Module({
      controllers: [PlainController],
      providers: [{ provide: APP_GUARD, useFactory: () => undefined }],
    })
    class AppModule {}
    expect(await guardsOf(AppModule, { preview: false })).toEqual({ 'PlainController.read': [] });
  });

  it('are no pipes and no providers of like names', async () => {
    @Module({
      controllers: [PlainController],
      providers: [
        { provide: 'APP_GUARDIAN', useClass: JwtGuard },
        { provide: 'APP_GUARD_OPTIONS', useValue: {} },
      ],
    })
    class AppModule {}
    expect(await guardsOf(AppModule)).toEqual({ 'PlainController.read': [] });
  });
});

describe('interceptors, pipes and exception filters', () => {
  class CacheInterceptor implements NestInterceptor {
    intercept(_: unknown, next: CallHandler) {
      return next.handle();
    }
  }
  class ErrorFilter implements ExceptionFilter {
    catch(): void {}
  }

  @Controller('piped')
  @UseInterceptors(CacheInterceptor)
  class PipedController {
    @Get(':id')
    @UseFilters(new ErrorFilter())
    read(@Param('id', ParseIntPipe) _id: number): void {}
  }

  @Module({
    controllers: [PipedController],
    providers: [
      { provide: APP_PIPE, useClass: ValidationPipe },
      { provide: APP_INTERCEPTOR, useFactory: () => new CacheInterceptor() },
      { provide: APP_FILTER, useValue: new ErrorFilter() },
    ],
  })
  class AppModule {}

  it.each([true, false])('are found at every level, preview: %s', async (preview) => {
    const { routes } = readApplication(await createApp(AppModule, { preview }), CONFIG);
    expect(routes[0]?.enhancers).toEqual([
      { kind: 'interceptor', name: 'CacheInterceptor', level: 'class' },
      { kind: 'pipe', name: 'ParseIntPipe', level: 'handler' },
      { kind: 'filter', name: 'ErrorFilter', level: 'handler' },
      { kind: 'interceptor', name: preview ? 'an interceptor' : 'CacheInterceptor', level: 'global' },
      { kind: 'pipe', name: 'ValidationPipe', level: 'global' },
      { kind: 'filter', name: 'ErrorFilter', level: 'global' },
    ]);
    expect(routes[0]?.guards).toBeUndefined();
  });
});
