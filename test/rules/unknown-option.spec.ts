import { Controller, Get } from '@nestjs/common';
import {
  AwsAuthorizer,
  AwsCors,
  AwsExclude,
  AwsHttp,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('silent')
@AwsIntegration({
  type: 'mock',
  contentHandling: 'CONVERT_TO_TEXT',
  requestTemplates: { 'application/json': '{"statusCode":200}' },
  responses: { default: { statusCode: '200' } },
})
class SilentController {
  @Get()
  @AwsLambda({ functionArn: '${function_arn}', credentials: undefined as never })
  read(): void {}

  @Get('raw')
  raw(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsLambda({ functionArn: '${function_arn}', memory: 512 } as never)
  lambda(): void {}

  @Get('b')
  @AwsExclude({ keepPublic: true } as never)
  exclude(): void {}

  @Get('m')
  @AwsMock({ statusCode: 204 } as never)
  mock(): void {}

  @Get('c')
  @AwsAuthorizer(new LambdaAuthorizer({ name: 'bearer', functionArn: '${auth_arn}', ttl: 3 } as never), {
    scope: 'a',
  } as never)
  guarded(): void {}
}

class BaseController {
  @Get()
  first(): void {}

  @Get('second')
  second(): void {}
}

@Controller('class')
@AwsCors({ allowOrigins: ['*'], allowMethods: ['GET'] } as never)
class ClassController extends BaseController {}

class InheritedBase {
  @Get()
  @AwsHttp({ baseUrl: 'https://example.com', toString: 'x' } as never)
  read(): void {}
}

@Controller('one')
class OneController extends InheritedBase {}

@Controller('two')
class TwoController extends InheritedBase {}

testRule('unknown-option', [
  { name: 'is silent on raw integrations and absent values', controllers: [SilentController], reports: [] },
  {
    name: 'reports options of a handler',
    controllers: [HandlerController],
    reports: [
      ['unknown-option error at HandlerController.exclude', 'keepPublic'],
      ['unknown-option error at HandlerController.guarded', 'scope'],
      ['unknown-option error at HandlerController.guarded', 'bearer', 'ttl'],
      ['unknown-option error at HandlerController.lambda', 'memory'],
      ['unknown-option error at HandlerController.mock', 'statusCode'],
    ],
  },
  {
    name: 'reports an option of a class once, however many routes it reaches',
    controllers: [ClassController],
    reports: [['unknown-option error at ClassController', 'allowMethods']],
  },
  {
    name: 'reports an inherited option once, under the first class',
    controllers: [OneController, TwoController],
    reports: [['unknown-option error at OneController.read', 'toString']],
  },
  {
    name: 'reports options of the module',
    controllers: [],
    options: { authoriser: {} } as never,
    reports: [['unknown-option error at module', 'authoriser']],
  },
]);
