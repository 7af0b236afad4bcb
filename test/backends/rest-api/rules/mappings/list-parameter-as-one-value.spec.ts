import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProperty, ApiQuery } from '@nestjs/swagger';
import { AwsDynamoDb, AwsS3, fromHeader, fromQuery, text } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const options = { ...ANSWERED, credentials: '${role_arn}' };
const table = '${table}';

class ItemDto {
  @ApiProperty() id!: string;
}

@Controller('items')
class SilentController {
  @Get()
  @AwsDynamoDb({ action: 'GetItem', table, key: { pk: fromQuery('id') } })
  @ApiQuery({ name: 'tags', type: [String] })
  @ApiHeader({ name: 'id', schema: { type: 'array', items: { type: 'string' } } })
  @ApiOkResponse({ type: ItemDto })
  get(@Query('id') _id: string): void {}

  @Get('proxied')
  @ApiQuery({ name: 'tags', type: [String] })
  proxied(): void {}
}

@Controller('lists')
class HandlerController {
  @Get()
  @AwsDynamoDb({
    action: 'GetItem',
    table,
    key: { pk: text`TAG#${fromQuery('tags')}`, sk: fromHeader('X-Ids') },
  })
  @ApiQuery({ name: 'tags', type: [String] })
  @ApiHeader({ name: 'X-Ids', schema: { type: 'array', items: { type: 'string' }, uniqueItems: true } })
  @ApiOkResponse({ type: ItemDto })
  get(@Query('tags') _tags: string[], @Headers('X-Ids') _ids: string): void {}
}

@Controller('files')
@AwsS3({ action: 'ListObjects', bucket: '${bucket}', prefix: fromQuery('prefix') })
class ClassController {
  @Get()
  @ApiQuery({ name: 'prefix', type: [String], required: false })
  list(): void {}
}

class BaseController {
  @Get()
  @AwsDynamoDb({ action: 'GetItem', table, key: { pk: fromQuery('ids') } })
  @ApiQuery({ name: 'ids', enum: ['a', 'b'], isArray: true })
  @ApiOkResponse({ type: ItemDto })
  get(): void {}
}

@Controller('one')
class OneController extends BaseController {}

testRule('list-parameter-as-one-value', [
  {
    name: 'is silent on lists that no service takes, and on one value of another place',
    controllers: [SilentController],
    options,
    reports: [],
  },
  {
    name: 'reports query parameters and headers, inside texts too',
    controllers: [HandlerController],
    options,
    reports: [
      ['list-parameter-as-one-value warning at HandlerController.get GET /lists', "fromHeader('X-Ids')"],
      ['list-parameter-as-one-value warning at HandlerController.get GET /lists', "fromQuery('tags')"],
    ],
  },
  {
    name: 'reports the routes of a class',
    controllers: [ClassController],
    options,
    reports: [
      ['list-parameter-as-one-value warning at ClassController.list GET /files', "fromQuery('prefix')"],
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    options,
    reports: [['list-parameter-as-one-value warning at OneController.get GET /one', "fromQuery('ids')"]],
  },
]);
