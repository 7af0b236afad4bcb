import { Controller, Get, Headers, Param, Query, Version, VersioningType } from '@nestjs/common';
import { AwsCache } from 'nestjs-aws-gateway';
import { testRule } from '../../../../support/test-rule.js';

const IGNORED = { ignore: { 'setting-without-terraform': 'not of this test' } } as const;
const OPTIONS = {
  integration: { kind: 'lambda', functionArn: '${function_arn}' },
  ...IGNORED,
} as const;

@Controller('keyed')
@AwsCache({ keys: ['path.id', 'query.page', 'header.accept-language'] })
class KeyedController {
  @Get()
  list(): void {}

  @Get(':id')
  read(
    @Param('id') id: string,
    @Query('page') page: string,
    @Headers('Accept-Language') language: string,
  ): string {
    return id + page + language;
  }
}

@Controller('things')
@AwsCache({})
class ThingsController {
  @Get()
  list(): void {}

  @Get(':id')
  read(@Param('id') id: string, @Query('page') page: string): string {
    return id + page;
  }
}

@Controller('pages')
class PagesController {
  @Get()
  @AwsCache({ keys: ['query.page'] })
  list(@Query('page') page: string, @Query('campaign') campaign: string): string {
    return page + campaign;
  }
}

@Controller('versions')
@AwsCache({})
class VersionsController {
  @Get()
  @Version('1')
  first(): void {}

  @Get()
  @Version('2')
  second(): void {}
}

testRule('cache-without-key', [
  {
    name: 'is silent about routes whose parameters are all keys',
    controllers: [KeyedController],
    options: OPTIONS,
    reports: [],
  },
  {
    name: 'reports parameters without a key',
    controllers: [ThingsController],
    options: OPTIONS,
    reports: [['cache-without-key error at ThingsController.read GET /things/{id}', '{id}', '?page']],
  },
  {
    name: 'warns of what is left out of keys',
    controllers: [PagesController],
    options: OPTIONS,
    reports: [['cache-without-key warning at PagesController.list GET /pages', '?campaign']],
  },
  {
    name: 'reports the header that carries the version',
    controllers: [VersionsController],
    options: OPTIONS,
    configure: (app) => app.enableVersioning({ type: VersioningType.HEADER, header: 'X-Version' }),
    reports: [['cache-without-key error at VersionsController.first GET /versions', 'X-Version']],
  },
]);
