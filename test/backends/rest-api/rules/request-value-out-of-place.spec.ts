import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  AwsEventBridge,
  AwsS3,
  AwsService,
  AwsSns,
  AwsSqs,
  fromBody,
  fromPath,
  fromQuery,
  text,
  vtl,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

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
    path: text`/functions/${text`a${fromPath('name')}`}/policy`,
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

const inText = (path: string, kind: string, place: string): string =>
  `request-value-out-of-place error at ${place}
\`fromBody('${path}')\` stands in text, and is ${kind}
Name a member that is a string, a number or a boolean.`;

const mapped = (name: string, kind: 'a VTL expression' | 'text with values in it', place: string): string =>
  `request-value-out-of-place error at ${place}
\`${name}\` has ${kind}, and API Gateway maps one value at a time there, without a template
Give it fixed text, or one value of the request.`;

testRule('request-value-out-of-place', [
  {
    name: 'is silent on scalars in text, structures in JSON, and single values in mappings',
    controllers: [SilentController],
    options,
    reports: [],
  },
  {
    name: 'reports objects and lists in text, joined or alone',
    controllers: [TextController],
    options,
    reports: [
      inText('$.first', 'an object', 'TextController.enqueue POST /orders/sqs'),
      inText('$.lines', 'a list', 'TextController.enqueue POST /orders/sqs'),
      inText('$.tags', 'a set', 'TextController.put POST /orders/bus'),
      inText('$', 'an object', 'TextController.tell POST /orders/sns'),
    ],
  },
  {
    name: 'reports text and templates in what is mapped',
    controllers: [MappedController],
    options,
    reports: [
      mapped('X-Name', 'text with values in it', 'MappedController.call POST /files/{name}'),
      mapped('path', 'text with values in it', 'MappedController.call POST /files/{name}'),
      mapped('q', 'a VTL expression', 'MappedController.call POST /files/{name}'),
      mapped('prefix', 'text with values in it', 'MappedController.list GET /files'),
      mapped('key', 'a VTL expression', 'MappedController.read GET /files/{name}'),
      mapped('key', 'a VTL expression', 'MappedController.remove DELETE /files/{name}'),
    ],
  },
  {
    name: 'reports an integration of a class',
    controllers: [ClassController],
    options,
    reports: [mapped('key', 'a VTL expression', 'ClassController.read GET /files/{name}')],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    options,
    reports: [mapped('key', 'a VTL expression', 'OneController.read GET /one/{name}')],
  },
]);
