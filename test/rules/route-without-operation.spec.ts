import { Controller, Get } from '@nestjs/common';
import { ApiExcludeEndpoint, type OpenAPIObject } from '@nestjs/swagger';
import { AwsExclude } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../support/test-rule.js';

const empty = (document: OpenAPIObject): OpenAPIObject => ({ ...document, paths: {} });

@Controller('hidden')
class HiddenController {
  @Get()
  @ApiExcludeEndpoint()
  hidden(): void {}

  @Get('excluded')
  @AwsExclude()
  excluded(): void {}
}

@Controller('pets')
class PetsController {
  @Get()
  list(): void {}
}

testRule('route-without-operation', [
  {
    name: 'is silent about routes that decorators hide or exclude',
    controllers: [HiddenController],
    options: { ...ANSWERED, transformDocument: empty },
    reports: [],
  },
  {
    name: 'speaks of a route whose operation is gone',
    controllers: [PetsController],
    options: { ...ANSWERED, transformDocument: empty },
    reports: ['route-without-operation error at PetsController.list GET /pets'],
  },
]);
