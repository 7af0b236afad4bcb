import { Controller, Get } from '@nestjs/common';
import { AwsAuthorizer, AwsLambda, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../support/test-rule.js';

const KB = 1024;
/** A template of so many bytes. */
const templateOf = (size: number): { readonly 'application/json': string } => ({
  'application/json': 'x'.repeat(size),
});
const custom = (size: number) =>
  AwsLambda({ functionArn: '${function_arn}', mode: 'custom', requestTemplates: templateOf(size) });

@Controller('silent')
class SilentController {
  @Get('a')
  @custom(240 * KB - 1)
  almost(): void {}

  @Get('b/c/d')
  deep(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @custom(240 * KB)
  read(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@custom(300 * KB)
class ClassController extends BaseController {}

@Controller('guarded')
class GuardedController {
  @Get('a')
  @AwsAuthorizer(new LambdaAuthorizer({ name: 'one', functionArn: '${one_arn}' }))
  one(): void {}

  @Get('b')
  @AwsAuthorizer(new LambdaAuthorizer({ name: 'two', functionArn: '${two_arn}' }))
  two(): void {}
}

testRule('limit-near', [
  {
    name: 'is silent just below the share',
    controllers: [SilentController],
    // The root, silent, a, b, c and d.
    options: { ...ANSWERED, limits: { resources: 8 } },
    reports: [],
  },
  {
    name: 'reports a handler’s template',
    controllers: [HandlerController],
    reports: [['limit-near warning at HandlerController.read GET /handler', '240 KB', '80 %']],
  },
  {
    name: 'reports a class’s template under its inherited handler',
    controllers: [ClassController],
    reports: [['limit-near warning at ClassController.read GET /class', '300 KB', '100 %']],
  },
  {
    name: 'reports what the API as a whole uses, by the quotas that were raised',
    controllers: [GuardedController],
    options: { ...ANSWERED, limits: { authorizers: 2, resources: 4 } },
    reports: [
      ['limit-near warning at module', '2 of 2', 'authorizers'],
      ['limit-near warning at module', '4 of 4', 'resources'],
    ],
  },
]);
