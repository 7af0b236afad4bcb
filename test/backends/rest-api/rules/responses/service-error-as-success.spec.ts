import { Controller, Get } from '@nestjs/common';
import { AwsIntegration } from 'nestjs-aws-gateway';
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
    reports: [
      ['service-error-as-success warning at HandlerController.read GET /handler', 'default', 'responses'],
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
