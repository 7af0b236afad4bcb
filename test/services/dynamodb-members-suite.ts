import { Body, Controller, Get, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import {
  AwsAuthorizer,
  AwsDynamoDb,
  fromAuthorizer,
  fromBody,
  fromPath,
  fromStage,
  LambdaAuthorizer,
  text,
} from 'nestjs-aws-gateway';
import { clientOptions } from '../support/services-client.js';
import { createTable } from '../support/services-table.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';

const TABLE = 'members-table';

class AddressDto {
  @ApiProperty() street!: string;
  @ApiPropertyOptional() zip?: number;
}
class CustomerDto {
  @ApiProperty() name!: string;
  @ApiPropertyOptional() age?: number;
  @ApiPropertyOptional({ type: AddressDto }) address?: AddressDto;
}
class OrderDto {
  @ApiProperty() id!: string;
  @ApiPropertyOptional({ type: CustomerDto }) customer?: CustomerDto;
  @ApiPropertyOptional({ type: [CustomerDto] }) guests?: CustomerDto[];
}
class StoredDto {
  @ApiPropertyOptional() name?: string;
  @ApiPropertyOptional() tenant?: string;
}

const key = { pk: text`T1#${fromBody('$.id')}`, sk: 'c' };

@Controller('members')
class MembersController {
  @Post()
  @AwsDynamoDb({ action: 'PutItem', table: TABLE, key, item: fromBody('$.customer') })
  put(@Body() _order: OrderDto): void {}

  @Patch()
  @AwsDynamoDb({ action: 'UpdateItem', table: TABLE, key, item: fromBody('$.customer'), condition: 'none' })
  update(@Body() _order: OrderDto): void {}

  @Put('address')
  @AwsDynamoDb({ action: 'PutItem', table: TABLE, key, item: fromBody('$.customer.address') })
  putAddress(@Body() _order: OrderDto): void {}

  @Put('guest')
  @AwsDynamoDb({ action: 'PutItem', table: TABLE, key, item: fromBody('$.guests[0]') })
  putGuest(@Body() _order: OrderDto): void {}

  @Patch('own-names')
  @AwsDynamoDb({
    action: 'UpdateItem',
    table: TABLE,
    key,
    item: fromBody('$.customer'),
    attributes: { seen: 'yes' },
    condition: {
      expression: '#n0 = :v0 AND (attribute_not_exists(#m0) OR #m0 <> :m0)',
      names: { '#n0': 'name', '#m0': 'age' },
      values: { ':v0': 'Ann', ':m0': { N: '99' } },
    },
  })
  updateNamed(@Body() _order: OrderDto): void {}

  @Get(':id')
  @AwsDynamoDb({
    action: 'Query',
    table: TABLE,
    key: { pk: text`T1#${fromPath('id')}` },
    filter: {
      expression: '#n0 = :v0',
      names: { '#n0': 'tenant' },
      values: { ':v0': { S: 'T2#other' } },
    },
  })
  @ApiOkResponse({ type: [StoredDto] })
  query(@Param('id') _id: string): void {}

  @Put('names')
  @AwsAuthorizer(
    new LambdaAuthorizer({ name: 'own', functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:own' }),
  )
  @AwsDynamoDb({
    action: 'PutItem',
    table: TABLE,
    key: { pk: fromStage('1st'), sk: fromAuthorizer('class') },
    attributes: { tenant: fromAuthorizer('tenant:id'), under: fromAuthorizer('a._b') },
  })
  names(): void {}
}

export function dynamoDbMembersSuite(moto: () => string): void {
  let client: DynamoDBClient;
  let gateway: ServicesGateway;

  beforeAll(async () => {
    client = new DynamoDBClient(clientOptions(moto()));
    await createTable(client, TABLE, { pk: 'S', sk: 'S' });
    gateway = await openGateway(moto(), [MembersController]);
  });

  const stored = async (pk: string, sk = 'c'): Promise<Record<string, AttributeValue> | undefined> =>
    (await client.send(new GetItemCommand({ TableName: TABLE, Key: { pk: { S: pk }, sk: { S: sk } } }))).Item;

  describe('a member of the body as the item', () => {
    it('is written by PutItem with the members of its own type', async () => {
      const customer = { name: 'Ann', age: 7, address: { street: 'a' } };
      expect((await gateway.send('POST /members', { body: { id: '1', customer } })).status).toBe(201);
      expect(await stored('T1#1')).toEqual({
        pk: { S: 'T1#1' },
        sk: { S: 'c' },
        name: { S: 'Ann' },
        age: { N: '7' },
        address: { M: { street: { S: 'a' } } },
      });
    });

    it('is set by UpdateItem', async () => {
      const customer = { name: 'Bob', age: 8 };
      expect((await gateway.send('PATCH /members', { body: { id: '2', customer } })).status).toBe(200);
      expect(await stored('T1#2')).toMatchObject({ name: { S: 'Bob' }, age: { N: '8' } });
    });

    it('may be absent, and then writes nothing', async () => {
      expect((await gateway.send('POST /members', { body: { id: '3' } })).status).toBe(201);
      expect(await stored('T1#3')).toEqual({ pk: { S: 'T1#3' }, sk: { S: 'c' } });
    });

    it('may be deeper, or an entry of a list', async () => {
      const customer = { name: 'x', address: { street: 'b', zip: 4 } };
      await gateway.send('PUT /members/address', { body: { id: '4', customer } });
      expect(await stored('T1#4')).toMatchObject({ street: { S: 'b' }, zip: { N: '4' } });
      await gateway.send('PUT /members/guest', { body: { id: '5', guests: [{ name: 'Cy' }] } });
      expect(await stored('T1#5')).toEqual({ pk: { S: 'T1#5' }, sk: { S: 'c' }, name: { S: 'Cy' } });
    });
  });

  describe('names that the author chose too', () => {
    it("change nothing of a key condition: another tenant's items stay out of reach", async () => {
      for (const [pk, tenant] of [
        ['T1#9', 'T1#9'],
        ['T2#other', 'T2#other'],
      ]) {
        await client.send(
          new PutItemCommand({
            TableName: TABLE,
            Item: { pk: { S: pk! }, sk: { S: 'c' }, name: { S: pk! }, tenant: { S: tenant! } },
          }),
        );
      }
      const { status, json } = await gateway.send('GET /members/{id}', { path: { id: '9' } });
      expect({ status, body: json() }).toEqual({ status: 200, body: [] });
    });

    it('stand beside those of an update', async () => {
      await gateway.send('POST /members', { body: { id: '6', customer: { name: 'Ann', age: 1 } } });
      const customer = { name: 'Eve', age: 2 };
      const answer = await gateway.send('PATCH /members/own-names', { body: { id: '6', customer } });
      expect(answer.status).toBe(200);
      expect(await stored('T1#6')).toMatchObject({ name: { S: 'Eve' }, age: { N: '2' }, seen: { S: 'yes' } });
    });
  });

  it('reads names that are no properties of Velocity', async () => {
    const answer = await gateway.send('PUT /members/names', {
      stageVariables: { '1st': 'first' },
      authorizer: { class: 'k', 'tenant:id': 't', 'a._b': 'u' },
    });
    expect(answer.status).toBe(200);
    expect(await stored('first', 'k')).toEqual({
      pk: { S: 'first' },
      sk: { S: 'k' },
      tenant: { S: 't' },
      under: { S: 'u' },
    });
  });
}
