import { Body, Controller, Delete, Get, Patch, Post, Put } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AwsDynamoDb, AwsIgnore, fromBody, fromPath } from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../../support/test-rule.js';

const options = { ...ANSWERED, credentials: '${role_arn}' };
const table = '${table}';
const key = { pk: fromPath('id') };

class AddressDto {
  @ApiProperty() street!: string;
}

class FitDto {
  @ApiProperty() name!: string;
  @ApiPropertyOptional({ nullable: true, type: Number }) age?: number | null;
  @ApiProperty({ format: 'date-time' }) born!: string;
  @ApiProperty({ type: [AddressDto] }) addresses!: AddressDto[];
  @ApiProperty({ type: [String], uniqueItems: true }) tags!: string[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) scores!: Record<string, number>;
}

class PageDto {
  @ApiProperty({ type: [FitDto] }) items!: FitDto[];
  @ApiPropertyOptional() cursor?: string;
}

@Controller('people/:id')
class SilentController {
  @Get()
  @AwsDynamoDb({ action: 'GetItem', table, key })
  @ApiOkResponse({ type: FitDto })
  get(): void {}

  @Post()
  @AwsDynamoDb({ action: 'PutItem', table, key, item: fromBody() })
  put(@Body() _person: FitDto): void {}

  @Post('stamp')
  @AwsDynamoDb({ action: 'PutItem', table, key, attributes: { kind: 'stamp' } })
  stamp(): void {}

  @Get('page')
  @AwsDynamoDb({ action: 'Query', table, key })
  @ApiOkResponse({ type: PageDto })
  page(): void {}

  @Delete()
  @AwsDynamoDb({ action: 'DeleteItem', table, key })
  remove(): void {}

  @Get('own')
  @AwsDynamoDb({
    action: 'GetItem',
    table,
    key,
    responses: { default: { statusCode: 200, responseTemplates: { 'application/json': '$input.body' } } },
  })
  own(): void {}
}

class TreeDto {
  @ApiProperty() name!: string;
  @ApiProperty({ type: () => TreeDto }) parent!: TreeDto;
}

class UnfitDto {
  @ApiProperty({ type: 'object', additionalProperties: true }) anything!: Record<string, unknown>;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }] }) either!: string | number;
  @ApiProperty({ type: TreeDto }) tree!: TreeDto;
  @ApiProperty({ type: 'array', items: {} }) list!: unknown[];
  // Of its items, TypeScript records nothing.
  @ApiProperty() bare!: string[];
}

@Controller('things/:id')
class HandlerController {
  @Post()
  @AwsDynamoDb({ action: 'PutItem', table, key, item: fromBody() })
  put(@Body() _thing: UnfitDto): void {}

  @Patch()
  @AwsDynamoDb({ action: 'UpdateItem', table, key, item: fromBody('$.name') })
  change(@Body() _thing: TreeDto): void {}

  @Get()
  @AwsDynamoDb({ action: 'GetItem', table, key })
  get(): void {}

  @Get('page')
  @AwsDynamoDb({ action: 'Query', table, key })
  @ApiOkResponse({ type: AddressDto })
  page(): void {}
}

class EmptyDto {
  name!: string;
}

class HolderDto {
  @ApiProperty({ type: EmptyDto }) empty!: EmptyDto;
  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } }) scores!: Record<string, number>;
  @ApiProperty({ type: 'object', additionalProperties: true }) anything!: unknown;
  @ApiProperty({
    oneOf: [{ $ref: '#/components/schemas/TreeDto' }, { $ref: '#/components/schemas/AddressDto' }],
  })
  either!: unknown;
}

@Controller('empty/:id')
@ApiExtraModels(TreeDto, AddressDto)
class NothingController {
  @Post()
  @AwsDynamoDb({ action: 'PutItem', table, key, item: fromBody() })
  whole(@Body() _empty: EmptyDto): void {}

  @Put('empty')
  @AwsDynamoDb({ action: 'UpdateItem', table, key, item: fromBody('$.empty') })
  empty(@Body() _holder: HolderDto): void {}

  @Put('scores')
  @AwsDynamoDb({ action: 'PutItem', table, key, item: fromBody('$.scores') })
  scores(@Body() _holder: HolderDto): void {}

  @Put('anything')
  @AwsDynamoDb({ action: 'UpdateItem', table, key, item: fromBody('$.anything') })
  anything(@Body() _holder: HolderDto): void {}

  @Put('either')
  @AwsDynamoDb({ action: 'UpdateItem', table, key, item: fromBody('$.either') })
  either(@Body() _holder: HolderDto): void {}
}

