import { Controller, Get } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsHttp,
  AwsLambda,
  CognitoAuthorizer,
  IamAuthorizer,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const ARN = 'arn:aws:lambda:eu-west-1:123456789012:function:read';

@Controller('silent')
@AwsLambda('${function_arn}')
class SilentController {
  @Get('a')
  placeholder(): void {}

  @Get('b')
  @AwsLambda(`${ARN}:live`)
  alias(): void {}

  @Get('c')
  @AwsLambda('arn:${AWS::Partition}:lambda:${AWS::Region}:${account_id}:function:${stageVariables.fn}')
  variables(): void {}

  @Get('d')
  @AwsAuthorizer(new IamAuthorizer())
  @AwsLambda({ invokeArn: '${invoke_arn}', credentials: 'arn:aws:iam::*:user/*' })
  invokeArn(): void {}

  @Get('e')
  @AwsHttp({ url: 'https://${host}:8443/e', vpcLink: '${stageVariables.link}' })
  http(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsLambda('read-function')
  name(): void {}

  @Get('b')
  @AwsLambda('arn:aws:lambda:eu-west-1:123456789012:function:${get-user}')
  hyphen(): void {}

  @Get('c')
  @AwsLambda({ functionArn: process.env['NO_SUCH_VARIABLE'] as string })
  missing(): void {}

  @Get('d')
  @AwsHttp('example.com')
  host(): void {}

  @Get('e')
  @AwsLambda({ functionArn: ARN, credentials: 'my-role' })
  role(): void {}
}

@Controller('class')
@AwsAuthorizer(new CognitoAuthorizer({ name: 'pool', userPoolArns: ['eu-west-1_ABC'] }))
class ClassController {
  @Get()
  first(): void {}

  @Get('second')
  second(): void {}
}

class BaseController {
  @Get()
  @AwsAuthorizer(new LambdaAuthorizer({ name: 'my authorizer', functionArn: ARN }))
  read(): void {}
}

@Controller('one')
class OneController extends BaseController {}

const arnOf = (region: string, account: string): string =>
  `arn:aws:lambda:${region}:${account}:function:read`;
const URI = `arn:aws:apigateway:eu-west-1:lambda:path/2015-03-31/functions/${ARN}/invocations`;

@Controller('arns')
class ArnController {
  @Get('account')
  @AwsLambda(arnOf('eu-west-1', '1234'))
  account(): void {}

  @Get('invocation')
  @AwsLambda(URI)
  invocation(): void {}

  @Get('plain')
  @AwsLambda({ invokeArn: ARN })
  plain(): void {}

  @Get('region')
  @AwsLambda(arnOf('euwest1', '123456789012'))
  region(): void {}

  @Get('role')
  @AwsLambda({ functionArn: ARN, credentials: 'arn:aws:iam::123456789012:role/gateway ' })
  role(): void {}

  @Get('space')
  @AwsLambda(`${ARN} `)
  space(): void {}
}

testRule('invalid-deploy-value', [
  {
    name: 'is silent on ARNs, placeholders and variables',
    controllers: [SilentController],
    options: { ...ANSWERED, ignore: { 'legacy-vpc-link': 'the link is old' } },
    reports: [],
  },
  {
    name: 'reports values of a handler',
    controllers: [HandlerController],
    reports: [
      ['invalid-deploy-value error at HandlerController.host', 'baseUrl', 'example.com'],
      [
        'invalid-deploy-value error at HandlerController.hyphen',
        'arn:aws:lambda:eu-west-1:123456789012:function:${get-user}',
      ],
      ['invalid-deploy-value error at HandlerController.missing', 'functionArn', 'invokeArn'],
      ['invalid-deploy-value error at HandlerController.name', 'read-function'],
      ['invalid-deploy-value error at HandlerController.role', 'credentials', 'my-role'],
    ],
  },
  {
    name: 'reports the authorizer of a class once',
    controllers: [ClassController],
    reports: [['invalid-deploy-value error at ClassController', 'userPoolArns', 'pool', '["eu-west-1_ABC"]']],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: [['invalid-deploy-value error at OneController.read', 'name', 'my authorizer']],
  },
  {
    name: 'reports values of the module',
    controllers: [],
    options: { region: 'eu west 1', credentials: 'role' },
    reports: [
      ['invalid-deploy-value error at module', 'credentials', 'role'],
      ['invalid-deploy-value error at module', 'region', 'eu west 1'],
    ],
  },
  {
    name: 'reports ARNs that AWS does not have, and values of the other option',
    controllers: [ArnController],
    reports: [
      ['invalid-deploy-value error at ArnController.account', arnOf('eu-west-1', '1234')],
      ['invalid-deploy-value error at ArnController.invocation', 'invokeArn'],
      ['invalid-deploy-value error at ArnController.plain', 'write `functionArn`'],
      ['invalid-deploy-value error at ArnController.region', arnOf('euwest1', '123456789012')],
      ['invalid-deploy-value error at ArnController.role', 'credentials'],
      ['invalid-deploy-value error at ArnController.space', 'functionArn'],
    ],
  },
]);
