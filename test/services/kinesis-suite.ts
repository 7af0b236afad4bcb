import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  CreateStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  KinesisClient,
} from '@aws-sdk/client-kinesis';
import { SQSClient } from '@aws-sdk/client-sqs';
import * as fc from 'fast-check';
import { clientOptions } from '../support/services-client.js';
import { openGateway, type ServicesGateway } from '../support/services-gateway.js';
import { callerText, headerText, anyJson, someText, RAW_BODIES } from '../support/services-hostile.js';
import { ClicksController, type ClickDto } from '../support/services-clicks.js';

interface Stored {
  readonly key: string | undefined;
  readonly data: string;
  readonly sequence: string | undefined;
}

const decode = (data: string): unknown => JSON.parse(Buffer.from(data, 'base64').toString('utf8'));
const plain = (value: object): object =>
  JSON.parse(JSON.stringify(value).replace(/\\ud[89a-f]../g, '?')) as object;

export function kinesisSuite(moto: () => string): void {
  let client: KinesisClient;
  let gateway: ServicesGateway;
  let iterator: string | undefined;

  beforeAll(async () => {
    // Its client speaks HTTP/2, which moto does not: it borrows the handler of one that speaks HTTP/1.1.
    const { requestHandler } = new SQSClient(clientOptions(moto())).config;
    client = new KinesisClient({ ...clientOptions(moto()), requestHandler });
    await client.send(new CreateStreamCommand({ StreamName: 'clicks', ShardCount: 1 }));
    const start = {
      StreamName: 'clicks',
      ShardId: 'shardId-000000000000',
      ShardIteratorType: 'TRIM_HORIZON' as const,
    };
    iterator = (await client.send(new GetShardIteratorCommand(start))).ShardIterator;
    gateway = await openGateway(moto(), [ClicksController], { clicks_stream: 'clicks' });
  });

  /** What has come since the last look. */
  const receive = async (): Promise<readonly Stored[]> => {
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: iterator! }),
    );
    iterator = NextShardIterator;
    return Records.map(({ PartitionKey, Data, SequenceNumber }) => ({
      key: PartitionKey,
      data: Buffer.from(Data!).toString('utf8'),
      sequence: SequenceNumber,
    }));
  };

  const CLICK = { page: 'O\'Brien "x" \\ ${y} #set\n', more: { deep: [null, 1.5, {}, [], false] } };

  describe('PutRecord', () => {
    it('puts the body byte by byte, and answers its number', async () => {
      const body = ` {"page" : "é😀 \\u0041" }\n`;
      const { status, json: answer } = await gateway.send('POST /clicks/of/{id}', {
        path: { id: '"k"' },
        body,
      });
      const [stored, ...others] = await receive();
      expect(others).toEqual([]);
      expect(stored).toMatchObject({ key: '"k"', data: body });
      expect({ status, body: answer() }).toEqual({
        status: 201,
        body: { sequenceNumber: stored?.sequence, shardId: 'shardId-000000000000' },
      });
    });

    it('puts a body that is no JSON', async () => {
      const body = 'a "$x" #if( \\';
      await gateway.send('POST /clicks/of/{id}', {
        path: { id: 'k' },
        body,
        headers: { 'Content-Type': 'text/plain' },
      });
      expect((await receive()).map(({ data }) => data)).toEqual([body]);
    });

    it.each(RAW_BODIES)('puts the raw body as a member: %j', async (body) => {
      await gateway.send('POST /clicks/of/{id}/raw', { path: { id: 'a' }, body });
      expect((await receive()).map(({ data }) => JSON.parse(data) as unknown)).toEqual([{ hook: body }]);
    });

    it('puts an object', async () => {
      await gateway.send('POST /clicks/of/{id}/object', {
        path: { id: 'i"' },
        query: { q: '"q' },
        headers: { 'x-who': 'me\\' },
        body: CLICK,
      });
      const [stored] = await receive();
      expect(stored?.key).toBe('p-i"');
      expect(JSON.parse(stored!.data)).toEqual({
        id: 'i"',
        click: CLICK,
        page: CLICK.page,
        who: 'me\\',
        label: '<"q>',
        fixed: ['$x "#set" \\ é', 1, null, {}, []],
      });
    });

    it('puts text, and a member of the body', async () => {
      await gateway.send('POST /clicks/of/{id}/text', { path: { id: '$i' }, query: { q: '#q' } });
      await gateway.send('POST /clicks/of/{id}/page', { path: { id: 'i' }, body: CLICK });
      expect((await receive()).map(({ data }) => data)).toEqual(['$i: #q $5 #x', CLICK.page]);
    });

    it('says nothing of a missing stream', async () => {
      const answer = await gateway.send('POST /clicks/of/{id}/missing', { path: { id: 'i' }, body: CLICK });
      expect(answer).toMatchObject({ status: 500, body: '{"message":"Internal server error"}' });
    });
  });

  describe('PutRecords', () => {
    it('puts each entry with its key, and answers their numbers', async () => {
      const clicks = [CLICK, { page: 'b' }];
      const { status, json: answer } = await gateway.send('POST /clicks', { body: { clicks } });
      const stored = await receive();
      expect(stored.map(({ key, data }) => ({ key, data: JSON.parse(data) as unknown }))).toEqual(
        clicks.map((click) => ({ key: click.page, data: click })),
      );
      expect({ status, body: answer() }).toEqual({
        status: 201,
        body: {
          records: stored.map(({ sequence }) => ({
            sequenceNumber: sequence,
            shardId: 'shardId-000000000000',
          })),
        },
      });
    });

    it('is an error with their number when some are refused', () => {
      const body = {
        FailedRecordCount: 1,
        Records: [
          { SequenceNumber: '1', ShardId: 's' },
          {
            ErrorCode: 'ProvisionedThroughputExceededException',
            ErrorMessage: 'stream clicks of 123456789012',
          },
        ],
      };
      const answer = gateway.answer('POST /clicks', { body }, { body: { clicks: [CLICK, CLICK] } });
      expect({ status: answer.status, body: answer.json() }).toEqual({
        status: 500,
        body: { message: 'Records refused', failedRecordCount: 1 },
      });
    });

    it('asks for no record when the list is empty', () => {
      const { body } = gateway.request('POST /clicks', { body: { clicks: [] } });
      expect(JSON.parse(body)).toEqual({ StreamName: 'clicks', Records: [] });
    });
  });

  it.each([
    [400, 'ProvisionedThroughputExceededException', 429],
    [400, 'LimitExceededException', 429],
    [400, 'KMSThrottlingException', 429],
    [400, 'KMSAccessDeniedException', 500],
    [400, 'ResourceNotFoundException', 500],
    [400, 'AccessDeniedException', 500],
    [400, 'InvalidArgumentException', 400],
    [500, 'InternalFailure', 500],
  ])('turns %i %s into %i', (status, type, expected) => {
    const body = { __type: type, message: 'stream clicks of 123456789012' };
    const answer = gateway.answer('POST /clicks', { status, body }, { body: { clicks: [] } });
    expect(answer.status).toBe(expected);
    expect(Object.keys(answer.json() as object)).toEqual(['message']);
  });

  it('any text stays in its own place', () => {
    fc.assert(
      fc.property(callerText, callerText, headerText, anyJson, (id, q, who, more) => {
        const click = plain({ page: q, more: { more } });
        const { Data, ...rest } = JSON.parse(
          gateway.request('POST /clicks/of/{id}/object', {
            path: { id: `i${id}` },
            query: { q },
            headers: { 'X-WHO': who },
            body: click,
          }).body,
        ) as { readonly Data: string };
        expect(rest).toEqual({ StreamName: 'clicks', PartitionKey: `p-i${id}` });
        expect(decode(Data)).toEqual({
          id: `i${id}`,
          click,
          page: q,
          who,
          label: `<${q}>`,
          fixed: ['$x "#set" \\ é', 1, null, {}, []],
        });
      }),
      { numRuns: 100 },
    );
  });

  it('any list of records arrives', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(someText, anyJson), { minLength: 1, maxLength: 4 }),
        async (entries) => {
          const clicks = entries.map(([page, more]) =>
            plain({ page: [...page].slice(0, 250).join(''), more: { more } }),
          );
          expect((await gateway.send('POST /clicks', { body: { clicks } })).status).toBe(201);
          const stored = await receive();
          expect(stored.map(({ data }) => JSON.parse(data) as unknown)).toEqual(clicks);
          expect(stored.map(({ key }) => key)).toEqual(clicks.map((click) => (click as ClickDto).page));
        },
      ),
      { numRuns: 40 },
    );
  });
}
