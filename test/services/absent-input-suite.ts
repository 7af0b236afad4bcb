import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsService,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  fromBody,
  fromHeader,
  fromPath,
  fromQuery,
} from 'nestjs-aws-gateway';
import { clientOptions } from '../support/services-client.js';
import { createTable } from '../support/services-table.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';

const TABLE = 'absent-table';
const QUEUE = 'absent-queue';

class PersonDto {
  @ApiPropertyOptional() age?: number;
  @ApiPropertyOptional() name?: string;
  @ApiPropertyOptional({ type: [String], nullable: true }) tags?: string[] | null;
}
class RowDto {
  @ApiProperty() sk!: string;
}

const person = { age: fromBody('$.age'), name: fromBody('$.name'), tags: fromBody('$.tags') };
const attributes = { tenant: fromHeader('X-Tenant'), fixed: 'x', kind: fromQuery('kind') };
const topicArn = 'arn:aws:sns:us-east-1:123456789012:absent';
const stateMachineArn = 'arn:aws:states:us-east-1:123456789012:stateMachine:absent';

@Controller('absent')
class AbsentController {
  @Post('sqs')
  @AwsSqs({
    queueName: QUEUE,
    message: { ...person, q: fromQuery('q') },
    attributes,
    groupId: fromQuery('group'),
  })
  sqs(@Body() _person: PersonDto): void {}

  @Post('sns')
  @AwsSns({ topicArn, message: person, subject: fromQuery('subject'), attributes })
  sns(@Body() _person: PersonDto): void {}

  @Post('events')
  @AwsEventBridge({
    source: 'shop',
    detailType: 'x',
    detail: { fixed: 1, ...person, list: [fromBody('$.age'), 2] },
    resources: [fromHeader('X-Arn'), fromQuery('arn')],
  })
  events(@Body() _person: PersonDto): void {}

  @Post('kinesis')
  @AwsKinesis({ stream: 's', partitionKey: fromQuery('key'), data: { ...person, list: [fromBody('$.age')] } })
  kinesis(@Body() _person: PersonDto): void {}

  @Post('runs')
  @AwsStepFunctions({
    action: 'StartExecution',
    stateMachineArn,
    input: { inner: person },
    name: fromHeader('X-Name'),
  })
  runs(@Body() _person: PersonDto): void {}

  @Post('ssm')
  @AwsService({ service: 'ssm', action: 'PutParameter', body: person })
  ssm(@Body() _person: PersonDto): void {}

  @Put('rows/:id')
  @AwsDynamoDb({
    action: 'PutItem',
    table: TABLE,
    key: { pk: fromPath('id'), sk: 'a' },
    attributes: {
      q: fromQuery('q'),
      n: { N: fromQuery('n') },
      s: { S: fromBody('$.name') },
      age: { N: fromBody('$.age') },
    },
  })
  put(@Param('id') _id: string, @Body() _person: PersonDto): void {}

  @Post('rows/:id')
  @AwsDynamoDb({
    action: 'UpdateItem',
    table: TABLE,
    key: { pk: fromPath('id'), sk: 'a' },
    attributes: { q: fromQuery('q'), n: { N: fromQuery('n') } },
  })
  @ApiOkResponse({ type: RowDto })
  update(@Param('id') _id: string): void {}

  @Get('rows/:id')
  @AwsDynamoDb({
    action: 'Query',
    table: TABLE,
    key: { pk: fromPath('id'), sk: { beginsWith: fromQuery('prefix') } },
  })
  @ApiOkResponse({ type: [RowDto] })
  query(@Param('id') _id: string, @Query('prefix') _prefix: string): void {}

  @Get('rows/:id/since')
  @AwsDynamoDb({
    action: 'Query',
    table: TABLE,
    key: { pk: fromPath('id'), sk: { greaterThan: { S: fromQuery('since') } } },
    filter: { expression: '#f <> :f', names: { '#f': 'sk' }, values: { ':f': 'zzz' } },
  })
  @ApiOkResponse({ type: [RowDto] })
  since(@Param('id') _id: string): void {}
}

