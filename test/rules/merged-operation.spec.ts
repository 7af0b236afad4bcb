import { Body, Controller, Get, Param, Post, Query, Version, VersioningType } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { testRule } from '../support/test-rule.js';

class First {
  @ApiProperty() declare name: string;
}

class Second {
  @ApiProperty() declare title: string;
}

@Controller('silent')
class SilentController {
  @Post()
  @Version('1')
  first(@Body() _order: First): void {}

  @Post()
  @Version(['2', '3'])
  second(@Body() _order: First): void {}
}

@Controller('variables')
class VariablesController {
  @Get('silent/:id')
  @Version('1')
  byId(@Param('id') _id: string): void {}

  @Get('silent/:name')
  @Version('2')
  byName(@Param('name') _name: string): void {}

  @Post(':id')
  @Version('1')
  first(@Param('id') _id: string, @Body() _order: First): void {}

  @Post(':name')
  @Version('2')
  second(@Param('name') _name: string, @Body() _order: Second): void {}
}

@Controller('bodies')
class BodiesController {
  @Post()
  @Version('1')
  first(@Body() _order: First): void {}

  @Post()
  @Version('2')
  second(@Body() _order: Second): void {}
}

class BaseController {
  @Get()
  read(@Query('page') _page: string): void {}
}

@Controller({ path: 'hosts', host: 'a.example.com' })
class FirstHostController extends BaseController {}

@Controller({ path: 'hosts', host: 'b.example.com' })
class SecondHostController {
  @Get()
  @ApiOkResponse({ type: Second })
  find(): Second {
    return new Second();
  }
}

const configure = (app: {
  enableVersioning(options: { type: VersioningType.MEDIA_TYPE; key: string }): unknown;
}): void => void app.enableVersioning({ type: VersioningType.MEDIA_TYPE, key: 'v=' });

testRule('merged-operation', [
  {
    name: 'is silent where the handlers take the same',
    controllers: [SilentController],
    configure,
    reports: [],
  },
  {
    name: 'names the handlers and what differs',
    controllers: [BodiesController],
    configure,
    reports: [
      [
        'merged-operation info at BodiesController.first POST /bodies',
        'BodiesController.first',
        'BodiesController.second',
        'the body:',
      ],
    ],
  },
  {
    name: 'knows that variables of other names are other paths of the public document',
    controllers: [VariablesController],
    configure,
    reports: [
      [
        'merged-operation info at VariablesController.first POST /variables/{id}',
        'the body:',
        'each under its own path',
      ],
    ],
  },
  {
    name: 'names an inherited handler and one of another host',
    controllers: [FirstHostController, SecondHostController],
    reports: [
      [
        'merged-operation info at FirstHostController.read GET /hosts',
        'SecondHostController.find',
        'the parameters and the responses:',
      ],
    ],
  },
]);
