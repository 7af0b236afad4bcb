import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProperty } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsSns,
  AwsSqs,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  text,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const options = { ...ANSWERED, credentials: '${role_arn}' };

class LineDto {
  @ApiProperty() article!: string;
}

class OrderDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: LineDto }) first!: LineDto;
  @ApiProperty({ type: [LineDto] }) lines!: LineDto[];
  @ApiProperty({ type: [String], uniqueItems: true }) tags!: string[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) labels!: Record<string, string>;
  @ApiProperty({ type: 'object', additionalProperties: true }) anything!: Record<string, unknown>;
}

const queue = { queueUrl: '${jobs_queue_url}' };

const records = { action: 'PutRecords', stream: 's' } as const;

@Controller('records')
class RecordsController {
  @Post('fit')
  @AwsKinesis({ ...records, records: fromBody('$.lines'), partitionKey: 'article' })
  fit(@Body() _order: OrderDto): void {}

  @Post('near')
  @AwsKinesis({ ...records, records: fromBody('$.lines'), partitionKey: 'artikle' })
  near(@Body() _order: OrderDto): void {}

  @Post('far')
  @ApiBody({ type: [OrderDto] })
  @AwsKinesis({ ...records, records: fromBody(), partitionKey: 'tenant' })
  far(@Body() _orders: OrderDto[]): void {}
}

@Controller('orders/:shop')
class SilentController {
  @Post(':id')
  @AwsSqs({
    ...queue,
    message: {
      paths: [fromPath('shop'), text`a${fromPath('id')}`],
      members: [
        '$',
        '$.id',
        '$.first.article',
        '$.lines[0].article',
        '$.tags[0]',
        '$.labels.x',
        '$.anything.at.all',
      ].map(fromBody),
      others: [fromQuery('q'), fromHeader('X-Tenant'), fromContext('requestId')],
    },
  })
  place(@Body() _order: OrderDto): void {}

  @Post()
  @AwsSns({ topicArn: '${topic_arn}', message: fromBody() })
  @ApiConsumes('text/plain')
  @ApiBody({ schema: { type: 'string' } })
  tell(): void {}
}

@Controller('orders')
class HandlerController {
  @Post(':id')
  @AwsSqs({
    ...queue,
    message: { order: fromPath('order'), line: fromBody('$.first.articel'), ids: fromBody('$.id.x') },
  })
  place(@Body() _order: OrderDto): void {}

  @Get(':id')
  @AwsDynamoDb({
    action: 'PutItem',
    table: '${table}',
    key: { pk: text`ORDER#${fromBody('$.id')}` },
    item: fromBody(),
  })
  get(): void {}
}

@Controller('orders')
@AwsSqs({ ...queue, message: fromPath('id') })
class ClassController {
  @Get()
  list(): void {}

  @Get(':id')
  get(): void {}
}

@Controller('event')
class EventController {
  @Post('with')
  @AwsEventBridge({ source: 'shop', detailType: 'Placed' })
  place(@Body() _order: OrderDto): void {}

  @Get('without')
  @AwsEventBridge({ source: 'shop', detailType: 'Placed' })
  read(): void {}
}

class BaseController {
  @Get()
  @AwsSqs({ ...queue, message: fromPath('tenant') })
  list(): void {}
}

@Controller('one')
class OneController extends BaseController {}

@Controller(':tenant')
class TenantController extends BaseController {}

testRule('request-value-without-source', [
  {
    name: 'is silent on variables of the path, members of the DTO, and bodies of unknown shape',
    controllers: [SilentController],
    options,
    reports: [],
  },
  {
    name: 'reports paths, members and a body on GET',
    controllers: [HandlerController],
    options,
    reports: [
      ['request-value-without-source error at HandlerController.get GET /orders/{id}', "fromBody('$.id')"],
      ['request-value-without-source error at HandlerController.get GET /orders/{id}', 'fromBody()'],
      [
        'request-value-without-source error at HandlerController.place POST /orders/{id}',
        "fromBody('$.first.articel')",
        "fromBody('$.first.article')",
      ],
      [
        'request-value-without-source error at HandlerController.place POST /orders/{id}',
        "fromBody('$.id.x')",
      ],
      [
        'request-value-without-source error at HandlerController.place POST /orders/{id}',
        "fromPath('order')",
      ],
    ],
  },
  {
    name: 'reports the routes of a class that lack the variable',
    controllers: [ClassController],
    options,
    reports: [['request-value-without-source error at ClassController.list GET /orders', "fromPath('id')"]],
  },
  {
    name: 'reports an inherited handler where its variable is missing',
    controllers: [OneController, TenantController],
    options,
    reports: [['request-value-without-source error at OneController.list GET /one', "fromPath('tenant')"]],
  },
  {
    name: 'reports an event of the body of a route that takes none',
    controllers: [EventController],
    options,
    reports: [
      [
        'request-value-without-source error at EventController.read GET /event/without',
        'detail',
        'fromBody()',
      ],
    ],
  },
  {
    name: 'reports a partition key that no entry declares',
    controllers: [RecordsController],
    options,
    reports: [
      [
        'request-value-without-source error at RecordsController.far POST /records/far',
        'tenant',
        'fromBody()',
      ],
      ['request-value-without-source error at RecordsController.near POST /records/near', "'article'"],
    ],
  },
]);
