import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiProperty } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  CognitoAuthorizer,
  AwsExclude,
  AwsHttp,
  AwsIgnore,
  AwsIntegration,
  AwsLambda,
  AwsPublic,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  fromBody,
  fromPath,
  LambdaAuthorizer,
  AwsAuthorizer,
} from 'nestjs-aws-gateway';
import { ANSWERED, testRule } from '../../../support/test-rule.js';

const bearer = new LambdaAuthorizer({ name: '${auth_name}', functionArn: '${auth_arn}' });

/** Holds words that look like secrets and are none. */
@Controller('silent')
@AwsAuthorizer(bearer)
class SilentController {
  @Get()
  @ApiOperation({
    description: 'Writes `${greeting}`; costs ${x}. See jobs-queue-10 of example.com, barn:owl:1:.',
  })
  @AwsHttp('https://backend.internal.example/v1')
  read(): void {}

  @Post()
  @ApiOperation({ description: 'users' })
  @AwsSqs({ queueName: 'jobs-queue-1', message: 'hello', credentials: '${role_arn}' })
  send(): void {}

  @Get('hidden')
  @ApiOperation({ description: 'arn:aws:sns:eu-west-1:111122223333:hidden' })
  @AwsExclude()
  excluded(): void {}
}

class TopicDto {
  @ApiProperty({ example: 'arn:aws:sns:eu-west-1:999900001111:alerts', pattern: '^arn:aws:sns:.+' })
  example!: string;

  @ApiProperty({ example: 'arn:aws:sns:${region}:999900001111:alerts' })
  placeholder!: string;
}

class OwnTopicDto {
  @ApiProperty({ example: 'arn:aws:sns:eu-west-1:${AWS::AccountId}:alerts' })
  variable!: string;

  @ApiProperty({ example: 'arn:aws:sns:eu-west-1:111122223333:news' })
  own!: string;
}

class AddressDto {
  @ApiProperty({ description: 'Kept in orders-prod-2.' })
  city!: string;
}

class OrderDto {
  @ApiProperty()
  address!: AddressDto;
}

@Controller('handler')
class HandlerController {
  @Get('placeholder')
  @ApiOperation({
    summary: 'Calls ${read_arn}',
    description: 'Line\narn:aws:lambda:eu-west-1:111122223333:function:read',
  })
  @AwsLambda('${read_arn}')
  placeholder(): void {}

  @Get('host')
  @ApiOperation({ description: 'Asks https://backend.internal.example/v1/orders.' })
  @AwsHttp('https://backend.internal.example/v1')
  host(): void {}

  @Post('member/:id')
  @AwsDynamoDb({
    action: 'PutItem',
    table: 'orders-prod-2',
    key: { pk: fromPath('id') },
    attributes: { city: fromBody('$.address.city') },
    credentials: 'arn:aws:iam::111122223333:role/gateway',
  })
  member(@Param('id') _id: string, @Body() _order: OrderDto): void {}
}

class BaseController {
  @Get()
  @ApiOperation({ description: 'See x-amazon-apigateway-integration and ${AWS::Region}.' })
  read(): void {}
}

@Controller('class')
class ClassController extends BaseController {}

@Controller('account')
class HostController {
  @Get()
  @ApiOperation({ description: 'Runs in 123456789012.' })
  read(): void {}
}

/** Names that are public, and hosts that are everybody's. */
@Controller('list-users')
class NamedController {
  @Get('orders-prod-7')
  @ApiOperation({
    operationId: 'list-users-1',
    tags: ['news-topic-1'],
    description:
      'The backend of organization-subscriptions at home.example.com; http://localhost:3000, see https://docs.example.com.',
  })
  @AwsLambda('arn:aws:lambda:eu-west-1:111122223333:function:list-users-1')
  read(@Query('orders-prod-7') _state?: string): void {}

  @Get('host')
  @AwsHttp({ baseUrl: 'http://backend:3000', vpcLink: '${link}' })
  host(): void {}

  @Get('domain')
  @AwsHttp('https://${sub}.example.com/organization-subscriptions')
  domain(): void {}

  @Post('topic')
  topic(@Body() _topic: TopicDto): void {}

  @Get('local')
  @AwsHttp({ baseUrl: 'http://localhost:3000', vpcLink: '${link}' })
  local(): void {}

