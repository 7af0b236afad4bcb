import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOkResponse, ApiProperty, ApiResponse } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsDynamoDb,
  AwsLambda,
  AwsMock,
  AwsS3,
  AwsSqs,
  AwsStepFunctions,
  AwsValidation,
  CognitoAuthorizer,
  fromBody,
  fromPath,
  IamAuthorizer,
} from 'nestjs-aws-gateway';
import type { AwsGatewayOptions } from '../../../lib/aws-gateway.options.js';
import { compileControllers } from '../../support/create-app.js';

class ItemDto {
  @ApiProperty() id!: string;
}

const key = { id: fromPath('id') };

@Controller()
class ErrorsController {
  @Get('items/:id')
  @ApiOkResponse({ type: ItemDto })
  @AwsDynamoDb({ action: 'GetItem', table: '${items}', key })
  get(): void {}

  @Put('items/:id')
  @AwsDynamoDb({ action: 'PutItem', table: '${items}', key, item: fromBody(), condition: 'absent' })
  put(@Body() _item: ItemDto): void {}

  @Delete('items/:id')
  @AwsDynamoDb({ action: 'DeleteItem', table: '${items}', key })
  remove(): void {}

  @Get('files/:id')
  @AwsS3({ action: 'GetObject', bucket: '${files}', key: fromPath('id') })
  file(): void {}

  @Post('jobs')
  @AwsSqs({ queueUrl: '${jobs}', message: 'go' })
  job(): void {}

  @Post('runs')
  @AwsStepFunctions({ action: 'StartSyncExecution', stateMachineArn: '${machine}', input: fromBody() })
  run(@Body() _item: ItemDto): void {}

  @Get('function')
  @AwsLambda('${function_arn}')
  @AwsAuthorizer(new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool}'] }))
  call(): void {}

  @Get('signed')
  @AwsMock()
  @AwsApiKey()
  @AwsAuthorizer(new IamAuthorizer())
  @ApiNotFoundResponse({ description: 'own' })
  @ApiResponse({ status: '4XX', description: 'own' })
  signed(): void {}

  @Get('mock')
  @AwsMock()
  @AwsValidation('params')
  mock(): void {}
}

async function errorsOf(options: AwsGatewayOptions): Promise<Record<string, readonly string[]>> {
  const { publicDocument } = await compileControllers([ErrorsController], {
    credentials: '${role}',
    ...options,
  });
  return Object.fromEntries(
    Object.entries(publicDocument.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([verb, operation]) => [
        `${verb} ${path}`,
        Object.keys((operation as { responses: object }).responses).filter((status) => /^[45]/.test(status)),
      ]),
    ),
  );
}

async function contentOf(options: AwsGatewayOptions): Promise<unknown> {
  const { publicDocument } = await compileControllers([ErrorsController], {
    credentials: '${role}',
    documentErrors: true,
    ...options,
  });
  const { responses } = publicDocument.paths['/mock']!['get'] as unknown as {
    responses: Record<string, { content?: unknown }>;
  };
  return responses['429']!.content;
}

describe('documentErrors', () => {
  it('adds what the gateway and the services answer, beside what the handler documents', async () => {
    expect(await errorsOf({ documentErrors: true })).toEqual({
      'get /items/{id}': ['400', '404', '429', '500', '504'],
      'put /items/{id}': ['400', '409', '413', '429', '500', '504'],
      'delete /items/{id}': ['400', '429', '500', '504'],
      'get /files/{id}': ['400', '404', '412', '416', '429', '500', '504'],
      'post /jobs': ['400', '413', '429', '500', '504'],
      'post /runs': ['400', '413', '429', '500', '504'],
      'get /function': ['401', '429', '502', '504'],
      'get /signed': ['404', '4XX'],
      'get /mock': ['400', '429'],
    });
  });

  it('has the statuses of the gateway responses', async () => {
    const gatewayResponses = { UNAUTHORIZED: { statusCode: 404 }, DEFAULT_5XX: { statusCode: 503 } };
    expect((await errorsOf({ documentErrors: true, gatewayResponses }))['get /function']).toEqual([
      '404',
      '429',
      '503',
    ]);
  });

  it('adds nothing by default', async () => {
    expect(Object.values(await errorsOf({})).flat()).toEqual(['404', '4XX']);
  });

  it('knows no body where gateway responses have templates of their own', async () => {
    expect(await contentOf({})).toHaveProperty(['application/json', 'schema', 'properties', 'message']);
    const gatewayResponses = {
      DEFAULT_4XX: { responseTemplates: { 'application/json': '{"error":true}' } },
    };
    expect(await contentOf({ gatewayResponses })).toBeUndefined();
  });
});
