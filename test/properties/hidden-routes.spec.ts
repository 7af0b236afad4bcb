import { Body, Controller, Get, Module, Post, Put, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ApiExcludeEndpoint, ApiOkResponse, ApiProperty, DocumentBuilder } from '@nestjs/swagger';
import { expect, it } from '@jest/globals';
import { AwsGatewayModule } from 'nestjs-aws-gateway';
import { asJson } from '../support/json.js';

class Described {
  @ApiProperty({ description: 'Described' })
  name!: string;
}

/** Nest gives up on a property whose type it cannot see, as one in a circle of imports. */
class Undescribable {
  declare value: unknown;
}
ApiProperty()(Undescribable.prototype, 'value');

@Controller('orders')
class OrdersController {
  @Get()
  @ApiExcludeEndpoint()
  @ApiOkResponse({ type: Described })
  list(): Described[] {
    return [];
  }

  @Post()
  @ApiExcludeEndpoint()
  create(@Body() _order: Undescribable): void {}

  @Put()
  @ApiExcludeEndpoint()
  replace(@Body() _order: Described): void {}
}

@Module({
  imports: [AwsGatewayModule.forRoot({ integration: { kind: 'mock' }, models: 'all' })],
  controllers: [OrdersController],
})
class AppModule {}

it('exports a hidden route that Nest cannot document, and the models of those beside it', async () => {
  const app = await NestFactory.create(AppModule as Type, { preview: true, logger: false });
  const { privateDocument } = AwsGatewayModule.createDocuments(app, new DocumentBuilder().build());
  const { get, post, put } = asJson(privateDocument.paths['/orders']);
  expect(Object.keys(asJson(asJson(privateDocument.components).schemas))).toEqual(['Described']);
  expect(asJson(put)['requestBody']).toBeDefined();
  expect(asJson(asJson(get)['responses'])['200']).toHaveProperty('content');
  expect(asJson(post)['x-amazon-apigateway-integration']).toMatchObject({ type: 'mock' });
});
