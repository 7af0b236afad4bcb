import { All, Body, Controller, Get, Logger, Module, Param, Post, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  ApiExcludeController,
  ApiExcludeEndpoint,
  ApiExtraModels,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  SwaggerModule,
  type OpenAPIObject,
} from '@nestjs/swagger';
import { describe, expect, it, jest } from '@jest/globals';
import { AwsAuthorizer, AwsExclude, AwsGatewayModule, AwsIgnore, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { readApplication } from '../../../lib/nest/read-application.js';
import { compileControllers, CONFIG, createApp, moduleOf } from '../../support/create-app.js';
import { ANSWERED } from '../../support/test-rule.js';

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${auth_arn}' });

class SecretDto {
  @ApiProperty()
  readonly secret!: string;
}

class SecretPart {
  @ApiProperty({ type: () => SecretDto })
  readonly part!: SecretDto;
}

class OpenDto {
  @ApiProperty()
  readonly open!: string;
}

const renamed = (document: OpenAPIObject): OpenAPIObject => ({
  ...structuredClone(document),
  paths: Object.fromEntries(
    Object.entries(structuredClone(document).paths).map(([path, item]) => [`/shop${path}`, item]),
  ),
});

function createNamed(path: string, summary: string): Type {
  @Controller(path)
  class NamedController {
    @Get()
    @ApiOperation({ summary, operationId: 'same' })
    read(): void {}
  }
  return NamedController;
}

describe('an exclusion', () => {
  @Controller('secret')
  class SecretController {
    @Get(':a{/:b{/:c}}')
    @AwsExclude()
    nested(@Param('a') _a: string): void {}

    @Get()
    @AwsExclude()
    plain(): SecretDto {
      return new SecretDto();
    }

    @Post('guarded{/:x{/:y}}')
    @AwsAuthorizer(bearer)
    guarded(@Body() _body: OpenDto): void {}
  }

  it('holds for optional parts inside others, and guards what it leaves', async () => {
    const { publicDocument, diagnostics } = await compileControllers([SecretController], ANSWERED);
    expect(Object.keys(publicDocument.paths)).toEqual(['/secret/guarded/{x}/{y}']);
    expect(publicDocument.paths['/secret/guarded/{x}/{y}']!['post']).toMatchObject({
      security: [{ bearer: [] }],
      parameters: [{ name: 'x' }, { name: 'y' }],
    });
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('holds where `transformDocument` renames the paths', async () => {
    const { publicDocument, privateDocument, diagnostics } = await compileControllers([SecretController], {
      ...ANSWERED,
      validation: 'all',
      transformDocument: renamed,
    });
    expect(Object.keys(publicDocument.paths)).toEqual(['/shop/secret/guarded/{x}/{y}']);
    expect(publicDocument.paths['/shop/secret/guarded/{x}/{y}']!['post']).toMatchObject({
      security: [{ bearer: [] }],
    });
    expect(JSON.stringify(privateDocument)).toContain('#/components/schemas/OpenDto');
    expect(JSON.stringify([publicDocument, privateDocument])).not.toContain('x-nestjs-aws-gateway');
    expect(diagnostics.filter(({ code }) => code.includes('operation'))).toEqual([]);
  });

  it('holds where `transformDocument` makes operations anew under other paths', async () => {
    const { publicDocument, diagnostics } = await compileControllers([SecretController], {
      ...ANSWERED,
      transformDocument: (document) => ({
        ...document,
        paths: Object.fromEntries(
          Object.keys(document.paths).map((path) => [`/shop${path}`, { get: { responses: {} } }]),
        ),
      }),
    });
    expect(publicDocument.paths).toEqual({});
    expect(diagnostics.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['operation-without-route', 'route-without-operation']),
    );
  });

  it('takes the extra models of its class and its handler away, with what only they refer to', async () => {
    @Controller('models')
    @AwsExclude()
    @ApiExtraModels(SecretPart, OpenDto)
    class ModelsController {
      @Get()
      read(): void {}
    }

    @Controller('open')
    @ApiExtraModels(OpenDto)
    class OpenController {
      @Get()
      read(): void {}
    }
    const { publicDocument } = await compileControllers([ModelsController, OpenController], ANSWERED);
    expect(Object.keys(publicDocument.components!['schemas']!)).toEqual(['OpenDto']);
  });

  it('takes its classes away where `transformDocument` loses the references to them', async () => {
    @Controller('lost')
    class LostController {
      @Post()
      @AwsExclude()
      @ApiOkResponse({ type: SecretPart })
      write(): void {}
    }

    const { publicDocument } = await compileControllers([LostController], {
      ...ANSWERED,
      transformDocument: (document) => ({
        ...document,
        paths: { '/lost': { post: { responses: {} } } },
      }),
    });
    expect(publicDocument.paths).toEqual({});
    expect(JSON.stringify(publicDocument)).not.toContain('SecretPart');
  });

  it('takes what its operations share with their path away', async () => {
    const { publicDocument } = await compileControllers([SecretController], {
      ...ANSWERED,
      transformDocument: (document) => ({
        ...document,
        paths: Object.fromEntries(
          Object.entries(document.paths).map(([path, item]) => [
            path,
            { ...item, parameters: [{ name: 'X-Trace', in: 'header' as const }] },
          ]),
        ),
      }),
    });
    expect(Object.keys(publicDocument.paths)).toEqual(['/secret/guarded/{x}/{y}']);
  });
});

describe('identity', () => {
  it('is neither the name of a class nor an operation id', async () => {
    const controllers = [createNamed('a', 'A'), createNamed('b', 'B')];
    const { routes, document } = readApplication(await createApp(moduleOf(controllers)), CONFIG, {
      operationIdFactory: () => 'same',
    });
    expect(
      routes.map(({ path, operations: [found] }) => [path, document.paths[found!.path]!['get']]),
    ).toMatchObject([
      ['/a', { summary: 'A' }],
      ['/b', { summary: 'B' }],
    ]);
  });

  it('tells three handlers of one verb and path apart', async () => {
    @Controller('same')
    class SameController {
      @Get()
      @ApiOperation({ summary: '1' })
      first(): void {}

      @Get()
      @ApiOperation({ summary: '2' })
      second(): void {}

      @Get()
      @ApiOperation({ summary: '3' })
      third(): void {}
    }
    const { routes, document, hidden } = readApplication(await createApp(moduleOf([SameController])), CONFIG);
    const summaries = routes.map(({ operations: [found] }) => {
      const { paths } = found!.source === 'hidden' ? hidden! : document;
      return paths[found!.path]![found!.method];
    });
    expect(summaries).toMatchObject([{ summary: '1' }, { summary: '2' }, { summary: '3' }]);
    expect(document.paths['/same']!['get']).toMatchObject({ summary: '3' });
  });
});

describe('a path that cannot be read', () => {
  @Controller('pets')
  class PetsController {
    @Get()
    list(): void {}

    @Get('opt/:id?')
    @ApiExcludeEndpoint()
    @AwsExclude()
    excluded(): void {}

    @Get('more/:id(^[0-9]+$)?')
    @AwsExclude()
    shown(): void {}
  }

  @Controller('cats')
  class CatsController {
    @Get(['whole', 'part/:id?'])
    read(): void {}
  }

  @Module({ imports: [AwsGatewayModule.forRoot(ANSWERED)], controllers: [PetsController, CatsController] })
  class AppModule {}

  it('stops no application that serves its documents', async () => {
    const app = await NestFactory.create<NestFastifyApplication>(AppModule, new FastifyAdapter(), {
      logger: false,
    });
    SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, CONFIG), { ui: false });
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const documents = await fetch(`${url}/docs-json`);
    expect(documents.status).toBe(200);
    const { paths } = (await documents.json()) as OpenAPIObject;
    expect(Object.keys(paths)).toEqual(['/pets', '/cats/whole']);
    expect((await fetch(`${url}/pets/opt`)).status).toBe(200);
    await app.close();
  });

  it('is reported with its handler, unless the route is excluded', async () => {
    const { diagnostics, privateDocument } = await compileControllers(
      [PetsController, CatsController],
      ANSWERED,
    );
    expect(diagnostics).toMatchObject([
      {
        code: 'unsupported-path',
        at: { controller: 'CatsController', handler: 'read', method: 'GET', path: '/cats/part/:id?' },
      },
    ]);
    expect(Object.keys((privateDocument as { paths: object }).paths)).toEqual(['/cats/whole', '/pets']);
  });

  it('may be that of a controller', async () => {
    @Controller('x/:y?')
    class OddController {
      @Get()
      read(): void {}

      @All('all')
      all(): void {}
    }
    const { diagnostics, publicDocument } = await compileControllers(
      [OddController, CatsController],
      ANSWERED,
    );
    expect(diagnostics.map(({ code, at }) => `${code} ${at.handler} ${at.method} ${at.path}`)).toEqual([
      'unsupported-path read GET /cats/part/:id?',
      'unsupported-path all ANY /x/:y?/all',
      'unsupported-path read GET /x/:y?',
    ]);
    expect(Object.keys(publicDocument.paths)).toEqual(['/cats/whole']);
  });
});

