import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { AwsAuthorizer, AwsIgnore, AwsLambda, fromStage, IamAuthorizer, AwsSqs } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../support/test-rule.js';

const KB = 1024;
const custom = (size: number) =>
  AwsLambda({
    functionArn: '${function_arn}',
    mode: 'custom',
    responses: { default: { statusCode: 200, responseTemplates: { 'application/json': 'x'.repeat(size) } } },
  });
const NEAR = { ignore: { 'limit-near': 'a test of what is over the limit' } };

@Controller('silent')
class SilentController {
  @Get('a')
  @custom(300 * KB)
  @AwsAuthorizer(new IamAuthorizer({ name: 'one' }))
  one(): void {}

  @Get('b')
  @AwsAuthorizer(new IamAuthorizer({ name: 'two' }))
  two(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @custom(300 * KB + 1)
  read(): void {}

  @Get('known')
  @custom(300 * KB + 1)
  @AwsIgnore('limit-exceeded', 'the template is shortened before it is deployed')
  known(): void {}
}

class BaseController {
  @Get('a')
  read(): void {}
}

@Controller('class')
@custom(400 * KB)
class ClassController extends BaseController {}

class WideDto {
  @ApiProperty({ description: 'x'.repeat(400 * KB) })
  text!: string;
}

@Controller('wide')
class WideController {
  @Post()
  create(@Body() dto: WideDto): void {
    void dto;
  }
}

@Controller('staged')
class StagedController {
  @Post()
  @AwsSqs({
    queueUrl: '${queue_url}',
    message: Object.fromEntries(
      Array.from({ length: 101 }, (_, index) => [`a${index}`, fromStage(`v${index}`)]),
    ),
  })
  send(): void {}
}

testRule('limit-exceeded', [
  {
    name: 'is silent at the limit, and about IAM, which is no authorizer of the API’s own',
    controllers: [SilentController],
    options: { ...ANSWERED, ...NEAR, limits: { authorizers: 1, resources: 4 } },
    reports: [],
  },
  {
    name: 'reports a handler’s template, and can be kept silent there',
    controllers: [HandlerController],
    reports: [['limit-exceeded error at HandlerController.read GET /handler', '300.1 KB', '101 %']],
  },
  {
    name: 'reports a class’s template under its inherited handler',
    controllers: [ClassController],
    reports: [['limit-exceeded error at ClassController.read GET /class/a', '400 KB', '134 %']],
  },
  {
    name: 'reports paths and policies, with the quota that can be raised',
    controllers: [SilentController],
    options: {
      ...ANSWERED,
      limits: { resources: 3, policy: 10 },
      policy: {
        Statement: {
          Effect: 'Allow',
          Principal: '*',
          Action: 'execute-api:Invoke',
          Resource: 'execute-api:/*',
        },
      },
      ignore: { 'limit-near': 'a test of what is over the limit' },
    },
    reports: [
      ['limit-exceeded error at module', '106 of 10', 'policy'],
      ['limit-exceeded error at module', '4 of 3', 'resources'],
    ],
  },
  {
    name: 'reports models',
    controllers: [WideController],
    options: { ...ANSWERED, validation: 'body' },
    reports: [['limit-exceeded error at module', '400.1 KB', 'models']],
  },
  {
    name: 'reports stage variables, however they are read',
    controllers: [StagedController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [['limit-exceeded error at module', '101 of 100', 'stage variables']],
  },
]);
