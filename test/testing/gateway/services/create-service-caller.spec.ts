import { afterEach, describe, expect, it } from '@jest/globals';
import type { LocalFunction } from '../../../../lib/testing/gateway/functions/local-function.js';
import type { RawAnswer } from '../../../../lib/testing/gateway/local-gateway-ports.js';
import { createServiceCaller } from '../../../../lib/testing/gateway/services/create-service-caller.js';
import { readBytes } from '../../../../lib/testing/gateway/services/send-over-http.js';
import type { ServiceRequest } from '../../../../lib/testing/index.js';
import { startEcho, type EchoServer } from '../../../support/echo-server.js';
import { freePort } from '../../../support/free-port.js';
import { gatewayCall, type TestedCall } from '../../../support/gateway-call.js';

type Settings = Parameters<typeof createServiceCaller>[0];

const ARN = 'arn:aws:apigateway:eu-west-1:';
const GET_ITEM = { uri: `${ARN}dynamodb:action/GetItem`, service: 'dynamodb', action: 'GetItem' };

async function send(
  settings: Settings,
  given: Partial<ServiceRequest>,
  call: TestedCall = gatewayCall(),
): Promise<{ readonly status: number; readonly headers: RawAnswer['headers']; readonly text: string }> {
  const body = given.body ?? '';
  const request = { method: 'POST', uri: '', path: '/', query: {}, headers: {}, ...given, body };
  const {
    status,
    headers,
    body: answered,
  } = await createServiceCaller(settings)(call, {
    request,
    body: Buffer.from(body),
  });
  return { status, headers, text: Buffer.from(await readBytes(answered)).toString() };
}