describe("Nest's document", () => {
  @Controller()
  class WildController {
    @Get('shown/*')
    shown(): void {}

    @Get('hidden/*')
    @ApiExcludeEndpoint()
    hidden(): void {}
  }

  @Controller('internal')
  @ApiExcludeController()
  class InternalController {
    @Get('*')
    read(): void {}
  }

  it('is made once for a served application, and warns of what it shows only', async () => {
    const app = await createApp(
      moduleOf([WildController, InternalController], [AwsGatewayModule.forRoot(ANSWERED)]),
    );
    const transformDocument = jest.fn((document: OpenAPIObject) => document);
    const other = await createApp(
      moduleOf([WildController], [AwsGatewayModule.forRoot({ ...ANSWERED, transformDocument })]),
    );
    const warned: string[] = [];
    Logger.overrideLogger({
      log: () => undefined,
      error: () => undefined,
      warn: (message: string) => void warned.push(message.replace(/^.*?route path: "([^"]*)".*$/s, '$1')),
    });
    try {
      SwaggerModule.createDocument(app, CONFIG);
      SwaggerModule.createDocument(other, CONFIG);
      AwsGatewayModule.createDocuments(app, CONFIG);
    } finally {
      Logger.overrideLogger(false);
    }
    expect(warned).toEqual(['/shown/*', '/shown/*', '/shown/*']);
    expect(transformDocument).toHaveBeenCalledTimes(1);
  });
});

