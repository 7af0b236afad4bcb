import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AwsAuthorizer, AwsHttp } from 'nestjs-aws-gateway';
import { shops } from '../authorizers.js';
import { OrdersController } from '../orders/orders.controller.js';

/** The orders behind any of the gateways. `target` is for a VPC link V2, the only one that an HTTP API has. */
@ApiTags('orders')
@Controller('orders')
@AwsAuthorizer(shops)
@AwsHttp({
  baseUrl: 'http://${orders_host}',
  vpcLink: '${vpc_link_id}',
  target: '${orders_listener_arn}',
})
export class ContainerOrdersController extends OrdersController {}
