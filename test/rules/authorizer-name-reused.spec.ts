import { Controller, Get } from '@nestjs/common';
import { AwsAuthorizer, CognitoAuthorizer, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

const bearer = (functionArn: string): LambdaAuthorizer =>
  new LambdaAuthorizer({ name: 'bearer', functionArn });

@Controller('silent')
@AwsAuthorizer(bearer('${auth_arn}'))
class SilentController {
  @Get('a')
  sameByClass(): void {}

  @Get('b')
  @AwsAuthorizer(bearer('${auth_arn}'))
  equal(): void {}

  @Get('c')
  @AwsAuthorizer(new LambdaAuthorizer({ name: 'bearer2', functionArn: '${other_auth_arn}' }))
  otherName(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsAuthorizer(bearer('${auth_arn}'))
  first(): void {}

  @Get('b')
  @AwsAuthorizer(bearer('${other_auth_arn}'))
  second(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('one')
@AwsAuthorizer(bearer('${auth_arn}'))
class OneController extends BaseController {}

@Controller('two')
@AwsAuthorizer(new CognitoAuthorizer({ name: 'bearer', userPoolArns: ['${pool_arn}'] }))
class TwoController extends BaseController {}

testRule('authorizer-name-reused', [
  { name: 'is silent on equal authorizers', controllers: [SilentController], reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [
      [
        'authorizer-name-reused error at HandlerController.second GET /handler/b',
        'GET /handler/a',
        'HandlerController.first',
      ],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [OneController, TwoController],
    reports: [
      ['authorizer-name-reused error at TwoController.read GET /two', 'GET /one', 'OneController.read'],
    ],
  },
  {
    name: 'reports the same place whatever the order of the controllers',
    controllers: [TwoController, OneController],
    reports: [
      ['authorizer-name-reused error at TwoController.read GET /two', 'GET /one', 'OneController.read'],
    ],
  },
]);
