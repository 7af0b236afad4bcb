import { beforeAll, expect, it } from '@jest/globals';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsKinesis,
  AwsService,
  AwsSns,
  AwsSqs,
  AwsStepFunctions,
  fromBody,
  fromPath,
} from 'nestjs-aws-gateway';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';

class ThingDto {
  @ApiProperty({ maxLength: 5 }) name!: string;
}

@Controller('things')
class ThingsController {
  @Post('dynamodb')
  @AwsDynamoDb({ action: 'PutItem', table: 'no-such-table', item: fromBody() })
  dynamodb(@Body() thing: ThingDto): void {
    throw thing;
  }

  @Post('sns')
  @AwsSns({ topicArn: 'arn:aws:sns:us-east-1:123456789012:missing', message: fromBody() })
  sns(@Body() thing: ThingDto): void {
    throw thing;
  }

  @Post('sqs')
  @AwsSqs({ queueName: 'no-such-queue', message: fromBody() })
  sqs(@Body() thing: ThingDto): void {
    throw thing;
  }

  @Post('states')
  @AwsStepFunctions({
    action: 'StartExecution',
    stateMachineArn: 'arn:aws:states:us-east-1:123456789012:stateMachine:missing',
  })
  states(@Body() thing: ThingDto): void {
    throw thing;
  }

  @Post('events')
  @AwsEventBridge({ eventBus: 'no-such-bus', source: 's', detailType: 'd' })
  events(@Body() thing: ThingDto): void {
    throw thing;
  }

  @Post('kinesis')
  @AwsKinesis({ stream: 'no-such-stream', partitionKey: 'k', data: fromBody() })
  kinesis(@Body() thing: ThingDto): void {
    throw thing;
  }

  @Post('service')
  @AwsService({
    service: 'ssm',
    action: 'X',
    body: fromBody(),
    permissions: [{ actions: ['ssm:X'], resources: ['*'] }],
  })
  service(@Body() thing: ThingDto): void {
    throw thing;
  }

  @Get(':name')
  @AwsDynamoDb({ action: 'GetItem', table: 'no-such-table', key: { pk: fromPath('name') } })
  @ApiOkResponse({ type: ThingDto })
  read(@Param('name') name: string): ThingDto {
    throw name;
  }
}

const ROUTES = ['dynamodb', 'sns', 'sqs', 'states', 'events', 'kinesis', 'service'].map(
  (name) => `POST /things/${name}`,
);
const ORIGINS = ['https://a.example', 'https://b.example'];

export function everyServiceSuite(moto: () => string): void {
  const gateways: ServicesGateway[] = [];

  beforeAll(async () => {
    for (const allowOrigins of [ORIGINS, ORIGINS.slice(0, 1)])
      gateways.push(await openGateway(moto(), [ThingsController], {}, { cors: { allowOrigins } }));
  });

  it.each(ROUTES)('%s refuses what does not fit the DTO before it reaches the service', (route) => {
    for (const body of [{}, { name: 1 }, { name: 'too long' }, [], 'no JSON', '']) {
      expect(() => gateways[0]!.request(route, { body })).toThrow('Invalid request body');
    }
  });

  it.each(ROUTES)('%s refuses media types that it does not declare', (route) => {
    const sample = { body: '{"name":"x"}', headers: { 'Content-Type': 'text/plain' } };
    expect(() => gateways[0]!.request(route, sample)).toThrow('Unsupported Media Type');
  });

  it.each([...ROUTES, 'GET /things/{name}'])(
    '%s answers every origin that it allows, and no other',
    (route) => {
      const sample = route.startsWith('GET') ? { path: { name: 'n' } } : { body: { name: 'x' } };
      for (const status of [200, 400, 403, 404, 413, 429, 500, 503]) {
        const origin = (gateway: ServicesGateway | undefined, from: string): string | undefined =>
          gateway!.answer(route, { status, body: {} }, { ...sample, headers: { origin: from } }).headers[
            'Access-Control-Allow-Origin'
          ];
        for (const from of ORIGINS) expect(origin(gateways[0], from)).toBe(from);
        expect(origin(gateways[0], 'https://c.example')).not.toBe('https://c.example');
        expect(origin(gateways[1], ORIGINS[0]!)).toBe(ORIGINS[0]);
      }
    },
  );

  it.each(ROUTES)('%s answers JSON for an answer that is none', (route) => {
    for (const status of [400, 403, 500]) {
      for (const body of ['', '<Error/>', 'null', '[]', '"text"', '{"__type":null}', '{"__type":{"a":1}}']) {
        const answer = gateways[1]!.answer(route, { status, body }, { body: { name: 'x' } });
        expect(answer.status).toBeGreaterThanOrEqual(400);
        expect(answer.json()).toEqual({ message: expect.any(String) });
      }
    }
  });
}
