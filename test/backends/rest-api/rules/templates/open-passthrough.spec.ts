import { Controller, Post } from '@nestjs/common';
import { AwsIntegration } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const queue = {
  type: 'aws',
  httpMethod: 'POST',
  uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:sqs:path/${account_id}/jobs',
  credentials: '${role_arn}',
  responses: {
    default: { statusCode: 200 },
    '4\\d{2}': { statusCode: 400 },
    '5\\d{2}': { statusCode: 500 },
  },
} as const;
const { credentials: _, ...unsigned } = queue;
const requestTemplates = {
  'application/json': 'Action=SendMessage&MessageBody=$util.urlEncode($input.body)',
};

@Controller('silent')
class SilentController {
  @Post('never')
  @AwsIntegration({ ...queue, requestTemplates, passthroughBehavior: 'NEVER' })
  never(): void {}

  @Post('templates')
  @AwsIntegration({ ...queue, requestTemplates, passthroughBehavior: 'when_no_templates' })
  templates(): void {}

  @Post('upload')
  @AwsIntegration({ ...queue, uri: 'arn:aws:apigateway:eu-west-1:s3:path/${bucket}/a', httpMethod: 'PUT' })
  upload(): void {}

  @Post('backend')
  @AwsIntegration({ ...unsigned, type: 'http', uri: '${url}', requestTemplates })
  backend(): void {}
}

@Controller('handler')
class HandlerController {
  @Post()
  @AwsIntegration({ ...queue, requestTemplates })
  send(): void {}
}

class BaseController {
  @Post()
  send(): void {}
}

@Controller('class')
@AwsIntegration({ ...queue, requestTemplates, passthroughBehavior: 'when_no_match' })
class ClassController extends BaseController {}

testRule('open-passthrough', [
  {
    name: 'is silent where other types are refused, where none is templated, and on backends',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [['open-passthrough error at HandlerController.send POST /handler', 'application/json']],
  },
  {
    name: 'reports a class under its inherited handler',
    controllers: [ClassController],
    reports: [['open-passthrough error at ClassController.send POST /class', 'application/json']],
  },
]);
