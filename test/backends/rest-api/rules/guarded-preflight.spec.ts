import { All, Controller, Get, Options } from '@nestjs/common';
import { AwsApiKey, AwsAuthorizer, AwsPublic, IamAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

const iam = new IamAuthorizer();

@Controller('silent')
@AwsAuthorizer(iam)
@AwsApiKey()
class SilentController {
  @Get()
  read(): void {}

  @Options()
  @AwsPublic()
  @AwsApiKey(false)
  preflight(): void {}

  @All('any')
  any(): void {}
}

@Controller('handler')
class HandlerController {
  @Options('a')
  @AwsAuthorizer(iam)
  guarded(): void {}

  @Options('b')
  @AwsApiKey()
  keyed(): void {}

  @Options('c')
  @AwsAuthorizer(iam)
  @AwsApiKey()
  both(): void {}
}

class BaseController {
  @Options()
  preflight(): void {}
}

@Controller('class')
@AwsAuthorizer(iam)
class ClassController extends BaseController {}

@Controller('plain')
@AwsPublic()
class PlainController extends BaseController {}

const report = (place: string, guards: string, remedy: string): string =>
  `guarded-preflight error at ${place}
this handler answers OPTIONS, and ${guards} would refuse every preflight: browsers send no credentials with it
Add ${remedy} to the handler, or remove it and let \`@AwsCors\` answer preflights.`;

testRule('guarded-preflight', [
  { name: 'is silent on an open OPTIONS in a guarded class', controllers: [SilentController], reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [
      report(
        'HandlerController.both OPTIONS /handler/c',
        'the authorizer `iam` and the API key',
        '`@AwsPublic()` and `@AwsApiKey(false)`',
      ),
      report('HandlerController.guarded OPTIONS /handler/a', 'the authorizer `iam`', '`@AwsPublic()`'),
      report('HandlerController.keyed OPTIONS /handler/b', 'the API key', '`@AwsApiKey(false)`'),
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [
      report(
        'ClassController.preflight OPTIONS /class',
        'the authorizer `iam` of its class',
        '`@AwsPublic()`',
      ),
    ],
  },
  {
    name: 'reports what comes from the module',
    controllers: [PlainController],
    options: { ...ANSWERED, authorizer: iam, apiKey: true },
    reports: [
      report(
        'PlainController.preflight OPTIONS /plain',
        "the API key of the module's options",
        '`@AwsApiKey(false)`',
      ),
    ],
  },
]);
