import { Body, Controller, Get, Module, Post, type DynamicModule, type Type } from '@nestjs/common';
import {
  ApiExcludeController,
  ApiOperation,
  ApiProperty,
  SwaggerModule,
  type OpenAPIObject,
} from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsDynamoDb,
  AwsExclude,
  AwsGatewayModule,
  AwsIgnore,
  AwsLambda,
  AwsValidation,
  fromPath,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { originalCreateDocument } from '../lib/nest/swagger/hook-swagger.js';
import { CONFIG, createApp } from './support/create-app.js';

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
    // Another spec of this process may have set the hook.
    SwaggerModule.createDocument = originalCreateDocument();
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
      imports: [AwsGatewayModule.forRoot({ transformDocument: rename, models: 'all' })],
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
      'invalid-option: the option `transformDocument` of `forRoot` is `clean`',
    );
  });
});

describe('createDocuments', () => {
  it('returns the policy, the ignored diagnostics, and texts as the command writes them', async () => {
    @Controller('things')
    class ThingsController {
      @Get(':id')
      @ApiOperation({ description: 'Costs ${x}' })
      @AwsDynamoDb({ action: 'GetItem', table: '${table}', key: { pk: fromPath('id') } })
      @AwsIgnore('missing-credentials', 'a role is added later')
      read(): void {}
    }
    const app = await createApp(createModule(ThingsController, AwsGatewayModule.forRoot()));
    const documents = AwsGatewayModule.createDocuments(app, CONFIG);
    expect(documents.iamPolicy).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['dynamodb:GetItem'],
          Resource: 'arn:${partition}:dynamodb:${region}:${account_id}:table/${table}',
        },
      ],
    });
    expect(documents.ignored.map(({ code, reason }) => [code, reason])).toEqual([
      ['missing-credentials', 'a role is added later'],
    ]);
    expect(JSON.parse(documents.text.iamPolicy)).toEqual(documents.iamPolicy);
    expect(JSON.parse(documents.text.publicDocument)).toEqual(documents.publicDocument);
    expect(documents.text.privateDocument).toContain('Costs $${x}');
    expect(documents.text.privateDocument).toContain('$${AWS::Region}');
    expect(documents.text.privateDocument).toMatch(/"\$\{table\}|\\"\$\{table\}/);
    expect(JSON.parse(documents.text.privateDocument.replaceAll('$${', '${'))).toEqual(
      documents.privateDocument,
    );
  });
});
