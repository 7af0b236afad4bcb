import { Module } from '@nestjs/common';
import { AwsGatewayModule } from 'nestjs-aws-gateway';
import { people } from './authorizers.js';
import { EventsModule } from './events/events.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { FilesModule } from './files/files.module.js';
import { HealthModule } from './health/health.module.js';
import { NotesModule } from './notes/notes.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { UsersModule } from './users/users.module.js';

@Module({
  imports: [
    AwsGatewayModule.forRoot({
      authorizer: people,
      requireAuthorizer: true,
      credentials: '${gateway_role_arn}',
      cors: { allowOrigins: ['${app_origin}'], maxAge: 600 },
      validation: 'params',
      binaryMediaTypes: ['application/octet-stream', 'image/png'],
      minimumCompressionSize: 1024,
      apiKeySource: 'HEADER',
      usagePlans: { devices: { throttle: { rate: 100, burst: 200 } } },
      ignore: {
        'legacy-vpc-link': 'the link of the orders is a V1 link',
        'setting-without-terraform': 'the module of `--out-terraform` deploys the sample',
      },
      gatewayResponses: {
        BAD_REQUEST_BODY: {
          responseTemplates: {
            'application/json':
              '{"message":$context.error.messageString,"detail":"$context.error.validationErrorString"}',
          },
        },
      },
    }),
    EventsModule,
    FeedbackModule,
    FilesModule,
    HealthModule,
    NotesModule,
    OrdersModule,
    UsersModule,
  ],
})
export class AppModule {}
