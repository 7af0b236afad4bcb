import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiProperty, DocumentBuilder } from '@nestjs/swagger';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createDocuments, moduleOf } from '../../../support/create-app.js';
import { AwsGatewayModule } from 'nestjs-aws-gateway';

class PetDto {
  @ApiProperty() name!: string;
}

class ProblemDto {
  @ApiProperty() message!: string;
}

@Controller('pets')
class PetsController {
  @Get(':id')
  read(): void {}

  @Post()
  create(@Body() _pet: PetDto): void {}
}

/** Nest keeps them for every document of the process, here. */
declare const SwaggerGlobalParametersStorage: { clear(): void };
declare const SwaggerGlobalResponsesStorage: { clear(): void };

describe('parameters and answers of every operation', () => {
  afterEach(() => {
    SwaggerGlobalParametersStorage.clear();
    SwaggerGlobalResponsesStorage.clear();
  });

  it('stand on each', async () => {
    const config = new DocumentBuilder()
      .setTitle('Test')
      .addGlobalParameters({ name: 'x-tenant', in: 'header', required: true })
      .addGlobalParameters({ name: 'session', in: 'cookie' })
      .addGlobalResponse({ status: 500, description: 'Broken', type: ProblemDto })
      .build();
    const module = moduleOf(
      [PetsController],
      [AwsGatewayModule.forRoot({ integration: { kind: 'lambda', functionArn: '${arn}' }, models: 'all' })],
    );
    const { privateDocument } = await createDocuments(module, { config });
    const schema = { type: 'string' };
    const tenant = { name: 'x-tenant', in: 'header', required: true, schema };
    const broken = {
      description: 'Broken',
      content: { 'application/json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
    };
    expect(privateDocument.paths['/pets/{id}']?.get).toMatchObject({
      parameters: [{ name: 'id', in: 'path', required: true, schema }, tenant],
      responses: { 500: broken },
    });
    expect(privateDocument.paths['/pets']?.post).toMatchObject({
      parameters: [tenant],
      responses: { 500: broken },
    });
    expect(Object.keys(privateDocument.components!.schemas!)).toEqual(['PetDto', 'ProblemDto']);
  });
});
