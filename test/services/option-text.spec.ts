import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  AwsAuthorizer,
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsS3,
  AwsService,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  CognitoAuthorizer,
  fromPath,
  fromQuery,
  text,
} from 'nestjs-aws-gateway';
import { compileControllers } from '../support/create-app.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';
import { checkOptions } from '../../lib/options/option-shape.js';
import { serviceShape } from '../../lib/services/service-shape.js';
import { writeTree } from '../../lib/values/deploy-tree.js';

class ThingDto {
  @ApiProperty() name!: string;
}

@Controller()
class TextController {
  @Get('items')
  @AwsDynamoDb({
    action: 'Scan',
    table: 'items-${stageVariables.env}',
    projection: ['${attr}'],
    filter: { expression: '#a = ${operand}', names: { '#a': '${attr}' } },
  })
  @ApiOkResponse({ type: [ThingDto] })
  items(): void {}

  @Post('jobs')
  @AwsSqs({
    queueName: '${stageVariables.queue}',
    message: {
      expression: '${tenant}',
      requestTemplates: '${tenant}',
      '${tenant}-key': { a: '${stageVariables.env}' },
      '${stageVariables.env}-key': 1,
    },
    attributes: { '${tenant}': 'of ${stageVariables.env}' },
  })
  jobs(@Body() _thing: ThingDto): void {}

  @Post('news')
  @AwsSns({
    topicArn: 'arn:aws:sns:eu-west-1:111122223333:${stageVariables.topic}',
    message: { '${tenant}': 1, '${stageVariables.env}': 2 },
    attributes: { 'of-${stageVariables.env}': 'x' },
  })
  news(@Body() _thing: ThingDto): void {}

  @Post('clicks')
  @AwsKinesis({
    stream: '${stageVariables.stream}',
    partitionKey: 'p',
    data: { '${tenant}-${stageVariables.env}': '${stageVariables.env}' },
  })
  clicks(@Body() _thing: ThingDto): void {}

  @Post('events')
  @AwsEventBridge({
    eventBus: '${stageVariables.bus}',
    source: 's',
    detailType: text`${'${tenant}'}-${'${stageVariables.env}'}`,
    detail: { expression: '${tenant}', '${stageVariables.env}': 1 },
  })
  events(@Body() _thing: ThingDto): void {}

  @Get('files/:key0')
  @AwsS3({
    action: 'GetObject',
    bucket: '${stageVariables.bucket}',
    key: text`${fromQuery('tenant')}/${fromPath('key0')}`,
  })
  file(): void {}

  @Get('runs')
  @AwsStepFunctions({
    action: 'DescribeExecution',
    stateMachineArn: 'arn:aws:states:eu-west-1:111122223333:stateMachine:${stageVariables.machine}',
    name: 'n',
  })
  run(): void {}

  @Get('other/:key1/:key0')
  @AwsService({
    service: 'iot',
    path: text`/${fromQuery('a')}/${fromPath('key0')}/${fromQuery('b')}/${fromPath('key1')}`,
  })
  other(): void {}
}

const STAGE = { env: 'dev', queue: 'q', topic: 't', stream: 's', bus: 'b', bucket: 'files' };
const stageVariables = { ...STAGE, machine: 'm' };

