import { Controller, Get } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsCache,
  CognitoAuthorizer,
  IamAuthorizer,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const OPTIONS = {
  integration: { kind: 'lambda', functionArn: '${function_arn}' },
  ignore: { 'setting-without-terraform': 'not of this test' },
} as const;
const lambda = new LambdaAuthorizer({
  name: 'session',
  functionArn: '${arn}',
  identitySources: ['context.identity.sourceIp', 'header.X-Session'],
});

@Controller('keyed')
@AwsAuthorizer(lambda)
class KeyedController {
  @Get()
  @AwsCache({ keys: ['header.x-session'] })
  list(): void {}

  @Get('plain')
  plain(): void {}
}

@Controller('open')
@AwsCache({})
class OpenController {
  @Get()
  list(): void {}
}

@Controller('guarded')
@AwsCache({})
class GuardedController {
  @Get('cognito')
  @AwsAuthorizer(new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] }))
  cognito(): void {}

  @Get('iam')
  @AwsAuthorizer(new IamAuthorizer())
  iam(): void {}

  @Get('lambda')
  @AwsAuthorizer(lambda)
  lambda(): void {}
}

testRule('cached-answer-of-caller', [
  {
    name: 'is silent about open routes, and where callers are told apart',
    controllers: [KeyedController, OpenController],
    options: OPTIONS,
    reports: [],
  },
  {
    name: 'warns of answers that callers share',
    controllers: [GuardedController],
    options: OPTIONS,
    reports: [
      [
        'cached-answer-of-caller warning at GuardedController.cognito GET /guarded/cognito',
        'header.Authorization',
      ],
      ['cached-answer-of-caller warning at GuardedController.iam GET /guarded/iam', '@AwsCache(false)'],
      ['cached-answer-of-caller warning at GuardedController.lambda GET /guarded/lambda', 'header.X-Session'],
    ],
  },
]);
