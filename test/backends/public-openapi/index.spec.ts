import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiExcludeEndpoint,
  ApiExtension,
  ApiExtraModels,
  ApiHeader,
  ApiOkResponse,
  ApiProperty,
  ApiQuery,
  ApiSecurity,
  DocumentBuilder,
  SwaggerModule,
} from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsExclude,
  AwsPublic,
  CognitoAuthorizer,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import type { OpenApiDocument } from '../../../lib/openapi/openapi.js';
import { compileControllers, CONFIG, createApp, moduleOf, type TestApp } from '../../support/create-app.js';
import { ANSWERED } from '../../support/test-rule.js';

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${auth_arn}' });

async function publicOf(
  controllers: Parameters<typeof moduleOf>[0],
  given: TestApp = {},
  options = ANSWERED,
): Promise<OpenApiDocument> {
  const { publicDocument } = await compileControllers(controllers, options, given);
  return publicDocument;
}

const securityOf = (document: OpenApiDocument, path: string, method = 'get'): unknown =>
  (document.paths[path]![method] as { security?: unknown }).security;
const schemesOf = (document: OpenApiDocument): unknown => document.components?.['securitySchemes'];
const schemasOf = (document: OpenApiDocument): readonly string[] =>
  Object.keys(document.components?.['schemas'] ?? {});

class SharedDto {
  @ApiProperty()
  readonly id!: string;
}

class WrapperDto {
  @ApiProperty({ type: SharedDto })
  readonly shared!: SharedDto;

  @ApiProperty({ type: () => [WrapperDto] })
  readonly more!: WrapperDto[];
}

class ExtraDto {
  @ApiProperty({ type: SharedDto })
  readonly shared!: SharedDto;
}

describe('without gateway settings', () => {
  it('the document is Nest’s own, byte for byte', async () => {
    @Controller('pets')
    @ApiExtraModels(ExtraDto)
    class PetsController {
      @Get()
      @ApiOkResponse({ type: WrapperDto })
      list(): void {}
    }
    const app = await createApp(moduleOf([PetsController]));
    const own = SwaggerModule.createDocument(app, CONFIG);
    expect(JSON.stringify(await publicOf([PetsController]))).toBe(JSON.stringify(own));
  });
});

