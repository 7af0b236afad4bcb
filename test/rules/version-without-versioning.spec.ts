import { Controller, Get, Version, VERSION_NEUTRAL, VersioningType, type Type } from '@nestjs/common';
import { AwsExclude } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller({ path: 'cats', version: '1' })
class CatsController {
  @Get()
  list(): void {}

  @Get('new')
  fresh(): void {}
}

@Controller({ path: 'cats', version: ['2', '3'] })
class NewCatsController {
  @Get()
  list(): void {}
}

@Controller('dogs')
class DogsController {
  @Get()
  @Version('2')
  list(): void {}

  @Get('all')
  @Version(VERSION_NEUTRAL)
  all(): void {}

  @Get('old')
  @Version('1')
  @AwsExclude()
  old(): void {}
}

const other = (): Type => {
  @Controller({ path: 'other-cats', version: '1' })
  class OtherController {
    @Get(['', 'all'])
    list(): void {}

    @Get('old')
    @Version('0')
    old(): void {}
  }
  Object.defineProperty(OtherController, 'name', { value: 'CatsController' });
  return OtherController;
};

testRule('version-without-versioning', [
  {
    name: 'is silent where versioning is enabled',
    controllers: [CatsController, NewCatsController, DogsController],
    configure: (app) => void app.enableVersioning({ type: VersioningType.URI }),
    reports: [],
  },
  {
    name: 'speaks of each of two classes with one name',
    controllers: [CatsController, other()],
    reports: [
      ['version-without-versioning warning at CatsController', '1'],
      ['version-without-versioning warning at CatsController', '1'],
      ['version-without-versioning warning at CatsController.old', '0'],
    ],
  },
  {
    name: 'speaks once of a class, and of a handler with a version of its own',
    controllers: [CatsController, NewCatsController, DogsController],
    reports: [
      ['version-without-versioning warning at CatsController', '1'],
      ['version-without-versioning warning at DogsController.list', '2'],
      ['version-without-versioning warning at NewCatsController', '2', '3'],
    ],
  },
]);
