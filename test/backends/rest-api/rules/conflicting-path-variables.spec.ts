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
      `conflicting-path-variables error at HandlerController.files GET /users/{name}/files
the variable \`{name}\` stands below \`/users\`, where \`GET /users/{id}\` in \`HandlerController.read\` has \`{id}\`: API Gateway takes one variable at each level
Name the variable \`id\` in both.`,
    ],
  },
  {
    name: 'reports a wildcard beside a variable',
    controllers: [WildcardController],
    reports: [
      `conflicting-path-variables error at WildcardController.rest ANY /users/{rest+}
the variable \`{rest+}\` stands below \`/users\`, where \`GET /users/{id}\` in \`WildcardController.read\` has \`{id}\`: API Gateway takes one variable at each level
Give the wildcard a path of its own, or leave one of the routes out with \`@AwsExclude()\`.`,
    ],
  },
  {
    name: 'leaves a segment that is no variable alone to its own report',
    controllers: [SegmentsController],
    reports: [
      `unsupported-path error at SegmentsController.file GET /reports/{name}.{extension}
the path \`/reports/{name}.{extension}\` has the segment \`{name}.{extension}\`, which API Gateway cannot hold
Write each segment with letters, digits, \`_\`, \`-\`, \`.\`, \`,\` and \`:\`, or as one variable alone.`,
    ],
  },
  {
    name: 'reports variables of classes, at the root, under inherited handlers',
    controllers: [TenantController, OrganisationController],
    reports: [
      `conflicting-path-variables error at TenantController.read GET /{tenant}/a
the variable \`{tenant}\` stands below \`/\`, where \`GET /{organisation}/b/a\` in \`OrganisationController.read\` has \`{organisation}\`: API Gateway takes one variable at each level
Name the variable \`organisation\` in both.`,
    ],
  },
]);
