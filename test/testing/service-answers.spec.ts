import { beforeAll, describe, expect, it } from '@jest/globals';
import { createGatewayTester, type GatewayTester, type SampleRequest } from '../../lib/testing/index.js';
import { createServiceDocument } from '../support/create-service-document.js';
import { send } from '../support/expected-requests.js';
import { HOSTILE_TEXT } from '../support/hostile-text.js';
import { fullItem, VALUES } from '../support/template-corpus.js';

let tester: GatewayTester;
beforeAll(async () => {
  tester = createGatewayTester(await createServiceDocument(), { values: VALUES });
});

const sample: SampleRequest = {
  path: { name: 'n', f: 'n', path: 'a/b' },
  query: {
    q: 'q',
    n: '1',
    group: 'g',
    limit: '5',
    from: '1',
    to: '2',
    prefix: 'p',
    delay: '1',
    cursor: 'e30=',
  },
  headers: { 'X-Tenant': 't' },
  body: send('x').body,
};

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
}

function answer(route: string, body: unknown, status = 200): Answered {
  const given = tester.open(route, sample).answer({ status, body });
  return { ...given, json: given.body === '' ? undefined : (JSON.parse(given.body) as unknown) };
}

/** `fullItem` as a caller reads it: the application's DTO, with what is null in it left or kept as the DTO says. */
function plainItem(text: string): unknown {
  const address = { street: text, zip: 12345678901234567890n };
  return {
    name: text,
    age: 1,
    active: true,
    nick: null,
    score: -2.5,
    flag: false,
    address,
    other: address,
    others: [address, null, {}],
    tags: [text, `${text}2`],
    numbers: [1, 2.5, 1e21],
    scores: [1, null],
    flags: [true, false, null],
    grid: [[text, ''], [], null],
    labels: { [text]: text, other: 'x' },
    deep: { [text]: { "it's": 5 }, other: {} },
    'odd \'name\' $x #if \\ "q"': text,
  };
}

/** JSON has one kind of number. */
function toPlain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, item: unknown) => (typeof item === 'bigint' ? Number(item) : item)),
  );
}

const TEXTS = HOSTILE_TEXT.filter(
  (text) => !/[\ud800-\udfff](?![\udc00-\udfff])/.test(text) || text.includes('😀'),
);

describe.each(TEXTS.map((text) => ({ text, title: JSON.stringify(text.slice(0, 40)) })))(
  'an item with $title',
  ({ text }) => {
    it.each([
      ['GET /dynamodb/one/{name}', { Item: fullItem(text) }],
      ['PATCH /dynamodb/one/{name}', { Attributes: fullItem(text) }],
      ['DELETE /dynamodb/pair/{name}', { Attributes: fullItem(text) }],
    ])('%s answers the DTO', (route, body) => {
      expect(answer(route, body)).toMatchObject({ status: 200, json: toPlain(plainItem(text)) });
    });

    it('a page answers its items and an opaque cursor, which the next request takes', () => {
      const page = { Items: [fullItem(text), {}], LastEvaluatedKey: { pk: { S: text }, sk: { N: '1' } } };
      const { status, json } = answer('GET /dynamodb/list', page);
      const { nextCursor, ...rest } = json as { nextCursor: string };
      expect({ status, rest }).toEqual({ status: 200, rest: { items: [toPlain(plainItem(text)), {}] } });
      const next = tester.open('GET /dynamodb/list', {
        ...sample,
        query: { ...sample.query, cursor: nextCursor },
      });
      expect(JSON.parse(next.request!.body)).toMatchObject({ ExclusiveStartKey: page.LastEvaluatedKey });
    });

    it('a list has its cursor in a header', () => {
      const page = { Items: [fullItem(text)], LastEvaluatedKey: { pk: { S: text } } };
      const { json, headers } = answer('GET /dynamodb/between/{name}', page);
      expect(json).toEqual([toPlain(plainItem(text))]);
      expect(JSON.parse(Buffer.from(headers['X-Next-Cursor']!, 'base64').toString('utf8'))).toEqual({
        pk: { S: text },
      });
    });

    it.each([
      ['POST /sns/body', { PublishResponse: { PublishResult: { MessageId: text } } }, { messageId: text }],
      ['POST /sqs/body', { MessageId: text }, { messageId: text }],
      [
        'POST /step-functions/start/{name}',
        { executionArn: text, startDate: 1.7e9 },
        { executionArn: text, startDate: 1.7e9 },
      ],
      ['POST /step-functions/sync', { status: 'SUCCEEDED', output: JSON.stringify({ text }) }, { text }],
      ['DELETE /step-functions/run/{name}', { stopDate: 1.5 }, { stopDate: 1.5 }],
      ['POST /eventbridge/body', { FailedEntryCount: 0, Entries: [{ EventId: text }] }, { eventId: text }],
      [
        'POST /kinesis/body/{name}',
        { SequenceNumber: text, ShardId: 's' },
        { sequenceNumber: text, shardId: 's' },
      ],
      [
        'POST /kinesis/many',
        { FailedRecordCount: 0, Records: [{ SequenceNumber: text, ShardId: 's' }] },
        { records: [{ sequenceNumber: text, shardId: 's' }] },
      ],
    ])('%s answers its identifiers', (route, body, json) => {
      expect(answer(route, body).json).toEqual(json);
    });
  },
);

