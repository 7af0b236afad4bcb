import { Body, Controller, Get, Options, Param, Post } from '@nestjs/common';
import {
  AwsApiKey,
  AwsAuthorizer,
  AwsCors,
  AwsDynamoDb,
  AwsHttp,
  AwsIntegration,
  AwsLambda,
  AwsMock,
  AwsSqs,
  CognitoAuthorizer,
  fromPath,
  JwtAuthorizer,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../support/test-rule.js';

const HTTP_API: AwsGatewayOptions = { ...ANSWERED, gateway: 'http-api', validation: 'none' };
const jwt = new JwtAuthorizer({ name: 'jwt', issuer: 'https://id.example.com', audience: ['shop'] });
const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${user_pool_arn}'] });
const whole = new CognitoAuthorizer({
  name: 'whole',
  userPoolArns: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_abc'],
  clientIds: ['${app_client_id}'],
});
const simple = new LambdaAuthorizer({ name: 'simple', functionArn: '${simple_arn}', simpleResponses: true });
const keyed = new LambdaAuthorizer({
  name: 'keyed',
  functionArn: '${authorizer_arn}',
  identitySources: ['header.Authorization', 'context.routeKey'],
});
const account = new LambdaAuthorizer({
  name: 'account',
  functionArn: '${authorizer_arn}',
  identitySources: ['header.Authorization', 'context.resourcePath'],
});
const token = new LambdaAuthorizer({ name: 'token', type: 'token', functionArn: '${authorizer_arn}' });

@Controller('silent')
class SilentController {
  @Get('jwt')
  @AwsAuthorizer(jwt, { scopes: ['read'] })
  jwt(): void {}

  @Get('whole')
  @AwsAuthorizer(whole)
  whole(): void {}

  @Post('jobs')
  @AwsSqs({ queueUrl: '${queue_url}', message: 'job', credentials: '${role_arn}' })
  enqueue(): void {}

  @Get('private/:id')
  @AwsHttp({ baseUrl: 'http://app.internal', vpcLink: '${vpc_link_id}', target: '${listener_arn}' })
  backend(): void {}
}

@Controller('handler')
class HandlerController {
  @Get('mock')
  @AwsMock({ status: 200 })
  mock(): void {}

  @Get('item/:id')
  @AwsDynamoDb({ action: 'GetItem', table: 'items', key: { id: fromPath('id') }, credentials: '${role_arn}' })
  item(): void {}

  @Get('custom')
  @AwsLambda({ functionArn: '${custom_arn}', mode: 'custom' })
  custom(): void {}

  @Get('slow')
  @AwsLambda({ functionArn: '${slow_arn}', timeout: 40_000 })
  slow(): void {}

  @Get('link')
  @AwsHttp({ baseUrl: 'http://app.internal', vpcLink: '${vpc_link_id}' })
  link(): void {}

  @Post('json/:id')
  @AwsSqs({ queueUrl: '${queue_url}', message: { id: fromPath('id') }, credentials: '${role_arn}' })
  json(): void {}

  @Get('pool')
  @AwsAuthorizer(pool)
  pool(): void {}

  @Get('token')
  @AwsAuthorizer(token)
  token(): void {}

  @Get('key')
  @AwsApiKey()
  key(): void {}

  @Get('source')
  @AwsAuthorizer(account)
  source(): void {}
}

@Controller('class')
@AwsMock({ status: 204 })
class ClassController {
  @Get()
  list(): void {}

  @Get('one')
  @AwsLambda('${one_arn}')
  one(): void {}
}

class BaseController {
  @Get()
  @AwsMock({ status: 204 })
  list(): void {}
}

@Controller('inherited')
class InheritedController extends BaseController {}

@Controller('cors')
class CorsController {
  @Get()
  @AwsCors({ allowOrigins: ['https://app.example.com'] })
  list(): void {}

  @Get('other')
  @AwsCors({ allowOrigins: ['https://*.example.com'] })
  other(): void {}

  @Get('none')
  none(): void {}
}

@Controller('names')
class NamesController {
  @Get(':id')
  read(): void {}

  @Post(':name')
  write(@Body() _body: object): void {}
}

@Controller('rest')
class RestController {
  @Get('jwt')
  @AwsAuthorizer(jwt)
  jwt(): void {}

  @Get('payload')
  @AwsLambda({ functionArn: '${payload_arn}', payloadFormat: '2.0' })
  payload(): void {}

  @Get('key')
  @AwsAuthorizer(keyed)
  key(): void {}

  @Get('simple')
  @AwsAuthorizer(simple)
  simple(): void {}

  @Get('subtype')
  @AwsIntegration({
    type: 'aws_proxy',
    integrationSubtype: 'SQS-PurgeQueue',
    credentials: '${role_arn}',
    requestParameters: { QueueUrl: '${queue_url}' },
  })
  subtype(): void {}

  @Get('mapped/:id')
  @AwsIntegration({
    type: 'http_proxy',
    httpMethod: 'GET',
    uri: 'https://example.com/{id}',
    payloadFormatVersion: '1.0',
    requestParameters: { 'remove:header.Cookie': "''", 'overwrite:header.Id': '$context.requestId' },
  })
  mapped(@Param('id') id: string): string {
    return id;
  }
}

@Controller('version')
class VersionController {
  @Get()
  @AwsIntegration({
    type: 'aws_proxy',
    httpMethod: 'POST',
    uri: '${invoke_arn}',
    payloadFormatVersion: '1.0',
  })
  version(): void {}
}

const at = (place: string): string => `not-expressible error at ${place}`;

@Controller('named')
class NamedController {
  @Get()
  read(): void {}
}

@Controller('preflights')
class PreflightsController {
  @Get()
  read(): void {}

  @Options()
  preflight(): void {}
}

testRule('not-expressible', [
  {
    name: 'is silent on what an HTTP API has',
    controllers: [SilentController],
    options: HTTP_API,
    reports: [],
  },
  {
    name: 'reports handlers of preflights where the API has a CORS policy',
    controllers: [PreflightsController],
    options: { ...HTTP_API, cors: { allowOrigins: ['https://app.example.com'] } },
    reports: [
      ['not-expressible warning at PreflightsController.preflight OPTIONS /preflights', 'OPTIONS handler'],
    ],
  },
  {
    name: 'is silent on a handler of OPTIONS without a policy',
    controllers: [PreflightsController],
    options: HTTP_API,
    reports: [],
  },
  {
    name: 'is silent on what only a REST API has, on a REST API',
    controllers: [InheritedController, VersionController],
    reports: [],
  },
  {
    name: 'reports handlers',
    controllers: [HandlerController],
    options: HTTP_API,
    reports: [
      [at('HandlerController.custom GET /handler/custom'), "mode: 'custom'"],
      [at('HandlerController.item GET /handler/item/{id}'), 'dynamodb GetItem items'],
      [at('HandlerController.json POST /handler/json/{id}'), 'MessageBody'],
      [at('HandlerController.key GET /handler/key'), '@AwsApiKey(false)'],
      [at('HandlerController.link GET /handler/link'), "target: '${listener_arn}'"],
      [at('HandlerController.mock GET /handler/mock'), '@AwsMock'],
      [at('HandlerController.pool GET /handler/pool'), 'issuer'],
      [at('HandlerController.slow GET /handler/slow'), '40000', '30000'],
      [at('HandlerController.source GET /handler/source'), 'context.resourcePath'],
      [at('HandlerController.token GET /handler/token'), "type: 'request'"],
    ],
  },
  {
    name: 'reports the routes of a class that say nothing themselves',
    controllers: [ClassController],
    options: HTTP_API,
    reports: [[at('ClassController.list GET /class'), '@AwsMock']],
  },
  {
    name: 'reports an inherited handler',
    controllers: [InheritedController],
    options: HTTP_API,
    reports: [[at('InheritedController.list GET /inherited'), '@AwsMock']],
  },
  {
    name: 'reports policies that differ, once for each',
    controllers: [CorsController],
    options: HTTP_API,
    reports: [
      [at('CorsController.none GET /cors/none'), 'forRoot({ cors })'],
      [at('CorsController.other GET /cors/other'), 'forRoot({ cors })'],
    ],
  },
  {
    name: 'reports credentials for every header, which only `enableCors` can allow',
    controllers: [NamedController],
    options: HTTP_API,
    configure: (app) => app.enableCors({ origin: ['https://app.example.com'], credentials: true }),
    reports: [
      ['not-expressible warning at NamedController.read GET /named', '`enableCors`', '`allowedHeaders`'],
    ],
  },
  {
    name: 'reports variables of one path with two names',
    controllers: [NamesController],
    options: HTTP_API,
    reports: [[at('NamesController.write POST /names/{name}'), '/names/{id}']],
  },
  {
    name: 'reports settings of the API: errors where protection would be lost, warnings elsewhere',
    controllers: [SilentController],
    options: {
      ...HTTP_API,
      policy: {
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*' },
        ],
      },
      endpoint: { vpcEndpointIds: ['vpce-1'] },
      minimumCompressionSize: 1000,
      gatewayResponses: { UNAUTHORIZED: { statusCode: 401 } },
    },
    reports: [
      ['not-expressible error at module', 'vpcEndpointIds'],
      ['not-expressible warning at module', 'gatewayResponses'],
      ['not-expressible warning at module', 'minimumCompressionSize'],
      ['not-expressible error at module', 'policy'],
    ],
  },
  {
    name: 'reports what only an HTTP API has, on a REST API',
    controllers: [RestController],
    reports: [
      [at('RestController.jwt GET /rest/jwt'), 'JwtAuthorizer', '--gateway http-api'],
      [at('RestController.key GET /rest/key'), 'context.routeKey'],
      [
        at('RestController.mapped GET /rest/mapped/{id}'),
        '@AwsIntegration',
        '1 more route has it',
        '@AwsSqs',
      ],
      [at('RestController.payload GET /rest/payload'), "payloadFormat: '1.0'"],
      [at('RestController.simple GET /rest/simple'), 'simpleResponses: false'],
    ],
  },
]);
