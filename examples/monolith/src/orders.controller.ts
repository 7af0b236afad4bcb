import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { OrderDto } from './order.dto.js';
import { OrdersService } from './orders.service.js';

@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Post()
  @ApiCreatedResponse({ type: OrderDto })
  create(@Body() order: OrderDto): OrderDto {
    return this.orders.add(order.quantity);
  }

  @Get(':id')
  @ApiOkResponse({ type: OrderDto })
  get(@Param('id') id: string): OrderDto {
    return this.orders.find(id);
  }
}
