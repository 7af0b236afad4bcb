import { Controller, Get } from '@nestjs/common';
import { AwsApiKey, AwsAuthorizer, AwsPublic, CognitoAuthorizer, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

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

const report = (place: string): string =>
  `api-key-without-authorizer error at ${place}
the API key comes from a Lambda authorizer (\`apiKeySource\` is \`AUTHORIZER\`), and this route has none: every call gets 403
Add a \`LambdaAuthorizer\` that answers \`usageIdentifierKey\`, take the key away with \`@AwsApiKey(false)\`, or set \`apiKeySource: 'HEADER'\`.`;

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
      report('HandlerController.alone GET /handler/a'),
      report('HandlerController.besideTokens GET /handler/b'),
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    options,
    reports: [report('ClassController.read GET /class')],
  },
]);
