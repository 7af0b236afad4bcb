import { Body, Controller, Delete, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiProperty, PartialType } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  text,
} from 'nestjs-aws-gateway';

export class AddressDto {
  @ApiProperty() street!: string;
  @ApiProperty({ required: false }) zip?: number;
}

/** Every type that a member can have, under names of which DynamoDB and VTL reserve some. */
export class UserDto {
  @ApiProperty() name!: string;
  @ApiProperty() size!: number;
  @ApiProperty({ required: false }) active?: boolean;
  @ApiProperty({ nullable: true, type: String, required: false }) nick?: string | null;
  @ApiProperty({ type: String, format: 'date-time', required: false }) joined?: Date;
  @ApiProperty({ type: AddressDto, required: false }) address?: AddressDto;
  @ApiProperty({ type: [AddressDto], required: false }) others?: AddressDto[];
  @ApiProperty({ type: [String], uniqueItems: true, required: false }) tags?: string[];
  @ApiProperty({ type: [Number], uniqueItems: true, required: false }) marks?: number[];
  @ApiProperty({ type: [Number], required: false }) scores?: number[];
  @ApiProperty({ type: 'array', items: { type: 'array', items: { type: 'string' } }, required: false })
  grid?: string[][];
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    selfRequired: false,
  })
  labels?: Record<string, string | null>;
  @ApiProperty({ type: String, required: false }) 'a.b "c" $d #set'?: string;
}

export class PatchUserDto extends PartialType(UserDto) {}

export class CardDto {
  @ApiProperty() name!: string;
  @ApiProperty({ type: AddressDto, required: false }) address?: AddressDto;
}

export class StampDto {
  @ApiProperty({ required: false }) tenant?: string;
  @ApiProperty({ required: false }) expiresAt?: number;
  @ApiProperty({ required: false }) seen?: number;
  @ApiProperty({ required: false }) flag?: boolean;
}

const table = '${users_table}';
const key = { pk: text`USER#${fromPath('name')}` };

@Controller('users')
export class UsersController {
  @Post()
  @AwsDynamoDb({
    action: 'PutItem',
    table,
    key: { pk: text`USER#${fromBody('$.name')}` },
    item: fromBody(),
    attributes: { seen: { N: fromContext('requestTimeEpoch') }, tenant: fromHeader('X-Tenant') },
    condition: 'absent',
    expiresIn: 3600,
  })
  create(@Body() user: UserDto): void {
    throw user;
  }

  @Put(':name')
  @AwsDynamoDb({ action: 'PutItem', table, key, item: fromBody() })
  @ApiNoContentResponse()
  replace(@Param('name') name: string, @Body() user: UserDto): void {
    throw [name, user];
  }

  @Put(':name/version')
  @AwsDynamoDb({
    action: 'PutItem',
    table,
    key,
    attributes: {
      version: { N: fromQuery('to') },
      name: fromPath('name'),
      flag: { BOOL: true },
      gone: { NULL: true },
    },
    condition: {
      expression: 'attribute_not_exists(#v) OR #v < :to',
      names: { '#v': 'version' },
      values: { ':to': { N: fromQuery('to') } },
    },
  })
  version(@Param('name') name: string): void {
    throw name;
  }

  @Get(':name')
  @AwsDynamoDb({ action: 'GetItem', table, key })
  @ApiOkResponse({ type: UserDto })
  read(@Param('name') name: string): UserDto {
    throw name;
  }

  @Get(':name/card')
  @AwsDynamoDb({ action: 'GetItem', table, key, projection: ['name'], consistentRead: true })
  @ApiOkResponse({ type: CardDto })
  card(@Param('name') name: string): CardDto {
    throw name;
  }

  @Get(':name/stamp')
  @AwsDynamoDb({ action: 'GetItem', table, key })
  @ApiOkResponse({ type: StampDto })
  stamp(@Param('name') name: string): StampDto {
    throw name;
  }

  @Patch(':name')
  @AwsDynamoDb({ action: 'UpdateItem', table, key, item: fromBody() })
  @ApiOkResponse({ type: UserDto })
  update(@Param('name') name: string, @Body() user: PatchUserDto): UserDto {
    throw [name, user];
  }

  @Patch(':name/stamp')
  @AwsDynamoDb({
    action: 'UpdateItem',
    table,
    key,
    attributes: { tenant: fromHeader('X-Tenant') },
    condition: 'none',
    expiresIn: 60,
  })
  touch(@Param('name') name: string): void {
    throw name;
  }

  @Patch(':name/counted')
  @AwsDynamoDb({
    action: 'UpdateItem',
    table,
    key,
    item: fromBody(),
    attributes: { seen: { N: fromQuery('seen') } },
    condition: {
      expression: '#s = :old',
      names: { '#s': 'size' },
      values: { ':old': { N: fromQuery('old') } },
    },
  })
  @ApiOkResponse({ type: UserDto })
  counted(@Param('name') name: string, @Body() user: PatchUserDto): UserDto {
    throw [name, user];
  }

  @Delete(':name')
  @AwsDynamoDb({ action: 'DeleteItem', table, key })
  @ApiOkResponse({ type: UserDto })
  remove(@Param('name') name: string): UserDto {
    throw name;
  }

  @Delete(':name/card')
  @AwsDynamoDb({ action: 'DeleteItem', table, key, condition: 'present' })
  removePresent(@Param('name') name: string): void {
    throw name;
  }

  @Delete(':name/stamp')
  @AwsDynamoDb({ action: 'DeleteItem', table, key })
  @ApiNoContentResponse()
  removeQuietly(@Param('name') name: string): void {
    throw name;
  }

  @Get(':name/missing-table')
  @AwsDynamoDb({ action: 'GetItem', table: 'no-such-table', key })
  @ApiOkResponse({ type: UserDto })
  missingTable(@Param('name') name: string): UserDto {
    throw name;
  }
}
