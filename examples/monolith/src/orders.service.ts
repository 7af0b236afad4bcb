import { Injectable, NotFoundException } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { OrderDto } from './order.dto.js';

@Injectable()
export class OrdersService {
  private readonly orders = new Map<string, OrderDto>();

  add(quantity: number): OrderDto {
    const order = { id: randomUUID(), quantity };
    this.orders.set(order.id, order);
    return order;
  }

  find(id: string): OrderDto {
    const order = this.orders.get(id);
    if (!order) throw new NotFoundException();
    return order;
  }
}
