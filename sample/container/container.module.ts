import { Module } from '@nestjs/common';
import { AwsGatewayModule } from 'nestjs-aws-gateway';
import { OrdersService } from '../orders/orders.service.js';
import { ContainerOrdersController } from './container-orders.controller.js';

/** What the containers answer, as an API of its own: behind a REST API, an HTTP API or Kong. */
@Module({
  imports: [
    AwsGatewayModule.forRoot({
      requireAuthorizer: true,
      cors: { allowOrigins: ['${app_origin}'], maxAge: 600 },
      ignore: { 'stage-in-path': 'the load balancer removes the stage from the path' },
      kong: { name: 'orders', upstream: 'http://${orders_host}' },
    }),
  ],
  controllers: [ContainerOrdersController],
  providers: [OrdersService],
})
export class ContainerModule {}
