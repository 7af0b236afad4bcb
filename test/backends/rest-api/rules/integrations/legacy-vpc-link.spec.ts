import { Controller, Get } from '@nestjs/common';
import { AwsHttp, AwsIntegration } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const raw = (connection: object): never =>
  ({ type: 'http_proxy', httpMethod: 'GET', uri: 'http://shop.internal/raw', ...connection }) as never;

@Controller('silent')
class SilentController {
  @Get()
  @AwsHttp('https://public.example.com')
  read(): void {}

  @Get('raw')
  @AwsIntegration({ type: 'http_proxy', httpMethod: 'GET', uri: 'https://public.example.com/raw' })
  raw(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('raw')
  @AwsIntegration(raw({ connectionType: 'VPC_LINK', connectionId: '${vpc_link_id}' }))
  raw(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsHttp({ baseUrl: 'http://shop.internal', vpcLink: '${vpc_link_id}' })
class ClassController extends BaseController {}

testRule('legacy-vpc-link', [
  { name: 'is silent without a VPC link', controllers: [SilentController], reports: [] },
  {
    name: 'reports a raw integration',
    controllers: [HandlerController],
    reports: [['legacy-vpc-link info at module', 'HandlerController.raw', 'integrationTarget']],
  },
  {
    name: 'reports all routes once',
    controllers: [ClassController, HandlerController],
    reports: [['legacy-vpc-link info at module', 'ClassController.read', '1 more', 'target']],
  },
]);
