import { Controller, Get } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { CONFIG } from '../../../../support/create-app.js';
import { testRule } from '../../../../support/test-rule.js';

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
      [
        'overridden-extension error at module',
        'x-amazon-apigateway-binary-media-types',
        'forRoot({ binaryMediaTypes })',
      ],
      ['overridden-extension error at module', 'x-amazon-apigateway-policy', 'forRoot({ policy })'],
      ['overridden-extension error at UnknownController.read GET /unknown', 'x-amazon-apigateway-cors'],
    ],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [
      ['overridden-extension error at HandlerController.read GET /handler', 'x-amazon-apigateway-auth'],
      [
        'overridden-extension error at HandlerController.read GET /handler',
        'x-amazon-apigateway-integration',
      ],
    ],
  },
  {
    name: 'reports a class',
    controllers: [ClassController],
    reports: [
      [
        'overridden-extension error at ClassController.read GET /class',
        'x-amazon-apigateway-request-validator',
      ],
    ],
  },
  {
    name: 'reports an inherited handler',
    controllers: [InheritedController],
    reports: [
      [
        'overridden-extension error at InheritedController.read GET /inherited',
        'x-amazon-apigateway-request-validator',
      ],
    ],
  },
  {
    name: 'leaves a route without another integration to that fault alone',
    controllers: [HandlerController],
    options: {},
    reports: [
      ['overridden-extension error at HandlerController.read GET /handler', 'x-amazon-apigateway-auth'],
      'route-without-integration error at HandlerController.read GET /handler',
    ],
  },
]);
