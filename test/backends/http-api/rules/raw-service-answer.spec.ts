import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiProperty } from '@nestjs/swagger';
import { AwsLambda, AwsSqs, fromBody, type AwsGatewayOptions } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

class JobDto {
  @ApiProperty()
  name!: string;
}

class AcceptedDto {
  @ApiProperty()
  messageId!: string;
}

const HTTP_API: AwsGatewayOptions = { ...ANSWERED, gateway: 'http-api', validation: 'none' };
const queue = { queueUrl: '${queue_url}', message: fromBody(), credentials: '${role_arn}' };

@Controller('silent')
class SilentController {
  @Post()
  @AwsSqs(queue)
  enqueue(@Body() _job: JobDto): void {}

  @Post('function')
  @AwsLambda('${function_arn}')
  @ApiCreatedResponse({ type: AcceptedDto })
  run(@Body() _job: JobDto): void {}
}

@Controller('handler')
class HandlerController {
  @Post()
  @AwsSqs(queue)
  @ApiCreatedResponse({ type: AcceptedDto })
  enqueue(@Body() _job: JobDto): void {}
}

@Controller('class')
@AwsSqs(queue)
class ClassController {
  @Post()
  @ApiCreatedResponse({ type: AcceptedDto })
  enqueue(@Body() _job: JobDto): void {}
}

class BaseController {
  @Post()
  @AwsSqs(queue)
  @ApiCreatedResponse({ type: AcceptedDto })
  enqueue(@Body() _job: JobDto): void {}
}

@Controller('inherited')
class InheritedController extends BaseController {}

testRule('raw-service-answer', [
  {
    name: 'is silent on a service without a documented answer, and on a function with one',
    controllers: [SilentController],
    options: HTTP_API,
    reports: [],
  },
  ...[HandlerController, ClassController, InheritedController].map((controller) => ({
    name: `reports ${controller.name}`,
    controllers: [controller],
    options: HTTP_API,
    reports: [
      [
        `raw-service-answer warning at ${controller.name}.enqueue POST /${controller.name.replace('Controller', '').toLowerCase()}`,
        'SQS-SendMessage',
        '201',
      ] as const,
    ],
  })),
]);
