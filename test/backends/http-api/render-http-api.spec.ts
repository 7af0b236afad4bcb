import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import type { Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  AwsAuthorizer,
  AwsCors,
  AwsEventBridge,
  AwsHttp,
  AwsKinesis,
  AwsLambda,
  AwsMock,
  AwsService,
  AwsSqs,
  AwsStepFunctions,
  CognitoAuthorizer,
  fromAuthorizer,
  fromBody,
  fromPath,
  fromQuery,
  IamAuthorizer,
  JwtAuthorizer,
  LambdaAuthorizer,
  type AwsGatewayOptions,
} from 'nestjs-aws-gateway';
import { writeTree } from '../../../lib/values/deploy-tree.js';
import { compileControllers } from '../../support/create-app.js';

const jwt = new JwtAuthorizer({
  name: 'jwt',
  issuer: 'https://id.example.com',
  audience: ['shop', '${audience}'],
  identitySource: 'query.token',
});
const pool = new CognitoAuthorizer({
  name: 'pool',
  userPoolArns: ['arn:aws:cognito-idp:${region}:111122223333:userpool/${pool_id}'],
  clientIds: ['${client_id}'],
});
const bearer = new LambdaAuthorizer({
  name: 'bearer',
  functionArn: '${authorizer_arn}',
  identitySources: ['header.Authorization', 'context.identity.sourceIp'],
  resultTtl: 60,
});
const iam = new IamAuthorizer({});
const role = { credentials: '${role_arn}' };

@Controller('orders')
class OrdersController {
  @Get()
  @AwsAuthorizer(jwt, { scopes: ['read'] })
  list(): void {}

  @Get('pool')
  @AwsAuthorizer(pool)
  pool(): void {}

  @Get('bearer')
  @AwsAuthorizer(bearer)
  bearer(): void {}

  @Get('iam')
  @AwsAuthorizer(iam)
  @AwsLambda({ functionArn: '${iam_arn}', payloadFormat: '1.0', timeout: 5000 })
  iam(): void {}

  @Get('public/:id')
  @AwsAuthorizer(jwt)
  @AwsHttp({
    baseUrl: 'https://${host}',
    headers: { 'X-User': fromAuthorizer('claims.sub') },
    query: { source: 'gateway' },
  })
  backend(): void {}

  @Get('private/:id')
  @AwsHttp({ baseUrl: 'https://${host}:8443/app', vpcLink: '${link}', target: '${listener_arn}' })
  inside(): void {}

  @Get('same/:id')
  @AwsHttp({ baseUrl: 'http://app', vpcLink: '${link}', target: '${listener_arn}' })
  same(): void {}

  @Get('mock')
  @AwsMock({ status: 200 })
  mock(): void {}
}

@Controller('services')
class ServicesController {
  @Post('sqs')
  @AwsSqs({ queueName: 'jobs', message: fromBody(), groupId: fromQuery('group'), delay: 5, ...role })
  send(@Body() _job: object, @Query('group') _group: string): void {}

  @Get('sqs')
  @AwsService({
    service: 'sqs',
    action: 'ReceiveMessage',
    body: { QueueUrl: '${queue_url}', MaxNumberOfMessages: 10 },
    ...role,
  })
  receive(): void {}

  @Post('event')
  @AwsEventBridge({
    eventBus: '${bus}',
    source: 'shop',
    detailType: 'Placed',
    detail: fromBody('$.order'),
    ...role,
  })
  event(@Body() _order: object): void {}

  @Post('click/:id')
  @AwsKinesis({ stream: '${stream}', partitionKey: fromPath('id'), data: fromBody(), ...role })
  click(@Body() _click: object): void {}

  @Post('start')
  @AwsStepFunctions({
    action: 'StartSyncExecution',
    stateMachineArn: '${machine_arn}',
    input: fromBody(),
    ...role,
  })
  start(@Body() _input: object): void {}

  @Post('stop/:name')
  @AwsStepFunctions({
    action: 'StopExecution',
    stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:orders',
    name: fromPath('name'),
    ...role,
  })
  stop(): void {}
}

const OPTIONS: AwsGatewayOptions = {
  gateway: 'http-api',
  integration: { kind: 'lambda', functionArn: '${api_function_arn}' },
  validation: 'none',
};

