import { Module, VersioningType, type INestApplication } from '@nestjs/common';
import { ApiResponse, ApiSecurity, ApiTooManyRequestsResponse, DocumentBuilder } from '@nestjs/swagger';
import { AwsApiKey, AwsCors, AwsGatewayModule, AwsPublic, LambdaAuthorizer } from 'nestjs-aws-gateway';
import { declareControllers } from '../../support/declared-controllers.js';
import { declareDtos } from '../../support/declared-dtos.js';
import { ROUTES } from './routes.js';
import { SCHEMAS } from './schemas.js';

/**
 * A platform that sends notifications: a monolith on Lambda, documented as OpenAPI 3.1. In the likeness of novu, whose
 * document of 2024 (255 KB without a line break) has
 * - paths of up to seven segments and three variables, path parameters without a type,
 * - three faults that every operation answers (409, 429 and 503), a text each, with eight or nine headers each, which
 *   are references into `components.headers`,
 * - answers that are a number, a text, a bare object or a list of references, statuses without content,
 * - one security scheme, an API key, on nearly every operation; extensions for a client generator; tags with
 *   documentation of their own,
 * - recipients that are a text, an object or a list of both.
 *
 * Harder than that are the versions side by side, unions by discriminator for each kind of step, maps of maps, and the
 * trees of conditions, blocks, schemas and changes that lead back to themselves.
 */
const secret = new LambdaAuthorizer({
  name: 'secret-key',
  functionArn: '${key_authorizer_function_arn}',
  identitySources: ['header.Authorization'],
  resultTtl: 60,
  publicScheme: { type: 'apiKey', name: 'Authorization', in: 'header' },
});

const LIMIT_HEADERS = [
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'Idempotency-Key',
  'Retry-After',
];
const headers: Readonly<Record<string, { $ref: string }>> = Object.fromEntries(
  LIMIT_HEADERS.map((name) => [name, { $ref: `#/components/headers/${name}` }]),
);
const fault = { schema: { type: 'string' as const, example: 'Wait a little.' }, headers };

const controllers = declareControllers(ROUTES, declareDtos(SCHEMAS), {
  ofController: ({ path }) => (path === 'events' ? [AwsApiKey()] : []),
  ofRoute: ({ flags, verb }) => [
    ...(verb === 'OPTIONS' ? [AwsCors(false) as MethodDecorator] : []),
    ApiTooManyRequestsResponse({ description: 'Too many calls.', ...fault }),
    ApiResponse({ status: 503, description: 'Not now.', ...fault }),
    ApiResponse({ status: 'default', description: 'Anything else.' }),
    ...(flags.has('open') ? [AwsPublic() as MethodDecorator] : [ApiSecurity('secret-key')]),
  ],
});

@Module({
  imports: [
    AwsGatewayModule.forRoot({
      integration: { kind: 'lambda', functionArn: '${api_function_arn}' },
      authorizer: secret,
      requireAuthorizer: true,
      cors: { allowOrigins: ['*'], allowHeaders: ['*', 'Authorization'], exposeHeaders: LIMIT_HEADERS },
      validation: 'all',
      ignore: {
        'buffered-stream': 'clients ask again when the stream ends',
        'catch-all-bypass': 'the application checks the key of the webhook by itself',
      },
    }),
  ],
  controllers: [...controllers],
})
export class AppModule {}

export function configure(app: INestApplication): void {
  app.enableVersioning({ type: VersioningType.URI });
  app.enableCors();
}

export const config = {
  ...new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Notifications')
    .setDescription('Tells everybody everything.')
    .setVersion('1.0')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addServer('https://api.example.com', 'here')
    .addServer('https://eu.api.example.com', 'there')
    .addTag('Events', 'What happened.', { url: 'https://docs.example.com/events', description: 'More.' })
    .addExtension('x-clients', { retries: { attempts: 3 } })
    .build(),
  components: {
    headers: Object.fromEntries(LIMIT_HEADERS.map((name) => [name, { schema: { type: 'string' } }])),
  },
};
