import { Body, Controller, Post } from '@nestjs/common';
import { ApiConsumes, ApiProperty } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsLambda,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  fromBody,
  fromHeader,
  fromRawBody,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const FORM = 'application/x-www-form-urlencoded';
const options = { ...ANSWERED, credentials: '${role_arn}' };
const queue = { queueUrl: '${jobs_queue_url}' };
const workflow = { action: 'StartExecution', stateMachineArn: '${workflow_arn}' } as const;

class OrderDto {
  @ApiProperty() id!: string;
}

@Controller('silent')
class SilentController {
  @Post('proxy')
  @ApiConsumes(FORM)
  proxy(@Body() _order: OrderDto): void {}

  @Post('raw')
  @ApiConsumes(FORM)
  @AwsStepFunctions({ ...workflow, input: { body: fromRawBody(), by: fromHeader('X-By') } })
  raw(@Body() _order: OrderDto): void {}

  @Post('text')
  @ApiConsumes('text/csv')
  @AwsSqs({ ...queue, message: fromBody() })
  text(@Body() _order: string): void {}

  @Post('own')
  @ApiConsumes('Application/X-WWW-Form-Urlencoded; charset=utf-8')
  @AwsLambda({ functionArn: '${function_arn}', mode: 'custom', requestTemplates: { [FORM]: '{}' } })
  own(@Body() _order: OrderDto): void {}

  @Post('patch')
  @ApiConsumes('application/merge-patch+json')
  @AwsLambda({ functionArn: '${function_arn}', mode: 'async' })
  patch(@Body() _order: OrderDto): void {}
}

@Controller('services')
@ApiConsumes(FORM)
class ServicesController {
  @Post('workflow')
  @AwsStepFunctions(workflow)
  start(@Body() _order: OrderDto): void {}

  @Post('event')
  @AwsEventBridge({ source: 'shop', detailType: 'Order' })
  put(@Body() _order: OrderDto): void {}

  @Post('item')
  @AwsDynamoDb({ action: 'PutItem', table: 'orders', key: { pk: fromBody('$.id') }, item: fromBody() })
  store(@Body() _order: OrderDto): void {}

  @Post('queue')
  @AwsSqs({ ...queue, message: fromBody() })
  enqueue(@Body() _order: OrderDto): void {}

  @Post('topic')
  @AwsSns({ topicArn: '${topic_arn}', message: { id: fromBody('$.id') } })
  tell(@Body() _order: OrderDto): void {}

  @Post('stream')
  @AwsKinesis({ stream: 'orders', partitionKey: 'a', data: fromBody() })
  record(@Body() _order: OrderDto): void {}
}

@Controller('functions')
@AwsLambda({ functionArn: '${function_arn}', mode: 'async' })
class FunctionsController {
  @Post('form')
  @ApiConsumes('application/json', FORM)
  form(@Body() _order: OrderDto): void {}

  @Post('custom')
  @ApiConsumes('text/csv')
  @AwsLambda({ functionArn: '${f}', mode: 'custom', requestTemplates: { 'application/json': '{}' } })
  custom(@Body() _order: string): void {}
}

class BaseController {
  @Post()
  @ApiConsumes('multipart/form-data')
  send(@Body() _order: OrderDto): void {}
}

@Controller('one')
@AwsSqs({ ...queue, message: fromBody() })
class OneController extends BaseController {}

const at = (place: string): string => `body-type-without-template error at ${place}`;

testRule('body-type-without-template', [
  {
    name: 'is silent on proxies, raw bodies, text as a message and templates of the author',
    controllers: [SilentController],
    options,
    reports: [],
  },
  {
    name: 'reports a form that a service reads as JSON',
    controllers: [ServicesController],
    options,
    reports: [
      [at('ServicesController.enqueue POST /services/queue'), FORM, 'fromBody()', 'fromRawBody()'],
      [at('ServicesController.put POST /services/event'), FORM],
      [at('ServicesController.record POST /services/stream'), FORM],
      [at('ServicesController.start POST /services/workflow'), FORM],
      [at('ServicesController.store POST /services/item'), FORM],
      [at('ServicesController.tell POST /services/topic'), FORM],
    ],
  },
  {
    name: 'reports a form that a function of the class gets as its event',
    controllers: [FunctionsController],
    options,
    reports: [
      [at('FunctionsController.custom POST /functions/custom'), 'text/csv', 'requestTemplates'],
      [at('FunctionsController.form POST /functions/form'), FORM, 'as its event'],
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    options,
    reports: [[at('OneController.send POST /one'), 'multipart/form-data']],
  },
]);
