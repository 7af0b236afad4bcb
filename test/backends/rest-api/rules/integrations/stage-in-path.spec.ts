import { Controller, Get } from '@nestjs/common';
import { AwsHttp, AwsIntegration } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const ALB = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188';

@Controller('silent')
class SilentController {
  @Get()
  @AwsHttp('https://public.example.com')
  read(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('raw')
  @AwsIntegration({
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: 'http://shop.internal/raw',
    connectionType: 'VPC_LINK',
    connectionId: '${vpc_link_id}',
    integrationTarget: ALB,
  })
  raw(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsHttp({ baseUrl: 'http://shop.internal', vpcLink: '${vpc_link_id}', target: ALB })
class ClassController extends BaseController {}

testRule('stage-in-path', [
  { name: 'is silent without a VPC link V2', controllers: [SilentController], reports: [] },
  {
    name: 'reports a raw integration',
    controllers: [HandlerController],
    reports: [['stage-in-path info at module', 'GET /handler/raw', 'HandlerController.raw']],
  },
  {
    name: 'reports all routes once',
    controllers: [ClassController, HandlerController],
    reports: [['stage-in-path info at module', 'GET /class', 'ClassController.read', '1 more']],
  },
]);
