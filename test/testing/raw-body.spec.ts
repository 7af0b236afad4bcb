import { beforeAll, describe, expect, it } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { createGatewayTester, type GatewayTester } from '../../lib/testing/index.js';
import { writeTree } from '../../lib/values/deploy-tree.js';
import { compileControllers } from '../support/create-app.js';
import { HOSTILE_TEXT } from '../support/hostile-text.js';
import { FORM, WEBHOOK_VALUES, WebhooksController } from '../support/services-webhooks.js';

const decode = (base64: string): string => Buffer.from(base64, 'base64').toString('utf8');
const parse = (json: string): Record<string, never> => JSON.parse(json) as Record<string, never>;

/** Where the body is in what each service gets. */
const READ: Readonly<Record<string, (body: string) => unknown>> = {
  sqs: (body) => parse(body)['MessageBody'],
  'sqs/json': (body) => parse(parse(body)['MessageBody']!)['body'],
  sns: (body) => new URLSearchParams(body).get('Message'),
  'sns/json': (body) => parse(new URLSearchParams(body).get('Message')!)['body'],
  kinesis: (body) => decode(parse(body)['Data']!),
  'kinesis/json': (body) => parse(decode(parse(body)['Data']!))['body'],
  workflow: (body) => parse(parse(body)['input']!)['body'],
  event: (body) => parse((parse(body)['Entries']![0] as Record<string, never>)['Detail']!)['body'],
  item: (body) => {
    const { raw, bytes } = (JSON.parse(body) as { Item: Record<string, Record<string, string>> }).Item;
    expect(decode(bytes!['B']!)).toBe(raw!['S']);
    return raw!['S'];
  },
  typed: (body) => parse(parse(body)['MessageBody']!)['body'],
  any: (body) => parse(body)['Value'],
};

describe('the raw body', () => {
  let tester: GatewayTester;
  let reported: readonly unknown[];
  beforeAll(async () => {
    const { privateDocument, diagnostics } = await compileControllers([WebhooksController], {
      credentials: '${role_arn}',
      validation: 'none',
    });
    reported = diagnostics;
    tester = createGatewayTester(writeTree(privateDocument) as never, { values: WEBHOOK_VALUES });
  });

  const send = (path: string, type: string, body: string): unknown =>
    READ[path]!(
      tester.open(`POST /${path}`, { body, headers: { 'Content-Type': type, 'X-Signature': 'a' } }).request!
        .body,
    );

  it('is no fault', () => {
    expect(reported).toEqual([]);
  });

  it.each(Object.keys(READ))('arrives byte by byte: %s', (path) => {
    for (const body of [
      '{ "a" : 1.0,\n "b": "O\'Brien" }',
      'payload=%7B%22a%22%3A1%7D&x=+1',
      'é🙂 \\u0041 ${x} $input.body #set($a = 1) #end ##',
      // A body is UTF-8, which has no half characters.
      ...HOSTILE_TEXT.map((one) => Buffer.from(one, 'utf8').toString('utf8')),
    ].filter((one) => one !== '')) {
      for (const type of ['application/json', FORM, 'text/plain']) {
        expect(send(path, type, body)).toBe(body);
      }
    }
  });

  it('arrives byte by byte, whatever it is', () => {
    assert(
      property(string({ unit: 'binary', minLength: 1 }), (body) => {
        for (const path of Object.keys(READ)) expect(send(path, 'text/plain', body)).toBe(body);
      }),
    );
  });

  it('is an empty object where there is none, as API Gateway has it', () => {
    expect(send('sqs', 'application/json', '')).toBe('{}');
  });
});
