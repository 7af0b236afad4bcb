import { Controller, Get } from '@nestjs/common';
import { AwsIntegration, AwsMock } from 'nestjs-aws-gateway';
import { testRule } from '../../../support/test-rule.js';

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

const FIX = `Write \`requestTemplates: { 'application/json': '{"statusCode":200}' }\`, or use \`@AwsMock\`.`;
const none = (place: string): string => `mock-without-status error at ${place}
the mock has no request template that writes a \`statusCode\`, so it answers 500
${FIX}`;

testRule('mock-without-status', [
  { name: 'is silent where a status may be written', controllers: [SilentController], reports: [] },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    reports: [
      none('HandlerController.none GET /handler/a'),
      `mock-without-status error at HandlerController.other GET /handler/b
the request template for \`text/plain\` of the mock writes no \`statusCode\`, so it answers 500
${FIX}`,
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [none('ClassController.read GET /class')],
  },
]);
