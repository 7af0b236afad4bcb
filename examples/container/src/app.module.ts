import { Module } from '@nestjs/common';
import { AwsGatewayModule, fromAuthorizer, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { BookingsController } from './bookings.controller.js';
import { HealthController } from './health.controller.js';

const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_function_arn}' });

@Module({
  imports: [
    AwsGatewayModule.forRoot({
      integration: {
        kind: 'http',
        baseUrl: 'http://${load_balancer_host}',
        vpcLink: '${vpc_link_id}',
        target: '${load_balancer_arn}',
        // The caller's identity for the handlers.
        headers: { 'X-User': fromAuthorizer('principalId') },
      },
      authorizer: bearer,
      requireAuthorizer: true,
      ignore: { 'stage-in-path': 'the load balancer removes the name of the stage' },
    }),
  ],
  controllers: [BookingsController, HealthController],
})
export class AppModule {}
