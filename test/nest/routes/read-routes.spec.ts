import {
  All,
  Controller,
  Delete,
  Get,
  Head,
  Module,
  Post,
  RequestMethod,
  Version,
  VERSION_NEUTRAL,
  VersioningType,
  type Type,
} from '@nestjs/common';
import { RouterModule } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { ApiOperation, ApiWebhook } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { readApplication } from '../../../lib/nest/read-application.js';
import { CONFIG, createApp, moduleOf, type TestApp } from '../../support/create-app.js';

/** Every route as `METHOD /path Controller.handler`, in the order of the application. */
async function routesOf(module: Type, given: TestApp = {}): Promise<readonly string[]> {
  const app = await createApp(module, given);
  const { routes } = readApplication(app, CONFIG, given.swagger);
  // Every route is described by an operation of a document, whichever it is.
  expect(routes.filter(({ operations }) => operations.length === 0)).toEqual([]);
  if (given.preview === false) await app.close();
  return routes.map(
    ({ method, path, controller, handler }) => `${method.toUpperCase()} ${path} ${controller}.${handler}`,
  );
}

/** Versions in the path, below a prefix. */
const versionedByUri = (defaultVersion: string): TestApp => ({
  configure: (app) => {
    app.setGlobalPrefix('api');
    app.enableVersioning({ type: VersioningType.URI, defaultVersion });
  },
});

function createSame(path: string): Type {
  @Controller(path)
  class SameController {
    @Get()
    @ApiOperation({ summary: path })
    read(): void {}
  }
  return SameController;
}

@Controller('pets')
class PetsController {
  @Get()
  list(): void {}

  @Get(':id')
  read(): void {}

  @Delete(':id')
  remove(): void {}
}

@Controller('health')
class HealthController {
  @Get()
  read(): void {}

  @Post()
  report(): void {}
}

describe('a global prefix', () => {
  it('stands before every path but the excluded ones', async () => {
    const given: TestApp = {
      configure: (app) =>
        void app.setGlobalPrefix('/api/v1/', {
          exclude: [{ path: 'health', method: RequestMethod.GET }, 'pets/:id'],
        }),
    };
    expect(await routesOf(moduleOf([PetsController, HealthController]), given)).toEqual([
      'GET /api/v1/pets PetsController.list',
      'GET /pets/{id} PetsController.read',
      'DELETE /pets/{id} PetsController.remove',
      'GET /health HealthController.read',
      'POST /api/v1/health HealthController.report',
    ]);
  });

  it('is served even where `ignoreGlobalPrefix` keeps it out of the document', async () => {
    const app = await createApp(moduleOf([PetsController]), {
      configure: (created) => void created.setGlobalPrefix('api'),
    });
    const { routes, document } = readApplication(app, CONFIG, { ignoreGlobalPrefix: true });
    expect(Object.keys(document.paths)).toEqual(['/pets', '/pets/{id}']);
    expect(routes.map(({ path, operations }) => [path, operations])).toEqual([
      ['/api/pets', [{ source: 'document', path: '/pets', method: 'get' }]],
      ['/api/pets/{id}', [{ source: 'document', path: '/pets/{id}', method: 'get' }]],
      ['/api/pets/{id}', [{ source: 'document', path: '/pets/{id}', method: 'delete' }]],
    ]);
  });
});

