import { Controller, Get } from '@nestjs/common';
import { testRule } from '../../../support/test-rule.js';

@Controller('v1.0/user_files-a,b')
class SilentController {
  @Get()
  list(): void {}

  @Get('a::b/:id/*path')
  wildcard(): void {}
}

@Controller('files')
class HandlerController {
  @Get('report-:id')
  partial(): void {}

  @Get('raw/*path/raw')
  inner(): void {}

  @Get(':id/copies/:id')
  twice(): void {}

  @Get('~me')
  tilde(): void {}
}

class BaseController {
  @Get()
  read(): void {}
}

@Controller('caf\u00e9')
class AccentController extends BaseController {}

const SEGMENT_FIX =
  'Write each segment with letters, digits, `_`, `-`, `.`, `,` and `:`, or as one variable alone.';

testRule('unsupported-path', [
  { name: 'is silent on what API Gateway holds', controllers: [SilentController], reports: [] },
  {
    name: 'reports the path of a handler',
    controllers: [HandlerController],
    reports: [
      `unsupported-path error at HandlerController.inner GET /files/raw/{path+}/raw
in the path \`/files/raw/{path+}/raw\` the wildcard \`{path+}\` is not at the end
Put the wildcard last: API Gateway allows nothing below it.`,
      `unsupported-path error at HandlerController.partial GET /files/report-{id}
the path \`/files/report-{id}\` has the segment \`report-{id}\`, which API Gateway cannot hold
${SEGMENT_FIX}`,
      `unsupported-path error at HandlerController.tilde GET /files/~me
the path \`/files/~me\` has the segment \`~me\`, which API Gateway cannot hold
${SEGMENT_FIX}`,
      `unsupported-path error at HandlerController.twice GET /files/{id}/copies/{id}
the path \`/files/{id}/copies/{id}\` has the variable \`id\` twice
Give each variable a name of its own.`,
    ],
  },
  {
    name: 'reports the path of a class under an inherited handler',
    controllers: [AccentController],
    reports: [
      `unsupported-path error at AccentController.read GET /caf\u00e9
the path \`/caf\u00e9\` has the segment \`caf\u00e9\`, which API Gateway cannot hold
${SEGMENT_FIX}`,
    ],
  },
]);
