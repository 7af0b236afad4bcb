import { Controller, Get } from '@nestjs/common';
import { AwsIgnore, AwsIntegration } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const service = {
  type: 'aws',
  httpMethod: 'GET',
  uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:s3:path/${bucket}/a',
  credentials: '${role_arn}',
} as const;
const invoke = 'arn:aws:apigateway:${region}:lambda:path/2015-03-31/functions/${arn}/invocations';
const responses = { default: { statusCode: 200 } };

@Controller('silent')
class SilentController {
  @Get('patterns')
  @AwsIntegration({
    ...service,
    responses: { ...responses, '4\\d{2}': { statusCode: 404 }, '5\\d{2}': { statusCode: 502 } },
  })
  patterns(): void {}

  @Get('template')
  @AwsIntegration({
    ...service,
    responses: {
      default: {
        statusCode: 200,
        responseTemplates: {
          'application/json':
            '#if($input.path("$.__type") != "")#set($context.responseOverride.status = 400)#end{}',
        },
      },
    },
  })
  template(): void {}

  @Get('error')
  @AwsIntegration({
    ...service,
    responses: { '2\\d{2}': { statusCode: 200 }, default: { statusCode: 502 } },
  })
  error(): void {}

  @Get('successes')
  @AwsIntegration({ ...service, responses: { '2\\d{2}': { statusCode: 200 } } })
  @AwsIgnore('responses-without-default', 'errors return 500')
  successes(): void {}

  @Get('one-of-two')
  @AwsIntegration({
    ...service,
    responses: { '\\d{3}': { statusCode: 200 }, '[45]\\d{2}': { statusCode: 502 } },
  })
  oneOfTwo(): void {}

  @Get('proxy')
  @AwsIntegration({ type: 'aws_proxy', httpMethod: 'POST', uri: invoke })
  proxy(): void {}

  @Get('backend')
  @AwsIntegration({ type: 'http', httpMethod: 'GET', uri: '${url}', responses })
  backend(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @AwsIntegration({ ...service, responses })
  read(): void {}
}

@Controller('partly')
class PartlyController {
  @Get('client')
  @AwsIntegration({ ...service, responses: { ...responses, '4\\d{2}': { statusCode: 400 } } })
  client(): void {}

  @Get('some')
  @AwsIntegration({
    ...service,
    responses: { ...responses, '404': { statusCode: 404 }, '5\\d{2}': { statusCode: 502 } },
  })
  some(): void {}

  @Get('all')
  @AwsIntegration({ ...service, responses: { '\\d{3}': { statusCode: '200' } } })
  all(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsIntegration({ type: 'AWS', httpMethod: 'POST', uri: invoke, responses })
class ClassController extends BaseController {}

testRule('service-error-as-success', [
  { name: 'is silent where errors are told apart', controllers: [SilentController], reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [['service-error-as-success warning at HandlerController.read GET /handler', '400', 'default']],
  },
  {
    name: 'reports the errors that are left, and a pattern that matches errors',
    controllers: [PartlyController],
    reports: [
      ['service-error-as-success warning at PartlyController.all GET /partly/all', '400', '\\d{3}', '200'],
      [
        'service-error-as-success warning at PartlyController.client GET /partly/client',
        '500',
        'default',
        '502',
      ],
      ['service-error-as-success warning at PartlyController.some GET /partly/some', '400', 'default'],
    ],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [
      ['service-error-as-success warning at ClassController.read GET /class', 'default', 'responses'],
    ],
  },
]);
