import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { OrderDto, PlaceOrderDto } from './order.dto.js';

@Injectable()
export class OrdersService {
  private readonly orders = new Map<string, OrderDto>();

  list(): OrderDto[] {
    return [...this.orders.values()];
  }

  find(id: string): OrderDto | undefined {
    return this.orders.get(id);
  }

  place({ lines }: PlaceOrderDto): OrderDto {
    const order: OrderDto = { id: randomUUID(), lines };
    this.orders.set(order.id, order);
    return order;
  }
}