  @Post()
  @AwsSns({
    topicArn: 'arn:aws:sns:eu-west-1:111122223333:news-topic-1',
    message: 'm',
    credentials: '${role_arn}',
  })
  send(): void {}

  @Post('table')
  @AwsDynamoDb({ action: 'DeleteItem', table: 'orders-prod-7', key: { pk: 'a' }, credentials: '${role_arn}' })
  table(): void {}
}

@Controller('topics')
class TopicsController {
  @Post()
  @AwsSns({ topicArn: 'arn:aws:sns:eu-west-1:111122223333:news', message: 'm', credentials: '${role_arn}' })
  send(@Body() _topic: OwnTopicDto): void {}
}

@Controller('leaks')
class LeakingController {
  @Post('a')
  @ApiOperation({ description: 'Queue jobs-main-1, account 444455556666.' })
  @AwsSqs({
    queueUrl: 'https://sqs.eu-west-1.amazonaws.com/444455556666/jobs-main-1',
    message: 'm',
    credentials: '${role_arn}',
  })
  a(): void {}

  @Get('b')
  @ApiOperation({ description: 'From files-bucket-1.' })
  @AwsIntegration({
    type: 'aws',
    httpMethod: 'GET',
    uri: 'arn:aws:apigateway:eu-west-1:s3:path/files-bucket-1/feed.json',
    credentials: '${role_arn}',
    responses: { default: { statusCode: 200 }, '[45]\\d{2}': { statusCode: 500 } },
  })
  b(): void {}

  @Get('c')
  @ApiOperation({ description: 'Asks Orders.INTERNAL.example.' })
  @AwsHttp('https://orders.internal.Example/v1')
  c(): void {}

  @Get('d')
  @ApiOperation({ description: 'Asks api-prod.internal.example:8443.' })
  @AwsHttp('https://api-${env}.internal.example:8443')
  d(): void {}

  @Get('e')
  @ApiOperation({ description: 'Asks http://stock:8080.' })
  @AwsHttp({ baseUrl: 'http://stock:8080', vpcLink: '${link}' })
  e(): void {}

  @Get('f')
  @ApiOperation({ description: 'Calls read-orders-1.' })
  @AwsLambda('arn:aws:lambda:${AWS::Region}:${AWS::AccountId}:function:read-orders-1:live')
  f(): void {}

  @Post('g')
  @ApiOperation({ description: 'Runs ship-orders-1.' })
  @AwsStepFunctions({
    action: 'StartExecution',
    input: {},
    stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:ship-orders-1',
    credentials: '${role_arn}',
  })
  g(): void {}

  @Post('h')
  @ApiOperation({ description: 'Tells news-topic-2.' })
  @AwsSns({
    topicArn: 'arn:aws:sns:eu-west-1:111122223333:news-topic-2',
    message: 'm',
    credentials: '${role_arn}',
  })
  h(): void {}

  @Get('i')
  @ApiOperation({ description: 'Calls ReadOrders, not Orders.' })
  @AwsLambda('arn:aws:lambda:eu-west-1:111122223333:function:ReadOrders')
  i(): void {}

  @Post('j')
  @ApiOperation({ description: 'Encrypted with 1234abcd-12ab.' })
  @AwsSns({
    topicArn: '${topic_arn}',
    message: 'm',
    kmsKeyArn: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab',
    credentials: '${role_arn}',
  })
  j(): void {}

  @Get('k')
  @ApiOperation({ description: 'For users of eu-west-1_Ab9XyZ12.' })
  @AwsAuthorizer(
    new CognitoAuthorizer({
      name: 'users',
      userPoolArns: ['arn:aws:cognito-idp:eu-west-1:111122223333:userpool/eu-west-1_Ab9XyZ12'],
    }),
  )
  k(): void {}

  @Get('l')
  @ApiOperation({ description: 'Listens on stock:8080.' })
  @AwsHttp({ baseUrl: 'http://stock:8080', vpcLink: '${link}' })
  l(): void {}

  @Post('m')
  @ApiOperation({
    description: 'Posts to services/T000/Xa9kLmQ27tPzR4sVbN1c with s3cr3t-s3cr3t-s3cr3t-s3cr3t.',
  })
  @AwsHttp({
    url: 'https://hooks.example/services/T000/Xa9kLmQ27tPzR4sVbN1c?code=s3cr3t-s3cr3t-s3cr3t-s3cr3t',
  })
  m(): void {}
}

