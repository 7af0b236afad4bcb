import { beforeAll, describe, expect, it } from '@jest/globals';
import { CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as fc from 'fast-check';
import { clientOptions } from '../support/services-client.js';
import { ACCOUNT, NOW, openGateway, REGION, type ServicesGateway } from '../support/services-gateway.js';
import { callerText, headerText, anyJson, someText, RAW_BODIES } from '../support/services-hostile.js';
import { receiveOnly } from '../support/services-queue.js';
import { JobsController } from '../support/services-jobs.js';

export function sqsSuite(moto: () => string): void {
  let client: SQSClient;
  let gateway: ServicesGateway;
  const urls: Record<string, string> = {};

  beforeAll(async () => {
    client = new SQSClient({ ...clientOptions(moto()), useQueueUrlAsEndpoint: false });
    for (const QueueName of ['jobs', 'jobs.fifo']) {
      const Attributes = QueueName.endsWith('.fifo') ? { FifoQueue: 'true' } : {};
      urls[QueueName] = (await client.send(new CreateQueueCommand({ QueueName, Attributes }))).QueueUrl!;
    }
    gateway = await openGateway(moto(), [JobsController], {
      jobs_queue_url: urls['jobs']!,
      jobs_queue_name: 'jobs',
    });
  });

  const receive = (queue = 'jobs') => receiveOnly(client, urls[queue]!);

  const JOB = { kind: 'O\'Brien "x" \\ ${y} #set\n', size: 0, parts: [] };

  it('sends the body as JSON text, and answers the message id', async () => {
    const { status, json } = await gateway.send('POST /jobs', { body: JOB });
    const message = await receive();
    expect({ status, body: json() }).toEqual({ status: 201, body: { messageId: message?.MessageId } });
    expect(JSON.parse(message!.Body!)).toEqual(JOB);
  });

  it('sends a body that is no JSON as it is', async () => {
    const body = ' {"a": \'$x\' \\ #if(\n\t"é😀';
    await gateway.send('POST /jobs', { body, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
    expect((await receive())?.Body).toBe(body);
  });

  it.each(RAW_BODIES)('sends the raw body byte by byte: %j', async (body) => {
    await gateway.send('POST /jobs/{id}/raw', { path: { id: 'a' }, body });
    expect((await receive())?.Body).toBe(body);
  });

  it('sends text', async () => {
    const path = { id: 'a"$b' };
    await gateway.send('POST /jobs/{id}/text', { path, query: { q: '#set($x = 1)\\' } });
    expect((await receive())?.Body).toBe('a"$b: #set($x = 1)\\, $5 #1');
  });

  it('sends an object with attributes', async () => {
    const path = { id: `'"\\` };
    await gateway.send('POST /jobs/{id}/object', { path, body: JOB, headers: { 'x-LABEL': '"l"' } });
    const message = await receive();
    expect(JSON.parse(message!.Body!)).toEqual({
      id: `'"\\`,
      job: JOB,
      kind: JOB.kind,
      size: 0,
      at: '1700000000123',
      label: '<"l">',
      fixed: ['a "$b" \\ #set(x)', 1.5, true, null, {}, []],
    });
    expect(message?.MessageAttributes).toMatchObject({
      kind: { DataType: 'String', StringValue: JOB.kind },
      'X.id': { DataType: 'String', StringValue: `id '"\\` },
      fixed: { DataType: 'String', StringValue: '$5 "x" \\ #set' },
    });
  });

  it('leaves out a member that is missing', async () => {
    await gateway.send('POST /jobs/{id}/object', { path: { id: 'i' }, body: { kind: 'k' } });
    const sent = JSON.parse((await receive())!.Body!) as object;
    expect(sent).toMatchObject({ job: { kind: 'k' }, kind: 'k' });
    expect(sent).not.toHaveProperty('size');
  });

  it('sends a member of the body: a string as text, a list as JSON', async () => {
    await gateway.send('POST /jobs/{id}/member', { path: { id: 'i' }, body: JOB });
    expect((await receive())?.Body).toBe(JOB.kind);
    await gateway.send('POST /jobs/{id}/parts', {
      path: { id: 'i' },
      body: { kind: 'k', parts: ['"', "'"] },
    });
    expect((await receive())?.Body).toBe(`["\\"","'"]`);
  });

  it('delays', async () => {
    await gateway.send('POST /jobs/{id}/object', { path: { id: 'i' }, body: JOB, query: { delay: '1' } });
    expect(await receive()).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect(await receive()).toBeDefined();
  });

  it.each(['', 'x', '1}', '-1', '9999'])('reads no delay in %j', (delay) => {
    const { body } = gateway.request('POST /jobs/{id}/object', {
      path: { id: 'i' },
      body: JOB,
      query: { delay },
    });
    expect(JSON.parse(body)).not.toHaveProperty('DelaySeconds');
  });

  it('sends to a FIFO queue, where the same message twice is one', async () => {
    const request = { path: { id: 'group-1' }, body: { kind: 'once' } };
    const answers = [
      await gateway.send('POST /jobs/{id}/fifo', request),
      await gateway.send('POST /jobs/{id}/fifo', request),
    ];
    const message = await receive('jobs.fifo');
    expect(answers.map(({ status }) => status)).toEqual([201, 201]);
    expect(message?.Attributes).toMatchObject({
      MessageGroupId: 'group-1',
      MessageDeduplicationId: 'once',
    });
    expect(await receive('jobs.fifo')).toBeUndefined();
  });

  it('is a bad request when SQS refuses the message', async () => {
    const answer = await gateway.send('POST /jobs', { body: { kind: 'x'.repeat(1_100_000) } });
    expect(answer).toMatchObject({ status: 400, body: '{"message":"Bad request"}' });
  });

  it('says nothing of a missing queue', async () => {
    const answer = await gateway.send('POST /jobs/{id}/missing', { path: { id: 'i' }, body: JOB });
    expect(answer).toMatchObject({ status: 500, body: '{"message":"Internal server error"}' });
  });

  describe('errors', () => {
    it.each([
      [400, 'com.amazonaws.sqs#RequestThrottled', 429],
      [403, 'com.amazon.coral.service#AccessDeniedException', 500],
      [400, 'com.amazonaws.sqs#QueueDoesNotExist', 500],
      [400, 'com.amazonaws.sqs#InvalidMessageContents', 400],
      [503, 'com.amazonaws.sqs#ServiceUnavailable', 500],
    ])('turns %i %s into %i', (status, type, expected) => {
      const body = JSON.stringify({ __type: type, message: 'arn:aws:sqs:x' });
      const answer = gateway.answer('POST /jobs', { status, body }, { body: JOB });
      expect(answer.status).toBe(expected);
      expect(Object.keys(answer.json() as object)).toEqual(['message']);
    });
  });

  it('any text stays in its own place', () => {
    fc.assert(
      fc.property(callerText, callerText, headerText, anyJson, (id, kind, label, more) => {
        const job = { kind, more: { more } };
        const { MessageBody, ...rest } = JSON.parse(
          gateway.request('POST /jobs/{id}/object', {
            path: { id: `i${id}` },
            headers: { 'X-Label': label },
            body: job,
          }).body,
        ) as { readonly MessageBody: string };
        expect(rest).toEqual({
          QueueUrl: `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/jobs`,
          MessageAttributes: {
            ...(kind === '' ? {} : { kind: { DataType: 'String', StringValue: kind } }),
            'X.id': { DataType: 'String', StringValue: `id i${id}` },
            fixed: { DataType: 'String', StringValue: '$5 "x" \\ #set' },
          },
        });
        expect(JSON.parse(MessageBody)).toEqual({
          id: `i${id}`,
          job,
          kind,
          at: String(NOW),
          label: `<${label}>`,
          fixed: ['a "$b" \\ #set(x)', 1.5, true, null, {}, []],
        });
      }),
      { numRuns: 100 },
    );
  });

  it('any body that is no JSON stays text', () => {
    fc.assert(
      fc.property(someText, (given) => {
        const { body } = gateway.request('POST /jobs', {
          body: given,
          headers: { 'Content-Type': 'text/plain' },
        });
        expect(JSON.parse(body)).toEqual({ QueueUrl: urls['jobs'], MessageBody: given });
      }),
      { numRuns: 100 },
    );
  });

  it('any message arrives', async () => {
    await fc.assert(
      fc.asyncProperty(someText, async (kind) => {
        const answer = await gateway.send('POST /jobs/{id}/member', { path: { id: 'i' }, body: { kind } });
        expect(answer.status).toBe(201);
        expect((await receive())?.Body).toBe(kind);
      }),
      { numRuns: 40 },
    );
  });
}
