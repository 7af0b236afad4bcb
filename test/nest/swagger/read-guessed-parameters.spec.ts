import { Controller, DefaultValuePipe, Get, Headers, ParseIntPipe, Query } from '@nestjs/common';
import { ApiHeader, ApiProperty, ApiQuery } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { IsOptional, ValidateIf } from 'class-validator';
import { AwsValidation } from 'nestjs-aws-gateway';
import { compileControllers } from '../../support/create-app.js';
import { ANSWERED } from '../../support/test-rule.js';

class FilterDto {
  @ApiProperty()
  by!: string;

  @ApiProperty({ required: false })
  order?: string;

  @ApiProperty()
  page: number = 1;

  @ApiProperty()
  @IsOptional()
  from!: string;

  @ApiProperty()
  @ValidateIf(({ from }: FilterDto) => from !== undefined)
  to!: string;
}

class BaseController {
  @Get('inherited')
  inherited(@Query('q') _q?: string): void {}
}

@Controller('pages')
@AwsValidation('params')
class PagesController extends BaseController {
  @Get('guessed')
  guessed(
    @Query('page', new DefaultValuePipe(1), ParseIntPipe) _page: number,
    @Query('q') _q?: string,
    @Headers('x-tenant') _tenant?: string,
  ): void {}

  @Get('declared')
  @ApiQuery({ name: 'page', type: Number })
  @ApiHeader({ name: 'x-tenant', required: true })
  declared(@Query('page') _page: number, @Headers('x-tenant') _tenant: string): void {}

  @Get('dto')
  dto(@Query() _filter: FilterDto): void {}
}

/** The names of the parameters that API Gateway requires, by path. */
async function requiredByPath(): Promise<Readonly<Record<string, readonly string[]>>> {
  const { privateDocument } = await compileControllers([PagesController], ANSWERED, {});
  const { paths } = privateDocument as unknown as {
    readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly Parameter[] } }>>;
  };
  return Object.fromEntries(
    Object.entries(paths).map(([path, { get }]) => [
      path,
      get.parameters.filter(({ required }) => required).map(({ name }) => name),
    ]),
  );
}

interface Parameter {
  readonly name: string;
  readonly required?: boolean;
}

describe('parameters that only an argument names', () => {
  it('are not required at the gateway: Nest calls the handler without them', async () => {
    expect(await requiredByPath()).toEqual({
      '/pages/declared': ['page', 'x-tenant'],
      '/pages/dto': ['by'],
      '/pages/guessed': [],
      '/pages/inherited': [],
    });
  });
});
