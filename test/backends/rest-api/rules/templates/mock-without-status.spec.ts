import { Controller, Get } from '@nestjs/common';
import { AwsIntegration, AwsMock } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const responses = { default: { statusCode: 200 } };

@Controller('silent')
class SilentController {
  @Get()
  @AwsMock()
  mock(): void {}

  @Get('written')
  @AwsIntegration({
    type: 'MOCK',
    requestTemplates: { 'application/json': '#if($input.params("a") == "")\n{"statusCode": 404}\n#end' },
    responses,
  })
  written(): void {}

  @Get('passed')
  @AwsIntegration({ type: 'mock', requestTemplates: { 'application/json': "$input.json('$')" }, responses })
  passed(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('a')
  @AwsIntegration({ type: 'mock', responses })
  none(): void {}

  @Get('b')
  @AwsIntegration({
    type: 'mock',
    requestTemplates: { 'application/json': '{"statusCode":200}', 'text/plain': '{"status":200}' },
    responses,
  })
  other(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsIntegration({ type: 'mock', requestTemplates: {}, responses })
class ClassController extends BaseController {}

testRule('mock-without-status', [
  { name: 'is silent where a status may be written', controllers: [SilentController], reports: [] },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    reports: [
      ['mock-without-status error at HandlerController.none GET /handler/a', 'statusCode'],
      ['mock-without-status error at HandlerController.other GET /handler/b', 'text/plain', 'statusCode'],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [['mock-without-status error at ClassController.read GET /class', 'statusCode']],
  },
]);
