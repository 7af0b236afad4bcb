import { Body, Controller, Get, Post, Put } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiQuery,
  ApiTags,
  DocumentBuilder,
} from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { AwsLambda, AwsValidation } from 'nestjs-aws-gateway';
import { restApi } from '../../../lib/backends/rest-api/index.js';
import type { GatewayModel } from '../../../lib/model/gateway-model.js';
import type { Route } from '../../../lib/model/routes/route.js';
import { writeTree } from '../../../lib/values/deploy-tree.js';
import { parseDeployValue } from '../../../lib/values/deploy-value.js';
import { compileControllers } from '../../support/create-app.js';
import { makeDocument, makeModel, makeRoute } from '../../support/make-model.js';

type Document = Readonly<Record<string, unknown>> & {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
};

const render = (given: Partial<GatewayModel>): Document =>
  writeTree(restApi.render(makeModel(given)).document) as Document;
const mock: Route['integration'] = { kind: 'mock', status: 200, headers: {} };

describe('the document', () => {
  it('is 3.0.1 whatever the application asked for, with its info and without its servers and security', () => {
    const document = makeDocument(
      {},
      {
        openapi: '3.1.0',
        info: { title: 'T', version: '2', license: { name: 'MIT' } },
        servers: [{ url: 'https://example.com/prod' }],
        security: [{ bearer: [] }],
        tags: [{ name: 'a' }],
        externalDocs: { url: 'https://example.com' },
        'x-own': { a: '${text}' },
        webhooks: {},
      },
    );
    expect(render({ document })).toEqual({
      openapi: '3.0.1',
      info: { title: 'T', version: '2', license: { name: 'MIT' } },
      tags: [{ name: 'a' }],
      externalDocs: { url: 'https://example.com' },
      'x-own': { a: '${text}' },
      paths: {},
    });
  });

  it('has its settings under API Gateway’s names', () => {
    const { settings } = makeModel();
    const document = render({
      settings: {
        ...settings,
        apiKeySource: 'AUTHORIZER',
        binaryMediaTypes: [parseDeployValue('image/png')],
        minimumCompressionSize: 0,
        policy: { Statement: [] },
        endpoint: { disableExecuteApiEndpoint: true, vpcEndpointIds: [parseDeployValue('${id}')] },
      },
    });
    expect(document).toMatchObject({
      servers: [
        {
          url: '/',
          'x-amazon-apigateway-endpoint-configuration': {
            disableExecuteApiEndpoint: true,
            vpcEndpointIds: ['${id}'],
          },
        },
      ],
      'x-amazon-apigateway-api-key-source': 'AUTHORIZER',
      'x-amazon-apigateway-binary-media-types': ['image/png'],
      'x-amazon-apigateway-minimum-compression-size': 0,
      'x-amazon-apigateway-policy': { Statement: [] },
    });
  });

  it('declares the validators that its operations name', () => {
    const routes = [
      makeRoute({ validation: 'body' }),
      makeRoute({ path: '/b', validation: 'all' }),
      makeRoute({ path: '/c' }),
    ];
    const document = render({ routes });
    expect(document['x-amazon-apigateway-request-validators']).toEqual({
      all: { validateRequestBody: true, validateRequestParameters: true },
      body: { validateRequestBody: true, validateRequestParameters: false },
    });
    expect(document.paths['/pets']!['get']).toMatchObject({
      'x-amazon-apigateway-request-validator': 'body',
    });
    expect(document.paths['/c']!['get']).not.toHaveProperty('x-amazon-apigateway-request-validator');
  });

  it('is the same for the same model, byte for byte', async () => {
    @Controller('pets')
    class PetsController {
      @Get()
      @AwsLambda('${arn}')
      list(): void {}
    }
    const [first, second] = await Promise.all([
      compileControllers([PetsController]),
      compileControllers([PetsController]),
    ]);
    expect(JSON.stringify(first)).toBe(JSON.stringify(second));
  });
});

