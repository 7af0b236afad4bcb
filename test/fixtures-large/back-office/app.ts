import { Module, RequestMethod, VersioningType, type INestApplication, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, DocumentBuilder } from '@nestjs/swagger';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsGatewayModule,
  AwsLambda,
  AwsPublic,
  CognitoAuthorizer,
  LambdaAuthorizer,
} from 'nestjs-aws-gateway';
import { declareControllers, type Decorations } from '../../support/declared-controllers.js';
import { declareDtos } from '../../support/declared-dtos.js';
import { LEGACY_ROUTES, ROUTES } from './routes.js';
import { SCHEMAS } from './schemas.js';
import { createServiceControllers } from './services.controller.js';

/**
 * The back office of a chain that rents out vehicles: one function a route, but for the AWS services that answer by
 * themselves. In the likeness of the document of Cal.com's second API (1 MB as it is written down), which has
 * - paths below `/v2/organizations/{orgId}/teams/{teamId}` of up to nine segments and four variables, numbers and
 *   texts, not declared in the order of the path, some of them not declared at all,
 * - the caller's credentials as header parameters, three on many operations, `Authorization` among them,
 * - no security on operations, tags of up to four names joined by slashes,
 * - an answer of its own for each operation, `status` and `data` each time, so that a large part of the schemas are
 *   envelopes; names with dates, schemas without a member, single references in `allOf` for a description's sake,
 * - lists of unions without a discriminator, of four, of seven and more, repeated wherever they are used,
 * - lists of more than fifty permissions, written out at each use, with dots and stars in the values,
 * - defaults of what may be null, and bare objects with an example.
 */
const staff = new CognitoAuthorizer({ name: 'staff', userPoolArns: ['${staff_pool_arn}'] });
const platform = new LambdaAuthorizer({
  name: 'platform',
  functionArn: '${platform_authorizer_function_arn}',
  type: 'token',
  identitySources: ['header.Authorization'],
});

const dtos = declareDtos(SCHEMAS);

const decorations: Decorations = {
  ofController: ({ path }) => {
    if (path.startsWith('oauth-clients')) return [AwsAuthorizer(platform), AwsApiKey()];
    return path.startsWith('organizations') || path === 'bookings' || path === 'customers'
      ? [ApiBearerAuth('staff'), AwsAuthorizer(staff, { scopes: ['back-office/use'] })]
      : [];
  },
  ofRoute: ({ handler, flags }) => [
    AwsLambda(`\${${handler.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}_function_arn}`),
    ApiHeader({ name: 'x-request-id', required: false, description: 'What the logs know the call by.' }),
    ...(flags.has('open') ? [AwsPublic() as MethodDecorator] : []),
  ],
};

const controllers = [...declareControllers(ROUTES, dtos, decorations), ...createServiceControllers(dtos)];

function createModule(served: readonly Type[]): Type {
  @Module({
    imports: [
      AwsGatewayModule.forRoot({
        authorizer: staff,
        requireAuthorizer: true,
        credentials: '${gateway_role_arn}',
        cors: {
          allowOrigins: ['https://office.example.com', 'https://${office_preview_host}'],
          allowHeaders: [
            'Authorization',
            'Content-Type',
            'x-client-secret',
            'x-client-id',
            'x-request-id',
            'X-Api-Key',
            'X-Amz-Content-Sha256',
            'X-Amz-Date',
            'X-Amz-Security-Token',
          ],
          allowCredentials: true,
        },
        validation: 'all',
        ignore: {
          'proxy-without-cors-headers': 'Each function answers them, by the code that all of them share.',
        },
      }),
    ],
    controllers: [...served],
  })
  class BackOfficeModule {}
  return BackOfficeModule;
}

export const AppModule = createModule(controllers);

/** With routes that API Gateway cannot hold. */
export const LegacyModule = createModule([
  ...controllers,
  ...declareControllers(LEGACY_ROUTES, dtos, decorations),
]);

export function configure(app: INestApplication): void {
  app.setGlobalPrefix('api', { exclude: [{ path: 'health', method: RequestMethod.GET }] });
  app.enableVersioning({ type: VersioningType.URI });
}

export const config = new DocumentBuilder()
  .setTitle('Back office')
  .setVersion('2.0')
  .setContact('Back office', 'https://office.example.com', 'office@example.com')
  .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'staff')
  .addTag('Orgs / Depots', 'Where vehicles stand.')
  .build();
