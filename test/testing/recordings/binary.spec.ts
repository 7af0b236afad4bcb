import { describe, expect, it } from '@jest/globals';
import { createLocalGateway } from '../../../lib/testing/gateway/local/create-local-gateway.js';
import { NO_PORTS, type CallService } from '../../../lib/testing/gateway/local-gateway-ports.js';
import { readBytes } from '../../../lib/testing/gateway/services/send-over-http.js';
import { localRequest } from '../../support/local-request.js';
import { ARN, type Json } from '../../support/tested-route.js';

/*
 * What real API Gateway answered in TestApiGatewayS3BinarySupport, test_apigw_s3_binary_support_{request,response}*, of
 * LocalStack, recorded on 2025-03-17. `image/png` is a binary media type of the API.
 */

const PNG = 'image/png';
const TEXT = 'text/plain';
const BYTES = Buffer.from([1, 200, 255]);
const BASE64 = BYTES.toString('base64');
/** Bytes as text: those that are not UTF-8 are lost. */
const DAMAGED = Buffer.from(BYTES.toString('utf8'));
const TO_TEXT = 'CONVERT_TO_TEXT';
const TO_BINARY = 'CONVERT_TO_BINARY';

interface Sent {
  readonly type?: string;
  readonly accept?: string;
  readonly body?: Uint8Array;
}

async function send(integration: Json, sent: Sent, callService: CallService) {
  const put = {
    'x-amazon-apigateway-integration': {
      type: 'aws',
      httpMethod: 'PUT',
      uri: `${ARN}s3:path/b/k`,
      responses: { default: { statusCode: '200' } },
      ...integration,
    },
  };
  const gateway = createLocalGateway(
    { paths: { '/x': { put } }, 'x-amazon-apigateway-binary-media-types': [PNG] },
    { stage: 'test', prefix: '', stageVariables: {}, apiId: 'a', accountId: '1' },
    { ...NO_PORTS, callService },
  );
  const { type = TEXT, accept = TEXT, body = BYTES } = sent;
  const headers = { 'Content-Type': type, Accept: accept };
  return await gateway(localRequest('PUT /x', { headers, body }));
}

/** What is stored, or the status of the refusal. */
async function store(integration: Json, sent: Sent): Promise<Buffer | number> {
  let stored: Uint8Array | undefined;
  const { status } = await send(integration, sent, async (_, { body }) => {
    stored = body;
    return { status: 200, headers: [], body: new Uint8Array() };
  });
  return stored === undefined ? status : Buffer.from(stored);
}

/** What the caller gets, or the status of the refusal. */
async function load(
  response: Json,
  type: string,
  accept: string,
  body: Uint8Array,
): Promise<Buffer | number> {
  const responses = { default: { statusCode: '200', ...response } };
  const answer = await send({ responses }, { accept }, async () => ({
    status: 200,
    headers: [['Content-Type', type]],
    body,
  }));
  return answer.status === 200 ? Buffer.from(await readBytes(answer.body)) : answer.status;
}

describe('the body of a request', () => {
  it.each<[string, string | undefined, Uint8Array, Buffer | number]>([
    [TEXT, undefined, BYTES, DAMAGED],
    [TEXT, TO_TEXT, BYTES, DAMAGED],
    [PNG, undefined, BYTES, BYTES],
    [PNG, TO_TEXT, BYTES, Buffer.from(BASE64)],
    [TEXT, TO_BINARY, Buffer.from(BASE64), BYTES],
    [TEXT, TO_BINARY, BYTES, 500],
    [PNG, TO_BINARY, BYTES, BYTES],
  ])('of the type %s with %s', async (type, contentHandling, body, stored) => {
    expect(await store({ contentHandling }, { type, body })).toEqual(stored);
  });

  it('reaches an HTTP backend like any other', async () => {
    const proxy = { type: 'http_proxy', uri: 'https://h.example/x' };
    expect(await store(proxy, { type: 'multipart/form-data' })).toEqual(DAMAGED);
    expect(await store(proxy, { type: PNG })).toEqual(BYTES);
  });

  it.each<[string, Buffer | number]>([
    [TEXT, 500],
    ['text/xml', BYTES],
  ])('in binary with a template for %s', async (type, stored) => {
    const integration = { contentHandling: TO_BINARY, requestTemplates: { [type]: 'x' } };
    expect(await store(integration, { body: Buffer.from(BASE64) })).toEqual(stored);
  });
});

describe('the body of an answer', () => {
  it.each<[string, string, string | undefined, Uint8Array, Buffer | number]>([
    [TEXT, TEXT, undefined, BYTES, DAMAGED],
    [TEXT, PNG, undefined, Buffer.from(BASE64), BYTES],
    [TEXT, PNG, undefined, BYTES, 500],
    [PNG, PNG, undefined, BYTES, BYTES],
    [PNG, TEXT, undefined, BYTES, Buffer.from(BASE64)],
    [TEXT, TEXT, TO_TEXT, BYTES, DAMAGED],
    [TEXT, PNG, TO_TEXT, BYTES, DAMAGED],
    [PNG, TEXT, TO_TEXT, BYTES, Buffer.from(BASE64)],
    [PNG, PNG, TO_TEXT, BYTES, Buffer.from(BASE64)],
    [TEXT, TEXT, TO_BINARY, Buffer.from(BASE64), BYTES],
    [TEXT, PNG, TO_BINARY, BYTES, 500],
    [PNG, TEXT, TO_BINARY, BYTES, BYTES],
    [PNG, PNG, TO_BINARY, BYTES, BYTES],
  ])('of the type %s, accepted as %s, with %s', async (type, accept, contentHandling, body, got) => {
    expect(await load({ contentHandling }, type, accept, body)).toEqual(got);
  });

  it.each<[string, Buffer | number]>([
    [TO_TEXT, Buffer.from(`<${BASE64}>`)],
    [TO_BINARY, 500],
  ])('in a template with %s', async (contentHandling, got) => {
    const responseTemplates = { 'application/json': '<$input.body>' };
    expect(await load({ contentHandling, responseTemplates }, PNG, TEXT, BYTES)).toEqual(got);
  });
});
