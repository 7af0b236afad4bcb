import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AwsAuthorizer, AwsHttp } from 'nestjs-aws-gateway';
import { shops } from '../authorizers.js';
import { OrderDto, PlaceOrderDto } from './order.dto.js';
import { OrdersService } from './orders.service.js';

/** This application itself, in containers behind a private load balancer. */
@ApiTags('orders')
@Controller('orders')
@AwsAuthorizer(shops)
@AwsHttp({ baseUrl: 'http://${orders_host}', vpcLink: '${vpc_link_id}' })
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Get()
  @ApiOperation({ summary: 'All orders' })
  @ApiOkResponse({ type: [OrderDto] })
  list(): OrderDto[] {
    return this.orders.list();
  }

  @Get(':id')
  @ApiOperation({ summary: 'One order' })
  @ApiOkResponse({ type: OrderDto })
  @ApiNotFoundResponse({ description: 'There is no such order' })
  get(@Param('id') id: string): OrderDto {
    const order = this.orders.find(id);
    if (!order) throw new NotFoundException();
    return order;
  }

  @Post()
  @ApiOperation({ summary: 'Place an order' })
  @ApiCreatedResponse({ type: OrderDto })
  place(@Body() order: PlaceOrderDto): OrderDto {
    return this.orders.place(order);
  }
}
