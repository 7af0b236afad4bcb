import { Controller, Get } from '@nestjs/common';
import { AwsIntegration } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const proxy = { type: 'http_proxy', httpMethod: 'GET' } as const;
const requestParameters = { 'integration.request.path.key': 'method.request.path.id' };

@Controller('silent')
class SilentController {
  @Get(':id')
  @AwsIntegration({ ...proxy, uri: 'https://${host}/{key}?region=${AWS::Region}', requestParameters })
  mapped(): void {}

  @Get('deployed/:id')
  @AwsIntegration({ ...proxy, uri: '${url}', requestParameters })
  deployed(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a/:id')
  @AwsIntegration({ ...proxy, uri: 'https://example.com/{id}/{tenant}' })
  unmapped(): void {}

  @Get('b/:id')
  @AwsIntegration({ ...proxy, uri: 'https://example.com/', requestParameters })
  unused(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class/:id')
@AwsIntegration({ ...proxy, uri: 'https://example.com/{id}' })
class ClassController extends BaseController {}

testRule('uri-variable-mismatch', [
  { name: 'is silent on what is mapped, and on placeholders', controllers: [SilentController], reports: [] },
  {
    name: 'reports handlers, both ways',
    controllers: [HandlerController],
    reports: [
      [
        'uri-variable-mismatch error at HandlerController.unmapped GET /handler/a/{id}',
        "'integration.request.path.id': 'method.request.path.id'",
      ],
      [
        'uri-variable-mismatch error at HandlerController.unmapped GET /handler/a/{id}',
        '{tenant}',
        "'integration.request.path.tenant': 'method.request.path.NAME'",
      ],
      [
        'uri-variable-mismatch error at HandlerController.unused GET /handler/b/{id}',
        'integration.request.path.key',
        '{key}',
      ],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [
      [
        'uri-variable-mismatch error at ClassController.read GET /class/{id}',
        "'integration.request.path.id': 'method.request.path.id'",
      ],
    ],
  },
]);