describe('versions', () => {
  @Controller({ path: 'cats', version: ['1', '2'] })
  class CatsController {
    @Get()
    list(): void {}

    @Get('new')
    @Version('3')
    fresh(): void {}

    @Get('neutral')
    @Version(VERSION_NEUTRAL)
    neutral(): void {}

    @Get('both')
    @Version(['1', VERSION_NEUTRAL])
    both(): void {}
  }

  @Controller('dogs')
  class DogsController {
    @Get()
    list(): void {}
  }

  it('by URI are part of the path', async () => {
    expect(await routesOf(moduleOf([CatsController, DogsController]), versionedByUri('7'))).toEqual([
      'GET /api/v1/cats CatsController.list',
      'GET /api/v2/cats CatsController.list',
      'GET /api/v3/cats/new CatsController.fresh',
      'GET /api/cats/neutral CatsController.neutral',
      'GET /api/v1/cats/both CatsController.both',
      'GET /api/cats/both CatsController.both',
      'GET /api/v7/dogs DogsController.list',
    ]);
  });

  it('by URI take another prefix, or none', async () => {
    const module = moduleOf([DogsController]);
    const withPrefix = (prefix: string | false) =>
      routesOf(module, {
        configure: (app) =>
          void app.enableVersioning({
            type: VersioningType.URI,
            defaultVersion: ['1', VERSION_NEUTRAL],
            prefix,
          }),
      });
    expect(await withPrefix('version-')).toEqual([
      'GET /version-1/dogs DogsController.list',
      'GET /dogs DogsController.list',
    ]);
    expect(await withPrefix(false)).toEqual([
      'GET /1/dogs DogsController.list',
      'GET /dogs DogsController.list',
    ]);
  });

  it.each([
    ['header', { type: VersioningType.HEADER, header: 'x-version' }],
    ['media type', { type: VersioningType.MEDIA_TYPE, key: 'v=' }],
  ] as const)('by %s leave the path alone', async (_, versioning) => {
    const configure: TestApp['configure'] = (app) => void app.enableVersioning(versioning);
    expect(await routesOf(moduleOf([DogsController]), { configure })).toEqual([
      'GET /dogs DogsController.list',
    ]);
  });
});

describe('paths', () => {
  @Controller(['a', 'b/'])
  class ManyController {
    @Get(['x', '/y/'])
    read(): void {}

    @Post()
    create(): void {}
  }

  @Controller()
  class WildController {
    @All()
    root(): void {}

    @All('named/*rest')
    named(): void {}

    @Get('unnamed/*')
    unnamed(): void {}

    @Get('optional{/*path}')
    optional(): void {}

    @Get('maybe{/:id}')
    maybe(): void {}
  }

  @Controller('maybe')
  class MaybeController {
    @Get()
    exact(): void {}
  }

  it('are multiplied by those of the controller and those of the handler', async () => {
    expect(await routesOf(moduleOf([ManyController]))).toEqual([
      'GET /a/x ManyController.read',
      'GET /a/y ManyController.read',
      'GET /b/x ManyController.read',
      'GET /b/y ManyController.read',
      'POST /a ManyController.create',
      'POST /b ManyController.create',
    ]);
  });

  it('end in greedy variables where a wildcard stands, by its own name', async () => {
    expect(await routesOf(moduleOf([WildController]))).toEqual([
      'ALL / WildController.root',
      'ALL /named/{rest+} WildController.named',
      'GET /unnamed/{path+} WildController.unnamed',
      'GET /unnamed WildController.unnamed',
      'GET /optional/{path+} WildController.optional',
      'GET /optional WildController.optional',
      'GET /maybe/{id} WildController.maybe',
      'GET /maybe WildController.maybe',
    ]);
  });

  it('without their optional part yield to an earlier handler of just that path', async () => {
    const routes = await routesOf(moduleOf([MaybeController, WildController]));
    expect(routes.filter((route) => route.startsWith('GET /maybe'))).toEqual([
      'GET /maybe MaybeController.exact',
      'GET /maybe/{id} WildController.maybe',
    ]);
  });
});

