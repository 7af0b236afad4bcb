import { All, Controller, Get } from '@nestjs/common';
import { testRule } from '../../../support/test-rule.js';

@Controller('users')
class SilentController {
  @Get('me')
  literal(): void {}

  @Get(':id')
  read(): void {}

  @Get(':id/files/:file')
  files(): void {}

  @Get('me/:part')
  part(): void {}
}

@Controller('users')
class HandlerController {
  @Get(':id')
  read(): void {}

  @Get(':name/files')
  files(): void {}
}

@Controller('users')
class WildcardController {
  @Get(':id')
  read(): void {}

  @All('*rest')
  rest(): void {}
}

@Controller('reports')
class SegmentsController {
  @Get(':name.:extension')
  file(): void {}

  @Get(':id')
  read(): void {}
}

class BaseController {
  @Get('a')
  read(): void {}
}

@Controller(':tenant')
class TenantController extends BaseController {}

@Controller(':organisation/b')
class OrganisationController extends BaseController {}

testRule('conflicting-path-variables', [
  { name: 'is silent when each level has one variable', controllers: [SilentController], reports: [] },
  {
    name: 'reports the second variable of a level',
    controllers: [HandlerController],
    reports: [
      [
        'conflicting-path-variables error at HandlerController.files GET /users/{name}/files',
        'GET /users/{id}',
        'HandlerController.read',
        '{id}',
        'id',
      ],
    ],
  },
  {
    name: 'reports a wildcard beside a variable',
    controllers: [WildcardController],
    reports: [
      [
        'conflicting-path-variables error at WildcardController.rest ANY /users/{rest+}',
        'GET /users/{id}',
        'WildcardController.read',
        '{id}',
      ],
    ],
  },
  {
    name: 'leaves a segment that is no variable alone to its own report',
    controllers: [SegmentsController],
    reports: ['unsupported-path error at SegmentsController.file GET /reports/{name}.{extension}'],
  },
  {
    name: 'reports variables of classes, at the root, under inherited handlers',
    controllers: [TenantController, OrganisationController],
    reports: [
      [
        'conflicting-path-variables error at TenantController.read GET /{tenant}/a',
        'GET /{organisation}/b/a',
        'OrganisationController.read',
        '{organisation}',
        'organisation',
      ],
    ],
  },
]);
