import { Module } from '@nestjs/common';
import { AwsGatewayModule } from 'nestjs-aws-gateway';
import { bearer } from './authorizers.js';
import { ProductsController } from './products.controller.js';

@Module({
  imports: [
    AwsGatewayModule.forRoot({
      authorizer: bearer,
      requireAuthorizer: true,
      validation: 'all',
      ignore: { 'proxy-without-cors-headers': 'the functions send the headers of CORS' },
    }),
  ],
  controllers: [ProductsController],
})
export class AppModule {}
