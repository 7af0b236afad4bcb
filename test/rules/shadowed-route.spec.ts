import { All, Body, Controller, Get, Head, Param, Post, Query } from '@nestjs/common';
import { ApiProperty, ApiQuery } from '@nestjs/swagger';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { describe, expect, it } from '@jest/globals';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsHttp,
  AwsLambda,
  AwsMock,
  AwsPublic,
  AwsValidation,
  IamAuthorizer,
} from 'nestjs-aws-gateway';
import { compileAll } from '../support/compile-all.js';
import { nestInternals } from '../../lib/nest/nest-internals.js';
import { readApplication } from '../../lib/nest/read-application.js';
import { CONFIG, createApp, moduleOf } from '../support/create-app.js';
import { ANSWERED, testRule } from '../support/test-rule.js';

const iam = new IamAuthorizer();

@Controller('silent')
@AwsAuthorizer(iam)
class SilentController {
  @Get('me')
  @AwsPublic()
  narrowFirst(): void {}

  @Head(':id')
  headFirst(@Param('id') _id: string): void {}

  @Get(':id')
  wide(@Param('id') _id: string): void {}

  @Get('count')
  sameSettings(): void {}

  @Post('me')
  @AwsPublic()
  otherVerb(): void {}

  @Get('me/files')
  @AwsPublic()
  longer(): void {}

  @Get(':id/:part')
  pair(@Param('id') _id: string, @Param('part') _part: string): void {}

  @Get('health')
  @AwsPublic()
  @AwsMock()
  answeredByItself(): void {}

  @Get('report')
  @AwsPublic()
  @AwsLambda('${report_function_arn}')
  ofItsOwnFunction(): void {}
}

@Controller('handler')
class HandlerController {
  @Get(':id')
  @AwsAuthorizer(iam)
  @AwsApiKey()
  wide(@Param('id') _id: string): void {}

  @Get('me')
  @AwsPublic()
  narrow(): void {}

  @All('us')
  @AwsAuthorizer(iam)
  @AwsApiKey()
  @AwsValidation('all')
  another(): void {}

  @Get('head')
  @AwsAuthorizer(iam)
  get(): void {}

  @Head('head')
  head(): void {}

  @All('verbs')
  anyVerb(): void {}

  @Get('verbs')
  @AwsApiKey()
  oneVerb(): void {}
}

@Controller('files')
@AwsHttp('https://files.example.com')
class FilesController {
  @Get('*path')
  @AwsAuthorizer(iam)
  wide(@Param('path') _path: string): void {}

  @Get('list/all')
  listed(): void {}

  @Get('list/*rest')
  below(@Param('rest') _rest: string): void {}
}

class BaseController {
  @All('*path')
  any(@Param('path') _path: string): void {}

  @Get('status')
  @AwsPublic()
  status(): void {}
}

@Controller('class')
@AwsAuthorizer(iam)
class ClassController extends BaseController {}

@Controller()
@AwsLambda('${legacy_function_arn}')
class CatchAllController {
  @All('*path')
  any(@Param('path') _path: string): void {}
}

@Controller('orders')
class OrdersController {
  @Get()
  list(): void {}

  @Post()
  create(): void {}
}

class Item {
  @ApiProperty() declare name: string;
}

class Import {
  @ApiProperty() declare file: string;
}

@Controller('checked')
class CheckedController {
  @Post('items/:id')
  @AwsValidation('all')
  item(@Param('id') _id: string, @Body() _item: Item): void {}

  @Post('items/import')
  @AwsValidation('all')
  import(@Body() _import: Import): void {}

  @Post('items/same')
  @AwsValidation('all')
  same(@Body() _item: Item): void {}

  @All('any')
  @AwsValidation('params')
  any(@Body() _item: Item): void {}

  @Post('any')
  @AwsValidation('params')
  @ApiQuery({ name: 'mode' })
  post(@Query('mode') _mode: string, @Body() _import: Import): void {}

  @All('unchecked')
  all(@Body() _item: Item): void {}

  @Post('unchecked')
  unchecked(@Body() _import: Import): void {}
}

testRule('shadowed-route', [
  {
    name: 'is silent where the order is right, where nothing differs, and where the handler never runs',
    controllers: [SilentController],
    reports: [],
  },
  {
    name: 'reports a body and parameters that API Gateway checks for another handler',
    controllers: [CheckedController],
    reports: [
      [
        'shadowed-route warning at CheckedController.any ANY /checked/any',
        'CheckedController.post',
        'the required parameters',
      ],
      [
        'shadowed-route warning at CheckedController.item POST /checked/items/{id}',
        'CheckedController.import',
        'the checked body',
      ],
    ],
  },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    reports: [
      [
        'shadowed-route warning at HandlerController.anyVerb ANY /handler/verbs',
        'GET /handler/verbs',
        'HandlerController.oneVerb',
      ],
      [
        'shadowed-route warning at HandlerController.get GET /handler/head',
        'HEAD /handler/head',
        'HandlerController.head',
      ],
      [
        'shadowed-route warning at HandlerController.wide GET /handler/{id}',
        'GET /handler/me',
        'HandlerController.narrow',
      ],
    ],
  },
  {
    name: 'reports a wildcard behind one backend, whatever the path that is appended',
    controllers: [FilesController],
    reports: [
      [
        'shadowed-route warning at FilesController.wide GET /files/{path+}',
        'GET /files/list/all',
        'FilesController.listed',
      ],
    ],
  },
  {
    name: 'reports a class under its inherited handlers',
    controllers: [ClassController],
    reports: [
      [
        'shadowed-route warning at ClassController.any ANY /class/{path+}',
        'GET /class/status',
        'ClassController.status',
      ],
    ],
  },
  {
    name: 'reports another integration, behind which the application runs the wrong handler',
    controllers: [CatchAllController, OrdersController],
    reports: [
      [
        'shadowed-route warning at CatchAllController.any ANY /{path+}',
        'GET /orders',
        'OrdersController.list',
      ],
    ],
  },
  {
    name: 'is silent when the catch-all comes last',
    controllers: [OrdersController, CatchAllController],
    reports: [],
  },
]);

describe('a router that takes the most specific route itself', () => {
  it.each(['fastify', 'specificity'])(
    'is told apart, and only verbs of one path are left to the order: %s',
    async (by) => {
      const adapter = by === 'fastify' ? { adapter: new FastifyAdapter() } : {};
      const app = await createApp(moduleOf([HandlerController]), adapter);
      if (by === 'specificity')
        Object.assign(nestInternals(app).appOptions!, { routeResolutionStrategy: by });
      const { diagnostics } = compileAll(readApplication(app, CONFIG), ANSWERED);
      expect(diagnostics.map(({ code, at }) => [code, at.handler])).toEqual([['shadowed-route', 'anyVerb']]);
    },
  );
});
