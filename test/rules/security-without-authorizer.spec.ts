import { Controller, Get } from '@nestjs/common';
import { ApiBearerAuth, ApiSecurity, DocumentBuilder } from '@nestjs/swagger';
import { AwsApiKey, AwsAuthorizer, AwsPublic, IamAuthorizer } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get('guarded')
  @ApiBearerAuth()
  @AwsAuthorizer(new IamAuthorizer())
  guarded(): void {}

  @Get('key')
  @ApiSecurity('key')
  @AwsApiKey()
  keyed(): void {}

  @Get('public')
  @ApiBearerAuth()
  @AwsPublic()
  checkedByTheApplication(): void {}

  @Get('optional')
  @ApiSecurity({})
  @ApiBearerAuth()
  optional(): void {}

  @Get('open')
  open(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @ApiBearerAuth()
  @ApiSecurity('tenant')
  read(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@ApiBearerAuth('jwt')
class ClassController extends BaseController {}

@Controller('plain')
class PlainController extends BaseController {}

const NOTHING_GUARDS = `nothing guards this route, and \`requireAuthorizer\` asks for a guard on every route
Add \`@AwsAuthorizer(…)\` or \`@AwsApiKey()\` to the handler or its class, or \`@AwsPublic()\` if anyone may call it.`;
const report = (place: string, schemes: string): string =>
  `security-without-authorizer warning at ${place}
the documentation asks for ${schemes}, and the gateway asks for nothing
Add \`@AwsAuthorizer(…)\`, which puts its scheme into the public document by itself, or \`@AwsPublic()\` if the application checks it.`;

testRule('security-without-authorizer', [
  {
    name: 'is silent on routes that the gateway guards or that say that they are open',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'is silent where `requireAuthorizer` speaks of the route',
    controllers: [HandlerController],
    options: { ...ANSWERED, requireAuthorizer: true },
    reports: [
      `route-without-authorizer error at HandlerController.read GET /handler
${NOTHING_GUARDS}`,
    ],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [report('HandlerController.read GET /handler', '`tenant`, `bearer`')],
  },
  {
    name: 'reports what the whole document asks for',
    controllers: [PlainController],
    config: new DocumentBuilder().addSecurityRequirements('bearer').build(),
    reports: [report('PlainController.read GET /plain', '`bearer`')],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [report('ClassController.read GET /class', '`jwt`')],
  },
]);
