import { beforeAll, expect, it } from '@jest/globals';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import * as fc from 'fast-check';
import { clientOptions } from '../support/services-client.js';
import { createTable } from '../support/services-table.js';
import { NOW, openGateway, type ServicesGateway } from '../support/services-gateway.js';
import { callerText, headerText } from '../support/services-hostile.js';
import { OrdersController, type OrderPageDto } from '../support/services-orders.js';
import {
  anyPatch,
  anyUser,
  comparable,
  marshalUser,
  readNumbers,
  sortSets,
} from '../support/services-user-arbitrary.js';
import { UsersController } from '../support/services-users.js';

const TABLE = 'hostile-table';
const ORDERS = 'hostile-orders';

type Json = Record<string, unknown>;

/** What UTF-8 can hold: JSON writes a lone surrogate as an escape, and moto does not store one. */
const wellFormed = (value: unknown): boolean => !/\\ud[89a-f]/.test(JSON.stringify(value));

export function dynamoDbHostileSuite(moto: () => string): void {
  let client: DynamoDBClient;
  let gateway: ServicesGateway;

  beforeAll(async () => {
    client = new DynamoDBClient(clientOptions(moto()));
    await createTable(client, TABLE, { pk: 'S' });
    await createTable(client, ORDERS, { customer: 'S', number: 'N' });
    gateway = await openGateway(moto(), [UsersController, OrdersController], {
      users_table: TABLE,
      orders_table: ORDERS,
    });
  });

  const read = (route: string, sample: object): Json =>
    readNumbers(JSON.parse(gateway.request(route, sample).body)) as Json;

  it('PutItem writes exactly what the caller sends', () => {
    fc.assert(
      fc.property(anyUser, headerText, (user, tenant) => {
        expect(read('POST /users', { body: user, headers: { 'X-TENANT': tenant } })).toEqual({
          TableName: TABLE,
          Item: {
            ...marshalUser(user),
            // A key that lacks its part is empty, which DynamoDB refuses.
            pk: { S: user['name'] === '' ? '' : `USER#${String(user['name'])}` },
            seen: { N: NOW },
            ...(tenant === '' ? {} : { tenant: { S: tenant } }),
            expiresAt: { N: Math.floor(NOW / 1000) + 3600 },
          },
          ConditionExpression: 'attribute_not_exists(#n0)',
          ExpressionAttributeNames: { '#n0': 'pk' },
        });
      }),
      { numRuns: 100 },
    );
  });

  it('UpdateItem sets exactly what the caller sends', () => {
    fc.assert(
      fc.property(anyPatch, callerText, (patch, name) => {
        const { UpdateExpression, ExpressionAttributeNames, ExpressionAttributeValues, ...rest } = read(
          'PATCH /users/{name}',
          { body: patch, path: { name: `n${name}` } },
        );
        const { '#n0': key, ...names } = ExpressionAttributeNames as Json;
        expect({ key, ...rest }).toEqual({
          key: 'pk',
          TableName: TABLE,
          Key: { pk: { S: `USER#n${name}` } },
          ConditionExpression: 'attribute_exists(#n0)',
          ReturnValues: 'ALL_NEW',
        });
        const sets =
          UpdateExpression === undefined ? [] : String(UpdateExpression).replace(/^SET /, '').split(',');
        const values = ExpressionAttributeValues as Json | undefined;
        const written = sets.map((set): [string, unknown] => {
          const [word, value] = set.split(' = ') as [string, string];
          return [String(names[word]), values?.[value]];
        });
        expect(Object.fromEntries(written)).toEqual(marshalUser(patch));
        expect([Object.keys(names).length, Object.keys(values ?? {}).length]).toEqual([
          sets.length,
          sets.length,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('an item survives the round trip, and an update changes its own members alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyUser.filter(wellFormed),
        anyPatch.filter(wellFormed),
        callerText,
        async (user, patch, text) => {
          const name = `n${shorten(text)}`;
          const path = { name };
          expect((await gateway.send('PUT /users/{name}', { path, body: user })).status).toBe(204);
          const { Item } = await client.send(
            new GetItemCommand({ TableName: TABLE, Key: { pk: { S: `USER#${name}` } } }),
          );
          expect(sortSets(readNumbers(Item) as Json)).toEqual(
            sortSets({ ...marshalUser(user), pk: { S: `USER#${name}` } }),
          );
          const found = await gateway.send('GET /users/{name}', { path });
          expect({ status: found.status, user: comparable(found.json() as Json) }).toEqual({
            status: 200,
            user: comparable(user),
          });
          const updated = await gateway.send('PATCH /users/{name}', { path, body: patch });
          expect({ status: updated.status, user: comparable(updated.json() as Json) }).toEqual({
            status: 200,
            user: { ...comparable(user), ...comparable(patch) },
          });
          expect((await gateway.send('DELETE /users/{name}', { path })).status).toBe(200);
          expect((await gateway.send('GET /users/{name}', { path })).status).toBe(404);
        },
      ),
      { numRuns: 50 },
    );
  });

  it('a query finds its own customer alone, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(callerText, callerText, async (text, note) => {
        const customer = `c${shorten(text)}`;
        const orders = [1, 2, 3].map((number) => ({ customer, number, status: 'x', note }));
        for (const body of orders) expect((await gateway.send('POST /orders', { body })).status).toBe(201);
        const found: unknown[] = [];
        let cursor: string | undefined = '';
        while (cursor !== undefined && found.length < 9) {
          const answer = await gateway.send('GET /orders', { query: { customer, cursor, limit: '1' } });
          expect(answer.status).toBe(200);
          const page = answer.json() as OrderPageDto;
          found.push(...page.orders);
          cursor = page.nextCursor;
        }
        expect(found).toEqual(orders.map((order) => ({ ...order, customer: `C#${customer}` })));
      }),
      { numRuns: 25 },
    );
  });

  it('a cursor of a caller names attributes of a key and nothing else', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(callerText, fc.constantFrom('S', 'N', 'B'), callerText), { maxLength: 3 }),
        (entries) => {
          const key = Object.fromEntries(entries.map(([name, type, value]) => [name, { [type]: value }]));
          const cursor = Buffer.from(JSON.stringify(key)).toString('base64');
          const { ExclusiveStartKey, ...rest } = JSON.parse(
            gateway.request('GET /orders', { query: { customer: 'c', cursor } }).body,
          ) as Json;
          expect(ExclusiveStartKey).toEqual(key);
          expect(rest).toEqual(JSON.parse(gateway.request('GET /orders', { query: { customer: 'c' } }).body));
        },
      ),
      { numRuns: 100 },
    );
  });

  const reach = (sample: object): string | undefined => {
    try {
      return gateway.request('GET /orders', sample).body;
    } catch (thrown) {
      if (String(thrown).includes('reaches no service')) return undefined;
      throw thrown;
    }
  };

  it('any bytes as a cursor change nothing else of the request', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          callerText,
          fc.json().map((text) => Buffer.from(text).toString('base64')),
        ),
        (cursor) => {
          const body = reach({ query: { customer: 'c', cursor } });
          // What is no JSON in base64 does not reach DynamoDB.
          if (body === undefined) return;
          const { ExclusiveStartKey: _, ...rest } = JSON.parse(body) as Json;
          expect(rest).toEqual(JSON.parse(gateway.request('GET /orders', { query: { customer: 'c' } }).body));
        },
      ),
      { numRuns: 100 },
    );
  });
}

/** A key has 2048 bytes at most. */
function shorten(text: string): string {
  return [...text].slice(0, 300).join('');
}