describe('security', () => {
  @Controller('pets')
  class PetsController {
    @Get('guarded')
    @AwsAuthorizer(bearer)
    guarded(): void {}

    @Get('both')
    @AwsAuthorizer(bearer)
    @AwsApiKey()
    both(): void {}

    @Get('open')
    @AwsPublic()
    open(): void {}

    @Get('own')
    @ApiSecurity('partner')
    @ApiSecurity('staff', ['read'])
    @AwsAuthorizer(bearer)
    own(): void {}

    @Get('same')
    @ApiBearerAuth('jwt')
    @AwsAuthorizer(bearer)
    same(): void {}
  }

  const config = new DocumentBuilder()
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'jwt')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Partner' }, 'partner')
    .addSecurityRequirements('jwt')
    .build();

  it('says what a client must send, all of it together', async () => {
    const document = await publicOf([PetsController]);
    expect(securityOf(document, '/pets/guarded')).toEqual([{ bearer: [] }]);
    expect(securityOf(document, '/pets/both')).toEqual([{ bearer: [], api_key: [] }]);
    expect(securityOf(document, '/pets/open')).toBeUndefined();
    expect(schemesOf(document)).toEqual({
      bearer: { type: 'http', scheme: 'bearer' },
      api_key: { type: 'apiKey', in: 'header', name: 'x-api-key' },
    });
  });

  it('is added to each alternative of the application’s own, unless it says the same', async () => {
    const document = await publicOf([PetsController], { config });
    expect(securityOf(document, '/pets/own')).toEqual(
      expect.arrayContaining([
        { partner: [], bearer: [] },
        { staff: ['read'], bearer: [] },
      ]),
    );
    expect(securityOf(document, '/pets/same')).toEqual([{ jwt: [] }]);
  });

  it('opens a public route in a document that is secured at its root', async () => {
    const document = await publicOf([PetsController], { config });
    expect(document['security']).toEqual([{ jwt: [] }]);
    expect(securityOf(document, '/pets/open')).toEqual([]);
  });

  it('leaves a scheme of the application’s own under the same name', async () => {
    const own = new DocumentBuilder()
      .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'Mine' }, 'bearer')
      .build();
    const document = await publicOf([PetsController], { config: own });
    expect(schemesOf(document)).toMatchObject({
      bearer: { type: 'http', scheme: 'bearer', description: 'Mine' },
    });
    expect(securityOf(document, '/pets/guarded')).toEqual([{ bearer: [] }]);
  });

  it('shows the scheme that the authorizer is given, with scopes where OpenAPI has them', async () => {
    const pool = new CognitoAuthorizer({
      name: '${pool_name}',
      userPoolArns: ['${pool_arn}'],
      publicScheme: { type: 'openIdConnect', openIdConnectUrl: 'https://id.example.com/.well-known' },
    });
    const header = new CognitoAuthorizer({
      name: 'session',
      userPoolArns: ['${pool_arn}'],
      header: 'X-Session',
    });

    @Controller('pool')
    class PoolController {
      @Get('oidc')
      @AwsAuthorizer(pool, { scopes: ['read'] })
      oidc(): void {}

      @Get('header')
      @AwsAuthorizer(header, { scopes: ['read'] })
      header(): void {}
    }
    const document = await publicOf([PoolController]);
    expect(securityOf(document, '/pool/oidc')).toEqual([{ pool_name: ['read'] }]);
    expect(securityOf(document, '/pool/header')).toEqual([{ session: [] }]);
    expect(schemesOf(document)).toEqual({
      pool_name: { type: 'openIdConnect', openIdConnectUrl: 'https://id.example.com/.well-known' },
      session: { type: 'apiKey', in: 'header', name: 'X-Session' },
    });
  });

  it('asks no key of a client when the authorizer names it', async () => {
    const document = await publicOf([PetsController], {}, { ...ANSWERED, apiKeySource: 'AUTHORIZER' });
    expect(securityOf(document, '/pets/both')).toEqual([{ bearer: [] }]);
    expect(schemesOf(document)).toEqual({ bearer: { type: 'http', scheme: 'bearer' } });
  });

  it('keeps two authorizers apart whose placeholders read alike', async () => {
    const plain = new LambdaAuthorizer({ name: 'auth', functionArn: '${a}' });
    const placeholder = new LambdaAuthorizer({
      name: '${auth}',
      functionArn: '${a}',
      identitySources: ['header.X-A'],
    });

    @Controller('two')
    class TwoController {
      @Get('a')
      @AwsAuthorizer(plain)
      a(): void {}

      @Get('b')
      @AwsAuthorizer(placeholder)
      b(): void {}
    }
    const document = await publicOf([TwoController]);
    const [a, b] = ['/two/a', '/two/b'].map(
      (path) => Object.keys((securityOf(document, path) as [object])[0])[0]!,
    );
    expect([a, b].toSorted()).toEqual(['auth', 'auth_2']);
    expect(schemesOf(document)).toMatchObject({
      [a!]: { type: 'http', scheme: 'bearer' },
      [b!]: { type: 'apiKey', name: 'X-A' },
    });
  });
});

describe('excluded routes', () => {
  it('go, with the schemas and schemes of which they were the last users', async () => {
    @Controller('pets')
    @ApiExtraModels(ExtraDto)
    class PetsController {
      @Get()
      @ApiOkResponse({ type: SharedDto })
      list(): void {}

      @Post()
      @AwsExclude()
      @ApiSecurity('gone')
      create(@Body() _body: WrapperDto): void {}
    }
    const config = new DocumentBuilder()
      .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Gone' }, 'gone')
      .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Spare' }, 'spare')
      .build();
    const document = await publicOf([PetsController], { config });
    expect(Object.keys(document.paths['/pets']!)).toEqual(['get']);
    // Extra models and spare schemes were never referred to: their author wants them there.
    expect(schemasOf(document).toSorted()).toEqual(['ExtraDto', 'SharedDto']);
    expect(Object.keys(schemesOf(document) as object)).toEqual(['spare']);
  });

  it('keep what an extra model needs', async () => {
    @Controller('pets')
    @ApiExtraModels(ExtraDto)
    class PetsController {
      @Post()
      @AwsExclude()
      create(@Body() _body: WrapperDto): void {}

      @Get()
      list(): void {}
    }
    expect(schemasOf(await publicOf([PetsController])).toSorted()).toEqual(['ExtraDto', 'SharedDto']);
  });

  it('stay with `keepInPublic`, without the gateway’s security', async () => {
    @Controller('pets')
    @AwsAuthorizer(bearer)
    class PetsController {
      @Get()
      @AwsExclude({ keepInPublic: true })
      list(): void {}
    }
    const document = await publicOf([PetsController]);
    expect(securityOf(document, '/pets')).toBeUndefined();
    expect(schemesOf(document)).toBeUndefined();
  });

  it('take their path with them', async () => {
    @Controller('pets')
    @AwsExclude()
    class PetsController {
      @Get()
      list(): void {}
    }
    const document = await publicOf([PetsController]);
    expect(document.paths).toEqual({});
  });
});

