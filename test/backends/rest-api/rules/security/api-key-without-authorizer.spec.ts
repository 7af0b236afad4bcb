import { Controller, Get } from '@nestjs/common';
import { AwsApiKey, AwsAuthorizer, AwsPublic, CognitoAuthorizer, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const plans = new LambdaAuthorizer({ name: 'plans', functionArn: '${plans_function_arn}' });
const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] });
const options = { ...ANSWERED, apiKeySource: 'AUTHORIZER' } as const;

@Controller('silent')
@AwsAuthorizer(plans)
@AwsApiKey()
class SilentController {
  @Get('a')
  read(): void {}

  @Get('b')
  @AwsPublic()
  @AwsApiKey(false)
  open(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsApiKey()
  alone(): void {}

  @Get('b')
  @AwsAuthorizer(pool)
  @AwsApiKey()
  besideTokens(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsApiKey()
class ClassController extends BaseController {}

testRule('api-key-without-authorizer', [
  {
    name: 'is silent where a Lambda authorizer answers the key',
    controllers: [SilentController],
    options,
    reports: [],
  },
  {
    name: 'is silent where clients send the key',
    controllers: [HandlerController, ClassController],
    options: { ...ANSWERED, apiKeySource: 'HEADER' },
    reports: [],
  },
  {
    name: 'reports a handler, with another authorizer too',
    controllers: [HandlerController],
    options,
    reports: [
      [
        'api-key-without-authorizer error at HandlerController.alone GET /handler/a',
        'apiKeySource',
        'AUTHORIZER',
      ],
      [
        'api-key-without-authorizer error at HandlerController.besideTokens GET /handler/b',
        'apiKeySource',
        'AUTHORIZER',
      ],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    options,
    reports: [
      ['api-key-without-authorizer error at ClassController.read GET /class', 'apiKeySource', 'AUTHORIZER'],
    ],
  },
]);
