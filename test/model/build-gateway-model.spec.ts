import { All, Controller, Get, Post } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsExclude,
  AwsHttp,
  AwsLambda,
  AwsMock,
  AwsPublic,
  AwsValidation,
  CognitoAuthorizer,
  IamAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import type { GatewayModel } from '../../lib/model/gateway-model.js';
import type { Route } from '../../lib/model/routes/route.js';
import { compileControllers } from '../support/create-app.js';

const modelOf = async (
  controllers: Parameters<typeof compileControllers>[0],
  options: AwsGatewayOptions = {},
): Promise<GatewayModel> => (await compileControllers(controllers, options)).model;
const byHandler = ({ routes }: GatewayModel): Readonly<Record<string, Route>> =>
  Object.fromEntries(routes.map((route) => [route.handler, route]));

const settingsOf = (route: Route | undefined): unknown => [
  route?.integration?.kind === 'mock' && route.integration.status,
  route?.authorizer,
  route?.public,
  route?.cors?.allowOrigins[0]?.['@deploy'][0],
  route?.cors?.maxAge,
  route?.apiKey,
  route?.validation,
];

describe('precedence', () => {
  const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] });
  const options: AwsGatewayOptions = {
    integration: { kind: 'mock', status: 201 },
    authorizer: pool,
    scopes: ['module'],
    cors: { allowOrigins: ['https://module.example.com'], maxAge: 5 },
    apiKey: true,
    validation: 'all',
  };

  @Controller('bare')
  class BareController {
    @Get()
    bare(): void {}
  }

  @Controller('class')
  @AwsMock({ status: 202 })
  @AwsAuthorizer(new IamAuthorizer())
  @AwsCors({ allowOrigins: ['https://class.example.com'] })
  @AwsApiKey(false)
  @AwsValidation('body')
  class ClassController {
    @Get()
    ofClass(): void {}

    @Get('handler')
    @AwsMock({ status: 203 })
    @AwsPublic()
    @AwsCors(false)
    @AwsApiKey()
    @AwsValidation('none')
    ofHandler(): void {}
  }

  it('is handler over class over module, each setting as a whole', async () => {
    const routes = byHandler(await modelOf([BareController, ClassController], options));
    expect(settingsOf(routes['bare'])).toEqual([
      201,
      { index: 0, scopes: ['module'] },
      false,
      'https://module.example.com',
      5,
      true,
      'all',
    ]);
    expect(settingsOf(routes['ofClass'])).toEqual([
      202,
      { index: 1, scopes: [] },
      false,
      'https://class.example.com',
      undefined,
      false,
      'body',
    ]);
    expect(settingsOf(routes['ofHandler'])).toEqual([
      203,
      undefined,
      true,
      undefined,
      undefined,
      true,
      'none',
    ]);
  });

  const BY_DEFAULT = { level: 'default' };

  it('is nothing without settings', async () => {
    const { bare } = byHandler(await modelOf([BareController]));
    expect(bare).toEqual({
      controller: 'BareController',
      handler: 'bare',
      method: 'get',
      path: '/bare',
      pathParameters: [],
      operation: { source: 'document', path: '/bare', method: 'get' },
      operations: [{ source: 'document', path: '/bare', method: 'get' }],
      hasIntegration: false,
      public: false,
      apiKey: false,
      validation: 'none',
      origins: {
        integration: BY_DEFAULT,
        authorizer: BY_DEFAULT,
        apiKey: BY_DEFAULT,
        cors: BY_DEFAULT,
        validation: BY_DEFAULT,
        throttle: BY_DEFAULT,
        cache: BY_DEFAULT,
        logging: BY_DEFAULT,
      },
      stage: {},
      guards: [],
      enhancers: [],
      ignores: [],
      order: 0,
    });
  });

  it('says where it comes from, the base of a class too', async () => {
    @AwsAuthorizer(new IamAuthorizer())
    class BaseController {
      @Get()
      @AwsMock()
      read(): void {}

      @Get('out')
      @AwsExclude()
      out(): void {}
    }

    @Controller('derived')
    @AwsValidation('all')
    class DerivedController extends BaseController {}

    const { routes, excluded } = await modelOf([DerivedController], { cors: false });
    expect(routes[0]!.origins).toEqual({
      integration: { level: 'handler', decorator: 'AwsMock' },
      authorizer: { level: 'class', decorator: 'AwsAuthorizer', base: 'BaseController' },
      apiKey: BY_DEFAULT,
      cors: { level: 'module', decorator: 'AwsCors' },
      validation: { level: 'class', decorator: 'AwsValidation' },
      throttle: BY_DEFAULT,
      cache: BY_DEFAULT,
      logging: BY_DEFAULT,
    });
    expect(excluded[0]!.origin).toEqual({ level: 'handler', decorator: 'AwsExclude' });
  });

  it('reaches inherited handlers by the concrete class', async () => {
    class BaseController {
      @Get()
      read(): void {}
    }

    @Controller('first')
    @AwsLambda('${first_arn}')
    @AwsPublic()
    class FirstController extends BaseController {}

    @Controller('second')
    @AwsHttp('https://second.example.com')
    class SecondController extends BaseController {}

    const { routes } = await modelOf([FirstController, SecondController], options);
    expect(
      routes.map(({ path, integration, authorizer }) => [path, integration?.kind, authorizer?.index]),
    ).toEqual([
      ['/first', 'lambda', undefined],
      ['/second', 'http', 0],
    ]);
  });
});