describe('hidden routes', () => {
  it('leave no trace of their authorizer', async () => {
    @Controller('pets')
    class PetsController {
      @Get()
      @ApiExcludeEndpoint()
      @AwsAuthorizer(bearer)
      @AwsApiKey()
      hidden(): void {}
    }
    const document = await publicOf([PetsController]);
    expect(document.paths).toEqual({});
    expect(schemesOf(document)).toBeUndefined();
  });
});

describe('extensions', () => {
  class HostileDto {
    @ApiProperty({ name: 'x-amazon-foo', example: { 'x-amazon-bar': 1 } })
    readonly foo!: string;

    @ApiProperty({ 'x-amazon-gone': true, 'x-own': 1 } as never)
    readonly own!: string;
  }

  @Controller('pets')
  class PetsController {
    @Get()
    @ApiExtension('x-amazon-apigateway-integration', { uri: 'arn:aws:lambda' })
    @ApiExtension('x-own', { 'x-amazon-inner': true, kept: true })
    @ApiHeader({ name: 'x-amazon-trace' })
    @ApiOkResponse({ type: HostileDto, headers: { 'x-amazon-id': { schema: { type: 'string' } } } })
    list(): void {}
  }

  it('of Amazon go; names and data of the application, and its own extensions, stay', async () => {
    const document = await publicOf([PetsController], {
      config: { ...CONFIG, 'x-owner': 1, 'x-amazon-apigateway-policy': {} } as never,
    });
    expect(document).not.toHaveProperty('x-amazon-apigateway-policy');
    expect(document).toHaveProperty('x-owner', 1);
    const operation = document.paths['/pets']!['get'];
    expect(operation).toMatchObject({
      parameters: [{ name: 'x-amazon-trace', in: 'header' }],
      responses: { 200: { headers: { 'x-amazon-id': { schema: { type: 'string' } } } } },
      'x-own': { kept: true },
    });
    expect(operation).not.toHaveProperty('x-amazon-apigateway-integration');
    expect(operation).not.toHaveProperty(['x-own', 'x-amazon-inner']);
    const { HostileDto: schema } = document.components!['schemas'] as Record<
      string,
      { properties: object; required: unknown }
    >;
    expect(schema).toMatchObject({
      properties: { 'x-amazon-foo': { example: { 'x-amazon-bar': 1 } }, own: { 'x-own': 1 } },
      required: ['x-amazon-foo', 'own'],
    });
    expect(schema!.properties).not.toHaveProperty(['own', 'x-amazon-gone']);
  });
});

describe('the document that was asked for', () => {
  it('keeps its version, and is not changed itself', async () => {
    @Controller('pets')
    @AwsAuthorizer(bearer)
    class PetsController {
      @Get()
      list(): void {}

      @Post()
      @AwsExclude()
      create(@Body() _body: WrapperDto): void {}
    }
    const config = new DocumentBuilder().setOpenAPIVersion('3.1.0').build();
    const app = await createApp(moduleOf([PetsController]));
    const own = JSON.stringify(SwaggerModule.createDocument(app, config));
    const { model, publicDocument } = await compileControllers([PetsController], ANSWERED, { config });
    expect(publicDocument.openapi).toBe('3.1.0');
    expect(JSON.stringify(model.document)).toBe(own);
  });
});

describe('path parameters', () => {
  it('are those of the path, whatever other paths of the handler have', async () => {
    @Controller('shops/:shop')
    class ShopsController {
      @Get(['pets/:pet', 'goods{/:good}', 'legacy/*rest'])
      @ApiQuery({ name: 'q' })
      read(@Param('pet') _pet: string, @Param('good') _good: string): void {}
    }
    const { paths } = await publicOf([ShopsController]);
    const parameters = Object.entries(paths).map(([path, { get }]) => [
      path,
      ...(get as { readonly parameters: readonly { readonly name: string }[] }).parameters.map(
        ({ name }) => name,
      ),
    ]);
    expect(parameters).toEqual([
      ['/shops/{shop}/pets/{pet}', 'pet', 'q', 'shop'],
      ['/shops/{shop}/goods/{good}', 'good', 'q', 'shop'],
      ['/shops/{shop}/legacy/{rest}', 'q', 'shop', 'rest'],
    ]);
  });
});
