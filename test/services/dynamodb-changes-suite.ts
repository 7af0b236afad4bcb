import { beforeAll, describe, expect, it } from '@jest/globals';
import { DynamoDBClient, GetItemCommand, type AttributeValue } from '@aws-sdk/client-dynamodb';
import { clientOptions } from '../support/services-client.js';
import { createTable } from '../support/services-table.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';
import { UsersController } from '../support/services-users.js';

const TABLE = 'changed-users';

export function dynamoDbChangesSuite(moto: () => string): void {
  let client: DynamoDBClient;
  let gateway: ServicesGateway;

  beforeAll(async () => {
    client = new DynamoDBClient(clientOptions(moto()));
    await createTable(client, TABLE, { pk: 'S' });
    gateway = await openGateway(moto(), [UsersController], { users_table: TABLE });
  });

  const stored = async (name: string): Promise<Record<string, AttributeValue> | undefined> => {
    const key = { pk: { S: `USER#${name}` } };
    return (await client.send(new GetItemCommand({ TableName: TABLE, Key: key, ConsistentRead: true }))).Item;
  };
  const put = (name: string, more: object = {}): Promise<unknown> =>
    gateway.send('PUT /users/{name}', { path: { name }, body: { name, size: 1, ...more } });
  const count = (old: string): ReturnType<ServicesGateway['send']> =>
    gateway.send('PATCH /users/{name}/counted', {
      path: { name: 'counted' },
      query: { old, seen: '9' },
      body: { size: 2 },
    });

  describe('UpdateItem', () => {
    it('sets the given members and leaves the others', async () => {
      await put('updated', { nick: 'n', tags: ['t'], address: { street: 's', zip: 1 } });
      const { status, json } = await gateway.send('PATCH /users/{name}', {
        path: { name: 'updated' },
        body: { size: 7, nick: null, address: { street: 'new' }, labels: {}, scores: [1, 2] },
      });
      expect({ status, body: json() }).toEqual({
        status: 200,
        body: {
          name: 'updated',
          size: 7,
          nick: null,
          tags: ['t'],
          address: { street: 'new' },
          labels: {},
          scores: [1, 2],
        },
      });
      expect(await stored('updated')).toEqual({
        pk: { S: 'USER#updated' },
        name: { S: 'updated' },
        size: { N: '7' },
        nick: { NULL: true },
        tags: { SS: ['t'] },
        address: { M: { street: { S: 'new' } } },
        labels: { M: {} },
        scores: { L: [{ N: '1' }, { N: '2' }] },
      });
    });

    it('changes nothing when nothing is given', async () => {
      await put('kept');
      const { status, json } = await gateway.send('PATCH /users/{name}', {
        path: { name: 'kept' },
        body: {},
      });
      expect({ status, body: json() }).toEqual({ status: 200, body: { name: 'kept', size: 1 } });
    });

    it('creates nothing', async () => {
      const answer = await gateway.send('PATCH /users/{name}', {
        path: { name: 'never' },
        body: { size: 1 },
      });
      expect(answer).toMatchObject({ status: 409, body: '{"message":"Conflict"}' });
      expect(await stored('never')).toBeUndefined();
    });

    it('creates where the decorator lets it, with attributes and TTL', async () => {
      const answer = await gateway.send('PATCH /users/{name}/stamp', {
        path: { name: 'touched' },
        headers: { 'X-TENANT': 't' },
      });
      expect(answer).toMatchObject({ status: 200, body: '{}' });
      expect(await stored('touched')).toEqual({
        pk: { S: 'USER#touched' },
        tenant: { S: 't' },
        expiresAt: { N: '1700000060' },
      });
    });

    it('follows a condition of its own beside its own attributes', async () => {
      await put('counted');
      const first = await count('1');
      expect({ status: first.status, body: first.json() }).toEqual({
        status: 200,
        body: { name: 'counted', size: 2 },
      });
      expect((await count('1')).status).toBe(409);
      expect(await stored('counted')).toMatchObject({ size: { N: '2' }, seen: { N: '9' } });
    });
  });

  describe('DeleteItem', () => {
    it('answers what it deleted, and 404 when there is nothing', async () => {
      await put('deleted', { tags: ['x'] });
      const request = { path: { name: 'deleted' } };
      const { status, json } = await gateway.send('DELETE /users/{name}', request);
      expect({ status, body: json() }).toEqual({
        status: 200,
        body: { name: 'deleted', size: 1, tags: ['x'] },
      });
      expect(await stored('deleted')).toBeUndefined();
      expect(await gateway.send('DELETE /users/{name}', request)).toMatchObject({ status: 404 });
    });

    it('is a conflict where the item must be present', async () => {
      await put('present');
      const request = { path: { name: 'present' } };
      expect(await gateway.send('DELETE /users/{name}/card', request)).toMatchObject({
        status: 200,
        body: '{}',
      });
      expect(await stored('present')).toBeUndefined();
      expect(await gateway.send('DELETE /users/{name}/card', request)).toMatchObject({ status: 409 });
    });

    it('answers nothing under 204, there or not', async () => {
      await put('quiet');
      for (let time = 0; time < 2; time++) {
        expect(await gateway.send('DELETE /users/{name}/stamp', { path: { name: 'quiet' } })).toMatchObject({
          status: 204,
          body: '',
        });
        expect(await stored('quiet')).toBeUndefined();
      }
    });
  });
}