interface Operation {
  readonly security: readonly object[];
  readonly isDefaultRoute?: boolean;
  readonly 'x-amazon-apigateway-integration'?: { readonly $ref?: string };
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly securitySchemes: Readonly<Record<string, unknown>>;
    readonly 'x-amazon-apigateway-integrations'?: Readonly<Record<string, unknown>>;
  };
  readonly 'x-amazon-apigateway-cors'?: unknown;
}

async function render(controllers: readonly Type[], options: AwsGatewayOptions = {}): Promise<Document> {
  const { gatewayOutput } = await compileControllers(controllers, { ...OPTIONS, ...options });
  return writeTree(gatewayOutput.document) as Document;
}

const FUNCTION =
  'arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${api_function_arn}/invocations';

const call = (integrationSubtype: string, requestParameters: object) => ({
  type: 'AWS_PROXY',
  integrationSubtype,
  payloadFormatVersion: '1.0',
  credentials: '${role_arn}',
  requestParameters,
});

describe('the document of an HTTP API', () => {
  it('has functions with the payload format 2.0, which routes share', async () => {
    const { paths, components } = await render([OrdersController]);
    expect(components['x-amazon-apigateway-integrations']).toEqual({
      api_function_arn: {
        type: 'AWS_PROXY',
        httpMethod: 'POST',
        uri: FUNCTION,
        payloadFormatVersion: '2.0',
      },
    });
    expect(paths['/orders']!['get']!['x-amazon-apigateway-integration']).toEqual({
      $ref: '#/components/x-amazon-apigateway-integrations/api_function_arn',
    });
    expect(paths['/orders/iam']!['get']!['x-amazon-apigateway-integration']).toMatchObject({
      payloadFormatVersion: '1.0',
      timeoutInMillis: 5000,
    });
    const inline = await render([OrdersController], { httpApi: { inlineIntegrations: true } });
    expect(inline.components).not.toHaveProperty('x-amazon-apigateway-integrations');
    expect(inline.paths['/orders']!['get']!['x-amazon-apigateway-integration']).toMatchObject({
      uri: FUNCTION,
    });
  });

  it('has JWT, Lambda and IAM authorizers, one requirement a route, and scopes', async () => {
    const { paths, components } = await render([OrdersController]);
    expect(components.securitySchemes).toEqual({
      jwt: {
        type: 'oauth2',
        flows: {},
        'x-amazon-apigateway-authorizer': {
          type: 'jwt',
          identitySource: '$request.querystring.token',
          jwtConfiguration: { issuer: 'https://id.example.com', audience: ['shop', '${audience}'] },
        },
      },
      pool: {
        type: 'oauth2',
        flows: {},
        'x-amazon-apigateway-authorizer': {
          type: 'jwt',
          identitySource: '$request.header.Authorization',
          jwtConfiguration: {
            issuer: 'https://cognito-idp.${region}.amazonaws.com/${pool_id}',
            audience: ['${client_id}'],
          },
        },
      },
      bearer: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authorizer': {
          type: 'request',
          authorizerUri: FUNCTION.replace('api_function_arn', 'authorizer_arn'),
          authorizerPayloadFormatVersion: '2.0',
          enableSimpleResponses: true,
          identitySource: '$request.header.Authorization, $context.identity.sourceIp',
          authorizerResultTtlInSeconds: 60,
        },
      },
      iam: {
        type: 'apiKey',
        name: 'Authorization',
        in: 'header',
        'x-amazon-apigateway-authtype': 'awsSigv4',
      },
    });
    expect(paths['/orders']!['get']!.security).toEqual([{ jwt: ['read'] }]);
    expect(paths['/orders/private/{id}']!['get']!.security).toEqual([]);
  });

  it('has backends on the internet and behind VPC links, whose path is overwritten', async () => {
    const { paths } = await render([OrdersController]);
    const at = (path: string) => paths[path]!['get']!['x-amazon-apigateway-integration'];
    expect(at('/orders/public/{id}')).toEqual({
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri: 'https://${host}/orders/public/{id}',
      payloadFormatVersion: '1.0',
      requestParameters: {
        'overwrite:header.X-User': '$context.authorizer.claims.sub',
        'overwrite:querystring.source': 'gateway',
      },
    });
    expect(at('/orders/private/{id}')).toEqual({
      type: 'HTTP_PROXY',
      httpMethod: 'GET',
      uri: '${listener_arn}',
      payloadFormatVersion: '1.0',
      connectionType: 'VPC_LINK',
      connectionId: '${link}',
      tlsConfig: { serverNameToVerify: '${host}' },
      requestParameters: { 'overwrite:path': '/app/orders/private/${request.path.id}' },
    });
    expect(at('/orders/same/{id}')).toMatchObject({
      requestParameters: { 'overwrite:path': '$request.path' },
    });
  });

  it('leaves out a route that it cannot serve', async () => {
    expect(Object.keys((await render([OrdersController])).paths)).not.toContain('/orders/mock');
  });

  it('calls services by parameters', async () => {
    const { paths } = await render([ServicesController]);
    const at = (verb: string, path: string) => paths[path]![verb]!['x-amazon-apigateway-integration'];
    expect(at('post', '/services/sqs')).toEqual(
      call('SQS-SendMessage', {
        QueueUrl: 'https://sqs.${AWS::Region}.amazonaws.com/${AWS::AccountId}/jobs',
        MessageBody: '$request.body',
        DelaySeconds: '5',
        MessageGroupId: '$request.querystring.group',
      }),
    );
    expect(at('get', '/services/sqs')).toEqual(
      call('SQS-ReceiveMessage', { QueueUrl: '${queue_url}', MaxNumberOfMessages: '10' }),
    );
    expect(at('post', '/services/event')).toEqual(
      call('EventBridge-PutEvents', {
        Detail: '$request.body.order',
        DetailType: 'Placed',
        Source: 'shop',
        EventBusName: '${bus}',
      }),
    );
    expect(at('post', '/services/click/{id}')).toEqual(
      call('Kinesis-PutRecord', {
        StreamName: '${stream}',
        Data: '$request.body',
        PartitionKey: '$request.path.id',
      }),
    );
    expect(at('post', '/services/start')).toEqual(
      call('StepFunctions-StartSyncExecution', { StateMachineArn: '${machine_arn}', Input: '$request.body' }),
    );
    expect(at('post', '/services/stop/{name}')).toEqual(
      call('StepFunctions-StopExecution', {
        ExecutionArn: 'arn:aws:states:eu-west-1:111122223333:execution:orders:${request.path.name}',
        Region: 'eu-west-1',
      }),
    );
  });

  it('has one CORS policy, and an open OPTIONS beside a guarded $default', async () => {
    const { paths, ...document } = await render([OrdersController], {
      catchAll: true,
      authorizer: jwt,
      cors: { allowOrigins: ['https://app.example.com'], allowCredentials: true, maxAge: 60 },
    });
    expect(document['x-amazon-apigateway-cors']).toEqual({
      allowOrigins: ['https://app.example.com'],
      allowMethods: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
      allowHeaders: [
        'Authorization',
        'Content-Type',
        'X-Amz-Content-Sha256',
        'X-Amz-Date',
        'X-Amz-Security-Token',
      ],
      allowCredentials: true,
      maxAge: 60,
    });
    expect(paths['/$default']!['x-amazon-apigateway-any-method']).toMatchObject({
      isDefaultRoute: true,
      security: [{ jwt: [] }],
    });
    expect(paths['/{proxy+}']!['options']).toMatchObject({ security: [] });
    expect(paths['/']).toEqual({ options: expect.objectContaining({ security: [] }) as unknown });
  });

  it('has the policy of the routes that it serves, whatever one that it does not serve has', async () => {
    @Controller('mocked')
    @AwsCors({ allowOrigins: ['*'] })
    class MockedController {
      @Get()
      @AwsMock({ status: 200 })
      mock(): void {}
    }
    @Controller('served')
    @AwsCors({ allowOrigins: ['https://app.example.com'] })
    class ServedController {
      @Get()
      list(): void {}
    }
    const document = await render([MockedController, ServedController]);
    expect(Object.keys(document.paths)).toEqual(['/served']);
    expect(document['x-amazon-apigateway-cors']).toMatchObject({
      allowOrigins: ['https://app.example.com'],
    });
  });

  it('has the policy of most routes where they differ, in whatever order they stand', async () => {
    @Controller('a')
    class AController {
      @Get('own')
      @AwsCors({ allowOrigins: ['https://own.example.com'] })
      own(): void {}

      @Get('none')
      @AwsCors(false)
      none(): void {}

      @Get('z1')
      first(): void {}

      @Get('z2')
      second(): void {}
    }
    const document = await render([AController], { cors: { allowOrigins: ['https://app.example.com'] } });
    expect(Object.keys(document.paths)).toEqual(['/a/z1', '/a/z2']);
    expect(document['x-amazon-apigateway-cors']).toMatchObject({ allowOrigins: ['https://app.example.com'] });
  });
});