export function absentInputSuite(moto: () => string): void {
  let gateway: ServicesGateway;
  let client: DynamoDBClient;

  beforeAll(async () => {
    client = new DynamoDBClient(clientOptions(moto()));
    await createTable(client, TABLE, { pk: 'S', sk: 'S' });
    for (const sk of ['a', 'b', 'ba'])
      await client.send(new PutItemCommand({ TableName: TABLE, Item: { pk: { S: 'q' }, sk: { S: sk } } }));
    await new SQSClient(clientOptions(moto())).send(new CreateQueueCommand({ QueueName: QUEUE }));
    gateway = await openGateway(moto(), [AbsentController]);
  });

  const bodyOf = (route: string, sample: object = {}): string =>
    String(gateway.request(`POST /absent/${route}`, { body: {}, ...sample }).body);
  const jsonOf = (route: string, sample: object = {}): Record<string, never> =>
    JSON.parse(bodyOf(route, sample)) as Record<string, never>;

  const decode = (sample: object): unknown =>
    JSON.parse(
      Buffer.from(jsonOf('kinesis', { query: { key: 'k' }, ...sample })['Data']!, 'base64').toString(),
    );

  const stored = async (id: string) =>
    (await client.send(new GetItemCommand({ TableName: TABLE, Key: { pk: { S: id }, sk: { S: 'a' } } })))
      .Item;

  describe('SQS', () => {
    it('gets no empty argument or attribute, and no member that changes its type', () => {
      expect(jsonOf('sqs')).toEqual({
        QueueUrl: expect.any(String),
        MessageBody: '{"q":""}',
        MessageAttributes: { fixed: { DataType: 'String', StringValue: 'x' } },
      });
    });

    it('gets what is given, null too', () => {
      const sent = jsonOf('sqs', {
        body: { name: 'Ann', tags: null },
        query: { group: 'g', kind: 'k', q: 'q"' },
        headers: { 'x-tenant': 't' },
      });
      expect(sent).toMatchObject({
        MessageGroupId: 'g',
        MessageAttributes: { tenant: { StringValue: 't' }, fixed: {}, kind: { StringValue: 'k' } },
      });
      expect(JSON.parse(sent['MessageBody']!)).toEqual({ name: 'Ann', tags: null, q: 'q"' });
    });

    it('takes the message', async () => {
      expect((await gateway.send('POST /absent/sqs', { body: { age: 0 } })).status).toBe(201);
    });
  });

  it('counts the attributes that SNS gets', () => {
    const bare = new URLSearchParams(bodyOf('sns'));
    expect(bare.get('Subject')).toBeNull();
    expect(bare.get('Message')).toBe('{}');
    expect(bare.get('MessageAttributes.entry.1.Name')).toBe('fixed');
    expect(bare.has('MessageAttributes.entry.2.Name')).toBe(false);
    const full = new URLSearchParams(
      bodyOf('sns', { body: { age: 1 }, query: { subject: 's', kind: 'k' }, headers: { 'X-Tenant': 't' } }),
    );
    expect(full.get('Subject')).toBe('s');
    expect(JSON.parse(full.get('Message')!)).toEqual({ age: 1 });
    expect([1, 2, 3].map((entry) => full.get(`MessageAttributes.entry.${entry}.Name`))).toEqual([
      'tenant',
      'fixed',
      'kind',
    ]);
  });

  it('keeps the type of what is given to EventBridge, and the places of a list', () => {
    const { Entries } = jsonOf('events', { query: { arn: 'arn:a' } });
    const [entry] = Entries as unknown as { Detail: string; Resources: string[] }[];
    expect(entry!.Resources).toEqual(['arn:a']);
    expect(JSON.parse(entry!.Detail)).toEqual({ fixed: 1, list: [null, 2] });
    const full = jsonOf('events', { body: { age: 3, tags: ['a'] } })['Entries'] as unknown as {
      Detail: string;
    }[];
    expect(JSON.parse(full[0]!.Detail)).toEqual({ fixed: 1, age: 3, tags: ['a'], list: [3, 2] });
  });

  it('leaves members out of the data of Kinesis, and needs the partition key', async () => {
    expect(decode({})).toEqual({ list: [null] });
    expect(decode({ body: { name: 'a"', tags: null } })).toEqual({ name: 'a"', tags: null, list: [null] });
    expect(decode({ body: { age: 2 } })).toEqual({ age: 2, list: [2] });
    expect((await gateway.send('POST /absent/kinesis', { body: {} })).status).toBe(400);
  });

  it('lets Step Functions name the execution', () => {
    expect(jsonOf('runs')).toEqual({ stateMachineArn, input: '{"inner":{}}' });
    expect(jsonOf('runs', { headers: { 'X-Name': 'n' }, body: { age: 1 } })).toEqual({
      stateMachineArn,
      input: '{"inner":{"age":1}}',
      name: 'n',
    });
  });

  it('leaves members out of what any other service gets', () => {
    expect(jsonOf('ssm')).toEqual({});
    expect(jsonOf('ssm', { body: { name: 'n' } })).toEqual({ name: 'n' });
  });

  describe('DynamoDB', () => {
    it('stores no attribute without a value, but an empty text of the body', async () => {
      await gateway.send('PUT /absent/rows/{id}', { path: { id: '1' }, body: {} });
      expect(await stored('1')).toEqual({ pk: { S: '1' }, sk: { S: 'a' } });
      await gateway.send('PUT /absent/rows/{id}', {
        path: { id: '2' },
        query: { q: 'x', n: '5' },
        body: { name: '', age: 0 },
      });
      expect(await stored('2')).toMatchObject({
        q: { S: 'x' },
        n: { N: '5' },
        s: { S: '' },
        age: { N: '0' },
      });
    });

    it('updates only what is given', async () => {
      const route = 'POST /absent/rows/{id}';
      expect((await gateway.send(route, { path: { id: '2' }, query: { n: '6' } })).status).toBe(200);
      expect(await stored('2')).toMatchObject({ q: { S: 'x' }, n: { N: '6' } });
      expect((await gateway.send(route, { path: { id: '2' } })).status).toBe(200);
    });

    it.each([
      ['GET /absent/rows/{id}', {}, ['a', 'b', 'ba']],
      ['GET /absent/rows/{id}', { prefix: 'b' }, ['b', 'ba']],
      ['GET /absent/rows/{id}/since', {}, ['a', 'b', 'ba']],
      ['GET /absent/rows/{id}/since', { since: 'b' }, ['ba']],
    ])('%s with %j answers %j', async (route, query, expected) => {
      const { status, json } = await gateway.send(route, { path: { id: 'q' }, query: { ...query } });
      expect(status).toBe(200);
      expect((json() as RowDto[]).map(({ sk }) => sk)).toEqual(expected);
    });
  });
}