@Controller('allowed')
@AwsIgnore('private-value-in-public', 'it is the documentation of an example')
class AllowedController {
  @Get()
  @ApiOperation({ description: 'For example arn:aws:sns:eu-west-1:111122223333:alerts.' })
  @AwsPublic()
  read(): void {}
}

testRule('private-value-in-public', [
  {
    name: 'is silent on text that only looks private, on what is excluded, and on what is allowed',
    controllers: [SilentController, AllowedController, NamedController],
    options: { ...ANSWERED, ignore: { 'legacy-vpc-link': 'the link is old' } },
    reports: [],
  },
  {
    name: 'reports accounts, queues, buckets, functions, topics and workflows by their ARNs and URLs, and hosts in any letters',
    controllers: [LeakingController],
    options: { ...ANSWERED, ignore: { 'legacy-vpc-link': 'the link is old' } },
    reports: [
      ['private-value-in-public error at LeakingController.a POST /leaks/a description', '444455556666'],
      ['private-value-in-public error at LeakingController.a POST /leaks/a description', 'jobs-main-1'],
      ['private-value-in-public error at LeakingController.b GET /leaks/b description', 'files-bucket-1'],
      [
        'private-value-in-public error at LeakingController.c GET /leaks/c description',
        'Orders.INTERNAL.example',
      ],
      [
        'private-value-in-public error at LeakingController.d GET /leaks/d description',
        'api-prod.internal.example',
      ],
      ['private-value-in-public error at LeakingController.e GET /leaks/e description', 'stock'],
      ['private-value-in-public error at LeakingController.f GET /leaks/f description', 'read-orders-1'],
      ['private-value-in-public error at LeakingController.g POST /leaks/g description', 'ship-orders-1'],
      ['private-value-in-public error at LeakingController.h POST /leaks/h description', 'news-topic-2'],
      ['private-value-in-public error at LeakingController.i GET /leaks/i description', 'ReadOrders'],
      ['private-value-in-public error at LeakingController.j POST /leaks/j description', '1234abcd-12ab'],
      ['private-value-in-public error at LeakingController.k GET /leaks/k description', 'eu-west-1_Ab9XyZ12'],
      ['private-value-in-public error at LeakingController.l GET /leaks/l description', 'stock'],
      [
        'private-value-in-public error at LeakingController.m POST /leaks/m description',
        'Xa9kLmQ27tPzR4sVbN1c',
      ],
    ],
  },
  {
    name: 'reports placeholders, ARNs, hosts and names, in operations and in schemas',
    controllers: [HandlerController],
    reports: [
      [
        'private-value-in-public error at HandlerController.host GET /handler/host description',
        'backend.internal.example',
      ],
      [
        'private-value-in-public error at HandlerController.member POST /handler/member/{id} AddressDto.city.description',
        'orders-prod-2',
      ],
      [
        'private-value-in-public error at HandlerController.placeholder GET /handler/placeholder description',
        'arn:aws:lambda:eu-west-1:111122223333:function:read',
      ],
      [
        'private-value-in-public error at HandlerController.placeholder GET /handler/placeholder summary',
        '${read_arn}',
      ],
    ],
  },
  {
    name: 'reports an inherited handler under its class',
    controllers: [ClassController],
    reports: [
      ['private-value-in-public error at ClassController.read GET /class description', '${AWS::Region}'],
      [
        'private-value-in-public error at ClassController.read GET /class description',
        'x-amazon-apigateway-integration',
      ],
    ],
  },
  {
    name: 'reports an example with an ARN that is one of the gateway',
    controllers: [TopicsController],
    reports: [
      [
        'private-value-in-public error at TopicsController.send POST /topics OwnTopicDto.own.example',
        'arn:aws:sns:eu-west-1:111122223333:news',
      ],
      [
        'private-value-in-public error at TopicsController.send POST /topics OwnTopicDto.variable.example',
        '${AWS::AccountId}',
      ],
    ],
  },
  {
    name: 'reports an account on its own',
    controllers: [HostController],
    options: { ...ANSWERED, accountId: '123456789012' },
    reports: [
      ['private-value-in-public error at HostController.read GET /account description', '123456789012'],
    ],
  },
  {
    name: 'is silenced for the whole application',
    controllers: [ClassController],
    options: { ...ANSWERED, ignore: { 'private-value-in-public': 'these are the docs of a gateway' } },
    reports: [],
  },
]);
