import { Body, Controller, Delete, Get, Post, Put } from '@nestjs/common';
import { ApiBody, ApiProperty } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsS3,
  AwsService,
  AwsSns,
  AwsSqs,
  fromBody,
  fromPath,
  fromQuery,
  fromRawBody,
  text,
  vtl,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const options = { ...ANSWERED, credentials: '${role_arn}' };

class LineDto {
  @ApiProperty() article!: string;
}

class OrderDto {
  @ApiProperty() id!: string;
  @ApiProperty() count!: number;
  @ApiProperty({ type: LineDto }) first!: LineDto;
  @ApiProperty({ type: [LineDto] }) lines!: LineDto[];
  @ApiProperty({ type: [String], uniqueItems: true }) tags!: string[];
}

const queue = { queueUrl: '${jobs_queue_url}' };
const topic = { topicArn: '${topic_arn}' };

@Controller('orders')
class SilentController {
  @Post('sqs')
  @AwsSqs({
    ...queue,
    message: { lines: fromBody('$.lines'), note: text`${fromBody('$.id')} ${fromBody('$.count')}` },
  })
  enqueue(@Body() _order: OrderDto): void {}

  @Post('sns')
  @AwsSns({ ...topic, subject: text`Order ${vtl('$context.requestId')}`, message: fromBody('$.first') })
  tell(@Body() _order: OrderDto): void {}

  @Get('files/:name')
  @AwsS3({ action: 'GetObject', bucket: '${bucket}', key: text`uploads/${fromPath('name')}` })
  read(): void {}

  @Get('files')
  @AwsS3({ action: 'ListObjects', bucket: '${bucket}', prefix: fromQuery('prefix'), delimiter: '/' })
  list(): void {}

  @Post('stream')
  @AwsKinesis({ stream: 'orders', partitionKey: 'a', data: vtl('$input.body') })
  record(@Body() _order: OrderDto): void {}

  @Post('expressions')
  @AwsKinesis({
    stream: 'orders',
    partitionKey: vtl('$context.stage $context.requestId'),
    data: {
      a: vtl("$input.params().header.get('A').substring(0, $x.indexOf('b)'))"),
      b: vtl('"$context.stage ($context.requestId)"'),
      c: vtl('$map["k"][0].x'),
      d: text`${vtl('-1')} ${vtl('${context.stage}')}`,
    },
  })
  expressions(@Body() _order: OrderDto): void {}

  @Post('bus')
  @AwsEventBridge({ source: 'shop', detailType: 'Placed', detail: fromBody('$.first') })
  put(@Body() _order: OrderDto): void {}

  @Post('wrapped')
  @AwsEventBridge({ source: 'shop', detailType: 'Placed', detail: { count: fromBody('$.count') } })
  wrapped(@Body() _order: OrderDto): void {}

  @Put('item')
  @AwsDynamoDb({
    action: 'UpdateItem',
    table: '${table}',
    key: { pk: fromQuery('id') },
    item: fromBody('$.first'),
  })
  item(@Body() _order: OrderDto): void {}

  @Post('escaped')
  @AwsSqs({ ...queue, message: vtl(`$util.escapeJavaScript($input.body).replaceAll("\\\\'", "'")`) })
  escaped(@Body() _order: OrderDto): void {}
}

@Controller('bodies')
class BodyController {
  @Post('queue')
  @AwsSqs({ ...queue, message: { body: vtl('$input.body') } })
  enqueue(@Body() _order: OrderDto): void {}

  @Post('topic')
  @AwsSns({ ...topic, message: text`a ${vtl('$!{input.body}')}` })
  tell(@Body() _order: OrderDto): void {}

  @Post('file')
  @AwsS3({ action: 'PutObject', bucket: '${bucket}', key: fromRawBody() })
  store(@Body() _order: OrderDto): void {}
}

@Controller('orders')
class TextController {
  @Post('sqs')
  @AwsSqs({ ...queue, message: { note: text`${fromBody('$.first')}` }, groupId: fromBody('$.lines') })
  enqueue(@Body() _order: OrderDto): void {}

  @Post('sns')
  @AwsSns({ ...topic, subject: text`${fromBody()}`, message: fromBody() })
  tell(@Body() _order: OrderDto): void {}

  @Post('bus')
  @AwsEventBridge({ source: 'shop', detailType: fromBody('$.tags') })
  put(@Body() _order: OrderDto): void {}
}

class AnyDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) any!: unknown;
  @ApiProperty({ type: [String] }) names!: string[];
  @ApiProperty({ type: [LineDto] }) lines!: LineDto[];
}

@Controller('any')
class AnyController {
  @Post('subject')
  @AwsSns({ ...topic, subject: fromBody('$.any'), message: fromBody('$.any') })
  subject(@Body() _body: AnyDto): void {}

  @Post('key')
  @AwsKinesis({ stream: 's', partitionKey: fromBody('$.any'), data: text`a ${fromBody('$.id')}` })
  key(@Body() _body: AnyDto): void {}

  @Post('attribute')
  @AwsDynamoDb({
    action: 'PutItem',
    table: '${table}',
    key: { pk: fromBody('$.id') },
    attributes: { any: fromBody('$.any') },
  })
  attribute(@Body() _body: AnyDto): void {}
}

@Controller('code')
class CodeController {
  @Post('set')
  @AwsKinesis({ stream: 's', partitionKey: 'a', data: { a: vtl('#set($x = "z")$x') } })
  set(): void {}

  @Post('two')
  @AwsKinesis({ stream: 's', partitionKey: 'a', data: text`a ${vtl('$context.stage$context.requestId')}` })
  two(): void {}

  @Post('bare')
  @AwsKinesis({ stream: 's', partitionKey: 'a', data: vtl('abc') })
  bare(): void {}
}

const many = { action: 'PutRecords', stream: 's', partitionKey: 'article' } as const;

@Controller('many')
class ListController {
  @Post('lines')
  @AwsKinesis({ ...many, records: fromBody('$.lines') })
  lines(@Body() _body: AnyDto): void {}

  @Post('names')
  @AwsKinesis({ ...many, records: fromBody('$.names') })
  names(@Body() _body: AnyDto): void {}

  @Post('any')
  @AwsKinesis({ ...many, records: fromBody('$.any') })
  any(@Body() _body: AnyDto): void {}

  @Post('id')
  @AwsKinesis({ ...many, records: fromBody('$.id') })
  id(@Body() _body: AnyDto): void {}
}

@Controller('orders')
class ObjectController {
  @Post('number')
  @AwsEventBridge({ source: 'shop', detailType: 'Placed', detail: fromBody('$.count') })
  number(@Body() _order: OrderDto): void {}

  @Post('set')
  @AwsEventBridge({ source: 'shop', detailType: 'Placed', detail: fromBody('$.tags') })
  set(@Body() _order: OrderDto): void {}

  @Post('list')
  @ApiBody({ type: [OrderDto] })
  @AwsEventBridge({ source: 'shop', detailType: 'Placed' })
  list(@Body() _orders: OrderDto[]): void {}

  @Post('item')
  @AwsDynamoDb({
    action: 'PutItem',
    table: '${table}',
    key: { pk: fromBody('$.id') },
    item: fromBody('$.lines'),
  })
  item(@Body() _order: OrderDto): void {}
}

@Controller('nested')
class NestedController {
  @Get(':name')
  @AwsS3({
    action: 'GetObject',
    bucket: '${bucket}',
    key: text`${text`u/${fromQuery('q')}${text`-`}`}/${text`${fromPath('name')}.png`}`,
  })
  read(): void {}
}

@Controller('files')
class MappedController {
  @Get()
  @AwsS3({ action: 'ListObjects', bucket: '${bucket}', prefix: text`u/${fromQuery('prefix')}` })
  list(): void {}

  @Get(':name')
  @AwsS3({
    action: 'GetObject',
    bucket: '${bucket}',
    key: text`u/${vtl('$context.accountId')}/${fromPath('name')}`,
  })
  read(): void {}

  @Delete(':name')
  @AwsS3({ action: 'DeleteObject', bucket: '${bucket}', key: vtl("$input.params('name')") })
  remove(): void {}

  @Post(':name')
  @AwsService({
    service: 'lambda',
    path: text`/functions/${text`a${vtl('$context.stage')}`}/policy`,
    headers: { 'X-Name': text`n ${fromPath('name')}` },
    query: { q: vtl('$context.requestId') },
  })
  call(): void {}
}

@Controller('files/:name')
@AwsS3({ action: 'GetObject', bucket: '${bucket}', key: vtl("$input.params('name')") })
class ClassController {
  @Get()
  read(): void {}
}

