import { Module } from '@nestjs/common';
import { AwsGatewayModule } from 'nestjs-aws-gateway';
import { AppController } from './app.controller.js';
import { AppService } from './app.service.js';

@Module({
  imports: [AwsGatewayModule.forRoot({ models: 'all' })],
  controllers: [AppController],
  providers: [AppService],
})
export class AppModule {}