class ForestDto {
  @ApiProperty({ type: [TreeDto] }) trees!: TreeDto[];
}

@Controller('parts/:id')
class PartsController {
  @Get()
  @AwsDynamoDb({ action: 'Query', table, key })
  @ApiOkResponse({ type: ForestDto })
  page(): void {}

  @Get('list')
  @AwsDynamoDb({ action: 'Query', table, key })
  @ApiOkResponse({ type: [TreeDto] })
  list(): void {}

  @Put()
  @AwsDynamoDb({ action: 'PutItem', table, key, item: fromBody('$.tree') })
  put(@Body() _thing: UnfitDto): void {}

  @Get('inline')
  @AwsDynamoDb({ action: 'GetItem', table, key })
  @ApiOkResponse({ schema: { type: 'object', properties: { any: {} } } })
  inline(): void {}

  // Another rule speaks of what refers to nothing.
  @Get('gone')
  @AwsDynamoDb({ action: 'GetItem', table, key })
  @AwsIgnore('unknown-reference', 'the case is about another rule')
  @ApiOkResponse({ schema: { $ref: '#/components/schemas/Gone' } })
  gone(): void {}
}

@Controller('trees/:id')
@AwsDynamoDb({ action: 'GetItem', table, key })
class ClassController {
  @Get()
  @ApiOkResponse({ type: TreeDto })
  get(): void {}

  @Get('fit')
  @ApiOkResponse({ type: FitDto })
  fit(): void {}
}

class BaseController {
  @Get()
  @AwsDynamoDb({ action: 'GetItem', table, key })
  @ApiOkResponse({ type: TreeDto })
  get(): void {}
}

@Controller('one/:id')
class OneController extends BaseController {}

testRule('member-without-dynamodb-type', [
  {
    name: 'is silent on members with types, on writes of no DTO, and on answers of one’s own',
    controllers: [SilentController],
    options,
    reports: [],
  },
  {
    name: 'reports each member, and DTOs that are none',
    controllers: [HandlerController],
    options,
    reports: [
      'request-value-out-of-place error at HandlerController.change PATCH /things/{id}',
      'member-without-dynamodb-type error at HandlerController.get GET /things/{id}',
      'member-without-dynamodb-type error at HandlerController.page GET /things/{id}/page',
      'member-without-dynamodb-type error at HandlerController.put POST /things/{id} UnfitDto.anything',
      [
        'member-without-dynamodb-type error at HandlerController.put POST /things/{id} UnfitDto.bare[]',
        '@ApiProperty({ type: [String] })',
      ],
      'member-without-dynamodb-type error at HandlerController.put POST /things/{id} UnfitDto.either',
      'member-without-dynamodb-type error at HandlerController.put POST /things/{id} UnfitDto.list[]',
      'member-without-dynamodb-type error at HandlerController.put POST /things/{id} UnfitDto.tree.parent',
    ],
  },
  {
    name: 'reports an item of which nothing would be written',
    controllers: [NothingController],
    options,
    reports: [
      [
        'member-without-dynamodb-type error at NothingController.anything PUT /empty/{id}/anything',
        "fromBody('$.anything')",
        'an object of any members',
      ],
      [
        'member-without-dynamodb-type error at NothingController.either PUT /empty/{id}/either',
        'several types',
      ],
      [
        'member-without-dynamodb-type error at NothingController.empty PUT /empty/{id}/empty',
        'its DTO declares no members',
      ],
      [
        'member-without-dynamodb-type error at NothingController.scores PUT /empty/{id}/scores',
        'a map without declared members',
      ],
      ['member-without-dynamodb-type error at NothingController.whole POST /empty/{id}', 'fromBody()'],
    ],
  },
  {
    name: 'names the member from its DTO on, where it has a name',
    controllers: [PartsController],
    options,
    reports: [
      'member-without-dynamodb-type error at PartsController.inline GET /parts/{id}/inline any',
      'member-without-dynamodb-type error at PartsController.list GET /parts/{id}/list TreeDto.parent',
      'member-without-dynamodb-type error at PartsController.page GET /parts/{id} ForestDto.trees[].parent',
      'member-without-dynamodb-type error at PartsController.put PUT /parts/{id} UnfitDto.tree.parent',
    ],
  },
  {
    name: 'reports the routes of a class',
    controllers: [ClassController],
    options,
    reports: ['member-without-dynamodb-type error at ClassController.get GET /trees/{id} TreeDto.parent'],
  },
  {
    name: 'reports an inherited handler',
    controllers: [OneController],
    options,
    reports: ['member-without-dynamodb-type error at OneController.get GET /one/{id} TreeDto.parent'],
  },
]);