describe('text in the options of services', () => {
  let gateway: ServicesGateway;
  const bodyOf = (route: string): string =>
    gateway.request(route, { body: { name: 'x' }, stageVariables }).body;

  beforeAll(async () => {
    gateway = await openGateway('', [TextController], { tenant: 'T1', attr: 'name', operand: ':x' });
  });

  it('has placeholders wherever it stands, in keys and expressions too', () => {
    const sent = JSON.parse(bodyOf('POST /jobs')) as Record<string, string>;
    expect(JSON.parse(sent['MessageBody']!)).toEqual({
      expression: 'T1',
      requestTemplates: 'T1',
      'T1-key': { a: 'dev' },
      'dev-key': 1,
    });
    expect(sent['MessageAttributes']).toEqual({ T1: { DataType: 'String', StringValue: 'of dev' } });
    expect(sent['QueueUrl']).toMatch(/^https:\/\/sqs\.[\w-]+\.amazonaws\.com\/\d+\/q$/);
    expect(JSON.parse(bodyOf('GET /items'))).toMatchObject({
      TableName: 'items-dev',
      ProjectionExpression: '#n1',
      FilterExpression: '#a = :x',
      ExpressionAttributeNames: { '#a': 'name', '#n1': 'name' },
    });
  });

  it('has variables of the stage in every service', () => {
    const news = new URLSearchParams(bodyOf('POST /news'));
    expect([news.get('TopicArn'), news.get('Message')]).toEqual([
      'arn:aws:sns:eu-west-1:111122223333:t',
      '{"T1":1,"dev":2}',
    ]);
    expect(news.get('MessageAttributes.entry.1.Name')).toBe('of-dev');
    const click = JSON.parse(bodyOf('POST /clicks')) as Record<string, string>;
    expect(click['StreamName']).toBe('s');
    expect(Buffer.from(click['Data']!, 'base64').toString()).toBe('{"T1-dev":"dev"}');
    expect(JSON.parse(bodyOf('POST /events'))).toMatchObject({
      Entries: [{ EventBusName: 'b', DetailType: 'T1-dev', Detail: '{"expression":"T1","dev":1}' }],
    });
    expect(JSON.parse(bodyOf('GET /runs'))).toEqual({
      executionArn: 'arn:aws:states:eu-west-1:111122223333:execution:m:n',
    });
  });

  it('gives every part of a path its own variable, whatever those of the route are called', () => {
    const file = gateway.request('GET /files/{key0}', {
      path: { key0: 'k' },
      query: { tenant: 't' },
      stageVariables,
    });
    expect(file.path).toBe('/files/t/k');
    const other = gateway.request('GET /other/{key1}/{key0}', {
      path: { key0: 'p0', key1: 'p1' },
      query: { a: 'A', b: 'B' },
    });
    expect(other.path).toBe('/A/p0/B/p1');
  });
});

const pool = new CognitoAuthorizer({ name: 'pool', userPoolArns: ['${pool_arn}'] });

@Controller()
class ScopedController {
  @Get('scoped')
  @AwsAuthorizer(pool, { scopes: ['shop-${env}/read'] })
  @AwsService({ service: 'ssm', action: 'GetParameter' })
  scoped(): void {}
}

describe('scopes', () => {
  it('have placeholders', async () => {
    const { privateDocument } = await compileControllers([ScopedController], { credentials: '${role}' });
    const written = JSON.stringify(writeTree(privateDocument, undefined, new Map([['env', 'dev']])));
    expect(written).toContain('"security":[{"pool":["shop-dev/read"]}]');
  });
});

describe('resources', () => {
  it.each([
    ['dynamodb', { action: 'Scan', table: 'arn:aws:dynamodb:eu-west-1:111122223333:table/t' }],
    ['eventbridge', { source: 's', detailType: 'd', eventBus: 'aws.partner/example.com/1/x' }],
    [
      'eventbridge',
      {
        source: 's',
        detailType: 'd',
        eventBus: 'arn:aws:events:eu-west-1:111122223333:event-bus/aws.partner/e.com/1',
      },
    ],
    ['s3', { action: 'ListObjects', bucket: 'files-ap-abc123-s3alias' }],
  ] as const)('of %s may be named as %j', (kind, options) => {
    expect(checkOptions('@X', options, serviceShape(kind, options), {})).toEqual([]);
  });

  it.each([
    ['dynamodb', { action: 'Scan', table: 'arn:aws:sqs:eu-west-1:111122223333:t' }],
    ['dynamodb', { action: 'Scan', table: 'a/b' }],
    ['eventbridge', { source: 's', detailType: 'd', eventBus: 'shop/orders' }],
  ] as const)('of %s may not be named as %j', (kind, options) => {
    expect(checkOptions('@X', options, serviceShape(kind, options), {})).toHaveLength(1);
  });
});
