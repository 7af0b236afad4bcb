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
import { testRule } from '../support/test-rule.js';

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

const report = (place: string, method: string): string =>
  `unsupported-method error at ${place}
API Gateway does not serve the method \`${method}\`
Use GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS or \`@All()\`, or leave the route out with \`@AwsExclude()\`.`;

testRule('unsupported-method', [
  { name: 'is silent on the methods that API Gateway serves', controllers: [SilentController], reports: [] },
  {
    name: 'reports a handler',
    controllers: [HandlerController],
    reports: [report('HandlerController.search SEARCH /handler', 'SEARCH')],
  },
  {
    name: 'reports an inherited handler under each class',
    controllers: [OneController, TwoController],
    reports: [
      report('OneController.propfind PROPFIND /one', 'PROPFIND'),
      report('TwoController.propfind PROPFIND /two', 'PROPFIND'),
    ],
  },
]);