describe('what is not there', () => {
  it.each([
    ['GET /dynamodb/one/{name}', {}],
    ['GET /dynamodb/one/{name}', ''],
    ['DELETE /dynamodb/pair/{name}', {}],
  ])('%s answers 404 to %j', (route, body) => {
    expect(answer(route, body)).toMatchObject({ status: 404, json: { message: 'Not found' } });
  });

  it('an item with members that the DTO has not is an empty object', () => {
    expect(answer('GET /dynamodb/one/{name}', { Item: { pk: { S: 'x' } } })).toMatchObject({
      status: 200,
      json: {},
    });
  });

  it('a page may be empty, and the last one has no cursor', () => {
    expect(answer('GET /dynamodb/list', { Items: [], Count: 0 }).json).toEqual({ items: [] });
    expect(answer('GET /dynamodb/between/{name}', { Items: [] }).json).toEqual([]);
  });
});

const type = (name: string): unknown => ({ __type: `com.amazonaws.x#${name}`, message: 'secret' });

describe('errors', () => {
  it.each([
    ['DELETE /dynamodb/one/{name}', 400, type('ConditionalCheckFailedException'), 409],
    ['PUT /dynamodb/one/{name}', 400, type('ProvisionedThroughputExceededException'), 429],
    ['POST /sqs/body', 400, type('ThrottlingException'), 429],
    ['GET /dynamodb/scan', 400, type('ValidationException'), 400],
    ['GET /dynamodb/scan', 400, type('ResourceNotFoundException'), 500],
    ['GET /dynamodb/scan', 400, type('AccessDeniedException'), 500],
    ['GET /dynamodb/scan', 503, type('ServiceUnavailable'), 500],
    ['POST /sns/body', 403, { Error: { Code: 'AuthorizationError', Message: 'secret' } }, 500],
    ['POST /sns/body', 400, { Error: { Code: 'InvalidParameter', Message: 'secret' } }, 400],
    ['POST /step-functions/sync', 200, { status: 'FAILED', error: 'secret', cause: 'secret' }, 500],
    ['POST /step-functions/sync', 200, { status: 'TIMED_OUT', cause: 'secret' }, 504],
    ['POST /eventbridge/body', 200, { FailedEntryCount: 1, Entries: [{ ErrorMessage: 'secret' }] }, 500],
    ['POST /kinesis/many', 200, { FailedRecordCount: 1, Records: [{ ErrorMessage: 'secret' }] }, 500],
    ['GET /s3/files/{path+}', 404, '<Error><Code>NoSuchKey</Code>secret</Error>', 404],
    ['GET /s3/files/{path+}', 403, '<Error>secret</Error>', 500],
    ['PUT /s3/file/{f}', 412, '<Error>secret</Error>', 412],
    ['POST /service/action/{name}', 400, type('RequestLimitExceeded'), 429],
  ])('%s: %i %j is %i to the caller', (route, status, body, expected) => {
    const { status: answered, json } = answer(route, body, status);
    expect(answered).toBe(expected);
    expect(Object.keys(json as object)).toContain('message');
    expect(JSON.stringify(json)).not.toContain('secret');
  });
});
