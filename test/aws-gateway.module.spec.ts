import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { Body, Controller, Get, Module, Post, type DynamicModule, type Type } from '@nestjs/common';
import { ApiExcludeController, ApiProperty, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsExclude,
  AwsGatewayModule,
  AwsLambda,
  AwsValidation,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { CONFIG, createApp } from './support/create-app.js';

const root = fileURLToPath(new URL('..', import.meta.url));

class PetDto {
  @ApiProperty()
  readonly name!: string;
}

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${auth_arn}' });

/** Two controllers that differ in nothing but the decorators of this library. */
function createPlain(): Type {
  @Controller('pets')
  class PetsController {
    @Get()
    list(): void {}

    @Post()
    create(@Body() _pet: PetDto): void {}
  }
  return PetsController;
}

function createDecorated(): Type {
  @Controller('pets')
  @AwsLambda('${arn}')
  @AwsAuthorizer(bearer)
  @AwsCors({ allowOrigins: ['*'] })
  class PetsController {
    @Get()
    @AwsApiKey()
    list(): void {}

    @Post()
    @AwsExclude()
    @AwsValidation('all')
    create(@Body() _pet: PetDto): void {}
  }
  return PetsController;
}

function createModule(controller: Type, ...imported: readonly DynamicModule[]): Type {
  @Module({ controllers: [controller], imports: [...imported] })
  class AppModule {}
  return AppModule;
}

const documentOf = async (module: Type): Promise<string> =>
  JSON.stringify(SwaggerModule.createDocument(await createApp(module), CONFIG));

describe('an application without the module', () => {
  it('has the document that it had before, hooked or not, beside one with it', async () => {
    const original = SwaggerModule.createDocument;
    const before = await documentOf(createModule(createPlain()));
    expect(await documentOf(createModule(createDecorated()))).toBe(before);

    const withModule = createModule(createDecorated(), AwsGatewayModule.forRoot());
    expect(SwaggerModule.createDocument).not.toBe(original);
    const guarded = await documentOf(withModule);
    expect(guarded).toContain('"security":[{"bearer":[],"api_key":[]}]');
    expect(guarded).not.toContain('PetDto');

    expect(await documentOf(createModule(createDecorated()))).toBe(before);
    expect(await documentOf(createModule(createPlain()))).toBe(before);
  });

  it('is told so when it is asked for both documents', async () => {
    const app = await createApp(createModule(createPlain()));
    expect(() => AwsGatewayModule.createDocuments(app, CONFIG)).toThrow('does not import AwsGatewayModule');
  });
});

describe('the hook', () => {
  it('is set once', () => {
    AwsGatewayModule.forRoot();
    const hooked = SwaggerModule.createDocument;
    AwsGatewayModule.forRoot({ apiKey: true });
    expect(SwaggerModule.createDocument).toBe(hooked);
  });

  it('answers what `createDocuments` answers, and the same each time', async () => {
    const app = await createApp(createModule(createDecorated(), AwsGatewayModule.forRoot()));
    const { publicDocument } = AwsGatewayModule.createDocuments(app, CONFIG);
    for (let round = 0; round < 2; round += 1)
      expect(JSON.stringify(SwaggerModule.createDocument(app, CONFIG))).toBe(JSON.stringify(publicDocument));
  });

  it('serves an application under its own options', async () => {
    const [open, keyed] = await Promise.all(
      [{}, { apiKey: true }].map((options) =>
        documentOf(createModule(createPlain(), AwsGatewayModule.forRoot(options))),
      ),
    );
    expect(open).not.toContain('api_key');
    expect(keyed).toContain('api_key');
  });
});

const rename = (document: OpenAPIObject): OpenAPIObject =>
  JSON.parse(JSON.stringify(document).replaceAll('PetDto', 'CleanPet')) as OpenAPIObject;

describe('transformDocument', () => {
  it('stands between Nest and both documents, those of hidden routes too', async () => {
    @Controller('hidden')
    @ApiExcludeController()
    class HiddenController {
      @Post()
      create(@Body() _pet: PetDto): void {}
    }
    @Module({
      controllers: [createPlain(), HiddenController],
      imports: [AwsGatewayModule.forRoot({ transformDocument: rename })],
    })
    class AppModule {}

    const app = await createApp(AppModule);
    const { publicDocument, privateDocument } = AwsGatewayModule.createDocuments(app, CONFIG);
    const served = SwaggerModule.createDocument(app, CONFIG);
    for (const document of [publicDocument, privateDocument, served]) {
      expect(Object.keys(document.components!.schemas!)).toEqual(['CleanPet']);
    }
    expect(privateDocument.paths['/hidden']?.post?.requestBody).toMatchObject({
      content: { 'application/json': { schema: { $ref: '#/components/schemas/CleanPet' } } },
    });
  });

  it('is nothing that stops the application when it is no function', async () => {
    const options = { transformDocument: 'clean' } as unknown as AwsGatewayOptions;
    const app = await createApp(createModule(createPlain(), AwsGatewayModule.forRoot(options)));
    const { diagnostics } = AwsGatewayModule.createDocuments(app, CONFIG);
    expect(diagnostics.map(({ code, message }) => `${code}: ${message}`)).toContain(
      'invalid-option: the option `transformDocument` of AwsGatewayModule.forRoot is `clean`',
    );
  });
});

/** Both builds of the package in one process, with one Nest between them. */
const TWO_COPIES = `
import 'reflect-metadata';
import { createRequire } from 'node:module';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
const esm = await import('./dist/esm/index.js');
const cjs = createRequire(process.cwd() + '/')('./dist/cjs/index.js');

function controllerOf({ AwsLambda, AwsAuthorizer, LambdaAuthorizer }) {
  class PetsController { list() {} }
  const descriptor = Object.getOwnPropertyDescriptor(PetsController.prototype, 'list');
  Get()(PetsController.prototype, 'list', descriptor);
  AwsLambda('\${arn}')(PetsController.prototype, 'list', descriptor);
  AwsAuthorizer(new LambdaAuthorizer({ name: 'bearer', functionArn: '\${auth}' }))(PetsController);
  Controller('pets')(PetsController);
  return PetsController;
}
async function documentsOf({ decorators, module, reader }) {
  class AppModule {}
  Module({ controllers: [controllerOf(decorators)], imports: [module.AwsGatewayModule.forRoot()] })(AppModule);
  const app = await NestFactory.create(AppModule, { preview: true, logger: false });
  const config = new DocumentBuilder().build();
  const { publicDocument, privateDocument, diagnostics } = reader.AwsGatewayModule.createDocuments(app, config);
  const served = SwaggerModule.createDocument(app, config);
  return JSON.stringify({ publicDocument, privateDocument, diagnostics, served });
}
const results = [];
const hooks = new Set();
for (const [decorators, module, reader] of [[esm, esm, esm], [cjs, esm, esm], [esm, cjs, esm], [cjs, cjs, esm], [esm, esm, cjs]]) {
  results.push(await documentsOf({ decorators, module, reader }));
  hooks.add(SwaggerModule.createDocument);
}
console.log(JSON.stringify({ copies: esm.AwsGatewayModule === cjs.AwsGatewayModule ? 1 : 2, hooks: hooks.size, results }));
`;

describe('two copies of the package', () => {
  it('meet: decorators, authorizers, options and hook of one are known to the other', () => {
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', TWO_COPIES], {
      cwd: root,
      encoding: 'utf8',
    });
    const { copies, hooks, results } = JSON.parse(output) as {
      copies: number;
      hooks: number;
      results: readonly string[];
    };
    expect({ copies, hooks }).toEqual({ copies: 2, hooks: 1 });
    expect(new Set(results).size).toBe(1);
    const { publicDocument, privateDocument, diagnostics, served } = JSON.parse(results[0]!) as Record<
      string,
      unknown
    >;
    expect(diagnostics).toEqual([]);
    expect(served).toEqual(publicDocument);
    expect(publicDocument).toMatchObject({ paths: { '/pets': { get: { security: [{ bearer: [] }] } } } });
    expect(privateDocument).toMatchObject({
      paths: { '/pets': { get: { 'x-amazon-apigateway-integration': { type: 'aws_proxy' } } } },
    });
  });
});
