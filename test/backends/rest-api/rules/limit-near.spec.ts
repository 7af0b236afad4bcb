import { Controller, Get } from '@nestjs/common';
import { AwsAuthorizer, AwsLambda, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

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

const SHORTER =
  'Give the integration a shorter one in `requestTemplates` or `responses`, or let a function do it.';

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
    reports: [
      `limit-near warning at HandlerController.read GET /handler
the route uses 240 KB of 300 KB for its largest template (80 %)
${SHORTER}`,
    ],
  },
  {
    name: 'reports a class’s template under its inherited handler',
    controllers: [ClassController],
    reports: [
      `limit-near warning at ClassController.read GET /class
the route uses 300 KB of 300 KB for its largest template (100 %)
${SHORTER}`,
    ],
  },
  {
    name: 'reports what the API as a whole uses, by the quotas that were raised',
    controllers: [GuardedController],
    options: { ...ANSWERED, limits: { authorizers: 2, resources: 4 } },
    reports: [
      `limit-near warning at module
the API uses 2 of 2 authorizers (100 %)
Let several routes share one: those that differ in an option or a name count separately. Or have the quota raised, and name it: \`forRoot({ limits: { authorizers: … } })\`.`,
      `limit-near warning at module
the API uses 4 of 4 resources (100 %)
Shorten the paths, serve several by one wildcard route, or serve some controllers by another API, with \`@AwsExclude()\` in this one. Or have the quota raised, and name it: \`forRoot({ limits: { resources: … } })\`.`,
    ],
  },
]);
