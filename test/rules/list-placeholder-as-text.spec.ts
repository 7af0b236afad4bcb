import { Controller, Get } from '@nestjs/common';
import { AwsCors, AwsMock } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

@Controller('lists')
@AwsCors({ allowOrigins: '${cors_origins}' })
class ListsController {
  @Get()
  @AwsMock()
  read(): void {}
}

@Controller('texts')
@AwsCors({ allowOrigins: ['${cors_origins}'] })
class TextsController {
  @Get()
  @AwsMock()
  read(): void {}
}

testRule('list-placeholder-as-text', [
  {
    name: 'is silent about a list, and about one origin',
    controllers: [ListsController],
    options: {},
    reports: [],
  },
  {
    name: 'reports one placeholder that is both',
    controllers: [ListsController, TextsController],
    options: {},
    reports: [
      [
        'list-placeholder-as-text error at ListsController.read GET /lists',
        'allowOrigins',
        '${cors_origins_list}',
      ],
    ],
  },
]);
