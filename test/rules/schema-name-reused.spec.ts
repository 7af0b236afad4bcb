import { Body, Controller, Get, Param, Post, Query, type Type } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOkResponse, ApiProperty, ApiQuery, ApiSchema } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { AwsDynamoDb, AwsSqs, AwsValidation, fromBody, fromQuery } from 'nestjs-aws-gateway';
import { compileControllers } from '../support/create-app.js';
import { ANSWERED, testRule } from '../support/test-rule.js';

function makeUser(): Type {
  class CreateDto {
    @ApiProperty() name!: string;
  }
  return CreateDto;
}

function makeOrder(): Type {
  class CreateDto {
    @ApiProperty() article!: string;
  }
  return CreateDto;
}

function makeNamed(): Type {
  @ApiSchema({ name: 'CreateInvoice' })
  class CreateDto {
    @ApiProperty() total!: number;
  }
  return CreateDto;
}

const [User, Order, Invoice] = [makeUser(), makeOrder(), makeNamed()];

class ParcelDto {
  @ApiProperty({ type: () => Order }) order!: unknown;
}

@Controller('silent')
class SilentController {
  @Post()
  @ApiBody({ type: User })
  create(): void {}

  @Get()
  @ApiOkResponse({ type: [User] })
  list(): void {}

  @Post('invoices')
  @ApiBody({ type: Invoice })
  invoice(): void {}
}

@Controller('users')
class UsersController {
  @Post()
  @AwsValidation('body')
  @ApiBody({ type: User })
  create(): void {}
}

@Controller('orders')
class OrdersController {
  @Post()
  @ApiBody({ type: Order })
  create(): void {}
}

@Controller('parcels')
class ParcelsController {
  @Post()
  send(@Body() _parcel: ParcelDto): void {}
}

enum Colour {
  Red = 'red',
}

enum Size {
  Small = 1,
}

class ShirtDto {
  @ApiProperty({ enum: Colour, enumName: 'Kind' }) kind!: Colour;
  @ApiProperty({ enum: ['red'], enumName: 'Kind', isArray: true }) others!: Colour[];
}

class ShoeDto {
  @ApiProperty({ enum: Size, enumName: 'Kind', isArray: true }) kinds!: Size[];
}

@Controller('shirts')
class ShirtsController {
  @Post()
  @AwsValidation('body')
  create(@Body() _shirt: ShirtDto): void {}
}

@Controller('shoes')
class ShoesController {
  @Post()
  @AwsValidation('body')
  create(@Body() _shoe: ShoeDto): void {}
}

@Controller('hats')
class HatsController {
  @Get()
  @ApiQuery({ name: 'kind', enum: Size, enumName: 'Kind' })
  list(@Query('kind') _kind: Size): void {}
}

class FilterDto extends Order {}
Object.defineProperty(FilterDto, 'name', { value: 'CreateDto' });

class SearchDto {
  @ApiProperty({ type: () => Order }) like!: unknown;
}

@Controller('filtered')
class FilteredController {
  @Get()
  list(@Query() _filter: FilterDto): void {}

  @Get(':article')
  read(@Param() _filter: FilterDto): void {}

  @Get('declared')
  @ApiQuery({ type: Order })
  @ApiHeader({ name: 'X-A' })
  declared(): void {}
}

@Controller('searched')
class SearchedController {
  @Get()
  list(@Query() _search: SearchDto): void {}
}

@Controller('stored')
class StoredController {
  @Post()
  @ApiBody({ type: ParcelDto })
  @AwsDynamoDb({ action: 'PutItem', table: 'parcels', key: { pk: fromQuery('id') }, item: fromBody() })
  store(@Query('id') _id: string): void {}
}

@Controller('queued')
class QueuedController {
  @Post()
  @ApiBody({ type: Order })
  @AwsSqs({ queueUrl: 'https://sqs.eu-west-1.amazonaws.com/111122223333/jobs', message: fromBody() })
  queue(): void {}
}

testRule('schema-name-reused', [
  { name: 'is silent on one class, and on names of their own', controllers: [SilentController], reports: [] },
  {
    name: 'reports the handlers of both classes',
    controllers: [SilentController, OrdersController],
    reports: [
      ['schema-name-reused warning at SilentController.create', 'CreateDto', 'OrdersController.create'],
    ],
  },
  {
    name: 'reports two enums of one `enumName`',
    controllers: [ShirtsController, ShoesController],
    reports: [['schema-name-reused warning at ShirtsController.create', 'Kind', 'ShoesController.create']],
  },
  {
    name: 'reports an enum of a parameter',
    controllers: [ShirtsController, HatsController],
    reports: [['schema-name-reused warning at ShirtsController.create', 'Kind', 'HatsController.list']],
  },
  {
    name: 'is silent on one enum that is named twice',
    controllers: [ShirtsController],
    reports: [],
  },
  {
    name: 'is an error where a table gets the members of the other class',
    controllers: [SilentController, StoredController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [
      [
        'schema-name-reused error at StoredController.store POST /stored',
        'CreateDto',
        'SilentController.create',
        'POST /stored',
      ],
    ],
  },
  {
    name: 'is a warning where a service gets the body as it is',
    controllers: [SilentController, QueuedController],
    options: { ...ANSWERED, credentials: '${role_arn}' },
    reports: [['schema-name-reused warning at SilentController.create', 'QueuedController.queue']],
  },
  {
    name: 'is silent on objects of parameters, which have no schema',
    controllers: [SilentController, FilteredController],
    reports: [],
  },
  {
    name: 'reports a class that a member of such an object names',
    controllers: [SilentController, SearchedController],
    reports: [
      ['schema-name-reused warning at SilentController.create', 'CreateDto', 'SearchedController.list'],
    ],
  },
  {
    name: 'reports a class that a member names',
    controllers: [SilentController, ParcelsController],
    reports: [
      ['schema-name-reused warning at SilentController.create', 'CreateDto', 'ParcelsController.send'],
    ],
  },
]);

describe('a schema of two classes', () => {
  it('is no model: the body of either passes', async () => {
    const { privateDocument } = await compileControllers([UsersController, OrdersController], ANSWERED, {});
    expect(JSON.stringify(privateDocument)).not.toContain('article');
  });

  it('is no enum: the values of either pass', async () => {
    const { privateDocument } = await compileControllers([ShirtsController, ShoesController], ANSWERED, {});
    expect(privateDocument).toMatchObject({
      components: {
        schemas: {
          ShirtDto: { properties: { kind: {}, others: { type: 'array', items: {} } } },
          ShoeDto: { properties: { kinds: { type: 'array', items: {} } } },
        },
      },
    });
    expect(JSON.stringify(privateDocument)).not.toContain('"enum"');
  });
});
