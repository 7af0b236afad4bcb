import { Controller, Get } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { testRule } from '../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get()
  @ApiExtension('x-internal', { owner: 'orders' })
  read(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @ApiExtension('x-amazon-apigateway-integration', { type: 'mock' })
  @ApiExtension('x-amazon-apigateway-auth', { type: 'NONE' })
  read(): void {}
}

@Controller('class')
@ApiExtension('x-amazon-apigateway-request-validator', 'all')
class ClassController {
  @Get()
  read(): void {}
}

class BaseController {
  @Get()
  @ApiExtension('x-amazon-apigateway-request-validator', 'all')
  read(): void {}
}

@Controller('inherited')
class InheritedController extends BaseController {}

const report = (
  place: string,
  name: string,
  instead: string,
): string => `overridden-extension error at ${place}
the extension \`x-amazon-apigateway-${name}\` has no effect: this library writes the operation's own
Use ${instead}, and remove the extension.`;

testRule('overridden-extension', [
  { name: 'is silent on other extensions', controllers: [SilentController], reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [
      report('HandlerController.read GET /handler', 'auth', '`@AwsAuthorizer` or `@AwsPublic()`'),
      report(
        'HandlerController.read GET /handler',
        'integration',
        '`@AwsIntegration` with the same object, or another integration decorator',
      ),
    ],
  },
  {
    name: 'reports a class',
    controllers: [ClassController],
    reports: [report('ClassController.read GET /class', 'request-validator', '`@AwsValidation`')],
  },
  {
    name: 'reports an inherited handler',
    controllers: [InheritedController],
    reports: [report('InheritedController.read GET /inherited', 'request-validator', '`@AwsValidation`')],
  },
  {
    name: 'leaves a route without another integration to that fault alone',
    controllers: [HandlerController],
    options: {},
    reports: [
      report('HandlerController.read GET /handler', 'auth', '`@AwsAuthorizer` or `@AwsPublic()`'),
      `route-without-integration error at HandlerController.read GET /handler
no integration says what answers this route
Add \`@AwsLambda\`, \`@AwsHttp\`, \`@AwsMock\` or \`@AwsIntegration\` to the handler or its class, set \`integration\` in \`AwsGatewayModule.forRoot\`, or leave the route out with \`@AwsExclude()\`.`,
    ],
  },
]);
