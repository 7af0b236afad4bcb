import { Controller, Get } from '@nestjs/common';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsHttp,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsValidation,
} from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('silent')
@AwsCors({ allowOrigins: ['https://app.example.com'], maxAge: 0 })
class SilentController {
  @Get('a')
  @AwsMock({ status: 404, body: null, headers: { 'x-a': '' } })
  mock(): void {}

  @Get('b')
  @AwsCors(false)
  @AwsApiKey(false)
  @AwsValidation('none')
  none(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsMock({ status: 42, headers: { 'x-quote': "it's" } })
  mock(): void {}

  @Get('b')
  @AwsLambda({ functionArn: '${function_arn}', timeout: 10 })
  lambda(): void {}

  @Get('c')
  @AwsIntegration({ uri: 'https://example.com' } as never)
  raw(): void {}

  @Get('d')
  @AwsHttp(undefined as never)
  http(): void {}

  @Get('e')
  @AwsAuthorizer(undefined as never)
  guarded(): void {}

  @Get('f')
  @AwsApiKey('yes' as never)
  key(): void {}
}

@Controller('class')
@AwsValidation('everything' as never)
class ClassController {
  @Get()
  first(): void {}

  @Get('second')
  second(): void {}
}

class BaseController {
  @Get()
  @AwsCors({ allowOrigins: ['*'], maxAge: 90_000 })
  read(): void {}
}

@Controller('one')
class OneController extends BaseController {}

@Controller('two')
class TwoController extends BaseController {}

testRule('invalid-option', [
  { name: 'is silent at the edges of what is allowed', controllers: [SilentController], reports: [] },
  {
    name: 'reports options of a handler',
    controllers: [HandlerController],
    reports: [
      `invalid-option error at HandlerController.guarded
@AwsAuthorizer was given \`undefined\` where an authorizer belongs
Give it a \`LambdaAuthorizer\`, \`CognitoAuthorizer\` or \`IamAuthorizer\`; a value that is \`undefined\` here is often an import that goes in a circle.`,
      `invalid-option error at HandlerController.http
@AwsHttp was given \`undefined\` where an object with its options belongs
Give @AwsHttp an object with \`baseUrl\` or \`url\`.`,
      `invalid-option error at HandlerController.key
@AwsApiKey was given \`yes\`
Give it \`true\`, \`false\` or nothing.`,
      `invalid-option error at HandlerController.lambda
the option \`timeout\` of @AwsLambda is \`10\`
Give it a whole number of milliseconds from 50 to 900000.`,
      `invalid-option error at HandlerController.mock
the option \`headers\` of @AwsMock is \`{"x-quote":"it's"}\`
Give it an object of header names and values; names of letters, digits, \`.\`, \`_\`, \`$\` and \`-\`, values without line breaks and without \`'\`, which API Gateway's static values cannot hold.`,
      `invalid-option error at HandlerController.mock
the option \`status\` of @AwsMock is \`42\`
Give it an HTTP status, a whole number from 100 to 599.`,
      `invalid-option error at HandlerController.raw
@AwsIntegration has no value for \`type\`
Give it \`aws\`, \`aws_proxy\`, \`http\`, \`http_proxy\` or \`mock\`.`,
    ],
  },
  {
    name: 'reports an option of a class once',
    controllers: [ClassController],
    reports: [
      `invalid-option error at ClassController
@AwsValidation was given \`everything\`
Give it \`none\`, \`body\`, \`params\` or \`all\`.`,
    ],
  },
  {
    name: 'reports an inherited option once, under the first class',
    controllers: [OneController, TwoController],
    reports: [
      `invalid-option error at OneController.read
the option \`maxAge\` of @AwsCors is \`90000\`
Give it a whole number of seconds from 0 to 86400.`,
    ],
  },
  {
    name: 'reports options of the module',
    controllers: [],
    options: { integration: { kind: 'grpc' }, minimumCompressionSize: -1 } as never,
    reports: [
      `invalid-option error at module
the option \`integration\` of AwsGatewayModule.forRoot has the kind \`grpc\`
Give it one of \`lambda\`, \`http\`, \`mock\` or \`raw\`.`,
      `invalid-option error at module
the option \`minimumCompressionSize\` of AwsGatewayModule.forRoot is \`-1\`
Give it a whole number of bytes from 0 to 10485760.`,
    ],
  },
]);
