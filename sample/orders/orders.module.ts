import { Module } from '@nestjs/common';
import { LegacyOrdersController } from './legacy-orders.controller.js';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';

@Module({ controllers: [OrdersController, LegacyOrdersController], providers: [OrdersService] })
export class OrdersModule {}
