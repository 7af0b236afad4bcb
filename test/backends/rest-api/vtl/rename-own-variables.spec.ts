import { Body, Controller, Param, Post, Put, Query } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  AwsDynamoDb,
  AwsEventBridge,
  AwsGatewayModule,
  AwsKinesis,
  AwsSqs,
  fromBody,
  fromHeader,
  fromPath,
  fromQuery,
  text,
  vtl,
} from 'nestjs-aws-gateway';
import { renameOwnVariables } from '../../../../lib/backends/rest-api/vtl/rename-own-variables.js';
import { createGatewayTester, type GatewayTester } from '../../../../lib/testing/create-gateway-tester.js';
import { createDocuments, moduleOf } from '../../../support/create-app.js';

/** Sets each variable that a generated template may have, and prints `own`. */
const NAMES = [
  'body',
  'sep',
  'sep0',
  'sets',
  'item1',
  'object1',
  'name',
  'comma',
  'comma0',
  'piece0',
  'piece1',
];
const OTHERS = ['limit', 'cursor', 'key', 'start', 'type', 'expires', 'headerx_45a', 'map1', 'sep1'];
const OWN = vtl(
  `${[...NAMES, ...OTHERS].map((name) => `#set($${name} = "own")`).join('')}$body$!{sep}#if($cursor == "own")!#end`,
);

class ThingDto {
  @ApiProperty() id!: string;
  @ApiProperty({ required: false }) age?: number;
  @ApiProperty({ type: [Number], required: false }) list?: number[];
}

@Controller()
class ThingsController {
  @Post('items')
  @AwsDynamoDb({
    action: 'PutItem',
    table: 'tab',
    key: { pk: text`${OWN}${fromHeader('X-A')}` },
    item: fromBody(),
    attributes: { own: OWN, a: fromHeader('X-A') },
  })
  put(@Body() _thing: ThingDto): void {}

  @Put('items/:id')
  @AwsDynamoDb({
    action: 'UpdateItem',
    table: 'tab',
    key: { pk: text`${OWN}${fromPath('id')}` },
    attributes: { own: OWN, a: fromQuery('a') },
    item: fromBody(),
  })
  update(@Param('id') _id: string, @Body() _thing: ThingDto, @Query('a') _a: string): void {}

  @Post('messages')
  @AwsSqs({ queueName: 'q', message: { own: OWN, id: fromBody('$.id'), a: fromHeader('X-A') } })
  send(@Body() _thing: ThingDto): void {}

  @Post('events')
  @AwsEventBridge({
    source: OWN,
    detailType: 't',
    detail: { age: fromBody('$.age'), own: text`${OWN}`, id: fromBody('$.id') },
    resources: [fromQuery('a'), OWN, fromQuery('a')],
  })
  tell(@Body() _thing: ThingDto): void {}

  @Post('records')
  @AwsKinesis({ stream: 's', partitionKey: OWN, data: { age: fromBody('$.age'), id: fromBody('$.id') } })
  record(@Body() _thing: ThingDto): void {}
}

describe('variables of `vtl()`', () => {
  let tester: GatewayTester;
  beforeAll(async () => {
    const gateway = AwsGatewayModule.forRoot({ credentials: '${role_arn}', validation: 'none' });
    const { privateDocument } = await createDocuments(moduleOf([ThingsController], [gateway]));
    tester = createGatewayTester(privateDocument, {
      values: { role_arn: 'arn:aws:iam::111122223333:role/r' },
    });
  });
  const sent = (route: string, more: object = {}): string => {
    const sample = {
      body: { id: 'i', age: 5, list: [1] },
      headers: { 'X-A': 'a' },
      query: { a: 'q' },
      ...more,
    };
    return tester.open(route, sample).request!.body;
  };

  it('meet none of a generated template', () => {
    expect(JSON.parse(sent('POST /items'))).toMatchObject({
      Item: {
        id: { S: 'i' },
        age: { N: '5' },
        list: { L: [{ N: '1' }] },
        pk: { S: 'ownown!a' },
        own: { S: 'ownown!' },
        a: { S: 'a' },
      },
    });
    expect(JSON.parse(sent('PUT /items/{id}', { path: { id: '7' } }))).toMatchObject({
      Key: { pk: { S: 'ownown!7' } },
      UpdateExpression: 'SET #n0 = :v0,#n1 = :v1,#m0 = :m0,#m1 = :m1,#m2 = :m2',
      ExpressionAttributeValues: { ':v0': { S: 'ownown!' }, ':v1': { S: 'q' }, ':m0': { S: 'i' } },
    });
    const { MessageBody } = JSON.parse(sent('POST /messages')) as { MessageBody: string };
    expect(JSON.parse(MessageBody.replace('ownown!', '1'))).toEqual({ own: 1, id: 'i', a: 'a' });
    const [event] = (JSON.parse(sent('POST /events')) as { Entries: readonly Record<string, string>[] })
      .Entries;
    expect(event).toMatchObject({ Source: 'ownown!', Resources: ['q', 'ownown!', 'q'] });
    expect(JSON.parse(event!['Detail']!)).toEqual({ age: 5, own: 'ownown!', id: 'i' });
    const { PartitionKey, Data } = JSON.parse(sent('POST /records')) as Record<string, string>;
    expect(PartitionKey).toBe('ownown!');
    expect(JSON.parse(Buffer.from(Data!, 'base64').toString())).toEqual({ age: 5, id: 'i' });
  });

  it('stay what they are outside of references', () => {
    const code =
      "#set($a = '$a')\\$a #[[$a]]# #foreach($b in $input.path('$.a'))$!{b}$foreach.index#end$a.b_$context.stage";
    expect(renameOwnVariables({ x: [vtl(code), 'text $a'] })).toEqual({
      x: [
        vtl(
          "#set($a_ = '$a')\\$a #[[$a]]# #foreach($b_ in $input.path('$.a'))$!{b_}$foreach.index#end$a_.b_$context.stage",
        ),
        'text $a',
      ],
    });
  });
});
