import {
  All,
  Controller,
  Delete,
  Get,
  Head,
  Options,
  Patch,
  Post,
  Propfind,
  Put,
  Search,
} from '@nestjs/common';
import { AwsExclude } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../support/test-rule.js';

@Controller('silent')
class SilentController {
  @Get()
  @Head()
  get(): void {}

  @Post()
  post(): void {}

  @Put()
  put(): void {}

  @Patch()
  patch(): void {}

  @Delete()
  delete(): void {}

  @Options()
  options(): void {}

  @All('all')
  all(): void {}

  @Search('excluded')
  @AwsExclude()
  excluded(): void {}
}

@Controller('handler')
class HandlerController {
  @Search()
  search(): void {}
}

class BaseController {
  @Propfind()
  propfind(): void {}
}

@Controller('one')
class OneController extends BaseController {}

@Controller('two')
class TwoController extends BaseController {}

testRule('unsupported-method', [
  { name: 'is silent on the methods that API Gateway serves', controllers: [SilentController], reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: ['unsupported-method error at HandlerController.search SEARCH /handler'],
  },
  {
    name: 'names Kong where Kong serves the routes',
    controllers: [HandlerController],
    options: { ...ANSWERED, gateway: 'kong', region: 'eu-west-1' },
    reports: [['unsupported-method error at HandlerController.search SEARCH /handler', 'the file for Kong']],
  },
  {
    name: 'reports an inherited handler under each class',
    controllers: [OneController, TwoController],
    reports: [
      'unsupported-method error at OneController.propfind PROPFIND /one',
      'unsupported-method error at TwoController.propfind PROPFIND /two',
    ],
  },
]);