describe('@AwsIgnore', () => {
  @Controller('strays')
  class StraysController {
    @Get()
    read(): void {}

    @AwsExclude()
    @AwsIgnore('decorator-without-route', 'a base for others')
    stray(): void {}

    @AwsIgnore('decorator-without-route', 'nothing to silence')
    nothing(): void {}
  }

  it('reaches a method that is no route', async () => {
    const { diagnostics, silenced } = await compileControllers([StraysController], ANSWERED);
    expect(silenced).toMatchObject([{ code: 'decorator-without-route', at: { handler: 'stray' } }]);
    expect(diagnostics).toMatchObject([{ code: 'unused-ignore', at: { handler: 'nothing' } }]);
  });

  @Controller('leaks')
  class LeaksController {
    @Get()
    @ApiOperation({ summary: 'See arn:aws:sqs:eu-west-1:111122223333:jobs' })
    @AwsExclude({ keepInPublic: true })
    @AwsIgnore('private-value-in-public', 'an example')
    leak(): void {}
  }

  it('reaches an excluded route', async () => {
    const { diagnostics, silenced } = await compileControllers([LeaksController], ANSWERED);
    expect(silenced).toMatchObject([{ code: 'private-value-in-public' }]);
    expect(diagnostics).toEqual([]);
  });
});
