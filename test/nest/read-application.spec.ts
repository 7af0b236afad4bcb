import { All, Body, Controller, Get, Post, Version, VersioningType } from '@nestjs/common';
import {
  ApiExcludeController,
  ApiExcludeEndpoint,
  ApiIncludeEndpoint,
  ApiOperation,
  ApiProperty,
  type SwaggerDocumentOptions,
} from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { AwsApiKey, AwsAuthorizer, AwsCors, AwsPublic, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { readApplication } from '../../lib/nest/read-application.js';
import type { AppSource } from '../../lib/model/app-source.js';
import { compileControllers, CONFIG, createApp, moduleOf, type TestApp } from '../support/create-app.js';
import { ANSWERED } from '../support/test-rule.js';

const read = async (controllers: Parameters<typeof moduleOf>[0], given: TestApp = {}): Promise<AppSource> =>
  readApplication(await createApp(moduleOf(controllers), given), CONFIG, given.swagger);

describe('the decorators of a route', () => {
  class BaseController {
    @Get('inherited')
    @AwsApiKey()
    inherited(): void {}
  }

  @Controller('one')
  @AwsPublic()
  class OneController extends BaseController {}

  @Controller('two')
  @AwsCors(false)
  class TwoController extends BaseController {}

  it('are those of the handler and of the concrete class', async () => {
    const { routes } = await read([OneController, TwoController]);
    const declared = routes.map(({ controller, declarations }) => [
      controller,
      Object.entries(declarations).flatMap(([concern, { handler, class: ofClass }]) => [
        ...handler.map(({ decorator, args }) => ({ on: 'handler', concern, decorator, args })),
        ...ofClass.map(({ decorator, args }) => ({ on: 'class', concern, decorator, args })),
      ]),
    ]);
    const key = { on: 'handler', concern: 'apiKey', decorator: 'AwsApiKey', args: [true] };
    expect(declared).toEqual([
      ['OneController', [{ on: 'class', concern: 'authorizer', decorator: 'AwsPublic', args: [] }, key]],
      ['TwoController', [key, { on: 'class', concern: 'cors', decorator: 'AwsCors', args: [false] }]],
    ]);
  });
});

describe('routes that Swagger hides', () => {
  class SecretDto {
    @ApiProperty()
    readonly secret!: string;
  }

  @Controller('shown')
  class ShownController {
    @Get()
    shown(): void {}

    @Post()
    @ApiExcludeEndpoint()
    hidden(@Body() _body: SecretDto): void {}
  }

  @Controller('internal')
  @ApiExcludeController()
  class InternalController {
    @Get()
    @ApiOperation({ summary: 'Internal' })
    read(): void {}
  }

  it('are routes, described by a document of their own', async () => {
    const { routes, document, hidden } = await read([ShownController, InternalController]);
    expect(routes.map(({ handler, operations }) => [handler, operations])).toEqual([
      ['shown', [{ source: 'document', path: '/shown', method: 'get' }]],
      ['hidden', [{ source: 'hidden', path: '/shown', method: 'post' }]],
      ['read', [{ source: 'hidden', path: '/internal', method: 'get' }]],
    ]);
    expect(Object.keys(document.paths)).toEqual(['/shown']);
    expect(document.components?.['schemas']).toEqual({});
    expect(Object.keys(hidden!.components!['schemas']!)).toEqual(['SecretDto']);
    expect(hidden!.paths['/internal']!['get']).toMatchObject({ summary: 'Internal' });
    // What is shown already is not described twice.
    expect(hidden!.paths['/shown']).not.toHaveProperty('get');
  });

  it('leave the application as it was', async () => {
    const app = await createApp(moduleOf([ShownController, InternalController]));
    const [first, second] = [readApplication(app, CONFIG), readApplication(app, CONFIG)];
    expect(second).toEqual(first);
    expect(Object.keys(second.document.paths)).toEqual(['/shown']);
  });

  it('need no document of their own when there are none', async () => {
    @Controller('open')
    class OpenController {
      @Get()
      read(): void {}
    }
    expect(await read([OpenController])).not.toHaveProperty('hidden');
  });

  it('include those that `onlyIncludeDecoratedEndpoints` leaves out', async () => {
    @Controller('chosen')
    class ChosenController {
      @Get('in')
      @ApiIncludeEndpoint()
      included(): void {}

      @Get('out')
      left(): void {}
    }
    const { routes } = await read([ChosenController], { swagger: { onlyIncludeDecoratedEndpoints: true } });
    expect(routes.map(({ handler, operations }) => [handler, operations[0]?.source])).toEqual([
      ['included', 'document'],
      ['left', 'hidden'],
    ]);
  });
});

describe('operation ids', () => {
  @Controller('ids')
  class IdsController {
    @Get()
    @ApiOperation({ operationId: 'mine' })
    overridden(): void {}

    @Get('again')
    @ApiOperation({ operationId: 'mine' })
    again(): void {}

    @Get(['a', 'b'])
    several(): void {}

    @All('all')
    all(): void {}
  }

  const idsOf = async (swagger: SwaggerDocumentOptions): Promise<readonly unknown[]> => {
    const { privateDocument } = await compileControllers([IdsController], ANSWERED, { swagger });
    const { paths } = privateDocument as {
      paths: Record<string, Record<string, { operationId: string } | undefined>>;
    };
    return Object.values(paths).flatMap((item) =>
      Object.values(item).flatMap((operation) => operation?.operationId ?? []),
    );
  };

  it('are no identity: each is given once in the private document', async () => {
    expect(await idsOf({})).toEqual([
      'mine',
      'IdsController_several[0]',
      'mine_2',
      'IdsController_all',
      'IdsController_several[1]',
    ]);
  });

  it('come from the application’s own factory', async () => {
    const swagger: SwaggerDocumentOptions = {
      operationIdFactory: (controller, method) => `${controller.replace('Controller', '')}-${method}`,
    };
    expect(await idsOf(swagger)).toEqual(['mine', 'Ids-several[0]', 'mine_2', 'Ids-all', 'Ids-several[1]']);
    expect(await idsOf({ operationIdFactory: () => 'same' })).toEqual([
      'mine',
      'same',
      'mine_2',
      'same_2',
      'same_3',
    ]);
  });
});

describe('several handlers of one verb and path', () => {
  const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${auth_arn}' });

  @Controller('pets')
  @AwsAuthorizer(bearer)
  class PetsController {
    @Get()
    @Version('1')
    @ApiOperation({ summary: 'First' })
    first(): void {}

    @Get()
    @Version('2')
    @ApiOperation({ summary: 'Second' })
    second(): void {}
  }

  it('are one route by header, which both documents guard', async () => {
    const { model, publicDocument } = await compileControllers([PetsController], ANSWERED, {
      configure: (app) => void app.enableVersioning({ type: VersioningType.HEADER, header: 'x-version' }),
    });
    expect(model.routes.map(({ handler, path }) => [handler, path])).toEqual([['first', '/pets']]);
    expect(model.displaced.map(({ route, by }) => [route.handler, by.handler])).toEqual([
      ['second', 'first'],
    ]);
    expect(publicDocument.paths['/pets']!['get']).toMatchObject({ security: [{ bearer: [] }] });
  });

  it('on an any-method path are guarded each as its own decorators say', async () => {
    @Controller('any')
    class AnyController {
      @All()
      @AwsAuthorizer(bearer)
      all(): void {}

      @Get()
      @AwsApiKey()
      read(): void {}
    }
    const { publicDocument } = await compileControllers([AnyController], ANSWERED);
    const { get, post } = publicDocument.paths['/any'] as Record<string, { security: unknown }>;
    expect([get!.security, post!.security]).toEqual([[{ api_key: [] }], [{ bearer: [] }]]);
  });
});
