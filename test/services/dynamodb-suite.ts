import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  GetItemCommand,
  UpdateTimeToLiveCommand,
  type AttributeValue,
} from '@aws-sdk/client-dynamodb';
import { clientOptions } from '../support/services-client.js';
import { createTable } from '../support/services-table.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';
import { comparable, sortSets } from '../support/services-user-arbitrary.js';
import { UsersController, type UserDto } from '../support/services-users.js';

const TABLE = 'users-table';
const HOSTILE = 'O\'Brien "x" \\ ${y} #set';

const FULL = {
  name: HOSTILE,
  size: -12.5,
  active: false,
  nick: null,
  joined: '2026-01-02T03:04:05.678Z',
  address: { street: 'a/b', zip: 0 },
  others: [{ street: '' }, { street: 'x', zip: 1e21 }],
  tags: ['a', 'b'],
  marks: [0.5, 3],
  scores: [],
  grid: [[], ['', 'y'], []],
  labels: { 'k"\\': 'v', ' ': '', null: null, size: '$input' },
  'a.b "c" $d #set': 'odd',
};

export function dynamoDbSuite(moto: () => string): void {
  let client: DynamoDBClient;
  let gateway: ServicesGateway;

  beforeAll(async () => {
    client = new DynamoDBClient(clientOptions(moto()));
    await createTable(client, TABLE, { pk: 'S' });
    await client.send(
      new UpdateTimeToLiveCommand({
        TableName: TABLE,
        TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      }),
    );
    gateway = await openGateway(moto(), [UsersController], { users_table: TABLE });
  });

  const stored = async (name: string): Promise<Record<string, AttributeValue> | undefined> => {
    const key = { pk: { S: `USER#${name}` } };
    return (await client.send(new GetItemCommand({ TableName: TABLE, Key: key, ConsistentRead: true }))).Item;
  };
  const put = (name: string, more: object = {}): Promise<unknown> =>
    gateway.send('PUT /users/{name}', { path: { name }, body: { name, size: 1, ...more } });

  const putVersion = (to: string): ReturnType<ServicesGateway['send']> =>
    gateway.send('PUT /users/{name}/version', { path: { name: 'versions' }, query: { to } });

  describe('PutItem', () => {
    it('stores every type of the DTO', async () => {
      const answer = await gateway.send('POST /users', { body: FULL, headers: { 'x-tenant': 'a"$b' } });
      expect(answer).toMatchObject({ status: 201, body: '{}' });
      expect(sortSets((await stored(HOSTILE))!)).toEqual({
        pk: { S: `USER#${HOSTILE}` },
        name: { S: HOSTILE },
        size: { N: '-12.5' },
        active: { BOOL: false },
        nick: { NULL: true },
        joined: { S: '2026-01-02T03:04:05.678Z' },
        address: { M: { street: { S: 'a/b' }, zip: { N: '0' } } },
        others: { L: [{ M: { street: { S: '' } } }, { M: { street: { S: 'x' }, zip: { N: '1.0E21' } } }] },
        tags: { SS: new Set(['a', 'b']) },
        marks: { NS: new Set(['0.5', '3']) },
        scores: { L: [] },
        grid: { L: [{ L: [] }, { L: [{ S: '' }, { S: 'y' }] }, { L: [] }] },
        labels: {
          M: { 'k"\\': { S: 'v' }, ' ': { S: '' }, null: { NULL: true }, size: { S: '$input' } },
        },
        'a.b "c" $d #set': { S: 'odd' },
        seen: { N: '1700000000123' },
        tenant: { S: 'a"$b' },
        expiresAt: { N: '1700003600' },
      });
    });

    it('is read by DynamoDB itself as the attribute of the TTL', async () => {
      const { TimeToLiveDescription } = await client.send(
        new DescribeTimeToLiveCommand({ TableName: TABLE }),
      );
      expect(TimeToLiveDescription).toMatchObject({
        AttributeName: 'expiresAt',
        TimeToLiveStatus: 'ENABLED',
      });
    });

    it('comes back as it was sent', async () => {
      const { status, json } = await gateway.send('GET /users/{name}', { path: { name: HOSTILE } });
      expect(status).toBe(200);
      expect(comparable(json() as UserDto)).toEqual(comparable(FULL));
    });

    it('is a conflict when the item exists', async () => {
      const answer = await gateway.send('POST /users', { body: { name: HOSTILE, size: 2 } });
      expect(answer).toMatchObject({ status: 409, body: '{"message":"Conflict"}' });
      expect((await stored(HOSTILE))?.['size']).toEqual({ N: '-12.5' });
    });

    it('leaves out what the caller leaves out, and empty sets', async () => {
      await gateway.send('POST /users', { body: { name: 'few', size: 0, tags: [], marks: [] } });
      expect(await stored('few')).toEqual({
        pk: { S: 'USER#few' },
        name: { S: 'few' },
        size: { N: '0' },
        seen: { N: '1700000000123' },
        expiresAt: { N: '1700003600' },
      });
    });

    it('writes nothing that the DTO does not declare', async () => {
      await put('declared', { admin: true, pk: 'USER#other', address: { street: 's', admin: true } });
      expect(await stored('declared')).toEqual({
        pk: { S: 'USER#declared' },
        name: { S: 'declared' },
        size: { N: '1' },
        address: { M: { street: { S: 's' } } },
      });
    });

    it('answers nothing under 204', async () => {
      expect(await put('204')).toMatchObject({ status: 204, body: '' });
    });

    it('follows a condition of its own', async () => {
      expect((await putVersion('2')).status).toBe(200);
      expect((await putVersion('2')).status).toBe(409);
      expect((await putVersion('3')).status).toBe(200);
      expect(await stored('versions')).toEqual({
        pk: { S: 'USER#versions' },
        name: { S: 'versions' },
        version: { N: '3' },
        flag: { BOOL: true },
        gone: { NULL: true },
      });
    });

    it('is a bad request when DynamoDB refuses a value', async () => {
      const answer = await gateway.send('PUT /users/{name}/version', {
        path: { name: 'refused' },
        query: { to: 'no number' },
      });
      expect(answer).toMatchObject({ status: 400, body: '{"message":"Bad request"}' });
      expect(await stored('refused')).toBeUndefined();
    });
  });

  describe('GetItem', () => {
    it('is not found when there is no item', async () => {
      const answer = await gateway.send('GET /users/{name}', { path: { name: 'nobody' } });
      expect(answer).toMatchObject({ status: 404, body: '{"message":"Not found"}' });
    });

    it('reads the projection alone', async () => {
      await put('projected', { address: { street: 's' } });
      const { status, json } = await gateway.send('GET /users/{name}/card', { path: { name: 'projected' } });
      expect({ status, body: json() }).toEqual({ status: 200, body: { name: 'projected' } });
    });

    it('answers an item without the members of the DTO', async () => {
      await put('bare');
      const { status, json } = await gateway.send('GET /users/{name}/stamp', { path: { name: 'bare' } });
      expect({ status, body: json() }).toEqual({ status: 200, body: {} });
    });

    it('leaves out what is stored under another type', async () => {
      await gateway.send('PUT /users/{name}/version', { path: { name: 'typed' }, query: { to: '1' } });
      const { json } = await gateway.send('GET /users/{name}/stamp', { path: { name: 'typed' } });
      expect(json()).toEqual({ flag: true });
    });

    it('says nothing of a missing table', async () => {
      const answer = await gateway.send('GET /users/{name}/missing-table', { path: { name: 'x' } });
      expect(answer).toMatchObject({ status: 500, body: '{"message":"Internal server error"}' });
    });
  });

  it.each([
    [400, 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException', 429],
    [400, 'com.amazon.coral.availability#ThrottlingException', 429],
    [400, 'com.amazonaws.dynamodb.v20120810#RequestLimitExceeded', 429],
    [400, 'com.amazon.coral.service#AccessDeniedException', 500],
    [400, 'com.amazon.coral.service#UnrecognizedClientException', 500],
    [400, 'com.amazon.coral.validate#ValidationException', 400],
    [413, undefined, 400],
    [500, 'com.amazonaws.dynamodb.v20120810#InternalServerError', 500],
    [503, undefined, 500],
  ])('turns %i %s into %i', (status, type, expected) => {
    const secret = 'arn:aws:dynamodb:us-east-1:123456789012:table/users';
    for (const route of ['GET /users/{name}', 'DELETE /users/{name}', 'PATCH /users/{name}/stamp']) {
      const answer = gateway.answer(
        route,
        { status, body: JSON.stringify({ __type: type, message: secret, Message: secret }) },
        { path: { name: 'x' } },
      );
      expect(answer.status).toBe(expected);
      expect(Object.keys(answer.json() as object)).toEqual(['message']);
      expect(answer.body).not.toContain('arn:');
    }
  });
}
