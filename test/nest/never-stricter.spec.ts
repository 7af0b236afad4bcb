import { Body, Controller, Post, UsePipes, ValidationPipe, type Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Type as TypeOf } from 'class-transformer';
import {
  Allow,
  IsBoolean,
  IsDefined,
  IsEnum,
  IsIn,
  IsInt,
  IsNegative,
  IsNumber,
  IsPositive,
  IsString,
  Matches,
  Max,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { describe, expect, it } from '@jest/globals';
import { AwsSqs, fromBody } from 'nestjs-aws-gateway';
import { fitsModel } from '../../lib/testing/gateway/validation/fits-model.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { compileControllers } from '../support/create-app.js';

enum Colour {
  Red = 'red',
  Blue = 'blue',
}

class PlaceDto {
  @ApiProperty() @IsString() declare street: string;
}

/** Documented as Nest's plugin does it. */
class OrderDto {
  @IsPositive() declare weight: number;
  @IsPositive() @Min(1) declare count: number;
  @IsNegative() declare debt: number;
  @IsNegative() @Max(-1) declare loss: number;
  @Matches(/^[a-z]+$/i) declare name: string;
  @Matches('^[a-z]+$', 'i') declare alias: string;
  @Matches(/^[a-z]+$/i, { each: true }) declare tags: string[];
  @Matches(/^.+$/s) declare text: string;
  @Matches(/^[a-z]+$/) declare exact: string;
  @IsIn(['a', 'b'], { each: true }) declare letters: string[];
  @IsEnum(Colour) declare colour: Colour;
  @ValidateIf((_, value) => value !== null) @IsString() declare note: string | null;
  @MinLength(2) declare short: string;
  @IsInt() declare whole: number;
  @IsNumber() declare ratio: number;
  @IsBoolean() declare paid: boolean;
  @ValidateNested() @TypeOf(() => PlaceDto) declare place: PlaceDto;
  @IsDefined() @ValidateNested() @TypeOf(() => PlaceDto) declare home: PlaceDto;
  @Allow() declare free: string;

  static _OPENAPI_METADATA_FACTORY(): object {
    return {
      weight: { required: true, type: () => Number, minimum: 1 },
      count: { required: true, type: () => Number, minimum: 1 },
      debt: { required: true, type: () => Number, maximum: -1 },
      loss: { required: true, type: () => Number, maximum: -1 },
      name: { required: true, type: () => String, pattern: '^[a-z]+$' },
      alias: { required: true, type: () => String, pattern: '^[a-z]+$' },
      tags: { required: true, type: () => [String], pattern: '^[a-z]+$' },
      text: { required: true, type: () => String, pattern: '^.+$' },
      exact: { required: true, type: () => String, pattern: '^[a-z]+$' },
      letters: { required: true, type: () => [String], enum: ['a', 'b'], isArray: true },
      colour: { required: true, enum: Colour },
      note: { required: true, type: () => String },
      short: { required: true, type: () => String, minLength: 2 },
      whole: { required: true, type: () => Number },
      ratio: { required: true, type: () => Number },
      paid: { required: true, type: () => Boolean },
      place: { required: true, type: () => PlaceDto },
      home: { required: true, type: () => PlaceDto },
      free: { required: true, type: () => String },
    };
  }
}

class JobDto {
  @ApiProperty() @IsInt() declare size: number;
}

@Controller('orders')
class OrdersController {
  @Post()
  place(@Body() _order: OrderDto): void {}

  @Post('jobs')
  @AwsSqs({ queueUrl: '${jobs}', message: fromBody() })
  queue(@Body() _job: JobDto): void {}
}

const CONVERTING = new ValidationPipe({
  transform: true,
  transformOptions: { enableImplicitConversion: true },
});

@Controller('converted')
class ConvertedController {
  @Post()
  @UsePipes(CONVERTING)
  place(@Body() _order: OrderDto): void {}
}

@Controller('converted')
class ConvertedArgumentController {
  @Post()
  place(@Body(CONVERTING) _order: OrderDto): void {}
}

const ORDER = {
  weight: 1,
  count: 1,
  debt: -1,
  loss: -1,
  name: 'a',
  alias: 'a',
  tags: ['a'],
  text: 'a',
  exact: 'a',
  letters: ['a'],
  colour: 'red',
  note: 'a',
  short: 'ab',
  whole: 1,
  ratio: 0.5,
  paid: true,
  place: { street: 'a' },
  home: { street: 'a' },
  free: 'a',
};
const VALUES: readonly unknown[] = [
  ['', ' ', 'a', 'A', 'ab', 'AB', 'a\nb', '1', '0.5', 'red', 'RED', 'true', 'é', '😀'],
  [0, 0.5, 1, 2, -0.5, -1, -2, 1e21, true, false, null],
  [undefined, {}, { street: 'a' }, { street: 1 }],
  [[], ['a'], ['A', 'b'], ['b', 'a'], [1], [null]],
].flat();

type Fits = (name: string, body: unknown) => boolean;

async function compile(controllers: readonly Type[], pipes: readonly ValidationPipe[] = []): Promise<Fits> {
  const { privateDocument } = await compileControllers(
    controllers,
    {
      integration: { kind: 'lambda', functionArn: '${function_arn}' },
      credentials: '${role}',
      validation: 'body',
    },
    { configure: (app) => app.useGlobalPipes(...pipes) },
  );
  const document = writeTree(privateDocument) as unknown as Parameters<typeof fitsModel>[2];
  return (name, body) => fitsModel(body, { $ref: `#/components/schemas/${name}` }, document);
}

/** The bodies that the application accepts and the model does not. */
async function listRefused(pipe: ValidationPipe, fits: Fits): Promise<readonly unknown[]> {
  const changed = Object.keys(ORDER).flatMap((name) => VALUES.map((value) => ({ name, value })));
  const refused = await Promise.all(
    changed.map(async (one) => {
      const body = JSON.parse(JSON.stringify({ ...ORDER, [one.name]: one.value })) as object;
      const isAccepted = await pipe
        .transform(structuredClone(body), { type: 'body', metatype: OrderDto })
        .then(() => true)
        .catch(() => false);
      return isAccepted && !fits('OrderDto', body) ? [one] : [];
    }),
  );
  return refused.flat();
}

// Without `@IsArray()`, class-validator takes one item for the list, and `@ValidateNested()` a list for the object: that
// is no such type, whatever the pipe says.
const isOtherShape = ({ name, value }: { name: string; value: unknown }): boolean =>
  (['tags', 'letters'].includes(name) && !Array.isArray(value)) || (name === 'home' && Array.isArray(value));

describe('a body that the ValidationPipe accepts', () => {
  it('passes the gateway, too, and what else is documented is checked', async () => {
    const fits = await compile([OrdersController]);
    expect(fits('OrderDto', ORDER)).toBe(true);
    const refused = (await listRefused(new ValidationPipe(), fits)) as { name: string; value: unknown }[];
    expect(refused.filter((one) => !isOtherShape(one))).toEqual([]);
    for (const member of [
      { weight: 'a' },
      { count: 0.5 },
      { loss: -0.5 },
      { name: 1 },
      { tags: [1] },
      { exact: 'A' },
      { letters: ['c'] },
      { colour: 'green' },
      { short: 'a' },
      { whole: '1' },
      { paid: 'true' },
    ])
      expect([member, fits('OrderDto', { ...ORDER, ...member })]).toEqual([member, false]);
  });

  it.each([
    ['the whole application', [OrdersController], [CONVERTING]],
    ['a handler', [ConvertedController], []],
    ['an argument', [ConvertedArgumentController], []],
  ] as const)('passes where a pipe of %s converts it', async (_, controllers, pipes) => {
    const fits = await compile(controllers, pipes);
    const refused = (await listRefused(CONVERTING, fits)) as { name: string; value: unknown }[];
    expect(refused.filter((one) => !isOtherShape(one))).toEqual([]);
    expect(fits('OrderDto', { ...ORDER, tags: 1 })).toBe(false);
    const { paid: _paid, ...without } = ORDER;
    expect(fits('OrderDto', without)).toBe(false);
  });

  it('may lack what a pipe does not ask for', async () => {
    for (const [option, paid] of [
      ['skipMissingProperties', true],
      ['skipUndefinedProperties', false],
    ] as const) {
      const fits = await compile([OrdersController], [new ValidationPipe({ [option]: true })]);
      expect([fits('OrderDto', {}), fits('OrderDto', { paid: 'true' })]).toEqual([true, paid]);
      expect(fits('OrderDto', { paid: null })).toBe(paid);
      expect([fits('JobDto', { size: 1 }), fits('JobDto', {})]).toEqual([true, false]);
    }
  });

  it('may be null where a pipe skips null', async () => {
    const fits = await compile([OrdersController], [new ValidationPipe({ skipNullProperties: true })]);
    expect([fits('OrderDto', { ...ORDER, paid: null }), fits('OrderDto', {})]).toEqual([true, false]);
    expect(fits('JobDto', { size: null })).toBe(false);
  });

  it('does not go to a service where only a pipe would convert it', async () => {
    const fits = await compile([OrdersController], [CONVERTING]);
    expect([fits('JobDto', { size: 1 }), fits('JobDto', { size: '1' })]).toEqual([true, false]);
  });
});
