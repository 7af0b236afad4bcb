import { Controller, Get } from '@nestjs/common';
import { ApiExcludeEndpoint } from '@nestjs/swagger';
import { AwsExclude, AwsMock } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get()
  @AwsMock()
  answered(): void {}

  @Get('metrics')
  @AwsExclude()
  excluded(): void {}
}

@Controller('plain')
class PlainController {
  @Get(':id')
  read(): void {}
}

class BaseController {
  @Get()
  inherited(): void {}
}

@Controller('answered')
@AwsMock()
class AnsweredController extends BaseController {}

@Controller('open')
class OpenController extends BaseController {}

@Controller('hidden')
class HiddenController {
  @Get()
  @ApiExcludeEndpoint()
  hidden(): void {}
}

testRule('route-without-integration', [
  {
    name: 'is silent on answered and excluded routes',
    controllers: [SilentController],
    options: {},
    reports: [],
  },
  { name: 'is silent when the module answers every route', controllers: [PlainController], reports: [] },
  {
    name: 'reports a handler',
    controllers: [PlainController],
    options: {},
    reports: ['route-without-integration error at PlainController.read GET /plain/{id}'],
  },
  {
    name: 'reports an inherited handler under the class that answers nothing, and only there',
    controllers: [AnsweredController, OpenController],
    options: {},
    reports: ['route-without-integration error at OpenController.inherited GET /open'],
  },
  {
    name: 'reports a handler that Swagger hides: API Gateway serves it all the same',
    controllers: [HiddenController],
    options: {},
    reports: ['route-without-integration error at HiddenController.hidden GET /hidden'],
  },
  {
    name: 'shows an integration for all routes where most have none',
    controllers: [PlainController, OpenController, SilentController],
    options: {},
    reports: [
      [
        'route-without-integration error at OpenController.inherited GET /open',
        "forRoot({ integration: { kind: 'http', baseUrl: 'https://${load_balancer_host}' } })",
      ],
      [
        'route-without-integration error at PlainController.read GET /plain/{id}',
        "forRoot({ integration: { kind: 'lambda', functionArn: '${api_function_arn}' } })",
      ],
    ],
  },
]);
