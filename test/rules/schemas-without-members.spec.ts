import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { testRule } from '../support/test-rule.js';

class CreateUserDto {
  name!: string;
}

class UserDto {
  name!: string;
}

class OrderDto {
  @ApiProperty() article!: string;
}

class ReceiptDto {
  @ApiProperty() number!: string;
}

@Controller('orders')
class OrdersController {
  @Post()
  @ApiOkResponse({ type: ReceiptDto })
  create(@Body() _order: OrderDto): void {}
}

@Controller('receipts')
class ReceiptsController {
  @Get()
  @ApiOkResponse({ type: ReceiptDto })
  list(): void {}
}

@Controller('probes')
class ProbesController {
  @Post()
  probe(@Body() _user: CreateUserDto): void {}
}

@Controller('late')
class LateController {
  @Get()
  @ApiOkResponse({ type: UserDto })
  read(): void {}
}

@Controller('users')
class UsersController {
  @Get()
  list(): void {}

  @Post()
  @ApiOkResponse({ type: UserDto })
  create(@Body() _user: CreateUserDto): void {}
}

testRule('schemas-without-members', [
  {
    name: 'is silent where half of the schemas have members',
    controllers: [OrdersController, ProbesController],
    reports: [],
  },
  {
    name: 'names the schemas in one order, whatever the order of the controllers',
    controllers: [LateController, ProbesController],
    reports: [
      [
        'schemas-without-members warning at LateController.read GET /late',
        'no members of `CreateUserDto` and `UserDto`',
      ],
    ],
  },
  {
    name: 'reports an application whose members nobody documents, at the first route',
    controllers: [UsersController],
    reports: [
      [
        'schemas-without-members warning at UsersController.create POST /users',
        'empty schemas: 2 of 2',
        'CreateUserDto',
        'UserDto',
        'await SwaggerModule.loadPluginMetadata(metadata)',
      ],
    ],
  },
  {
    name: 'reports one where most are empty',
    controllers: [UsersController, ReceiptsController],
    reports: [
      ['schemas-without-members warning at UsersController.create POST /users', 'empty schemas: 2 of 3'],
    ],
  },
]);
