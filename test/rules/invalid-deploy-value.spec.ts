import { Controller, Get } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsHttp,
  AwsLambda,
  CognitoAuthorizer,
  IamAuthorizer,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

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

const LAMBDA_ARN =
  'Give it the ARN of a Lambda function (`arn:aws:lambda:REGION:ACCOUNT:function:NAME`), or a placeholder with a plain name, such as `${name}`.';

testRule('invalid-deploy-value', [
  { name: 'is silent on ARNs, placeholders and variables', controllers: [SilentController], reports: [] },
  {
    name: 'reports values of a handler',
    controllers: [HandlerController],
    reports: [
      `invalid-deploy-value error at HandlerController.host
the option \`baseUrl\` of @AwsHttp is \`example.com\`
Give it an \`http://\` or \`https://\` URL, on port 80, 443 or one from 1024 to 65535, or a placeholder with a plain name, such as \`\${name}\`.`,
      `invalid-deploy-value error at HandlerController.hyphen
the option \`functionArn\` of @AwsLambda is \`arn:aws:lambda:eu-west-1:123456789012:function:\${get-user}\`
${LAMBDA_ARN}`,
      `invalid-deploy-value error at HandlerController.missing
@AwsLambda has no value for \`functionArn\` or \`invokeArn\`
${LAMBDA_ARN}`,
      `invalid-deploy-value error at HandlerController.name
the option \`functionArn\` of @AwsLambda is \`read-function\`
${LAMBDA_ARN}`,
      `invalid-deploy-value error at HandlerController.role
the option \`credentials\` of @AwsLambda is \`my-role\`
Give it the ARN of an IAM role (\`arn:aws:iam::ACCOUNT:role/NAME\`), or a placeholder with a plain name, such as \`\${name}\`.`,
    ],
  },
  {
    name: 'reports the authorizer of a class once',
    controllers: [ClassController],
    reports: [
      `invalid-deploy-value error at ClassController
the option \`userPoolArns\` of CognitoAuthorizer \`pool\` is \`["eu-west-1_ABC"]\`
Give it a list of at least one user pool ARN (\`arn:aws:cognito-idp:REGION:ACCOUNT:userpool/ID\`) or placeholder.`,
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    reports: [
      `invalid-deploy-value error at OneController.read
the option \`name\` of LambdaAuthorizer \`my authorizer\` is \`my authorizer\`
Give it a name of letters, digits, \`-\`, \`_\` and \`.\`, or a placeholder with a plain name, such as \`\${name}\`.`,
    ],
  },
  {
    name: 'reports values of the module',
    controllers: [],
    options: { region: 'eu west 1', credentials: 'role' },
    reports: [
      `invalid-deploy-value error at module
the option \`credentials\` of AwsGatewayModule.forRoot is \`role\`
Give it the ARN of an IAM role (\`arn:aws:iam::ACCOUNT:role/NAME\`), or a placeholder with a plain name, such as \`\${name}\`.`,
      `invalid-deploy-value error at module
the option \`region\` of AwsGatewayModule.forRoot is \`eu west 1\`
Give it an AWS region, or a placeholder with a plain name, such as \`\${name}\`.`,
    ],
  },
]);
