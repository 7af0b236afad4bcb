import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProperty } from '@nestjs/swagger';
import {
  AwsDynamoDb,
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
    message: { order: fromPath('order'), line: fromBody('$.first.name'), ids: fromBody('$.id.x') },
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

class BaseController {
  @Get()
  @AwsSqs({ ...queue, message: fromPath('tenant') })
  list(): void {}
}

@Controller('one')
class OneController extends BaseController {}

@Controller(':tenant')
class TenantController extends BaseController {}

const noVariable = (name: string, path: string, place: string): string =>
  `request-value-without-source error at ${place}
\`fromPath('${name}')\` names no variable of the path \`${path}\`
Name one of its variables, or add this one to the path.`;

const noMember = (path: string, place: string): string => `request-value-without-source error at ${place}
\`fromBody('${path}')\` names no member of the request DTO
Name a member of the DTO, or declare this one with \`@ApiProperty()\`.`;

const noBody = (path: string, place: string): string => `request-value-without-source error at ${place}
\`fromBody(${path})\` reads a body, and the route takes none
Give the handler a \`@Body()\` parameter with a DTO, or take the value from the path or the query.`;

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
      'member-without-dynamodb-type error at HandlerController.get GET /orders/{id}\n' +
        'the request DTO says nothing of the attributes: it is not an object\n' +
        'Declare the body with a DTO: `@Body() item: ItemDto`.',
      noBody("'$.id'", 'HandlerController.get GET /orders/{id}'),
      noBody('', 'HandlerController.get GET /orders/{id}'),
      noMember('$.first.name', 'HandlerController.place POST /orders/{id}'),
      noMember('$.id.x', 'HandlerController.place POST /orders/{id}'),
      noVariable('order', '/orders/{id}', 'HandlerController.place POST /orders/{id}'),
    ],
  },
  {
    name: 'reports the routes of a class that lack the variable',
    controllers: [ClassController],
    options,
    reports: [noVariable('id', '/orders', 'ClassController.list GET /orders')],
  },
  {
    name: 'reports an inherited handler where its variable is missing',
    controllers: [OneController, TenantController],
    options,
    reports: [noVariable('tenant', '/one', 'OneController.list GET /one')],
  },
]);
