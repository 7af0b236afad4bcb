import { afterEach, describe, expect, it } from '@jest/globals';
import type { Writable } from 'node:stream';
import { createFunctionInvoker } from '../../../../lib/testing/gateway/functions/create-function-invoker.js';
import type { LocalFunction } from '../../../../lib/testing/gateway/functions/local-function.js';
import { provideStreaming } from '../../../../lib/testing/gateway/functions/stream-function.js';
import { readBytes } from '../../../../lib/testing/gateway/services/send-over-http.js';
import { startEcho, type EchoServer } from '../../../support/echo-server.js';
import { gatewayCall, type CallOptions, type TestedCall } from '../../../support/gateway-call.js';
import { LAMBDA } from '../../../support/tested-route.js';

interface Answered {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly text: string;
}

async function invoke(
  f: LocalFunction | string,
  options: CallOptions = {},
  call?: TestedCall,
): Promise<Answered> {
  const integration = { uri: LAMBDA, ...options.integration };
  const answer = await createFunctionInvoker({ functions: { f } })(
    call ?? gatewayCall({ ...options, integration }),
  );
  const { status, headers } = answer;
  return { status, headers, text: Buffer.from(await readBytes(answer.body)).toString('latin1') };
}

const none = (): object => ({ statusCode: 204 });
const fail = (): never => {
  throw new Error('no');
};
const callOf = (uri: string): TestedCall => gatewayCall({ integration: { uri } });

const JSON_TYPE = ['Content-Type', 'application/json'];
const MALFORMED = { type: 'DEFAULT_5XX', status: 502 };

describe('what a function behind a Lambda proxy returns (payload_format_validation, 2024-11-15)', () => {
  it.each([
    ['an empty object', {}, 200, [JSON_TYPE]],
    [
      'headers only',
      { headers: { 'test-header': 'value', b: true } },
      200,
      [['test-header', 'value'], ['b', 'true'], JSON_TYPE],
    ],
    ['null for headers', { statusCode: 200, headers: null }, 200, [JSON_TYPE]],
    ['a status in a text', { statusCode: '201' }, 201, [JSON_TYPE]],
    [
      'one name in both, in another case',
      { multiValueHeaders: { 'tesT-Multi': ['value-multi'] }, headers: { 'test-multi': 'value-solo' } },
      200,
      [['tesT-Multi', 'value-multi'], ['tesT-Multi', 'value-solo'], JSON_TYPE],
    ],
  ])('is answered as it is: %s', async (_, result, status, headers) => {
    expect(await invoke(() => result)).toEqual({ status, headers, text: '' });
  });

  it.each([
    ['a status that is no number', { statusCode: 'test' }, 'its `statusCode` is "test"'],
    ['a member that is not known', { statusCode: 200, other: 1 }, 'it has the member `other`'],
    ['a text for a list', { multiValueHeaders: { a: 'b' } }, '`multiValueHeaders.a` is not a list'],
    ['a text', 'hello', 'it is "hello", not an object'],
    ['nothing', undefined, 'it is null, not an object'],
    ['a body that is no text', { body: { a: 1 } }, 'its `body` is not a string'],
  ])('is 502: %s', async (_, result, why) => {
    const call = gatewayCall({ integration: { uri: LAMBDA } });
    await expect(invoke(() => result, {}, call)).rejects.toMatchObject(MALFORMED);
    expect(call.steps.at(-1)?.outcome).toContain(`502: the result of the function is malformed: ${why}`);
  });

  it('is 502 for an error', async () => {
    const call = gatewayCall({ integration: { uri: LAMBDA } });
    await expect(invoke(fail, {}, call)).rejects.toMatchObject(MALFORMED);
    expect(call.steps).toMatchObject([{ step: 'function f', outcome: '502: the function failed' }]);
    expect(call.steps[0]!.data!['result']).toContain('"errorMessage":"no"');
  });

  const binary = { 'x-amazon-apigateway-binary-media-types': ['image/png', 'application/*'] };
  const png = {
    statusCode: 200,
    body: '/wA=',
    isBase64Encoded: true,
    headers: { 'Content-Type': 'image/png' },
  };

  it.each([
    ['image/png', '\u00ff\u0000'],
    ['image/png,image/webp', '\u00ff\u0000'],
    ['application/anything', '\u00ff\u0000'],
    ['image/*', '/wA='],
    ['*/*', '/wA='],
    ['image/webp,image/png', '/wA='],
    [undefined, '/wA='],
  ])(
    'in base64 is bytes for a caller that accepts %s first (aws_proxy_binary_response, 2025-01-29)',
    async (accept, text) => {
      const sample = accept === undefined ? {} : { headers: { accept } };
      expect(await invoke(() => png, { document: binary, sample })).toMatchObject({ text });
    },
  );

  it('in base64 that is none is 500', async () => {
    const options = { document: binary, sample: { headers: { accept: 'image/png' } } };
    await expect(invoke(() => ({ ...png, body: '?' }), options)).rejects.toMatchObject({
      type: 'API_CONFIGURATION_ERROR',
    });
  });
});

