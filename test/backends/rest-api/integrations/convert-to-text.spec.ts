import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiProperty } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import {
  AwsCors,
  AwsDynamoDb,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsS3,
  fromPath,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { writeTree } from '../../../../lib/values/deploy-tree.js';
import { compileControllers } from '../../../support/create-app.js';

class ItemDto {
  @ApiProperty()
  name!: string;
}

const binary = { schema: { type: 'string', format: 'binary' } };

@Controller()
class TestController {
  @Get('mock')
  @AwsMock({ body: { ok: true } })
  @AwsCors({ allowOrigins: ['*'] })
  mock(): void {}

  @Get('item/:id')
  @AwsDynamoDb({ action: 'GetItem', table: '${table}', key: { pk: fromPath('id') } })
  @ApiOkResponse({ type: ItemDto })
  item(@Param('id') _id: string): void {}

  @Post('event')
  @AwsLambda({ functionArn: '${event_arn}', mode: 'custom' })
  event(): void {}

  @Get('chart/:id')
  @AwsLambda({
    functionArn: '${chart_arn}',
    mode: 'custom',
    requestTemplates: { 'application/json': '{"id":"$input.params(\'id\')"}' },
    responses: { default: { statusCode: 200, contentHandling: 'CONVERT_TO_BINARY' } },
  })
  chart(@Param('id') _id: string): void {}

  @Get('picture/:id')
  @AwsLambda({ functionArn: '${picture_arn}', mode: 'custom' })
  @ApiProduces('image/png')
  @ApiOkResponse(binary)
  picture(@Param('id') _id: string): void {}

  @Get('file/:key')
  @AwsS3({ action: 'GetObject', bucket: '${bucket}', key: fromPath('key') })
  file(@Param('key') _key: string): void {}

  @Get('raw')
  @AwsIntegration({
    type: 'http',
    httpMethod: 'GET',
    uri: '${url}',
    responses: { default: { statusCode: 200 } },
  })
  raw(): void {}

  @Get('proxy')
  @AwsLambda('${proxy_arn}')
  proxy(): void {}
}

/** `contentHandling` of each route's request and of its answers, by path. */
async function handling(options: AwsGatewayOptions): Promise<Readonly<Record<string, unknown>>> {
  const { privateDocument } = await compileControllers([TestController], {
    credentials: '${role}',
    ...options,
  });
  const { paths } = writeTree(privateDocument) as { paths: Record<string, Record<string, Operation>> };
  return Object.fromEntries(
    Object.entries(paths).map(([path, { get, post }]) => {
      const { contentHandling, responses = {} } = (get ?? post)!['x-amazon-apigateway-integration'];
      return [path, [contentHandling, ...Object.values(responses).map((answer) => answer.contentHandling)]];
    }),
  );
}

interface Handled {
  readonly contentHandling?: string;
}
interface Operation {
  readonly 'x-amazon-apigateway-integration': Handled & {
    readonly responses?: Readonly<Record<string, Handled>>;
  };
}

const TEXT = 'CONVERT_TO_TEXT';

describe('convertToText', () => {
  it('says that templates deal in text where a binary type covers JSON', async () => {
    expect(await handling({ binaryMediaTypes: ['*/*'] })).toEqual({
      '/mock': [TEXT, TEXT],
      '/item/{id}': [TEXT, TEXT, TEXT, TEXT],
      // The body passes as it is: as text it would be base64.
      '/event': [undefined, TEXT, TEXT],
      '/chart/{id}': [TEXT, 'CONVERT_TO_BINARY', TEXT],
      // Documented as binary.
      '/picture/{id}': [undefined, undefined, TEXT],
      // An object is passed on, S3's errors are told in a template.
      '/file/{key}': [undefined, undefined, undefined, TEXT, TEXT, TEXT, undefined, TEXT, TEXT],
      '/raw': [undefined, undefined],
      '/proxy': [undefined],
    });
  });

  it.each([[[]], [['image/png', 'application/octet-stream']]])(
    'is not needed with %j',
    async (binaryMediaTypes) => {
      const { '/mock': mock, '/file/{key}': file, ...others } = await handling({ binaryMediaTypes });
      expect(mock).toEqual([TEXT, TEXT]);
      expect((file as unknown[]).includes(TEXT)).toBe(binaryMediaTypes.length > 0);
      expect(JSON.stringify(others)).not.toContain(TEXT);
    },
  );
});
