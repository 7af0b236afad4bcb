import { All, Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiParam, ApiProperty } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsCors,
  AwsDynamoDb,
  AwsHttp,
  AwsIntegration,
  AwsS3,
  fromPath,
  text,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { renderRoutes } from '../../../support/render-routes.js';

const BACKEND: AwsGatewayOptions = { integration: { kind: 'http', baseUrl: 'https://api.internal.example' } };

@Controller('spaces')
class SpacesController {
  @Get(':id')
  read(@Param('id') _id: string): void {}

  @Get(':spaceId/members')
  @ApiParam({ name: 'spaceId', description: 'Of the space', type: Number })
  members(): void {}

  @Delete(':space')
  remove(): void {}
}

class Item {
  @ApiProperty() pk!: string;
}

@Controller('items')
class ItemsController {
  @Get(':id')
  @AwsHttp('https://api.internal.example')
  read(): void {}

  @Get(':key/record')
  @AwsDynamoDb({ action: 'GetItem', table: 'items', key: { pk: text`ITEM#${fromPath('key')}` } })
  @ApiOkResponse({ type: Item })
  record(): void {}

  @Get(':name/file')
  @AwsS3({ action: 'GetObject', bucket: 'files', key: text`items/${fromPath('name')}` })
  file(): void {}

  @Get(':raw/raw')
  @AwsIntegration({
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: 'https://example.com/{x}',
    requestParameters: { 'integration.request.path.x': 'method.request.path.raw' },
    cacheKeyParameters: ['method.request.path.raw'],
  })
  raw(): void {}
}

@Controller('orders')
class ClashController {
  @Get(':id')
  read(): void {}

  @Get(':orderId/lines/:id')
  line(): void {}

  @Get(':key/search')
  search(@Query('orderId') _id: string): void {}
}

@Controller('files')
@AwsCors({ allowOrigins: ['https://app.example.com'] })
class WildcardController {
  @Get(':id')
  read(): void {}

  @Post(':id/parts/:part')
  write(@Body() _body: Item): void {}

  @All('*rest')
  rest(): void {}
}

@Controller('twice')
class TwiceController {
  @Get(':id')
  first(): void {}

  @Get(':name')
  second(): void {}
}

describe('placeRoutes', () => {
  it('serves routes with other names of a variable under one, and maps it to their own', async () => {
    const routes = await renderRoutes([SpacesController], BACKEND);
    expect(Object.keys(routes)).toEqual([
      'get /spaces/{id}',
      'delete /spaces/{id}',
      'get /spaces/{id}/members',
    ]);
    expect(routes['get /spaces/{id}/members']).toMatchObject({
      parameters: [
        {
          name: 'id',
          in: 'path',
          required: true,
          description: 'Of the space',
          schema: { type: 'number' },
        },
      ],
      'x-amazon-apigateway-integration': {
        uri: 'https://api.internal.example/spaces/{spaceId}/members',
        requestParameters: { 'integration.request.path.spaceId': 'method.request.path.id' },
      },
    });
    expect(routes['delete /spaces/{id}']!['x-amazon-apigateway-integration']).toMatchObject({
      uri: 'https://api.internal.example/spaces/{space}',
      requestParameters: { 'integration.request.path.space': 'method.request.path.id' },
    });
  });

  it('renames what templates, paths towards services and raw mappings take from the path', async () => {
    const routes = await renderRoutes([ItemsController]);
    const of = (path: string) => routes[`get /items/{id}/${path}`]!['x-amazon-apigateway-integration'];
    expect(of('record').requestTemplates!['application/json']).toMatch(/path\.get\(["']id["']\)/);
    expect(of('record').requestTemplates!['application/json']).not.toMatch(/["']key["']\)/);
    expect(Object.values(of('file').requestParameters!)).toContain('method.request.path.id');
    expect(Object.values(of('file').requestParameters!)).not.toContain('method.request.path.name');
    expect(of('raw')).toMatchObject({
      uri: 'https://example.com/{x}',
      requestParameters: { 'integration.request.path.x': 'method.request.path.id' },
      cacheKeyParameters: ['method.request.path.id'],
    });
  });

  it('takes a name that clashes with no variable below it and with no query of a route', async () => {
    const routes = await renderRoutes([ClashController], BACKEND);
    expect(Object.keys(routes)).toEqual([
      'get /orders/{key}',
      'get /orders/{key}/lines/{id}',
      'get /orders/{key}/search',
    ]);
    expect(
      routes['get /orders/{key}/lines/{id}']!['x-amazon-apigateway-integration'].requestParameters,
    ).toEqual({
      'integration.request.path.orderId': 'method.request.path.key',
      'integration.request.path.id': 'method.request.path.id',
    });
  });

  it('leaves routes to a wildcard of the same backend, whose preflight allows what they need', async () => {
    const routes = await renderRoutes([WildcardController], {
      ...BACKEND,
      ignore: { 'proxy-without-cors-headers': 'the backend answers them' },
    });
    expect(Object.keys(routes)).toEqual([
      'options /files/{rest+}',
      'x-amazon-apigateway-any-method /files/{rest+}',
    ]);
  });

  it('serves one of two routes that differ in nothing but a name', async () => {
    const routes = await renderRoutes([TwiceController], BACKEND);
    expect(Object.keys(routes)).toEqual(['get /twice/{id}']);
  });
});
