import { beforeAll, describe, expect, it } from '@jest/globals';
import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { clientOptions } from '../support/services-client.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';
import { OrdersController, type OrderDto, type OrderPageDto } from '../support/services-orders.js';

const TABLE = 'orders-table';
const CUSTOMER = `O'Brien "x" \\ \${y} #set`;

const ORDERS: readonly OrderDto[] = [1, 2, 3, 4, 5].map((number) => ({
  customer: CUSTOMER,
  number,
  status: number % 2 ? 'open' : 'paid',
  ...(number === 4 ? {} : { note: `${number < 3 ? 'a' : 'b'} "${number}" é😀` }),
}));

// The key's attribute wins over the member of the same name.
const stored = (order: OrderDto): OrderDto => ({ ...order, customer: `C#${order.customer}` });

const numbers = (pages: readonly OrderPageDto[]): readonly number[] =>
  pages.flatMap(({ orders }) => orders.map(({ number }) => number)).toSorted();

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64');

export function dynamoDbPagesSuite(moto: () => string): void {
  let gateway: ServicesGateway;

  beforeAll(async () => {
    const client = new DynamoDBClient(clientOptions(moto()));
    await client.send(
      new CreateTableCommand({
        TableName: TABLE,
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: [
          { AttributeName: 'customer', KeyType: 'HASH' },
          { AttributeName: 'number', KeyType: 'RANGE' },
        ],
        AttributeDefinitions: [
          { AttributeName: 'customer', AttributeType: 'S' },
          { AttributeName: 'number', AttributeType: 'N' },
          { AttributeName: 'status', AttributeType: 'S' },
          { AttributeName: 'note', AttributeType: 'S' },
        ],
        GlobalSecondaryIndexes: [
          {
            IndexName: 'byStatus',
            KeySchema: [
              { AttributeName: 'status', KeyType: 'HASH' },
              { AttributeName: 'note', KeyType: 'RANGE' },
            ],
            Projection: { ProjectionType: 'ALL' },
          },
        ],
      }),
    );
    gateway = await openGateway(moto(), [OrdersController], { orders_table: TABLE });
    for (const body of ORDERS) expect((await gateway.send('POST /orders', { body })).status).toBe(201);
    await gateway.send('POST /orders', {
      body: { customer: 'other', number: 1, status: 'open', note: 'c' },
    });
  });

  const list = async (route: string, query: Readonly<Record<string, string>>): Promise<readonly number[]> => {
    const answer = await gateway.send(route, { query: { customer: CUSTOMER, ...query } });
    expect(answer.status).toBe(200);
    return (answer.json() as readonly OrderDto[]).map(({ number }) => number);
  };

  /** Follows the cursor to the end. */
  const readPages = async (
    route: string,
    query: Readonly<Record<string, string>>,
  ): Promise<readonly OrderPageDto[]> => {
    const pages: OrderPageDto[] = [];
    do {
      const cursor = pages.at(-1)?.nextCursor;
      const answer = await gateway.send(route, { query: { ...query, ...(cursor ? { cursor } : {}) } });
      expect(answer.status).toBe(200);
      pages.push(answer.json() as OrderPageDto);
    } while (pages.at(-1)!.nextCursor !== undefined && pages.length < 20);
    return pages;
  };

  describe('Query', () => {
    it('answers every item of one page without a cursor', async () => {
      const { status, json } = await gateway.send('GET /orders', { query: { customer: CUSTOMER } });
      expect({ status, body: json() }).toEqual({ status: 200, body: { orders: ORDERS.map(stored) } });
    });

    it.each([1, 2, 4])('pages by %i', async (limit) => {
      const pages = await readPages('GET /orders', { customer: CUSTOMER, limit: String(limit) });
      expect(pages.length).toBeGreaterThanOrEqual(Math.ceil(5 / limit));
      expect(pages.flatMap(({ orders }) => orders)).toEqual(ORDERS.map(stored));
    });

    it('pages a list by the header, in descending order', async () => {
      const first = await gateway.send('GET /orders/latest', { query: { customer: CUSTOMER } });
      expect((first.json() as readonly OrderDto[]).map(({ number }) => number)).toEqual([5, 4]);
      const second = await gateway.send('GET /orders/latest', {
        query: { customer: CUSTOMER, cursor: first.headers['X-Next-Cursor']! },
      });
      expect((second.json() as readonly OrderDto[]).map(({ number }) => number)).toEqual([3, 2]);
      const third = await gateway.send('GET /orders/latest', {
        query: { customer: CUSTOMER, cursor: second.headers['X-Next-Cursor']! },
      });
      expect((third.json() as readonly OrderDto[]).map(({ number }) => number)).toEqual([1]);
      expect(third.headers).not.toHaveProperty('X-Next-Cursor');
    });

    it('answers an empty page', async () => {
      const { status, json } = await gateway.send('GET /orders', { query: { customer: 'nobody' } });
      expect({ status, body: json() }).toEqual({ status: 200, body: { orders: [] } });
    });

    it.each(['', 'ten', '0', '-1', '1}', '1,"TableName":"x"', '1001', '99999999999'])(
      'takes %j for the highest limit',
      (limit) => {
        const { body } = gateway.request('GET /orders', { query: { customer: 'c', limit } });
        expect(JSON.parse(body)).toHaveProperty('Limit', 1000);
        expect(JSON.parse(body)).toHaveProperty('TableName', TABLE);
      },
    );

    it('compares the sort key', async () => {
      expect(await list('GET /orders/one', { number: '3' })).toEqual([3]);
      expect(await list('GET /orders/one', { number: '33' })).toEqual([]);
      expect(await list('GET /orders/between', { from: '2', to: '4' })).toEqual([2, 3, 4]);
      expect(await list('GET /orders/less', { n: '3' })).toEqual([1, 2]);
      expect(await list('GET /orders/at-most', { n: '3' })).toEqual([1, 2, 3]);
      expect(await list('GET /orders/greater', { n: '3' })).toEqual([4, 5]);
      expect(await list('GET /orders/at-least', { n: '3' })).toEqual([3, 4, 5]);
    });

    it('reads the projection alone', async () => {
      const { json } = await gateway.send('GET /orders/between', {
        query: { customer: CUSTOMER, from: '1', to: '1' },
      });
      expect(json()).toEqual([{ number: 1 }]);
    });

    it('reads an index with a filter, page by page', async () => {
      const query = { status: 'open', note: 'b', least: '3' };
      const pages = await readPages('GET /orders/by-status', { ...query, limit: '1' });
      expect(pages.flatMap(({ orders }) => orders)).toEqual([stored(ORDERS[4]!)]);
      expect(pages.length).toBeGreaterThan(1);
    });
  });

  describe('Scan', () => {
    it('reads every item but those that the filter drops', async () => {
      expect(numbers(await readPages('GET /orders/all', { but: 'paid' }))).toEqual([1, 1, 3, 5]);
    });

    it('pages', async () => {
      const pages = await readPages('GET /orders/all', { but: 'paid', limit: '2' });
      expect(numbers(pages)).toEqual([1, 1, 3, 5]);
      expect(pages.length).toBeGreaterThanOrEqual(3);
    });

    it('reads an index, which lacks items without its keys', async () => {
      const { json } = await gateway.send('GET /orders/noted');
      expect((json() as readonly OrderDto[]).map(({ number }) => number).toSorted()).toEqual([1, 1, 2, 3, 5]);
    });
  });

  describe('a cursor', () => {
    it('can only name attributes of a key', () => {
      const cursor = encode({
        'a"},"TableName":"x': { 'S"': '"},"TableName":"y","z":{"' },
        $b: { N: '#set($x = 1)${x}' },
      });
      const { body } = gateway.request('GET /orders', { query: { customer: 'c', cursor } });
      expect(JSON.parse(body)).toEqual({
        ...(JSON.parse(gateway.request('GET /orders', { query: { customer: 'c' } }).body) as object),
        ExclusiveStartKey: {
          'a"},"TableName":"x': { 'S"': '"},"TableName":"y","z":{"' },
          $b: { N: '#set($x = 1)${x}' },
        },
      });
    });

    it.each([['list'], 'text', null, 1])('that is %j names nothing', (value) => {
      const { body } = gateway.request('GET /orders', {
        query: { customer: 'c', cursor: encode(value) },
      });
      expect(JSON.parse(body)).toHaveProperty('ExclusiveStartKey', {});
    });

    it.each(['no base64!', 'bm8ganNvbg==', 'YQ', '=', encode({ pk: { S: 'x' } }).slice(0, -3)])(
      'that is %j names nothing, which DynamoDB rejects and moto does not',
      (cursor) => {
        const { body } = gateway.request('GET /orders', { query: { customer: 'c', cursor } });
        expect(JSON.parse(body)).toHaveProperty('ExclusiveStartKey', {});
      },
    );

    it('may have any text in its values', () => {
      const start = { pk: { S: `a"b\\c\n'd' é😀 {}` }, sk: { N: '5' } };
      const { body } = gateway.request('GET /orders', { query: { customer: 'c', cursor: encode(start) } });
      expect(JSON.parse(body)).toHaveProperty('ExclusiveStartKey', start);
    });
  });
}
