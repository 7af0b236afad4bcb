import { All, Controller, Delete, Get, Param, Post, UseGuards } from '@nestjs/common';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsDynamoDb,
  AwsExclude,
  AwsHttp,
  AwsIgnore,
  AwsLambda,
  AwsPublic,
  fromPath,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${auth_arn}' });

class OwnGuard {
  canActivate(): boolean {
    return true;
  }
}

/** Guards that hold, and wildcards that reach nothing else. */
@Controller('silent')
class SilentController {
  @Get('guarded')
  @AwsAuthorizer(bearer)
  guarded(): void {}

  @Get('open')
  open(): void {}

  @Get('checked/:id')
  @AwsAuthorizer(bearer)
  @UseGuards(OwnGuard)
  checked(@Param('id') _id: string): void {}

  @Get('table/:id')
  @AwsAuthorizer(bearer)
  @AwsDynamoDb({
    action: 'DeleteItem',
    table: 'tab',
    key: { pk: fromPath('id') },
    credentials: '${role_arn}',
  })
  table(@Param('id') _id: string): void {}

  @Get('function')
  @AwsAuthorizer(bearer)
  @AwsLambda('${own_arn}')
  own(): void {}
}

@Controller('silent')
@AwsIgnore('proxy-without-cors-headers', 'the application returns them')
class SilentRestController {
  @All('guarded/*rest')
  @AwsAuthorizer(bearer)
  guarded(): void {}

  @All('files/*path')
  @AwsHttp('https://files.example')
  files(): void {}

  @Post('*rest')
  @AwsCors({ allowOrigins: ['https://a.example'] })
  rest(): void {}

  @All('rest/*rest')
  @AwsCors({ allowOrigins: ['https://a.example'] })
  below(): void {}
}

@Controller('cats')
@AwsAuthorizer(bearer)
class CatsController {
  @Get(':id')
  read(@Param('id') _id: string): void {}

  @Post()
  @AwsApiKey()
  add(): void {}

  @Delete('all')
  @AwsExclude()
  clear(): void {}
}

@Controller()
class RestController {
  @All('*rest')
  @AwsPublic()
  rest(): void {}
}

class BaseController {
  @All('*rest')
  @AwsCors({ allowOrigins: ['https://a.example'] })
  rest(): void {}
}

@Controller('dogs')
@AwsCors(false)
class DogsController {
  @Get('all')
  list(): void {}

  @Post('all')
  @AwsExclude()
  add(): void {}
}

@Controller('dogs')
class DogsRestController extends BaseController {}

@Controller()
@AwsIgnore('catch-all-bypass', 'the application checks its callers')
class IgnoringController {
  @All('*rest')
  @AwsPublic()
  rest(): void {}
}

testRule('catch-all-bypass', [
  {
    name: 'is silent where both are guarded alike, where the application checks, and where another answers',
    controllers: [SilentController, SilentRestController],
    reports: [],
  },
  {
    name: 'is silent where the wildcard is registered first, which answers in the application too',
    controllers: [RestController, CatsController],
    reports: [
      ['catch-all-bypass warning at RestController.rest ANY /{rest+}', 'DELETE /cats/all'],
      ['shadowed-route warning at RestController.rest ANY /{rest+}'],
    ],
  },
  {
    name: 'reports an open wildcard beside guarded routes, and the excluded routes that it reaches',
    controllers: [CatsController, RestController],
    reports: [
      [
        'catch-all-bypass warning at RestController.rest ANY /{rest+}',
        'CatsController.add',
        'and 1 more route,',
      ],
      ['catch-all-bypass warning at RestController.rest ANY /{rest+}', 'CatsController.clear'],
    ],
  },
  {
    name: 'reports the preflights of paths without a policy, of an inherited wildcard',
    controllers: [DogsController, DogsRestController],
    reports: [
      ['proxy-without-cors-headers warning at DogsRestController.rest'],
      ['catch-all-bypass warning at DogsRestController.rest ANY /dogs/{rest+}', 'DogsController.add'],
      ['catch-all-bypass warning at DogsRestController.rest ANY /dogs/{rest+}', 'DogsController.list'],
    ],
  },
  {
    name: 'reports the catch-all of the module',
    controllers: [CatsController],
    options: { ...ANSWERED, authorizer: bearer, catchAll: { authorizer: false } },
    reports: [
      ['catch-all-bypass warning at AwsGatewayModule.catchAll ANY /{proxy+}', 'CatsController.add'],
      ['catch-all-bypass warning at AwsGatewayModule.catchAll ANY /{proxy+}', 'CatsController.clear'],
    ],
  },
  { name: 'is ignored with a reason', controllers: [CatsController, IgnoringController], reports: [] },
]);