describe('an operation', () => {
  it('keeps what import keeps of Nest’s own, and the user’s extensions', () => {
    const document = makeDocument({
      'get /pets': {
        operationId: 'list',
        summary: 'S',
        description: 'D ${text}',
        tags: ['pets'],
        deprecated: true,
        callbacks: {},
        security: [{ own: [] }],
        servers: [],
        'x-own': 1,
        responses: { 200: { description: 'Fine' } },
      },
    });
    expect(render({ document, routes: [makeRoute({ integration: mock })] }).paths['/pets']).toEqual({
      get: {
        operationId: 'list',
        summary: 'S',
        description: 'D ${text}',
        tags: ['pets'],
        'x-own': 1,
        parameters: [],
        responses: { 200: { description: 'Fine' } },
        security: [],
        'x-amazon-apigateway-integration': expect.objectContaining({ type: 'mock' }),
      },
    });
  });

  it('of no document has all that import needs', () => {
    const { operation: _, ...route } = makeRoute({ path: '/a/{id}', operations: [] });
    expect(render({ routes: [route] }).paths['/a/{id}']).toEqual({
      get: {
        operationId: 'PetsController_list',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { 200: { description: '' } },
        security: [],
      },
    });
  });

  it('stands under its verb, and the any-method under its own', () => {
    const methods = ['get', 'head', 'post', 'put', 'patch', 'delete', 'options', 'any', 'search'];
    const document = render({ routes: methods.map((method) => makeRoute({ method })) });
    expect(Object.keys(document.paths['/pets']!)).toEqual([
      'get',
      'head',
      'post',
      'put',
      'patch',
      'delete',
      'options',
      'x-amazon-apigateway-any-method',
    ]);
  });

  it('refers to the models of its bodies', async () => {
    class PetDto {
      @ApiProperty()
      readonly name!: string;
    }

    @Controller('pets')
    @AwsLambda('${arn}')
    class PetsController {
      @Post()
      @AwsValidation('body')
      @ApiOkResponse({ schema: { type: 'object', properties: { total: { type: 'number' } } } })
      create(@Body() _pet: PetDto): void {}
    }
    const { privateDocument } = await compileControllers([PetsController], { models: 'all' });
    expect(writeTree(privateDocument)).toMatchObject({
      paths: {
        '/pets': {
          post: {
            requestBody: {
              required: true,
              content: { 'application/json': { schema: { $ref: '#/components/schemas/PetDto' } } },
            },
            responses: {
              200: {
                content: {
                  'application/json': {
                    schema: { $ref: '#/components/schemas/PetsControllercreateResponse200' },
                  },
                },
              },
            },
          },
        },
      },
      components: {
        schemas: {
          PetDto: { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
          PetsControllercreateResponse200: { type: 'object', properties: { total: { type: 'number' } } },
        },
      },
    });
  });

  it('has models of validated bodies only, where no others are asked for', async () => {
    const { privateDocument } = await compileControllers([NotesController]);
    const { paths, components } = writeTree(privateDocument) as Document;
    expect(components).toEqual({
      schemas: { NoteDto: { type: 'object', properties: { text: NOTE_TEXT }, required: ['text'] } },
    });
    expect(paths['/notes']!['put']).not.toHaveProperty('requestBody');
    expect(JSON.stringify(paths['/notes']!['post'])).toContain('#/components/schemas/NoteDto');
    expect(paths['/notes']!['post']!['responses']).toEqual({ 201: { description: 'Stored' } });
  });

  it('says nothing to people where its documentation is not wanted', async () => {
    const config = new DocumentBuilder()
      .setTitle('T')
      .setDescription('About')
      .addTag('Notes', 'Everything')
      .build();
    const app = { config };
    const { privateDocument, publicDocument, limits } = await compileControllers(
      [NotesController],
      { models: 'all', documentation: false, cors: { allowOrigins: ['https://example.com'] } },
      app,
    );
    const text = JSON.stringify(writeTree(privateDocument));
    for (const word of ['About', 'Everything', 'Keeps', 'Stored', 'Words', 'Which', 'preflight', 'tags'])
      expect(text).not.toContain(word);
    expect(text).toContain('"title":{"type":"string"}');
    expect(text).toContain('"text":{"type":"string"}');
    expect(JSON.stringify(publicDocument)).toContain('Words');
    expect(limits.find(({ name }) => name === 'documentation parts')?.used).toBe(0);
  });
});

const NOTE_TEXT = { type: 'string', description: 'Words' };

class NoteDto {
  @ApiProperty({ description: 'Words' })
  readonly text!: string;
}

class KeptDto {
  @ApiProperty({ description: 'Words' })
  readonly title!: string;
}

@Controller('notes')
@ApiTags('Notes')
@AwsLambda('${arn}')
class NotesController {
  @Post()
  @AwsValidation('body')
  @ApiOperation({ summary: 'Keeps', description: 'Keeps it' })
  @ApiQuery({ name: 'q', description: 'Which' })
  @ApiCreatedResponse({ type: KeptDto, description: 'Stored' })
  create(@Body() _note: NoteDto): void {}

  @Put()
  @ApiOkResponse({ type: KeptDto })
  replace(@Body() _note: NoteDto): void {}
}
