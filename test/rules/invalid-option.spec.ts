import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsDynamoDb,
  AwsEventBridge,
  AwsHttp,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsSqs,
  AwsValidation,
  fromHeader,
  text,
} from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('silent')
@AwsCors({ allowOrigins: ['https://app.example.com'], maxAge: 0 })
class SilentController {
  @Get('a')
  @AwsMock({ status: 404, body: null, headers: { 'x-a': '' } })
  mock(): void {}

  @Get('b')
  @AwsCors(false)
  @AwsApiKey(false)
  @AwsValidation('none')
  none(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsMock({ status: 42, headers: { 'x-quote': "it's" } })
  mock(): void {}

  @Get('echo')
  @AwsMock({ body: { items: [fromHeader('x-item')] } })
  echo(): void {}

  @Get('b')
  @AwsLambda({ functionArn: '${function_arn}', timeout: 10 })
  lambda(): void {}

  @Get('c')
  @AwsIntegration({ uri: 'https://example.com' } as never)
  raw(): void {}

  @Get('d')
  @AwsHttp(undefined as never)
  http(): void {}

  @Get('e')
  @AwsAuthorizer(undefined as never)
  guarded(): void {}

  @Get('f')
  @AwsApiKey('yes' as never)
  key(): void {}
}

class ThingDto {
  @ApiProperty()
  id!: string;
}

@Controller('unset')
class UnsetController {
  @Get('a')
  @AwsDynamoDb({
    action: 'GetItem',
    table: 'things',
    key: { pk: text`USER#${process.env['NO_SUCH_VARIABLE'] as never}` },
    credentials: '${role_arn}',
  })
  undefinedPart(): void {}

  @Get('b')
  @AwsSqs({ queueName: 'jobs', message: { a: text`${null as never}b` }, credentials: '${role_arn}' })
  nullPart(): void {}

  @Get('c')
  @AwsEventBridge({ source: 's', detailType: 't', detail: 'text' as never, credentials: '${role_arn}' })
  textDetail(): void {}

  @Post('d')
  @AwsEventBridge({ source: 's', detailType: 't', detail: fromHeader('X-A'), credentials: '${role_arn}' })
  headerDetail(@Body() _body: ThingDto): void {}
}

@Controller('class')
@AwsValidation('everything' as never)
class ClassController {
  @Get()
  first(): void {}

  @Get('second')
  second(): void {}
}

class BaseController {
  @Get()
  @AwsCors({ allowOrigins: ['*'], maxAge: 90_000 })
  read(): void {}
}

@Controller('one')
class OneController extends BaseController {}

@Controller('two')
class TwoController extends BaseController {}

testRule('invalid-option', [
  { name: 'is silent at the edges of what is allowed', controllers: [SilentController], reports: [] },
  {
    name: 'reports what is undefined or null inside text, and text instead of an object',
    controllers: [UnsetController],
    reports: [
      ['invalid-option error at UnsetController.headerDetail', 'detail', "fromHeader('X-A')"],
      ['invalid-option error at UnsetController.nullPart', 'message', 'text`${null}b`'],
      ['invalid-option error at UnsetController.textDetail', 'detail', 'text'],
      ['invalid-option error at UnsetController.undefinedPart', 'key', 'text`USER#${undefined}`'],
    ],
  },
  {
    name: 'reports options of a handler',
    controllers: [HandlerController],
    reports: [
      ['invalid-option error at HandlerController.echo', 'body', "fromHeader('x-item')"],
      ['invalid-option error at HandlerController.guarded', 'undefined'],
      ['invalid-option error at HandlerController.http', 'undefined'],
      ['invalid-option error at HandlerController.key', 'yes'],
      ['invalid-option error at HandlerController.lambda', 'timeout', '10'],
      ['invalid-option error at HandlerController.mock', 'headers', '{"x-quote":"it\'s"}'],
      ['invalid-option error at HandlerController.mock', 'status', '42'],
      ['invalid-option error at HandlerController.raw', 'type'],
    ],
  },
  {
    name: 'reports an option of a class once',
    controllers: [ClassController],
    reports: [['invalid-option error at ClassController', 'everything']],
  },
  {
    name: 'reports an inherited option once, under the first class',
    controllers: [OneController, TwoController],
    reports: [['invalid-option error at OneController.read', 'maxAge', '90000']],
  },
  {
    name: 'reports options of the module',
    controllers: [],
    options: { integration: { kind: 'grpc' }, minimumCompressionSize: -1 } as never,
    reports: [
      ['invalid-option error at module', 'integration', 'grpc'],
      ['invalid-option error at module', 'minimumCompressionSize', '-1'],
    ],
  },
]);