describe('a function behind a Lambda proxy', () => {
  let server: EchoServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  it('is found by its ARN, its name or its placeholder', async () => {
    const placeholder = 'arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/${f_arn}/invocations';
    for (const [key, uri] of [
      ['f', LAMBDA],
      ['arn:aws:lambda:us-east-1:1:function:f', LAMBDA],
      ['f_arn', placeholder],
      ['${f_arn}', placeholder],
      ['f', 'arn:aws:lambda:us-east-1:1:function:f:live'],
      ['invoke_arn', '${invoke_arn}'],
    ] as const)
      expect(await createFunctionInvoker({ functions: { [key]: none } })(callOf(uri))).toMatchObject({
        status: 204,
      });
    await expect(createFunctionInvoker({})(callOf(placeholder))).rejects.toThrow(
      'No local function for `f_arn`',
    );
  });

  it('is called by POST only (non_post_method, 2024-07-10)', async () => {
    await expect(invoke(() => ({}), { integration: { httpMethod: 'GET' } })).rejects.toMatchObject({
      type: 'API_CONFIGURATION_ERROR',
    });
  });

  it('gets no mapped values (request_data_mapping, 2024-07-22)', async () => {
    const requestParameters = { 'integration.request.header.X-Own': "'mapped'" };
    const returned = await invoke(
      (event: { headers: unknown }) => ({ body: JSON.stringify(event.headers) }),
      {
        integration: { requestParameters },
      },
    );
    expect(returned.text).toBe('null');
  });

  it('may be late', async () => {
    const call = gatewayCall({ integration: { uri: LAMBDA } });
    setImmediate(call.abort);
    await expect(invoke(() => new Promise(() => undefined), {}, call)).rejects.toMatchObject({
      type: 'INTEGRATION_TIMEOUT',
    });
    expect(call.steps).toMatchObject([{ outcome: 'the function did not answer in time' }]);
  });

  it('runs behind the URL of a runtime interface', async () => {
    server = await startEcho((_, response) => response.end('{"statusCode":202,"body":"b"}'));
    expect(await invoke(server.url)).toMatchObject({ status: 202, text: 'b' });
    expect(JSON.parse(server.received[0]!.body)).toMatchObject({
      httpMethod: 'POST',
      resource: '/things/{name}',
    });
    await expect(invoke('http://127.0.0.1:1')).rejects.toMatchObject({ type: 'INTEGRATION_FAILURE' });
  });

  describe('of an HTTP API', () => {
    const integration = { payloadFormatVersion: '2.0' };
    it.each([
      ['a text', 'Hello', 200, [['content-type', 'application/json']], 'Hello'],
      ['an object without a status', { a: 1 }, 200, [['content-type', 'application/json']], '{"a":1}'],
      ['a list', [1], 200, [['content-type', 'application/json']], '[1]'],
      [
        'a whole answer',
        {
          statusCode: 201,
          headers: { A: 1, 'Content-Type': 'a/b' },
          cookies: ['c=1', 'd=2'],
          body: 'aGk=',
          isBase64Encoded: true,
        },
        201,
        [
          ['A', '1'],
          ['Content-Type', 'a/b'],
          ['set-cookie', 'c=1'],
          ['set-cookie', 'd=2'],
        ],
        'hi',
      ],
    ])('may return %s', async (_, result, status, headers, text) => {
      expect(await invoke(() => result, { integration })).toEqual({ status, headers, text });
    });

    it('gets format 2.0, and an error or a wrong status is 500', async () => {
      const { text } = await invoke((event: { readonly version: string }) => event.version, { integration });
      expect(text).toBe('2.0');
      const wrong = { type: 'DEFAULT_5XX', status: 500 };
      await expect(invoke(() => ({ statusCode: 'x' }), { integration })).rejects.toMatchObject(wrong);
      await expect(invoke(() => Promise.reject(new Error('no')), { integration })).rejects.toMatchObject(
        wrong,
      );
    });
  });

  describe('that streams', () => {
    const integration = { responseTransferMode: 'STREAM' };
    type Runtime = {
      readonly streamifyResponse: (f: (event: unknown, stream: Writable) => unknown) => LocalFunction;
      readonly HttpResponseStream: { from(stream: Writable, prelude: object): Writable };
    };
    function runtime(): Runtime {
      provideStreaming();
      return (globalThis as unknown as { readonly awslambda: Runtime }).awslambda;
    }
    afterEach(() => {
      delete (globalThis as { awslambda?: unknown }).awslambda;
    });

    it('answers its status and headers, then its bytes as they come', async () => {
      const { streamifyResponse, HttpResponseStream } = runtime();
      const f = streamifyResponse(async (_event, stream) => {
        const body = HttpResponseStream.from(stream, {
          statusCode: 206,
          headers: { 'content-type': 'text/plain' },
        });
        body.write('one,');
        await new Promise((resolve) => setImmediate(resolve));
        body.end('two');
      });
      expect(await invoke(f, { integration })).toEqual({
        status: 206,
        headers: [['content-type', 'text/plain']],
        text: 'one,two',
      });
    });

    it('is 502 without status and headers', async () => {
      const { streamifyResponse } = runtime();
      const f = streamifyResponse((_event, stream) => stream.end('x'.repeat(20_000)));
      await expect(invoke(f, { integration })).rejects.toMatchObject(MALFORMED);
      await expect(invoke(() => ({ statusCode: 200 }), { integration })).rejects.toMatchObject(MALFORMED);
    });

    it('runs whole where the integration does not stream', async () => {
      const { streamifyResponse } = runtime();
      const f = streamifyResponse((_event, stream) => stream.end('{"statusCode":201}'));
      expect(await invoke(f)).toMatchObject({ status: 201 });
    });

    it('runs behind the URL of a runtime interface', async () => {
      server = await startEcho((_, response) => response.end(`{"statusCode":200}${'\0'.repeat(8)}bytes`));
      expect(await invoke(server.url, { integration })).toMatchObject({ status: 200, text: 'bytes' });
    });
  });
});
