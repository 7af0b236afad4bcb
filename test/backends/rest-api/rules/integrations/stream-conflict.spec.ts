import { Controller, Get } from '@nestjs/common';
import { AwsHttp, AwsIntegration, AwsLambda } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get()
  @AwsLambda({ functionArn: '${arn}', streaming: true, timeout: 900_000 })
  stream(): void {}
}

@Controller('buffered')
class BufferedController {
  @Get()
  @AwsLambda({ functionArn: '${arn}', streaming: false })
  whole(): void {}
}

@Controller('handler')
class HandlerController {
  @Get()
  @AwsIntegration({
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: 'https://feed.example.com',
    responseTransferMode: 'STREAM',
    cacheNamespace: 'feed',
  })
  cached(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('class')
@AwsHttp({ baseUrl: 'https://feed.example.com', streaming: true })
class ClassController extends BaseController {}

testRule('stream-conflict', [
  { name: 'is silent for a stream alone', controllers: [SilentController], reports: [] },
  {
    name: 'is silent for a whole response',
    controllers: [BufferedController],
    options: { ...ANSWERED, minimumCompressionSize: 0 },
    reports: [],
  },
  {
    name: 'warns of a cache',
    controllers: [HandlerController],
    reports: ['stream-conflict warning at HandlerController.cached GET /handler'],
  },
  {
    name: 'warns of compression, under the inherited handler of a class',
    controllers: [ClassController],
    options: { ...ANSWERED, minimumCompressionSize: 1024 },
    reports: [['stream-conflict warning at ClassController.read GET /class', 'minimumCompressionSize']],
  },
]);
