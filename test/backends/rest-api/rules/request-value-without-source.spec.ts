import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiProperty } from '@nestjs/swagger';
import {
  AwsAuthorizer,
  AwsDynamoDb,
  AwsEventBridge,
  AwsIntegration,
  AwsLambda,
  AwsSns,
  AwsSqs,
  CognitoAuthorizer,
  IamAuthorizer,
  LambdaAuthorizer,
  fromAuthorizer,
  fromBody,
  fromContext,
  fromHeader,
  fromPath,
  fromQuery,
  text,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

const options = { ...ANSWERED, credentials: '${role_arn}' };

class LineDto {
  @ApiProperty() article!: string;
}

class OrderDto {
  @ApiProperty() id!: string;
  @ApiProperty({ type: LineDto }) first!: LineDto;
  @ApiProperty({ type: [LineDto] }) lines!: LineDto[];
  @ApiProperty({ type: [String], uniqueItems: true }) tags!: string[];
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) labels!: Record<string, string>;
  @ApiProperty({ type: 'object', additionalProperties: true }) anything!: Record<string, unknown>;
}

const queue = { queueUrl: '${jobs_queue_url}' };

@Controller('orders/:shop')
class SilentController {
  @Post(':id')
  @AwsSqs({
    ...queue,
    message: {
      paths: [fromPath('shop'), text`a${fromPath('id')}`],
      members: [
        '$',
        '$.id',
        '$.first.article',
        '$.lines[0].article',
        '$.tags[0]',
        '$.labels.x',
        '$.anything.at.all',
      ].map(fromBody),
      others: [fromQuery('q'), fromHeader('X-Tenant'), fromContext('requestId')],
    },
  })
  place(@Body() _order: OrderDto): void {}

  @Post()
  @AwsSns({ topicArn: '${topic_arn}', message: fromBody() })
  @ApiConsumes('text/plain')
  @ApiBody({ schema: { type: 'string' } })
  tell(): void {}
}

@Controller('orders')
class HandlerController {
  @Post(':id')
  @AwsSqs({
    ...queue,
    message: { order: fromPath('order'), line: fromBody('$.first.name'), ids: fromBody('$.id.x') },
  })
  place(@Body() _order: OrderDto): void {}

  @Get(':id')
  @AwsDynamoDb({
    action: 'PutItem',
    table: '${table}',
    key: { pk: text`ORDER#${fromBody('$.id')}` },
    item: fromBody(),
  })
  get(): void {}
}

@Controller('orders')
@AwsSqs({ ...queue, message: fromPath('id') })
class ClassController {
  @Get()
  list(): void {}

  @Get(':id')
  get(): void {}
}

const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] });
const bearer = new LambdaAuthorizer({ name: 'bearer', functionArn: '${authorizer_arn}' });
const mapped = (value: string): never =>
  ({
    type: 'http',
    httpMethod: 'GET',
    uri: '${url}',
    requestParameters: { 'integration.request.header.X-Value': value },
    responses: { default: { statusCode: 200 } },
  }) as never;

@Controller('known')
@AwsAuthorizer(bearer)
class KnownController {
  @Get('lambda')
  @AwsSns({ topicArn: '${topic_arn}', message: [fromAuthorizer('principalId'), fromAuthorizer('tenant')] })
  ofFunction(): void {}

  @Get('cognito')
  @AwsAuthorizer(pool)
  @AwsSns({ topicArn: '${topic_arn}', message: text`${fromAuthorizer('claims.custom:tenant')}` })
  ofPool(): void {}

  @Get('mapped')
  @AwsIntegration(mapped('context.authorizer.principalId'))
  mapped(): void {}

  @Get('deployed')
  @AwsIntegration(mapped('context.${variable}'))
  deployed(): void {}

  @Get('certificate')
  @AwsIntegration(mapped('context.identity.clientCert.validity.notAfter'))
  certificate(): void {}

  @Post('event')
  @AwsEventBridge({ source: 'shop', detailType: 'Placed' })
  event(@Body() _order: OrderDto): void {}
}

@Controller('context')
class ContextController {
  @Get('names')
  @AwsSns({
    topicArn: '${topic_arn}',
    message: [
      fromContext('requestid'),
      fromContext('sourceIp'),
      fromContext('tenant'),
      fromContext('requestid'),
    ],
  })
  names(): void {}

  @Get('open')
  @AwsSns({ topicArn: '${topic_arn}', message: fromAuthorizer('principalId') })
  open(): void {}

  @Get('pool')
  @AwsAuthorizer(pool)
  @AwsSns({
    topicArn: '${topic_arn}',
    message: [fromAuthorizer('claims'), fromAuthorizer('principalId')],
  })
  pool(): void {}

  @Get('function')
  @AwsAuthorizer(bearer)
  @AwsIntegration(mapped('context.authorizer.claims.sub'))
  ofFunction(): void {}

  @Get('signed')
  @AwsAuthorizer(new IamAuthorizer())
  @AwsIntegration(mapped('context.authorizer.principalId'))
  signed(): void {}

