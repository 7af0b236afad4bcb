import {
  Controller,
  Get,
  Param,
  ParseIntPipe,
  UseFilters,
  UseInterceptors,
  UsePipes,
  ValidationPipe,
  type ExceptionFilter,
  type NestInterceptor,
} from '@nestjs/common';
import { AwsLambda, AwsMock } from 'nestjs-aws-gateway';
import { testRule } from '../support/test-rule.js';

class CacheInterceptor implements NestInterceptor {
  intercept(_: unknown, next: { handle(): ReturnType<NestInterceptor['intercept']> }) {
    return next.handle();
  }
}
class ErrorFilter implements ExceptionFilter {
  catch(): void {}
}

@Controller('silent')
@UseInterceptors(CacheInterceptor)
class SilentController {
  @Get(':id')
  @UsePipes(ValidationPipe)
  @UseFilters(ErrorFilter)
  read(@Param('id', ParseIntPipe) _id: number): void {}
}

@Controller('handler')
class HandlerController {
  @Get('pipe/:id')
  @AwsMock({})
  pipe(@Param('id', ParseIntPipe) _id: number): void {}

  @Get('filter')
  @UseFilters(ErrorFilter)
  @AwsLambda('${filter_arn}')
  filter(): void {}

  @Get('none')
  @AwsMock({})
  none(): void {}
}

class BaseController {
  @Get()
  @AwsMock({})
  list(): void {}
}

@Controller('class')
@UseInterceptors(CacheInterceptor, new CacheInterceptor())
class ClassController extends BaseController {}

testRule('enhancer-without-effect', [
  {
    name: 'is silent where the application may answer',
    controllers: [SilentController],
    configure: (app) => app.useGlobalPipes(new ValidationPipe()),
    reports: [],
  },
  {
    name: 'reports handlers once for their class',
    controllers: [HandlerController],
    reports: [
      ['enhancer-without-effect info at HandlerController', 'ParseIntPipe', 'ErrorFilter', '2 routes'],
    ],
  },
  {
    name: 'reports a class with an inherited handler',
    controllers: [ClassController],
    reports: [['enhancer-without-effect info at ClassController', 'CacheInterceptor', 'list']],
  },
  {
    name: 'reports those of the whole application once',
    controllers: [ClassController, HandlerController, SilentController],
    configure: (app) => {
      app.useGlobalPipes(new ValidationPipe());
      app.useGlobalFilters(new ErrorFilter());
    },
    reports: [
      ['enhancer-without-effect info at module', 'ValidationPipe', 'ErrorFilter', '4 routes'],
      ['enhancer-without-effect info at ClassController', 'CacheInterceptor'],
      ['enhancer-without-effect info at HandlerController', 'ParseIntPipe'],
    ],
  },
  {
    name: 'names what has no class by its kind',
    controllers: [ClassController],
    configure: (app) => {
      app.useGlobalInterceptors({ intercept: (_, next) => next.handle() });
      app.useGlobalPipes({ transform: (value: unknown) => value });
    },
    reports: [
      ['enhancer-without-effect info at module', 'an interceptor and a pipe do not run'],
      'enhancer-without-effect info at ClassController',
    ],
  },
]);
