import { Controller, Get } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsIntegration,
  AwsLambda,
  AwsPublic,
  AwsService,
  CognitoAuthorizer,
  IamAuthorizer,
} from 'nestjs-aws-gateway';
import { testRule } from '../../support/test-rule.js';

const iam = new IamAuthorizer();
const credentials = 'arn:aws:iam::*:user/*';

@Controller('silent')
@AwsAuthorizer(iam)
class SilentController {
  @Get()
  @AwsLambda({ functionArn: '${function_arn}', credentials })
  signed(): void {}

  @Get('role')
  @AwsPublic()
  @AwsLambda({ functionArn: '${function_arn}', credentials: '${role_arn}' })
  role(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsLambda({ functionArn: '${function_arn}', credentials })
  open(): void {}

  @Get('b')
  @AwsAuthorizer(new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] }))
  @AwsIntegration({
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: '${invoke_arn}',
    credentials: 'arn:${AWS::Partition}:iam::*:user/*',
  })
  cognito(): void {}
}

class BaseController {
  @Get()
  @AwsService({ service: 'ssm', action: 'GetParameters' })
  read(): void {}
}

@Controller('class')
@AwsPublic()
class ClassController extends BaseController {}

@Controller('signed')
@AwsAuthorizer(iam)
class SignedController extends BaseController {}

testRule('caller-credentials-without-iam', [
  { name: 'is silent where the caller signs, and on roles', controllers: [SilentController], reports: [] },
  {
    name: 'reports handlers, open or with another authorizer',
    controllers: [HandlerController],
    reports: [
      ['caller-credentials-without-iam error at HandlerController.cognito GET /handler/b', 'IamAuthorizer'],
      ['caller-credentials-without-iam error at HandlerController.open GET /handler/a', 'IamAuthorizer'],
    ],
  },
  {
    name: 'reports the role of the module under an inherited handler',
    controllers: [ClassController, SignedController],
    options: { credentials },
    reports: [['caller-credentials-without-iam error at ClassController.read GET /class', 'IamAuthorizer']],
  },
]);
