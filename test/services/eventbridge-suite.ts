import { beforeAll, expect, it } from '@jest/globals';
import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  CreateEventBusCommand,
  EventBridgeClient,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import * as fc from 'fast-check';
import { AwsEventBridge, fromBody, fromHeader, fromPath, fromQuery, text } from 'nestjs-aws-gateway';
import { clientOptions } from '../support/services-client.js';
import { ACCOUNT, openGateway, REGION, type ServicesGateway } from '../support/services-gateway.js';
import { callerText, headerText, anyJson } from '../support/services-hostile.js';

class PlacedDto {
  @ApiProperty() title!: string;
  @ApiProperty({ required: false, type: Object }) more?: object;
}

@Controller('events')
class EventsController {
  @Post()
  @AwsEventBridge({ eventBus: '${shop_bus}', source: 'shop', detailType: 'Placed' })
  whole(@Body() placed: PlacedDto): void {
    throw placed;
  }

  @Post(':id')
  @AwsEventBridge({
    eventBus: '${shop_bus}',
    source: text`shop.${fromPath('id')}`,
    detailType: fromQuery('type'),
    detail: {
      placed: fromBody(),
      title: fromBody('$.title'),
      who: fromHeader('X-Who'),
      fixed: ['$x "#set" \\', 1, null],
    },
    resources: [text`arn:x:${fromPath('id')}`, 'arn:y "$z"'],
  })
  object(@Param('id') id: string, @Body() placed: PlacedDto): void {
    throw [id, placed];
  }
}

export function eventBridgeSuite(moto: () => string): void {
  let queues: SQSClient;
  let gateway: ServicesGateway;
  let queue: string;

  beforeAll(async () => {
    const client = new EventBridgeClient(clientOptions(moto()));
    queues = new SQSClient({ ...clientOptions(moto()), useQueueUrlAsEndpoint: false });
    queue = (await queues.send(new CreateQueueCommand({ QueueName: 'shop-events' }))).QueueUrl!;
    await client.send(new CreateEventBusCommand({ Name: 'shop-bus' }));
    await client.send(
      new PutRuleCommand({
        Name: 'all',
        EventBusName: 'shop-bus',
        EventPattern: JSON.stringify({ account: [ACCOUNT] }),
      }),
    );
    await client.send(
      new PutTargetsCommand({
        Rule: 'all',
        EventBusName: 'shop-bus',
        Targets: [{ Id: 'queue', Arn: `arn:aws:sqs:${REGION}:${ACCOUNT}:shop-events` }],
      }),
    );
    gateway = await openGateway(moto(), [EventsController], { shop_bus: 'shop-bus' });
  });

  /** What a rule of the bus hands on. */
  const receive = async (): Promise<Record<string, unknown>> => {
    const { Messages = [] } = await queues.send(
      new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10 }),
    );
    expect(Messages).toHaveLength(1);
    await queues.send(
      new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle: Messages[0]!.ReceiptHandle }),
    );
    return JSON.parse(Messages[0]!.Body!) as Record<string, unknown>;
  };

  const PLACED = { title: 'O\'Brien "x" \\ ${y} #set\n', more: { deep: [null, 1.5, {}, [], false] } };

  it('puts the body on the bus, and answers the id of the event', async () => {
    const { status, json: answer } = await gateway.send('POST /events', { body: PLACED });
    const event = await receive();
    expect({ status, body: answer() }).toEqual({ status: 201, body: { eventId: event['id'] } });
    expect(event).toMatchObject({ source: 'shop', 'detail-type': 'Placed', detail: PLACED, resources: [] });
  });

  it('puts an event of the values of the request', async () => {
    // moto itself writes source and type into JSON without an escape.
    const answer = await gateway.send('POST /events/{id}', {
      path: { id: "7'$x" },
      query: { type: 'T #set' },
      headers: { 'x-who': "'me'" },
      body: PLACED,
    });
    expect(answer.status).toBe(201);
    expect(await receive()).toMatchObject({
      source: "shop.7'$x",
      'detail-type': 'T #set',
      detail: { placed: PLACED, title: PLACED.title, who: "'me'", fixed: ['$x "#set" \\', 1, null] },
      resources: ["arn:x:7'$x", 'arn:y "$z"'],
    });
  });

  it('is an error when the bus refuses the event', () => {
    const body = {
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'InternalFailure', ErrorMessage: 'arn:aws:events:secret' }],
    };
    const answer = gateway.answer('POST /events', { body }, { body: PLACED });
    expect(answer).toMatchObject({ status: 500, body: '{"message":"Event refused"}' });
  });

  it('reaches no bus without its type', async () => {
    const answer = await gateway.send('POST /events/{id}', {
      path: { id: 'x' },
      body: PLACED,
      query: { type: '' },
    });
    expect(answer.status).toBe(400);
  });

  it.each([
    [400, 'ThrottlingException', 429],
    [400, 'AccessDeniedException', 500],
    [400, 'ResourceNotFoundException', 500],
    [400, 'ValidationException', 400],
    [500, 'InternalException', 500],
  ])('turns %i %s into %i', (status, type, expected) => {
    const answer = gateway.answer(
      'POST /events',
      { status, body: { __type: type, message: 'arn:aws:events:x' } },
      { body: PLACED },
    );
    expect(answer.status).toBe(expected);
    expect(Object.keys(answer.json() as object)).toEqual(['message']);
  });

  it('any text stays in its own place', () => {
    fc.assert(
      fc.property(callerText, callerText, headerText, anyJson, (id, type, who, more) => {
        const placed = { title: type, more: { more } };
        const { Entries, ...others } = JSON.parse(
          gateway.request('POST /events/{id}', {
            path: { id: `i${id}` },
            query: { type: `t${type}` },
            headers: { 'X-Who': who },
            body: placed,
          }).body,
        ) as { readonly Entries: readonly { readonly Detail: string }[] };
        expect(others).toEqual({});
        expect(Entries).toHaveLength(1);
        const { Detail, ...rest } = Entries[0]!;
        expect(rest).toEqual({
          EventBusName: 'shop-bus',
          Source: `shop.i${id}`,
          DetailType: `t${type}`,
          Resources: [`arn:x:i${id}`, 'arn:y "$z"'],
        });
        expect(JSON.parse(Detail)).toEqual({ placed, title: type, who, fixed: ['$x "#set" \\', 1, null] });
      }),
      { numRuns: 100 },
    );
  });

  it('any event arrives', async () => {
    await fc.assert(
      fc.asyncProperty(callerText, anyJson, async (title, more) => {
        const placed = JSON.parse(
          JSON.stringify({ title, more: { more } }).replace(/\\ud[89a-f]../g, '?'),
        ) as object;
        expect((await gateway.send('POST /events', { body: placed })).status).toBe(201);
        expect((await receive())['detail']).toEqual(placed);
      }),
      { numRuns: 20 },
    );
  });
}
