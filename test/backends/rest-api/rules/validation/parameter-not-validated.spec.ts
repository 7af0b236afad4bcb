import { Controller, Get, Headers, Param, Query } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProperty, ApiQuery } from '@nestjs/swagger';
import { AwsDynamoDb, AwsValidation, fromPath, fromQuery } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

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

  @Get('guessed')
  guessed(@Query('page[size]') _size?: number, @Headers('x:y') _header?: string): void {}

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
  @ApiQuery({ name: 'page[size]' })
  @ApiQuery({ name: 'id' })
  @ApiQuery({ name: 'q' })
  list(@Query('page[size]') _size: number, @Query('id') _id: string, @Query('q') _q: string): void {}
}

@Controller('rows')
@AwsValidation('params')
class ClassController {
  @Get()
  @ApiQuery({ name: 'sort:by' })
  list(@Query('sort:by') _by: string): void {}
}

class BaseController {
  @Get()
  @AwsValidation('params')
  @ApiQuery({ name: 'filter[name]' })
  list(@Query('filter[name]') _by: string): void {}
}

@Controller('one')
class OneController extends BaseController {}

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
      ['parameter-not-validated warning at HandlerController.list GET /pages/{id}', 'session'],
      ['parameter-not-validated warning at HandlerController.list GET /pages/{id}', 'q'],
      'parameter-not-validated warning at HandlerController.list GET /pages/{id}',
      ['parameter-not-validated warning at HandlerController.list GET /pages/{id}', 'page[size]'],
    ],
  },
  {
    name: 'reports the routes of a class',
    controllers: [ClassController],
    reports: [['parameter-not-validated warning at ClassController.list GET /rows', 'sort:by']],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: [['parameter-not-validated warning at OneController.list GET /one', 'filter[name]']],
  },
]);