class BaseController {
  @Get()
  @AwsS3({ action: 'GetObject', bucket: '${bucket}', key: vtl("$input.params('name')") })
  read(): void {}
}

@Controller('one/:name')
class OneController extends BaseController {}

testRule('request-value-out-of-place', [
  {
    name: 'is silent on scalars in text, structures in JSON, and single values in mappings',
    controllers: [SilentController, NestedController],
    options,
    reports: [],
  },
  {
    name: 'reports objects and lists in text, joined or alone',
    controllers: [TextController],
    options,
    reports: [
      ['request-value-out-of-place error at TextController.enqueue POST /orders/sqs', "fromBody('$.first')"],
      ['request-value-out-of-place error at TextController.enqueue POST /orders/sqs', "fromBody('$.lines')"],
      ['request-value-out-of-place error at TextController.put POST /orders/bus', "fromBody('$.tags')"],
      ['request-value-out-of-place error at TextController.tell POST /orders/sns', 'fromBody()'],
    ],
  },
  {
    name: 'reports values that are no objects where a service accepts only objects',
    controllers: [ObjectController],
    options,
    reports: [
      [
        'request-value-out-of-place error at ObjectController.item POST /orders/item',
        'item',
        "fromBody('$.lines')",
        'a list',
      ],
      ['request-value-out-of-place error at ObjectController.list POST /orders/list', 'fromBody()', 'a list'],
      ['request-value-out-of-place error at ObjectController.number POST /orders/number', 'a number'],
      ['request-value-out-of-place error at ObjectController.set POST /orders/set', "fromBody('$.tags')"],
    ],
  },
  {
    name: 'reports an object of any members as text',
    controllers: [AnyController],
    options,
    reports: [
      ['request-value-out-of-place error at AnyController.attribute POST /any/attribute', 'an object'],
      ['request-value-out-of-place error at AnyController.key POST /any/key', "fromBody('$.any')"],
      ['request-value-out-of-place error at AnyController.subject POST /any/subject', 'an object'],
    ],
  },
  {
    name: 'reports VTL in data that is not one expression',
    controllers: [CodeController],
    options,
    reports: [
      ['request-value-out-of-place error at CodeController.bare POST /code/bare', "vtl('abc')"],
      ['request-value-out-of-place error at CodeController.set POST /code/set', 'data'],
      ['request-value-out-of-place error at CodeController.two POST /code/two', 'data'],
    ],
  },
  {
    name: 'reports records that are no list of objects',
    controllers: [ListController],
    options,
    reports: [
      ['request-value-out-of-place error at ListController.any POST /many/any', 'an object'],
      ['request-value-out-of-place error at ListController.id POST /many/id', 'a string'],
      ['request-value-out-of-place error at ListController.names POST /many/names', 'a list of strings'],
    ],
  },
  {
    name: 'reports VTL that writes the body unescaped, and a body that is mapped',
    controllers: [BodyController],
    options,
    reports: [
      ['request-value-out-of-place error at BodyController.enqueue POST /bodies/queue', 'fromRawBody()'],
      ['request-value-out-of-place error at BodyController.store POST /bodies/file', 'key', 'the whole body'],
      ['request-value-out-of-place error at BodyController.tell POST /bodies/topic', "vtl('$!{input.body}')"],
    ],
  },
  {
    name: 'reports text and templates in what is mapped',
    controllers: [MappedController],
    options,
    reports: [
      ['request-value-out-of-place error at MappedController.call POST /files/{name}', 'X-Name'],
      ['request-value-out-of-place error at MappedController.call POST /files/{name}', 'path'],
      ['request-value-out-of-place error at MappedController.call POST /files/{name}', 'q'],
      ['request-value-out-of-place error at MappedController.list GET /files', 'prefix'],
      ['request-value-out-of-place error at MappedController.read GET /files/{name}', 'key'],
      ['request-value-out-of-place error at MappedController.remove DELETE /files/{name}', 'key'],
    ],
  },
  {
    name: 'reports an integration of a class',
    controllers: [ClassController],
    options,
    reports: [['request-value-out-of-place error at ClassController.read GET /files/{name}', 'key']],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    options,
    reports: [['request-value-out-of-place error at OneController.read GET /one/{name}', 'key']],
  },
]);
