import { Body, Controller, Get, Post, type Type } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiProperty, ApiSchema } from '@nestjs/swagger';
import { describe, expect, it } from '@jest/globals';
import { AwsValidation } from 'nestjs-aws-gateway';
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
});
