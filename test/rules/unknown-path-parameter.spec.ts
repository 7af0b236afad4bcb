import { Controller, Get } from '@nestjs/common';
import { AwsHttp, AwsIntegration } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('orders')
@AwsHttp('https://${host}/api')
class SilentController {
  @Get(':id/*rest')
  read(): void {}

  @Get(':id')
  @AwsHttp({ url: 'https://example.com/{id}?region=${AWS::Region}' })
  exact(): void {}
}

@Controller('orders')
class HandlerController {
  @Get(':id')
  @AwsHttp({ url: 'https://example.com/{order}' })
  read(): void {}
}

@Controller('orders')
@AwsHttp('https://example.com/{host}')
class ClassController {
  @Get()
  list(): void {}
}

class BaseController {
  @Get(':id')
  @AwsHttp({ url: 'https://example.com/{tenant}/{id}' })
  read(): void {}
}

@Controller('files')
class MappingController {
  @Get(':id')
  @AwsIntegration({
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: 'https://example.com/{key}',
    requestParameters: { 'integration.request.path.key': 'method.request.path.key' },
    cacheKeyParameters: ['method.request.path.name'],
  })
  read(): void {}
}

@Controller(':tenant')
class TenantController extends BaseController {}

@Controller('plain')
class PlainController extends BaseController {}

testRule('unknown-path-parameter', [
  {
    name: 'is silent on variables of the path, and on placeholders',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [
      ['unknown-path-parameter error at HandlerController.read GET /orders/{id}', '{order}', '${order}'],
    ],
  },
  {
    name: 'reports a mapping and a cache key of a raw integration',
    controllers: [MappingController],
    reports: [
      ['unknown-path-parameter error at MappingController.read GET /files/{id}', 'method.request.path.name'],
      ['unknown-path-parameter error at MappingController.read GET /files/{id}', 'method.request.path.key'],
    ],
  },
  {
    name: 'reports the URL of a class',
    controllers: [ClassController],
    reports: [['unknown-path-parameter error at ClassController.list GET /orders', '{host}']],
  },
  {
    name: 'reports an inherited handler under the class whose path lacks the variable',
    controllers: [TenantController, PlainController],
    reports: [
      ['unknown-path-parameter error at PlainController.read GET /plain/{id}', '{tenant}', '${tenant}'],
    ],
  },
]);
