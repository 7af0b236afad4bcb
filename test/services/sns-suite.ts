import { beforeAll, describe, expect, it } from '@jest/globals';
import { CreateTopicCommand, SNSClient, SubscribeCommand } from '@aws-sdk/client-sns';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as fc from 'fast-check';
import { clientOptions } from '../support/services-client.js';
import { ACCOUNT, openGateway, REGION, type ServicesGateway } from '../support/services-gateway.js';
import { callerText, headerText, anyJson, RAW_BODIES } from '../support/services-hostile.js';
import { receiveOnly } from '../support/services-queue.js';
import { NewsController } from '../support/services-news.js';

export function snsSuite(moto: () => string): void {
  let queues: SQSClient;
  let gateway: ServicesGateway;
  const urls: Record<string, string> = {};
  const topics: Record<string, string> = {};

  beforeAll(async () => {
    const client = new SNSClient(clientOptions(moto()));
    queues = new SQSClient({ ...clientOptions(moto()), useQueueUrlAsEndpoint: false });
    for (const name of ['news', 'news.fifo']) {
      const fifo = name.endsWith('.fifo');
      const { TopicArn } = await client.send(
        new CreateTopicCommand({ Name: name, Attributes: fifo ? { FifoTopic: 'true' } : {} }),
      );
      const { QueueUrl } = await queues.send(
        new CreateQueueCommand({ QueueName: name, Attributes: fifo ? { FifoQueue: 'true' } : {} }),
      );
      await client.send(
        new SubscribeCommand({
          TopicArn,
          Protocol: 'sqs',
          Endpoint: `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`,
          Attributes: fifo ? { RawMessageDelivery: 'true' } : {},
        }),
      );
      topics[name] = TopicArn!;
      urls[name] = QueueUrl!;
    }
    gateway = await openGateway(moto(), [NewsController], {
      news_topic_arn: topics['news']!,
      fifo_topic_arn: topics['news.fifo']!,
    });
  });

  const receive = (queue: string) => receiveOnly(queues, urls[queue]!);
  const notification = async (): Promise<Record<string, unknown>> =>
    JSON.parse((await receive('news'))!.Body!) as Record<string, unknown>;

  const NEWS = { title: 'O\'Brien "x" \\ ${y} #set & = % +\n', more: { deep: [null, 1, {}, []] } };

  it('publishes the body as JSON text, and answers the message id', async () => {
    const { status, json: answer } = await gateway.send('POST /news', { body: NEWS });
    const { Message: message, MessageId, Subject } = await notification();
    expect({ status, body: answer() }).toEqual({ status: 201, body: { messageId: MessageId } });
    expect(JSON.parse(String(message))).toEqual(NEWS);
    expect(Subject).toBeUndefined();
  });

  it('publishes a body that is no JSON as it is', async () => {
    const body = 'a=1&b=%20+ "é😀" #if( $x';
    await gateway.send('POST /news', { body, headers: { 'content-type': 'text/plain' } });
    expect((await notification())['Message']).toBe(body);
  });

  it.each(RAW_BODIES)('publishes the raw body byte by byte: %j', async (body) => {
    await gateway.send('POST /news/{id}/raw', { path: { id: 'a' }, body });
    expect((await notification())['Message']).toBe(body);
  });

  it('publishes an object with subject and attributes', async () => {
    await gateway.send('POST /news/{id}', {
      path: { id: 'i&d=1' },
      query: { q: '"q"', subject: 'a & b' },
      headers: { 'x-who': "me='x'" },
      body: NEWS,
    });
    const found = await notification();
    expect(JSON.parse(String(found['Message']))).toEqual({
      id: 'i&d=1',
      news: NEWS,
      label: '<"q">',
      fixed: '$5 & "x" #set',
    });
    expect(found).toMatchObject({
      Subject: 'News: a & b',
      MessageAttributes: {
        id: { Type: 'String', Value: 'i&d=1' },
        'X.who': { Type: 'String', Value: "me='x'" },
        fixed: { Type: 'String', Value: 'a=b&c %25 $x' },
      },
    });
  });

  it('publishes a member of the body as text', async () => {
    await gateway.send('POST /news/{id}/title', { path: { id: 'i' }, body: NEWS });
    expect((await notification())['Message']).toBe(NEWS.title);
  });

  it('publishes to a FIFO topic, where the same message twice is one', async () => {
    const request = { path: { id: 'group-1' }, query: { once: 'o"1' }, body: { title: 'first' } };
    for (let time = 0; time < 2; time++)
      expect((await gateway.send('POST /news/{id}/fifo', request)).status).toBe(201);
    const message = await receive('news.fifo');
    expect(message).toMatchObject({
      Body: 'first',
      Attributes: { MessageGroupId: 'group-1', MessageDeduplicationId: 'o"1' },
    });
    expect(await receive('news.fifo')).toBeUndefined();
  });

  it('is a bad request when SNS refuses the message', async () => {
    const answer = await gateway.send('POST /news', { body: { title: 'x'.repeat(270_000) } });
    expect(answer).toMatchObject({ status: 400, body: '{"message":"Bad request"}' });
  });

  it('says nothing of a missing topic', async () => {
    const answer = await gateway.send('POST /news/{id}/missing', { path: { id: 'i' }, body: NEWS });
    expect(answer).toMatchObject({ status: 500, body: '{"message":"Internal server error"}' });
  });

  describe('errors', () => {
    it.each([
      [400, 'Throttled', 429],
      [400, 'ThrottledException', 429],
      [403, 'AuthorizationError', 500],
      [403, 'InvalidSecurity', 500],
      [400, 'KMSAccessDenied', 500],
      [404, 'NotFound', 500],
      [400, 'InvalidParameter', 400],
      [500, 'InternalError', 500],
    ])('turns %i %s into %i', (status, Code, expected) => {
      const body = { Error: { Code, Message: 'arn:aws:sns:x', Type: 'Sender' }, RequestId: 'r' };
      const answer = gateway.answer('POST /news', { status, body }, { body: NEWS });
      expect(answer.status).toBe(expected);
      expect(Object.keys(answer.json() as object)).toEqual(['message']);
    });
  });

  it('any text stays in its own field', () => {
    fc.assert(
      fc.property(callerText, callerText, callerText, headerText, anyJson, (id, q, subject, who, more) => {
        // UTF-8 holds no lone surrogate.
        const news = JSON.parse(
          JSON.stringify({ title: q, more: { more } }).replace(/\\ud[89a-f]../g, '?'),
        ) as object;
        const { body } = gateway.request('POST /news/{id}', {
          path: { id: `i${id}` },
          query: { q, subject },
          headers: { 'X-Who': who },
          body: news,
        });
        const { Message: message, ...rest } = Object.fromEntries(fields(body));
        expect(JSON.parse(message!)).toEqual({ id: `i${id}`, news, label: `<${q}>`, fixed: '$5 & "x" #set' });
        const entry = 'MessageAttributes.entry';
        expect(rest).toEqual({
          Action: 'Publish',
          Version: '2010-03-31',
          TopicArn: topics['news'],
          Subject: `News: ${subject}`,
          ...Object.fromEntries(
            [['id', `i${id}`], ...(who === '' ? [] : [['X.who', who]]), ['fixed', 'a=b&c %25 $x']].flatMap(
              ([name, value], index) => [
                [`${entry}.${index + 1}.Name`, name],
                [`${entry}.${index + 1}.Value.DataType`, 'String'],
                [`${entry}.${index + 1}.Value.StringValue`, value],
              ],
            ),
          ),
        });
      }),
      { numRuns: 100 },
    );
  });

  it('any text arrives', async () => {
    await fc.assert(
      fc.asyncProperty(callerText, async (given) => {
        const title = `x${given}`;
        expect(
          (await gateway.send('POST /news/{id}/title', { path: { id: 'i' }, body: { title } })).status,
        ).toBe(201);
        expect((await notification())['Message']).toBe(title);
      }),
      { numRuns: 40 },
    );
  });
}

/** A form's fields, of which none may be there twice. */
function fields(form: string): readonly (readonly [string, string])[] {
  const found = [...new URLSearchParams(form)];
  expect(new Set(found.map(([name]) => name)).size).toBe(found.length);
  return found;
}
