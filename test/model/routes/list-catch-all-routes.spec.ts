import { All, Controller, Get, Param } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  AwsGatewayModule,
  CognitoAuthorizer,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { dropCaught } from '../../../lib/model/routes/list-catch-all-routes.js';
import { createGatewayTester } from '../../../lib/testing/create-gateway-tester.js';
import { compileControllers, createDocuments, moduleOf } from '../../support/create-app.js';

@Controller('cats')
class CatsController {
  @Get(':id')
  read(@Param('id') _id: string): void {}
}

@Controller()
class RestController {
  @All('*rest')
  rest(): void {}
}

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${auth_arn}' });
const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] });
const BASE: AwsGatewayOptions = {
  integration: { kind: 'http', baseUrl: 'https://app.example.com/base' },
  authorizer: bearer,
};

const routesOf = async (
  options: AwsGatewayOptions,
  controllers: Parameters<typeof compileControllers>[0] = [CatsController],
): Promise<readonly unknown[]> => {
  const { model, diagnostics } = await compileControllers(controllers, options);
  expect(diagnostics).toEqual([]);
  return model.routes.map(({ controller, method, path, authorizer, integration }) => [
    controller,
    `${method} ${path}`,
    authorizer ? model.authorizers[authorizer.index]!.name['@deploy'][0] : 'open',
    integration?.kind === 'http' ? integration.url['@deploy'].join('') : integration?.kind,
  ]);
};

describe('the catch-all of the module', () => {
  it('is absent unless it is asked for', async () => {
    const own = [['CatsController', 'get /cats/{id}', 'bearer', 'https://app.example.com/base/cats/{id}']];
    expect(await routesOf(BASE)).toEqual(own);
    expect(await routesOf({ ...BASE, catchAll: false })).toEqual(own);
  });

  it('serves every path like the routes of controllers', async () => {
    expect(await routesOf({ ...BASE, catchAll: true })).toEqual([
      ['AwsGatewayModule', 'any /', 'bearer', 'https://app.example.com/base/'],
      ['CatsController', 'get /cats/{id}', 'bearer', 'https://app.example.com/base/cats/{id}'],
      ['AwsGatewayModule', 'any /{proxy+}', 'bearer', 'https://app.example.com/base/{proxy}'],
    ]);
  });

  it('serves the paths that it names, with an authorizer of its own', async () => {
    const catchAll = { paths: ['/graphql/', '/a/b', '/graphql'], authorizer: pool };
    expect((await routesOf({ ...BASE, catchAll })).map((route) => (route as string[]).slice(1, 3))).toEqual([
      ['any /a/b', 'pool'],
      ['any /a/b/{proxy+}', 'pool'],
      ['get /cats/{id}', 'bearer'],
      ['any /graphql', 'pool'],
      ['any /graphql/{proxy+}', 'pool'],
    ]);
  });

  it('leaves a wildcard of a controller as it is', async () => {
    const routes = await routesOf({ ...BASE, catchAll: true }, [RestController]);
    expect(routes.map((route) => (route as string[]).slice(0, 2))).toEqual([
      ['AwsGatewayModule', 'any /'],
      ['RestController', 'any /{rest+}'],
    ]);
  });

  it.each([
    [{ catchAll: true }, 'conflicting-options'],
    [{ ...BASE, catchAll: { paths: [] } }, 'invalid-option'],
    [{ ...BASE, catchAll: { paths: ['/a/{id}'] } }, 'invalid-option'],
    [{ ...BASE, catchAll: { paths: ['graphql'] } }, 'invalid-option'],
    [{ ...BASE, catchAll: { path: '/graphql' } as never }, 'invalid-option'],
    [{ ...BASE, catchAll: { authorizer: {} as never } }, 'invalid-option'],
  ])('reports %j', async (options: AwsGatewayOptions, code) => {
    const { diagnostics } = await compileControllers([RestController], options);
    expect(diagnostics.map((one) => one.code)).toContain(code);
  });

  it('reaches the backend with the path as it is, and is in no public document', async () => {
    const module = moduleOf([CatsController], [AwsGatewayModule.forRoot({ ...BASE, catchAll: true })]);
    const { privateDocument, publicDocument } = await createDocuments(module);
    expect(Object.keys(publicDocument.paths)).toEqual(['/cats/{id}']);
    const { request } = createGatewayTester(privateDocument).open('ANY /{proxy+}', {
      path: { proxy: 'assets/a.png' },
      authorizer: {},
    });
    expect(request?.uri).toBe('https://app.example.com/base/assets/a.png');
  });
});

describe('dropCaught', () => {
  it('keeps sockets, and paths that no catch-all has', () => {
    const all = ['GraphQL', '/graphql', '/graphs', 'sockets'];
    expect(dropCaught(all, [])).toEqual(all);
    expect(dropCaught(all, [{ path: '/' }, { path: '/{proxy+}' }])).toEqual(['sockets']);
    expect(dropCaught(all, [{ path: '/graphql' }, { path: '/graphql/{proxy+}' }])).toEqual([
      '/graphs',
      'sockets',
    ]);
  });
});
