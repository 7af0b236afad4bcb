import { Module } from '@nestjs/common';
import { AwsGatewayModule, CognitoAuthorizer } from 'nestjs-aws-gateway';
import { origins } from './configure.js';
import { HealthController } from './health.controller.js';
import { OrdersController } from './orders.controller.js';
import { OrdersService } from './orders.service.js';

const customers = new CognitoAuthorizer({ name: 'customers', userPoolArns: ['${user_pool_arn}'] });

@Module({
  imports: [
    AwsGatewayModule.forRoot({
      integration: { kind: 'lambda', functionArn: '${api_function_arn}' },
      authorizer: customers,
      requireAuthorizer: true,
      cors: { allowOrigins: origins },
    }),
  ],
  controllers: [HealthController, OrdersController],
  providers: [OrdersService],
})
export class AppModule {}