  @Get('error')
  @AwsIntegration(mapped('context.error.message'))
  error(): void {}

  @Get('event')
  @AwsEventBridge({ source: 'shop', detailType: 'Placed' })
  event(): void {}
}

class BaseController {
  @Get()
  @AwsSqs({ ...queue, message: fromPath('tenant') })
  list(): void {}
}

@Controller('one')
class OneController extends BaseController {}

@Controller(':tenant')
class TenantController extends BaseController {}

@Controller('template')
class TemplateController {
  @Get()
  @AwsLambda({
    functionArn: '${function_arn}',
    mode: 'custom',
    requestTemplates: {
      'application/json':
        '#set($context.requestOverride.header.X-A = $context.identity.sourceIp.length())## $context.nothing\n{"a":"$context.requestID","b":"${context.stage}"}',
    },
    responses: {
      'No .*': {
        statusCode: 404,
        responseTemplates: { 'application/json': '{"a":"$context.requestID","b":"$context.path"}' },
      },
    },
  })
  read(): void {}
}

testRule('request-value-without-source', [
  {
    name: 'is silent on variables of the path, members of the DTO, and bodies of unknown shape',
    controllers: [SilentController],
    options,
    reports: [],
  },
  {
    name: 'reports paths, members and a body on GET',
    controllers: [HandlerController],
    options,
    reports: [
      'member-without-dynamodb-type error at HandlerController.get GET /orders/{id}',
      ['request-value-without-source error at HandlerController.get GET /orders/{id}', "fromBody('$.id')"],
      ['request-value-without-source error at HandlerController.get GET /orders/{id}', 'fromBody()'],
      [
        'request-value-without-source error at HandlerController.place POST /orders/{id}',
        "fromBody('$.first.name')",
      ],
      [
        'request-value-without-source error at HandlerController.place POST /orders/{id}',
        "fromBody('$.id.x')",
      ],
      [
        'request-value-without-source error at HandlerController.place POST /orders/{id}',
        "fromPath('order')",
      ],
    ],
  },
  {
    name: 'reports the routes of a class that lack the variable',
    controllers: [ClassController],
    options,
    reports: [['request-value-without-source error at ClassController.list GET /orders', "fromPath('id')"]],
  },
  {
    name: 'reports an inherited handler where its variable is missing',
    controllers: [OneController, TenantController],
    options,
    reports: [['request-value-without-source error at OneController.list GET /one', "fromPath('tenant')"]],
  },
  {
    name: 'is silent on variables of `$context`, on what authorizers say, and on what deployment names',
    controllers: [KnownController],
    options,
    reports: [],
  },
  {
    name: 'reports variables that there are not, and what the authorizer of the route does not say',
    controllers: [ContextController],
    options,
    reports: [
      [
        'request-value-without-source error at ContextController.error GET /context/error',
        'context.error.message',
      ],
      [
        'request-value-without-source error at ContextController.event GET /context/event',
        'detail',
        'fromBody()',
      ],
      [
        'request-value-without-source error at ContextController.names GET /context/names',
        "fromContext('requestid')",
        'requestId',
        'requestid',
      ],
      [
        'request-value-without-source error at ContextController.names GET /context/names',
        "fromContext('sourceIp')",
        'identity.sourceIp',
        'sourceIp',
      ],
      [
        'request-value-without-source error at ContextController.names GET /context/names',
        "fromContext('tenant')",
      ],
      [
        'request-value-without-source error at ContextController.ofFunction GET /context/function',
        'context.authorizer.claims.sub',
        'CognitoAuthorizer',
      ],
      [
        'request-value-without-source error at ContextController.open GET /context/open',
        "fromAuthorizer('principalId')",
      ],
      [
        'request-value-without-source error at ContextController.pool GET /context/pool',
        "fromAuthorizer('claims')",
      ],
      [
        'request-value-without-source error at ContextController.pool GET /context/pool',
        "fromAuthorizer('principalId')",
      ],
      [
        'request-value-without-source error at ContextController.signed GET /context/signed',
        'context.authorizer.principalId',
        'IamAuthorizer',
      ],
    ],
  },
  {
    name: 'reports gateway responses, which have the error',
    controllers: [],
    options: {
      gatewayResponses: {
        DEFAULT_4XX: {
          responseParameters: {
            'gatewayresponse.header.X-Error': 'context.error.responseType',
            'gatewayresponse.header.X-Caller': 'context.authorizer.principalId',
            'gatewayresponse.header.X-Stage': 'context.stageName',
          },
        },
      },
    },
    reports: [['request-value-without-source error at module', 'context.stageName']],
  },
  {
    name: 'reports templates, with what may be an override or a method left out',
    controllers: [TemplateController],
    reports: [
      [
        'request-value-without-source error at TemplateController.read GET /template',
        '$context.requestID',
        'requestId',
        'requestID',
      ],
    ],
  },
]);
