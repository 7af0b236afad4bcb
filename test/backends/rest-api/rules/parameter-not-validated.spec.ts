import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProperty, ApiQuery } from '@nestjs/swagger';
import { AwsDynamoDb, AwsValidation, fromPath, fromQuery } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

class ItemDto {
  @ApiProperty() id!: string;
}

@Controller('items/:id')
@AwsValidation('params')
class SilentController {
  @Get()
  @ApiQuery({ name: 'page[size]', required: false })
  @ApiQuery({ name: 'filter[by]', schema: { type: 'string', default: 'name' } })
  list(@Param('id') _id: string, @Query('q') _q: string, @Headers('x-tenant') _tenant: string): void {}

  @Get('unchecked')
  @AwsValidation('body')
  unchecked(@Query('page[size]') _size: number, @Query('id') _id: string): void {}

  @Get('page')
  @AwsDynamoDb({ action: 'Query', table: '${table}', key: { pk: fromPath('id') }, limit: fromQuery('id') })
  @ApiOkResponse({ type: [ItemDto] })
  page(@Query('id') _limit: string): void {}
}

@Controller('pages/:id')
class HandlerController {
  @Get()
  @AwsValidation('all')
  @ApiQuery({ name: 'session', in: 'cookie' } as never)
  @ApiHeader({ name: 'q', required: true })
  list(@Query('page[size]') _size: number, @Query('id') _id: string, @Query('q') _q: string): void {}
}

@Controller('rows')
@AwsValidation('params')
class ClassController {
  @Get()
  list(@Query('sort:by') _by: string): void {}
}

class BaseController {
  @Get()
  @AwsValidation('params')
  list(@Query('filter[name]') _by: string): void {}
}

@Controller('one')
class OneController extends BaseController {}

const report = (place: string, what: string, why: string, fix: string): string =>
  `parameter-not-validated warning at ${place}
API Gateway does not check that the ${what} is there: ${why}
${fix} the backend check it, and say so with \`@AwsIgnore('parameter-not-validated', '…')\`.`;
const rename = 'Name it with letters, digits, `.`, `_`, `$` and `-`, or let';

testRule('parameter-not-validated', [
  {
    name: 'is silent on what may be missing, on what is declared, and where parameters are not checked',
    controllers: [SilentController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [],
  },
  {
    name: 'reports cookies, names that import refuses, and the second of a name',
    controllers: [HandlerController],
    reports: [
      report('HandlerController.list GET /pages/{id}', 'cookie `session`', 'it knows no cookies', 'Let'),
      report(
        'HandlerController.list GET /pages/{id}',
        'header `q`',
        'another parameter of the route has its name',
        'Rename one of the two, or let',
      ),
      report(
        'HandlerController.list GET /pages/{id}',
        'query parameter `id`',
        'another parameter of the route has its name',
        'Rename one of the two, or let',
      ),
      report(
        'HandlerController.list GET /pages/{id}',
        'query parameter `page[size]`',
        'it takes no such name',
        rename,
      ),
    ],
  },
  {
    name: 'reports the routes of a class',
    controllers: [ClassController],
    reports: [
      report('ClassController.list GET /rows', 'query parameter `sort:by`', 'it takes no such name', rename),
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: [
      report(
        'OneController.list GET /one',
        'query parameter `filter[name]`',
        'it takes no such name',
        rename,
      ),
    ],
  },
]);
