import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { AwsDynamoDb, fromBody, fromQuery, text } from 'nestjs-aws-gateway';

export class OrderDto {
  @ApiProperty() customer!: string;
  @ApiProperty() number!: number;
  @ApiProperty() status!: string;
  @ApiProperty({ required: false }) note?: string;
}

export class OrderPageDto {
  @ApiProperty({ type: [OrderDto] }) orders!: OrderDto[];
  @ApiProperty({ required: false }) nextCursor?: string;
}

const table = '${orders_table}';
const customer = { customer: text`C#${fromQuery('customer')}` };

@Controller('orders')
export class OrdersController {
  @Post()
  @AwsDynamoDb({
    action: 'PutItem',
    table,
    key: { customer: text`C#${fromBody('$.customer')}`, number: { N: fromBody('$.number') } },
    item: fromBody(),
  })
  create(@Body() order: OrderDto): void {
    throw order;
  }

  @Get()
  @AwsDynamoDb({
    action: 'Query',
    table,
    key: customer,
    limit: fromQuery('limit'),
    cursor: fromQuery('cursor'),
  })
  @ApiOkResponse({ type: OrderPageDto })
  page(@Query('customer') name: string): OrderPageDto {
    throw name;
  }

  @Get('latest')
  @AwsDynamoDb({
    action: 'Query',
    table,
    key: customer,
    order: 'descending',
    limit: 2,
    cursor: fromQuery('cursor'),
    consistentRead: true,
  })
  @ApiOkResponse({ type: [OrderDto] })
  latest(@Query('customer') name: string): OrderDto[] {
    throw name;
  }

  @Get('one')
  @AwsDynamoDb({ action: 'Query', table, key: { ...customer, number: { N: fromQuery('number') } } })
  @ApiOkResponse({ type: [OrderDto] })
  one(@Query('customer') name: string): OrderDto[] {
    throw name;
  }

  @Get('between')
  @AwsDynamoDb({
    action: 'Query',
    table,
    key: { ...customer, number: { between: [{ N: fromQuery('from') }, { N: fromQuery('to') }] } },
    projection: ['number'],
  })
  @ApiOkResponse({ type: [OrderDto] })
  between(@Query('customer') name: string): OrderDto[] {
    throw name;
  }

  @Get('less')
  @AwsDynamoDb({ action: 'Query', table, key: { ...customer, number: { lessThan: { N: fromQuery('n') } } } })
  @ApiOkResponse({ type: [OrderDto] })
  less(@Query('customer') name: string): OrderDto[] {
    throw name;
  }

  @Get('at-most')
  @AwsDynamoDb({ action: 'Query', table, key: { ...customer, number: { atMost: { N: fromQuery('n') } } } })
  @ApiOkResponse({ type: [OrderDto] })
  atMost(@Query('customer') name: string): OrderDto[] {
    throw name;
  }

  @Get('greater')
  @AwsDynamoDb({
    action: 'Query',
    table,
    key: { ...customer, number: { greaterThan: { N: fromQuery('n') } } },
  })
  @ApiOkResponse({ type: [OrderDto] })
  greater(@Query('customer') name: string): OrderDto[] {
    throw name;
  }

  @Get('at-least')
  @AwsDynamoDb({ action: 'Query', table, key: { ...customer, number: { atLeast: { N: fromQuery('n') } } } })
  @ApiOkResponse({ type: [OrderDto] })
  atLeast(@Query('customer') name: string): OrderDto[] {
    throw name;
  }

  @Get('by-status')
  @AwsDynamoDb({
    action: 'Query',
    table,
    index: 'byStatus',
    key: { status: fromQuery('status'), note: { beginsWith: fromQuery('note') } },
    filter: {
      expression: '#n > :least',
      names: { '#n': 'number' },
      values: { ':least': { N: fromQuery('least') } },
    },
    limit: fromQuery('limit'),
    cursor: fromQuery('cursor'),
  })
  @ApiOkResponse({ type: OrderPageDto })
  byStatus(): OrderPageDto {
    throw new Error();
  }

  @Get('all')
  @AwsDynamoDb({
    action: 'Scan',
    table,
    limit: fromQuery('limit'),
    cursor: fromQuery('cursor'),
    filter: { expression: '#s <> :s', names: { '#s': 'status' }, values: { ':s': fromQuery('but') } },
  })
  @ApiOkResponse({ type: OrderPageDto })
  all(): OrderPageDto {
    throw new Error();
  }

  @Get('noted')
  @AwsDynamoDb({ action: 'Scan', table, index: 'byStatus' })
  @ApiOkResponse({ type: [OrderDto] })
  noted(): OrderDto[] {
    throw new Error();
  }
}