describe('RouterModule', () => {
  @Module({ controllers: [HealthController] })
  class InnerModule {}

  @Module({ controllers: [PetsController], imports: [InnerModule] })
  class OuterModule {}

  @Module({
    imports: [
      OuterModule,
      RouterModule.register([
        { path: 'admin', module: OuterModule, children: [{ path: ':tenant', module: InnerModule }] },
      ]),
    ],
  })
  class AppModule {}

  const expected = [
    'GET /api/admin/pets PetsController.list',
    'GET /api/admin/pets/{id} PetsController.read',
    'DELETE /api/admin/pets/{id} PetsController.remove',
    'GET /api/admin/{tenant}/health HealthController.read',
    'POST /api/admin/{tenant}/health HealthController.report',
  ];

  it.each([
    ['in preview mode', true],
    ['in a normally created application', false],
  ])('prefixes nested modules %s', async (_, preview) => {
    const given: TestApp = { preview, configure: (app) => void app.setGlobalPrefix('api') };
    expect(await routesOf(AppModule, given)).toEqual(expected);
  });

  it('says the same again for a second application', async () => {
    const first = await routesOf(AppModule);
    expect(await routesOf(AppModule)).toEqual(first);
    expect(await routesOf(moduleOf([PetsController]))).toContain('GET /pets PetsController.list');
  });
});

describe('handlers', () => {
  class BaseController {
    @Get('inherited')
    inherited(): void {}

    @Get('overridden')
    overridden(): void {}
  }

  @Controller('one')
  class OneController extends BaseController {
    @Get('own')
    override overridden(): void {}
  }

  @Controller('two')
  class TwoController extends BaseController {}

  it('are inherited by each class, unless it overrides them', async () => {
    expect(await routesOf(moduleOf([OneController, TwoController]))).toEqual([
      'GET /one/own OneController.overridden',
      'GET /one/inherited OneController.inherited',
      'GET /two/inherited TwoController.inherited',
      'GET /two/overridden TwoController.overridden',
    ]);
  });

  it('of two classes with one name are told apart', async () => {
    const module = moduleOf([], [moduleOf([createSame('first')]), moduleOf([createSame('second')])]);
    expect(await routesOf(module)).toEqual([
      'GET /first SameController.read',
      'GET /second SameController.read',
    ]);
  });

  it('of a controller in two modules are one route', async () => {
    const module = moduleOf([], [moduleOf([HealthController]), moduleOf([HealthController])]);
    expect(await routesOf(module)).toEqual([
      'GET /health HealthController.read',
      'POST /health HealthController.report',
    ]);
  });

  it('that are webhooks are no routes', async () => {
    @Controller('hooks')
    class HooksController {
      @Post('paid')
      @ApiWebhook('paid')
      paid(): void {}

      @Head('routes')
      head(): void {}
    }
    expect(await routesOf(moduleOf([HooksController]))).toEqual(['HEAD /hooks/routes HooksController.head']);
  });
});

describe('the options of createDocument', () => {
  @Module({ controllers: [HealthController] })
  class HealthModule {}

  @Module({ controllers: [PetsController], imports: [HealthModule] })
  class PetsModule {}

  it('`include` leaves other modules out', async () => {
    const routes = await routesOf(moduleOf([], [PetsModule]), { swagger: { include: [HealthModule] } });
    expect(routes).toEqual(['GET /health HealthController.read', 'POST /health HealthController.report']);
  });

  it('`deepScanRoutes` takes the imports of the included modules', async () => {
    const routes = await routesOf(moduleOf([], [PetsModule]), {
      swagger: { include: [PetsModule], deepScanRoutes: true },
    });
    expect(routes.toSorted()).toEqual([
      'DELETE /pets/{id} PetsController.remove',
      'GET /health HealthController.read',
      'GET /pets PetsController.list',
      'GET /pets/{id} PetsController.read',
      'POST /health HealthController.report',
    ]);
  });
});

describe('both adapters', () => {
  it('have the same routes', async () => {
    const [express, fastify] = await Promise.all(
      [new ExpressAdapter(), new FastifyAdapter()].map((adapter) =>
        routesOf(moduleOf([PetsController, HealthController]), { ...versionedByUri('1'), adapter }),
      ),
    );
    expect(fastify).toEqual(express);
    expect(express).toHaveLength(5);
  });
});
