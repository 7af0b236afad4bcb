import { Controller, Get, type Type } from '@nestjs/common';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsExclude,
  AwsHttp,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsValidation,
  CognitoAuthorizer,
  IamAuthorizer,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { readApplication } from '../lib/nest/read-application.js';
import type { AppSource } from '../lib/model/app-source.js';
import { compileAll, type CompiledAll } from './support/compile-all.js';
import { compileControllers, CONFIG, createApp, moduleOf } from './support/create-app.js';
import { ANSWERED } from './support/test-rule.js';

type Factory = (...args: readonly unknown[]) => ClassDecorator & MethodDecorator;

const circular: Record<string, unknown> = {};
circular['self'] = circular;

const GARBAGE: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a number', -3],
  ['NaN', NaN],
  ['an empty string', ''],
  ['a word', 'nonsense'],
  ['a symbol', Symbol('s')],
  ['a bigint', 1n],
  ['a list', [1]],
  ['a function', () => 0],
  ['a circle', circular],
  ['an unknown option', { nonsense: true }],
];

const DECORATORS = {
  AwsLambda,
  AwsHttp,
  AwsMock,
  AwsIntegration,
  AwsAuthorizer,
  AwsApiKey,
  AwsCors,
  AwsValidation,
  AwsExclude,
} as unknown as Readonly<Record<string, Factory>>;

function decorated(decorator: ClassDecorator & MethodDecorator): readonly Type[] {
  @Controller('class')
  @decorator
  class ClassController {
    @Get()
    read(): void {}
  }

  @Controller('handler')
  class HandlerController {
    @Get()
    @decorator
    read(): void {}
  }
  return [ClassController, HandlerController];
}

@Controller('plain')
class PlainController {
  @Get()
  read(): void {}
}

/** Compiles, writes both documents as JSON, and tells where something was reported. */
async function placesOf(
  controllers: readonly Type[],
  options: AwsGatewayOptions,
): Promise<readonly string[]> {
  return listPlaces(await compileControllers(controllers, options));
}

function listPlaces({ privateDocument, publicDocument, diagnostics }: CompiledAll): readonly string[] {
  expect(() => JSON.stringify([privateDocument, publicDocument, diagnostics])).not.toThrow();
  return diagnostics.map(({ at }) => [at.controller, at.handler].filter(Boolean).join('.'));
}

describe('garbage is reported where it stands, and never thrown', () => {
  let plain: AppSource;
  beforeAll(async () => {
    plain = readApplication(await createApp(moduleOf([PlainController])), CONFIG);
  });
  /** Where something is reported of an application without decorators. */
  const placesOfPlain = (options: AwsGatewayOptions): readonly string[] =>
    listPlaces(compileAll(plain, options));

  describe.each(Object.keys(DECORATORS))('in @%s', (name) => {
    it.each(GARBAGE)('%s', async (_, given) => {
      const places = await placesOf(decorated(DECORATORS[name]!(given)), ANSWERED);
      expect(places).toContain('ClassController');
      expect(places).toContain('HandlerController.read');
    });
  });

  describe.each([
    ['LambdaAuthorizer', LambdaAuthorizer],
    ['CognitoAuthorizer', CognitoAuthorizer],
    ['IamAuthorizer', IamAuthorizer],
  ])('in a %s', (_, Authorizer) => {
    it.each(GARBAGE)('%s', async (__, given) => {
      const authorizer = new Authorizer(given as never);
      const places = await placesOf(decorated(AwsAuthorizer(authorizer)), ANSWERED);
      expect(places).toContain('ClassController');
      expect(placesOfPlain({ ...ANSWERED, authorizer })).toContain('');
    });
  });

  const names = [
    'integration',
    'authorizer',
    'cors',
    'apiKey',
    'credentials',
    'validation',
    'binaryMediaTypes',
    'minimumCompressionSize',
    'apiKeySource',
    'gatewayResponses',
    'endpoint',
  ] as const;

  describe.each(names)('in the module’s %s', (name) => {
    it.each(GARBAGE)('%s', (_, given) => {
      const places = placesOfPlain({ ...ANSWERED, [name]: given } as AwsGatewayOptions);
      expect(places).toContain('');
    });
  });

  it.each(GARBAGE)('instead of the module’s options: %s', (_, given) => {
    expect(placesOfPlain(given as AwsGatewayOptions)).toContain('');
  });

  it.each(['region', 'partition', 'accountId', 'policy'] as const)('in the module’s %s', (name) => {
    for (const given of [null, 3, Symbol('s'), [1], () => 0]) {
      const options = { ...ANSWERED, [name]: given } as unknown as AwsGatewayOptions;
      expect(placesOfPlain(options)).toEqual(['']);
    }
  });
});

describe('hostile extras', () => {
  it.each<[string, Factory, unknown]>([
    [
      'responses',
      DECORATORS['AwsLambda']!,
      { functionArn: '${a}', mode: 'custom', responses: { default: { statusCode: 200, extra: circular } } },
    ],
    ['a body', DECORATORS['AwsMock']!, { body: circular }],
    ['headers', DECORATORS['AwsMock']!, { headers: circular }],
    ['a raw integration', DECORATORS['AwsIntegration']!, { type: 'mock', extra: circular }],
    ['raw responses', DECORATORS['AwsIntegration']!, { type: 'mock', responses: { default: null } }],
    [
      'raw response parameters',
      DECORATORS['AwsIntegration']!,
      { type: 'mock', responses: { default: { statusCode: 200, responseParameters: 3 } } },
    ],
    ['raw request parameters', DECORATORS['AwsIntegration']!, { type: 'mock', requestParameters: null }],
  ])('in %s are reported', async (_, decorator, given) => {
    const options = {
      ...ANSWERED,
      cors: { allowOrigins: ['https://a.example.com', 'https://b.example.com'] },
    };
    expect(await placesOf(decorated(decorator(given)), options)).toContain('HandlerController.read');
  });
});
