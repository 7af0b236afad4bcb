import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { AwsDynamoDb, AwsS3, AwsSqs, fromHeader, fromQuery } from 'nestjs-aws-gateway';
import { compileControllers } from '../../support/create-app.js';
import { ANSWERED } from '../../support/test-rule.js';

@Controller()
class PagesController {
  @Get('orders')
  @AwsDynamoDb({
    action: 'Query',
    table: '${orders}',
    key: { pk: fromQuery('shop') },
    cursor: fromQuery('cursor'),
    limit: fromQuery('limit'),
  })
  orders(
    @Query('shop') _shop: string,
    @Query('cursor') _cursor: string,
    @Query('limit') _limit: number,
    @Query('other') _other: string,
  ): void {}

  @Get('files')
  @ApiQuery({ name: 'cursor' })
  @AwsS3({ action: 'ListObjects', bucket: '${files}', cursor: fromQuery('cursor') })
  files(): void {}

  @Get('jobs')
  @AwsSqs({ queueUrl: '${jobs}', message: fromHeader('X-Job') })
  jobs(@Headers('X-Job') _job: string): void {}

  @Get('proxied')
  proxied(@Query('cursor') _cursor: string): void {}
}

describe('requireAsServed', () => {
  it('requires what the service needs and nothing that it does without', async () => {
    const { publicDocument } = await compileControllers([PagesController], ANSWERED);
    const requiredOf = (path: string): unknown =>
      Object.fromEntries(
        (
          publicDocument.paths[path]!['get'] as { parameters: { name: string; required?: boolean }[] }
        ).parameters.map(({ name, required }) => [name, required]),
      );
    expect(requiredOf('/orders')).toEqual({ shop: true, cursor: false, limit: false, other: true });
    expect(requiredOf('/files')).toEqual({ cursor: false });
    expect(requiredOf('/proxied')).toEqual({ cursor: true });
  });
});