describe('calls of services', () => {
  let server: EchoServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  const echo = async (...answer: Parameters<typeof startEcho>): Promise<EchoServer> =>
    (server = await startEcho(...answer));

  it('go signed to the endpoint, and are explained', async () => {
    const { url, received } = await echo();
    const call = gatewayCall();
    const answer = await send({ endpoint: url }, { ...GET_ITEM, body: '{"TableName":"t"}' }, call);
    expect(answer).toMatchObject({ status: 200, text: '{"ok":true}' });
    expect(received).toMatchObject([{ method: 'POST', url: '/', body: '{"TableName":"t"}' }]);
    expect(received[0]!.headers).toMatchObject({
      host: new URL(url).host,
      'x-amz-target': 'DynamoDB_20120810.GetItem',
      authorization: expect.stringMatching(
        /^AWS4-HMAC-SHA256 Credential=test\/\d{8}\/eu-west-1\/dynamodb\/aws4_request, SignedHeaders=[\w;-]+, Signature=[0-9a-f]{64}$/,
      ) as unknown,
    });
    expect(call.steps).toMatchObject([
      {
        step: `dynamodb GetItem: POST ${url}/`,
        outcome: 'dynamodb answered 200',
        data: {
          request: {
            url: `${url}/`,
            aws: 'https://dynamodb.eu-west-1.amazonaws.com',
            body: '{"TableName":"t"}',
          },
          answer: { status: 200, body: '{"ok":true}' },
        },
      },
    ]);
    expect(JSON.stringify(call.steps)).not.toContain('Signature');
  });

  it('keep the path and the query byte by byte', async () => {
    const { url, received } = await echo();
    const uri = `${ARN}s3:path/bucket/{key}`;
    const s3 = { uri, service: 's3', method: 'GET' };
    await send(
      { endpoint: `${url}/base/` },
      { ...s3, path: '/bucket/a%2Fb/../c%20é', query: { q: ["a b'", '+'] } },
    );
    await send(
      { endpoint: url },
      { ...s3, uri: `${ARN}my-bucket.s3:path/key`, service: 'my-bucket.s3', path: '/key' },
    );
    expect(received.map((one) => one.url)).toEqual([
      '/base/bucket/a%2Fb/../c%20%C3%A9?q=a%20b%27&q=%2B',
      '/my-bucket/key',
    ]);
  });

  it('go to the endpoint of their service, or to that of all others', async () => {
    const { url, received } = await echo();
    const endpoint = { dynamodb: `${url}/d`, '*': `${url}/rest` };
    await send({ endpoint }, GET_ITEM);
    await send({ endpoint }, { uri: `${ARN}sqs:path/1/q`, service: 'sqs', path: '/1/q' });
    expect(received.map((one) => one.url)).toEqual(['/d/', '/rest/1/q']);
    await expect(send({ endpoint: { sqs: url } }, GET_ITEM)).rejects.toThrow('`dynamodb`');
  });

  it('are not sent without an endpoint: the request that AWS would get is told', async () => {
    await expect(send({}, { ...GET_ITEM, body: '{"a":1}' })).rejects.toMatchObject({
      message: expect.stringContaining('--endpoint dynamodb=') as unknown,
      data: {
        request: {
          url: 'https://dynamodb.eu-west-1.amazonaws.com/',
          method: 'POST',
          headers: { host: 'dynamodb.eu-west-1.amazonaws.com', 'X-Amz-Target': 'DynamoDB_20120810.GetItem' },
          body: '{"a":1}',
        },
      },
    });
    const action = 'StartSyncExecution';
    const start = { uri: `${ARN}states:action/${action}`, service: 'states', action };
    await expect(send({}, start)).rejects.toMatchObject({
      data: { request: { url: 'https://sync-states.eu-west-1.amazonaws.com/' } },
    });
    await expect(send({ aws: true }, GET_ITEM)).rejects.toThrow('AWS_ACCESS_KEY_ID');
  });

  it('say that nobody listens, and that nobody answers in time', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    await expect(send({ endpoint }, GET_ITEM)).rejects.toThrow(
      `${endpoint} of \`dynamodb\` cannot be reached: ECONNREFUSED`,
    );
    const call = gatewayCall();
    const { url } = await echo(() => call.abort());
    await expect(send({ endpoint: url }, GET_ITEM, call)).rejects.toMatchObject({
      type: 'INTEGRATION_TIMEOUT',
    });
    expect(call.steps).toMatchObject([{ outcome: 'dynamodb did not answer in time' }]);
  });

  describe('of HTTP backends', () => {
    const integration = { type: 'http_proxy', connectionId: 'link' };
    const request = {
      method: 'GET',
      uri: 'https://users.internal/users/1',
      path: '/users/1',
      query: { a: '1' },
    };

    it('go to the URL of the document, or to the one in its place', async () => {
      const { url, received } = await echo();
      await send({}, { ...request, uri: `${url}/users/1` });
      for (const key of ['https://users.internal', 'link'])
        await send({ backends: { [key]: url } }, request, gatewayCall({ integration }));
      expect(received.map((one) => one.url)).toEqual(Array.from({ length: 3 }, () => '/users/1?a=1'));
      expect(received[0]!.headers).toEqual({ host: new URL(url).host, connection: 'keep-alive' });
    });

    it('have the host that a mapping says', async () => {
      const { url, received } = await echo();
      await send({}, { ...request, uri: url, headers: { Host: 'other' } });
      expect(received[0]!.headers.host).toBe('other');
    });

    it('fail as at AWS where nobody listens (import_with_stage_variables, 2025-09-29)', async () => {
      const uri = `http://127.0.0.1:${await freePort()}/a`;
      await expect(send({}, { ...request, uri })).rejects.toMatchObject({ type: 'INTEGRATION_FAILURE' });
    });

    it('need a URL', async () => {
      await expect(send({}, { ...request, uri: 'http://${host}/a' })).rejects.toThrow('--var host=VALUE');
      await expect(send({}, { ...request, uri: 'arn:aws:elasticloadbalancing:x' })).rejects.toThrow(
        '--backend',
      );
    });

    it('stream where the integration says so', async () => {
      const { url } = await echo((_, response) => {
        response.writeHead(200, { 'x-a': 'b' });
        response.write('one');
        response.end('two');
      });
      const call = gatewayCall({ integration: { ...integration, responseTransferMode: 'STREAM' } });
      const answer = await createServiceCaller({})(call, {
        request: { ...request, uri: url, headers: {}, body: '' },
        body: new Uint8Array(),
      });
      expect(answer.body).not.toBeInstanceOf(Uint8Array);
      expect(Buffer.from(await readBytes(answer.body)).toString()).toBe('onetwo');
      expect(answer.headers).toContainEqual(['x-a', 'b']);
    });
  });

  describe('of functions behind type aws', () => {
    const uri = `${ARN}lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:1:function:greet:live/invocations`;
    const lambda = { uri, service: 'lambda', path: '/2015-03-31/functions/x/invocations' };
    const run = (
      greet: LocalFunction | string,
      given: Partial<ServiceRequest> = {},
      call = gatewayCall(),
    ): ReturnType<typeof send> => send({ functions: { greet } }, { ...lambda, ...given }, call);

    it('get the event, and answer their result', async () => {
      const answer = await run((event: { readonly name: string }) => ({ hello: event.name }), {
        body: '{"name":"a"}',
      });
      expect(answer).toMatchObject({ status: 200, text: '{"hello":"a"}' });
      expect(await run((event: object) => Promise.resolve(event))).toMatchObject({ text: '{}' });
    });

    it('answer their error with the status 200', async () => {
      const answer = await run(() => {
        throw new TypeError('[404] none');
      });
      expect(answer.status).toBe(200);
      expect(answer.headers).toContainEqual(['X-Amz-Function-Error', 'Unhandled']);
      expect(JSON.parse(answer.text)).toMatchObject({ errorType: 'TypeError', errorMessage: '[404] none' });
    });

    it('run on their own as an event (asynchronous_invocation, 2024-05-29)', async () => {
      const seen: unknown[] = [];
      const answer = await run((event: unknown) => void seen.push(event), {
        headers: { 'X-Amz-Invocation-Type': 'Event' },
        body: '[1]',
      });
      expect(answer).toEqual({ status: 202, headers: [], text: '' });
      await new Promise((resolve) => setImmediate(resolve));
      expect(seen).toEqual([[1]]);
    });

    it('call back', async () => {
      type Callback = (error: unknown, result?: unknown) => void;
      const good = (_event: unknown, _context: unknown, callback: Callback): void => callback(null, 'called');
      const bad = (_event: unknown, _context: unknown, callback: Callback): void => callback('no');
      expect(await run(good)).toMatchObject({ text: '"called"' });
      expect(await run(bad)).toMatchObject({ text: '{"errorType":"string","errorMessage":"no","trace":[]}' });
    });

    it('have the context of Lambda', async () => {
      let context: Record<string, unknown> = {};
      await run((_event: unknown, given: Record<string, unknown>) => void (context = given));
      expect(context).toMatchObject({ functionName: 'greet', awsRequestId: expect.any(String) as unknown });
      expect((context['getRemainingTimeInMillis'] as () => number)()).toBeGreaterThan(28_000);
    });

    it('end with the time of the integration', async () => {
      const call = gatewayCall();
      setImmediate(call.abort);
      await expect(run(() => new Promise(() => undefined), {}, call)).rejects.toMatchObject({
        type: 'INTEGRATION_TIMEOUT',
      });
    });

    it('run behind the URL of a runtime interface', async () => {
      const { url, received } = await echo((_, response) =>
        response.end('{"errorMessage":"m","errorType":"E"}'),
      );
      const answer = await run(url, { body: '{"a":1}' });
      expect(received).toMatchObject([
        { method: 'POST', url: '/2015-03-31/functions/function/invocations', body: '{"a":1}' },
      ]);
      expect(answer.headers).toContainEqual(['X-Amz-Function-Error', 'Unhandled']);
    });

    it('are named where they are missing, unless an endpoint has them', async () => {
      await expect(send({ functions: {} }, lambda)).rejects.toThrow('functions: { greet: handler }');
      const { url, received } = await echo();
      await send({ endpoint: url }, lambda);
      expect(received.map((one) => one.url)).toEqual([lambda.path]);
    });
  });
});