const createIam = (name: string): IamAuthorizer => new IamAuthorizer({ name });

describe('authorizers', () => {
  it('are one when their options are equal', async () => {
    @Controller('a')
    class AController {
      @Get('1')
      @AwsAuthorizer(createIam('x'))
      first(): void {}

      @Get('2')
      @AwsAuthorizer(createIam('x'))
      second(): void {}

      @Get('3')
      @AwsAuthorizer(createIam('y'))
      third(): void {}
    }
    const { routes, authorizers } = await modelOf([AController]);
    expect(authorizers).toHaveLength(2);
    expect(routes.map(({ authorizer }) => authorizer?.index)).toEqual([0, 0, 1]);
  });
});

const placesOf = ({ routes }: GatewayModel): readonly string[] =>
  routes.map(({ method, path }) => `${method} ${path}`);

describe('routes', () => {
  @Controller('b')
  class BController {
    @Post(':id')
    post(): void {}

    @All(':id')
    all(): void {}

    @Get('z/*rest')
    wild(): void {}

    @Get('excluded')
    @AwsExclude()
    excluded(): void {}

    @Get('kept')
    @AwsExclude({ keepInPublic: true })
    kept(): void {}
  }

  @Controller('a')
  class AController {
    @Get()
    read(): void {}
  }

  it('are sorted by path and verb, whatever the order of the application', async () => {
    const [first, second] = await Promise.all([
      modelOf([BController, AController]),
      modelOf([AController, BController]),
    ]);
    expect(placesOf(first)).toEqual(['get /a', 'get /b/z/{rest+}', 'any /b/{id}', 'post /b/{id}']);
    expect(placesOf(second)).toEqual(placesOf(first));
    expect(first.paths.map(({ path, routes }) => [path, routes.length])).toEqual([
      ['/a', 1],
      ['/b/z/{rest+}', 1],
      ['/b/{id}', 2],
    ]);
    expect(first.paths[1]!.pathParameters).toEqual([{ name: 'rest', greedy: true }]);
  });

  it('that are excluded are no routes', async () => {
    const { excluded } = await modelOf([BController]);
    expect(excluded.map(({ path, keepInPublic }) => [path, keepInPublic])).toEqual([
      ['/b/excluded', false],
      ['/b/kept', true],
    ]);
  });
});

describe('the model', () => {
  it('is JSON that says all of itself', async () => {
    @Controller('c')
    @AwsLambda('${arn}')
    @AwsAuthorizer(new IamAuthorizer())
    class CController {
      @Get()
      read(): void {}
    }
    const model = await modelOf([CController], { cors: { allowOrigins: ['${origin}'] } });
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });
});
