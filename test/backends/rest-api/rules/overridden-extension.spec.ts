import { Controller, Get } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { CONFIG } from '../../../support/create-app.js';
import { testRule } from '../../../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get()
  @ApiExtension('x-internal', { owner: 'orders' })
  read(): void {}
}

@Controller('unknown')
class UnknownController {
  @Get()
  @ApiExtension('x-amazon-apigateway-cors', {})
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
  {
    name: 'is silent on other extensions, and on those that no option writes',
    controllers: [SilentController],
    config: {
      ...CONFIG,
      'x-own': {},
      'x-amazon-apigateway-security-policy': 'TLS_1_2',
    } as typeof CONFIG,
    reports: [],
  },
  {
    name: 'reports those of the document, and one that a REST API does not have',
    controllers: [UnknownController],
    config: {
      ...CONFIG,
      'x-amazon-apigateway-policy': {},
      'x-amazon-apigateway-binary-media-types': ['*/*'],
    } as typeof CONFIG,
    reports: [
      `overridden-extension error at module
the extension \`x-amazon-apigateway-binary-media-types\` has no effect: this library writes the document's own
Use \`forRoot({ binaryMediaTypes })\`, and remove the extension.`,
      `overridden-extension error at module
the extension \`x-amazon-apigateway-policy\` has no effect: this library writes the document's own
Use \`forRoot({ policy })\`, and remove the extension.`,
      `overridden-extension error at UnknownController.read GET /unknown
the extension \`x-amazon-apigateway-cors\` has no effect: API Gateway reads none of that name there
Remove it. Extensions of HTTP APIs are not of REST APIs, and each has a place of its own.`,
    ],
  },
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
