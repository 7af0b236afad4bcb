import { Module } from '@nestjs/common';
import { LegacyOrdersController } from './legacy-orders.controller.js';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';
import { ReturnsController } from './returns.controller.js';

@Module({
  controllers: [OrdersController, LegacyOrdersController, ReturnsController],
  providers: [OrdersService],
})
export class OrdersModule {}
