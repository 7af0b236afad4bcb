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

const report = (place: string, first: string): string =>
  `authorizer-name-reused error at ${place}
the authorizer \`bearer\` differs from the one of the same name that guards ${first}
Share one authorizer object, or give each a name of its own.`;

testRule('authorizer-name-reused', [
  { name: 'is silent on equal authorizers', controllers: [SilentController], reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [
      report('HandlerController.second GET /handler/b', '`GET /handler/a` in `HandlerController.first`'),
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [OneController, TwoController],
    reports: [report('TwoController.read GET /two', '`GET /one` in `OneController.read`')],
  },
  {
    name: 'reports the same place whatever the order of the controllers',
    controllers: [TwoController, OneController],
    reports: [report('TwoController.read GET /two', '`GET /one` in `OneController.read`')],
  },
]);
