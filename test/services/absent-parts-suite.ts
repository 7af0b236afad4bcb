import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  fromBody,
  fromHeader,
  fromPath,
  fromQuery,
  fromStage,
  text,
} from 'nestjs-aws-gateway';
import { clientOptions } from '../support/services-client.js';
import { createTable } from '../support/services-table.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';

type Json = Readonly<Record<string, unknown>>;

const TABLE = 'absent-parts';
const QUEUE = 'absent-parts.fifo';

class PlaceDto {
  @ApiProperty() city!: string;
}
class PersonDto {
  @ApiPropertyOptional() name?: string;
  @ApiPropertyOptional({ type: PlaceDto }) home?: PlaceDto;
}

const topicArn = 'arn:aws:sns:us-east-1:123456789012:parts.fifo';
const stateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:parts';
const name = fromBody('$.name');
const table = TABLE;

@Controller('parts')
class PartsController {
  @Post('body')
  @AwsDynamoDb({ action: 'PutItem', table, key: { pk: text`USER#${name}` }, item: fromBody() })
  body(@Body() _person: PersonDto): void {}

  @Put('stage/:id')
  @AwsDynamoDb({
    action: 'UpdateItem',
    table,
    key: { pk: { S: text`${fromPath('id')}#${fromStage('tenant')}` } },
    attributes: { a: 'b' },
    condition: 'none',
  })
  stage(@Param('id') _id: string): void {}

  @Post('find')
  @AwsDynamoDb({ action: 'Query', table, key: { pk: text`USER#${name}` } })
  @ApiOkResponse({ type: [PersonDto] })
  find(@Body() _person: PersonDto): void {}

  @Get('adults')
  @AwsDynamoDb({
    action: 'Scan',
    table,
    filter: { expression: '#a > :a', names: { '#a': 'age' }, values: { ':a': { N: fromQuery('age') } } },
  })
  @ApiOkResponse({ type: [PersonDto] })
  adults(): void {}

  @Post('sqs')
  @AwsSqs({
    queueName: QUEUE,
    message: fromBody('$.home'),
    groupId: 'g',
    deduplicationId: text`d-${name}-${fromHeader('X-Id')}`,
  })
  sqs(@Body() _person: PersonDto): void {}

  @Post('sqs/query')
  @AwsSqs({ queueUrl: 'https://sqs.us-east-1.amazonaws.com/123456789012/q', message: fromQuery('m') })
  query(): void {}

  @Post('sns')
  @AwsSns({ topicArn, message: fromBody('$.home'), groupId: 'g', deduplicationId: text`d-${name}` })
  sns(@Body() _person: PersonDto): void {}

  @Post('events')
  @AwsEventBridge({ source: 'shop', detailType: 'x', detail: fromBody('$.home') })
  events(@Body() _person: PersonDto): void {}

  @Post('kinesis')
  @AwsKinesis({ stream: 's', partitionKey: 'k', data: fromBody('$.home') })
  kinesis(@Body() _person: PersonDto): void {}

  @Post('runs')
  @AwsStepFunctions({
    action: 'StartExecution',
    stateMachineArn,
    input: fromBody('$.home'),
    name: text`run-${name}`,
  })
  runs(@Body() _person: PersonDto): void {}
}

/** Values that lack a part, and messages that are missing as a whole. */
export function absentPartsSuite(moto: () => string): void {
  let gateway: ServicesGateway;
  let client: DynamoDBClient;

  beforeAll(async () => {
    client = new DynamoDBClient(clientOptions(moto()));
    await createTable(client, TABLE, { pk: 'S' });
    await new SQSClient(clientOptions(moto())).send(
      new CreateQueueCommand({ QueueName: QUEUE, Attributes: { FifoQueue: 'true' } }),
    );
    gateway = await openGateway(moto(), [PartsController]);
  });

  const bodyOf = (route: string, sample: object = {}): string =>
    String(gateway.request(`POST /parts/${route}`, { body: {}, ...sample }).body);

  const keyOf = (route: string, sample: object): unknown => {
    const sent = JSON.parse(String(gateway.request(route, sample).body)) as Record<string, Json>;
    const { Item, Key, ExpressionAttributeValues } = sent;
    return Item?.['pk'] ?? Key?.['pk'] ?? ExpressionAttributeValues?.[':v0'];
  };

  describe('a key without one of its parts', () => {
    it.each([{}, { name: '' }])('is refused: %j', async (body) => {
      expect((await gateway.send('POST /parts/body', { body })).status).toBe(400);
      expect((await client.send(new ScanCommand({ TableName: TABLE }))).Items).toEqual([]);
    });

    it.each([
      ['POST /parts/body', { body: { name: 'a"' } }, 'USER#a"'],
      ['POST /parts/find', { body: { name: 'a' } }, 'USER#a'],
      ['POST /parts/find', { body: {} }, ''],
      ['PUT /parts/stage/{id}', { path: { id: 'a' }, stageVariables: { tenant: 't' } }, 'a#t'],
      ['PUT /parts/stage/{id}', { path: { id: 'a' } }, ''],
    ])('%s with %j has the key %j', (route, sample, expected) => {
      expect(keyOf(route, sample)).toEqual({ S: expected });
    });
  });

  it('needs the numbers of expressions, and a message that is one value', async () => {
    expect((await gateway.send('GET /parts/adults')).body).toContain('[age]');
    expect((await gateway.send('POST /parts/sqs/query')).body).toContain('[m]');
  });

  it('leaves out an id that lacks a part', () => {
    const home = { city: 'x' };
    expect(bodyOf('sqs', { body: { home, name: 'n' } })).not.toContain('MessageDeduplicationId');
    expect(bodyOf('sqs', { body: { home, name: 'n' }, headers: { 'X-Id': 'i' } })).toContain(
      '"MessageDeduplicationId":"d-n-i"',
    );
    expect(bodyOf('sns', { body: { home } })).not.toContain('MessageDeduplicationId');
    expect(JSON.parse(bodyOf('runs', { body: { home } }))).toEqual({
      stateMachineArn,
      input: '{"city":"x"}',
    });
    expect(bodyOf('runs', { body: { home, name: 'n' } })).toContain('"name":"run-n"');
  });

  it('sends nothing for a message that is missing, instead of a text', async () => {
    expect(JSON.parse(bodyOf('sqs'))).toMatchObject({ MessageBody: '' });
    expect((await gateway.send('POST /parts/sqs', { body: {} })).status).toBe(400);
    expect(new URLSearchParams(bodyOf('sns')).get('Message')).toBe('');
    expect(JSON.parse(bodyOf('runs'))).toMatchObject({ input: '' });
    expect(JSON.parse(bodyOf('events'))).toMatchObject({ Entries: [{ Detail: '' }] });
    expect(JSON.parse(bodyOf('kinesis'))).toMatchObject({ Data: '' });
  });
}
