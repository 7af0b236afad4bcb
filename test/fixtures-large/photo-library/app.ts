import { Module, type INestApplication } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiExtension, ApiSecurity, DocumentBuilder } from '@nestjs/swagger';
import { AwsAuthorizer, AwsGatewayModule, AwsPublic, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { declareControllers } from '../../support/declared-controllers.js';
import { declareDtos } from '../../support/declared-dtos.js';
import { ROUTES } from './routes.js';
import { SCHEMAS } from './schemas.js';

/**
 * A photo library: one container behind API Gateway, reached over a VPC link, every route guarded unless it says that
 * it is open. In the likeness of immich, whose document of version 1.112 (277 KB as it is written down) has
 * - 171 operations: 45 % GET, 25 % POST, 15 % PUT, 13 % DELETE, 2 % PATCH; at most four segments and two variables in a
 *   path, one name, `id`, for nearly all of them; segments with dashes, one with a dot,
 * - some 220 schemas, 33 of them enums by name, no union, no generic and no schema that leads back to itself; one tree
 *   of settings, and a record of 22 members that may all be null and are by default,
 * - multipart bodies by reference, octets as answers, bodies with DELETE, enums by reference in the path and the query,
 * - three security schemes (bearer, cookie, API key), any of which will do, on nearly every operation,
 * - formats uuid, date-time, int64 and double; patterns written with their slashes; extensions of its own.
 */
const bearer = new LambdaAuthorizer({
  name: 'session',
  functionArn: '${session_authorizer_function_arn}',
  identitySources: ['header.Authorization', 'header.x-api-key', 'header.Cookie'],
  resultTtl: 0,
});

const controllers = declareControllers(ROUTES, declareDtos(SCHEMAS), {
  ofRoute: ({ flags }) =>
    flags.has('open')
      ? [AwsPublic() as MethodDecorator]
      : [
          AwsAuthorizer(bearer) as MethodDecorator,
          ApiBearerAuth(),
          ApiCookieAuth(),
          ApiSecurity('api_key'),
          ...(flags.has('deprecated') ? [ApiExtension('x-lifecycle', { deprecatedIn: '2.0' })] : []),
        ],
});

@Module({
  imports: [
    AwsGatewayModule.forRoot({
      integration: { kind: 'http', baseUrl: 'http://${load_balancer_host}', vpcLink: '${vpc_link_id}' },
      cors: { allowOrigins: ['https://photos.example.com'], allowCredentials: true, maxAge: 3600 },
      validation: 'all',
      requireAuthorizer: true,
      binaryMediaTypes: ['multipart/form-data', 'application/octet-stream', 'image/*'],
      ignore: { 'legacy-vpc-link': 'the link is a V1 one, shared with other APIs' },
    }),
  ],
  controllers: [...controllers],
})
export class AppModule {}

export function configure(app: INestApplication): void {
  app.setGlobalPrefix('api');
  app.enableCors({ origin: 'https://photos.example.com', credentials: true });
}

export const config = new DocumentBuilder()
  .setTitle('Photo library')
  .setDescription('Every photo of a family.')
  .setVersion('2.4.1')
  .addServer('/api')
  .addBearerAuth()
  .addCookieAuth('photo_session')
  .addApiKey({ type: 'apiKey', in: 'header', name: 'x-api-key' }, 'api_key')
  .build();

/** As the application names them: its handlers' names are unique. */
export const swagger = { operationIdFactory: (_: string, handler: string): string => handler };
