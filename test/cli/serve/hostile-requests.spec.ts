import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveDocument, type ServedDocument } from '../../support/served-document.js';

const route = (integration: object): object => ({
  responses: { 200: { description: '' } },
  'x-amazon-apigateway-integration': integration,
});

const DOCUMENT = {
  'x-amazon-apigateway-minimum-compression-size': 100,
  paths: {
    '/health': {
      get: route({
        type: 'mock',
        requestTemplates: { 'application/json': '{"statusCode": 200}' },
        responses: {
          default: { statusCode: '200', responseTemplates: { 'application/json': '{"status":"ok"}' } },
        },
      }),
    },
    '/echo': { post: route({ type: 'http_proxy', httpMethod: 'POST', uri: 'http://backend.invalid/' }) },
    '/evil': { get: route({ type: 'http_proxy', httpMethod: 'GET', uri: 'http://backend.invalid/' }) },
    '/stream': {
      get: route({
        type: 'http_proxy',
        httpMethod: 'GET',
        uri: 'http://backend.invalid/',
        responseTransferMode: 'STREAM',
      }),
    },
    '/slow': {
      get: route({
        type: 'http_proxy',
        httpMethod: 'GET',
        uri: 'http://backend.invalid/',
        timeoutInMillis: 50,
      }),
    },
  },
};

const streams = { started: 0, ended: 0 };

async function* endless(): AsyncGenerator<Uint8Array> {
  streams.started += 1;
  try {
    for (;;) {
      yield Buffer.alloc(1024, 'a');
      await setTimeout(1);
    }
  } finally {
    streams.ended += 1;
  }
}

describe('hostile requests', () => {
  let served: ServedDocument;

  beforeAll(async () => {
    served = await serveDocument(DOCUMENT, {
      stage: 'dev',
      ports: {
        callService: async ({ route: { path } }, { body }) => {
          if (path === '/slow') await new Promise(() => {});
          const headers =
            path === '/evil'
              ? ([['X-Bad', 'a\r\nb']] as const)
              : ([['X-Size', String(body.length)]] as const);
          return { status: 200, headers, body: path === '/stream' ? endless() : body };
        },
      },
    });
  });

  afterAll(() => served.stop());

  async function isAlive(): Promise<void> {
    const { status, body } = await served.send({ target: '/dev/health' });
    expect([status, body.toString()]).toEqual([200, '{"status":"ok"}']);
  }

  it.each([
    ['no HTTP at all', 'HELLO\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['a bad header', 'GET /dev/health HTTP/1.1\r\nHost: x\r\nBad Header\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    [
      'two lengths',
      'POST /dev/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      'HTTP/1.1 400 Bad Request',
    ],
    [
      'huge headers',
      `GET /dev/health HTTP/1.1\r\nHost: x\r\nX-Big: ${'a'.repeat(20_000)}\r\n\r\n`,
      'HTTP/1.1 431 Request Header Fields Too Large',
    ],
  ])('%s', async (_, text, expected) => {
    expect((await raw(served.port, text)).split('\r\n')[0]).toBe(expected);
    await isAlive();
  });

  it('a body over 10 MB is refused, whether its length is announced or not', async () => {
    const body = Buffer.alloc(10 * 1024 * 1024 + 1, 97);
    const announced = await served.send({ method: 'POST', target: '/dev/echo', body });
    expect([announced.status, announced.body.toString()]).toEqual([
      413,
      '{"message":"Request Entity Too Large"}',
    ]);
    const chunked = await served.send({
      method: 'POST',
      target: '/dev/echo',
      headers: { 'Transfer-Encoding': 'chunked' },
      body,
    });
    expect(chunked.status).toBe(413);
    const largest = await served.send({ method: 'POST', target: '/dev/echo', body: body.subarray(1) });
    expect([largest.status, largest.headers['x-size']]).toEqual([200, String(10 * 1024 * 1024)]);
  });

  it('a compressed body cannot hide a larger one, and a broken one stays as it is', async () => {
    const headers = { 'Content-Encoding': 'gzip', 'Content-Type': 'text/plain' };
    const bomb = gzipSync(Buffer.alloc(11 * 1024 * 1024));
    expect((await served.send({ method: 'POST', target: '/dev/echo', headers, body: bomb })).status).toBe(
      413,
    );
    const broken = await served.send({ method: 'POST', target: '/dev/echo', headers, body: 'no gzip' });
    expect([broken.status, broken.headers['x-size']]).toEqual([200, '7']);
    const fine = await served.send({ method: 'POST', target: '/dev/echo', headers, body: gzipSync('four') });
    expect(fine.body.toString()).toBe('four');
  });

  it('an answer is compressed from the size of the document, if the caller takes it', async () => {
    const body = 'x'.repeat(100);
    const ask = (coding: string) =>
      served.send({ method: 'POST', target: '/dev/echo', headers: { 'Accept-Encoding': coding }, body });
    const answer = await ask('br, gzip;q=0.5');
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(answer.body).toString()).toBe(body);
    expect((await ask('gzip;q=0, identity')).headers['content-encoding']).toBeUndefined();
  });

  it('headers that HTTP cannot carry are an error of the gateway', async () => {
    const { status, body } = await served.send({ target: '/dev/evil' });
    expect([status, body.toString()]).toEqual([500, '{"message": "Internal server error"}']);
  });

  it('an integration that takes too long', async () => {
    const { status, body } = await served.send({ target: '/dev/slow' });
    expect([status, body.toString()]).toEqual([504, '{"message":"Endpoint request timed out"}']);
  });

  it('callers that go away, in the middle of a body too', async () => {
    for (const text of [
      'GET /dev/slow HTTP/1.1\r\nHost: x\r\n\r\n',
      'POST /dev/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nabc',
    ]) {
      const socket = connect(served.port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write(text, () => socket.destroy());
      await once(socket, 'close');
    }
    const { status } = await served.send({ target: '/dev/health' });
    expect(status).toBe(200);
  });

  it.each([
    ['/health', 403, '{"message":"Forbidden"}'],
    ['/develop/health', 403, '{"message":"Forbidden"}'],
    ['/dev', 403, '{"message":"Missing Authentication Token"}'],
    ['//dev//health', 200, '{"status":"ok"}'],
    ['/dev/%E0%A4%A', 403, '{"message":"Missing Authentication Token"}'],
    ['/dev/__proto__', 403, '{"message":"Missing Authentication Token"}'],
    ['/dev/../dev/health', 403, '{"message":"Missing Authentication Token"}'],
  ])('%s', async (target, status, text) => {
    const answer = await served.send({ target });
    expect([answer.status, answer.body.toString()]).toEqual([status, text]);
  });

  it('a thousand connections at once, and what they hold is given back', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 1000 }, async () => {
        const socket = connect(served.port, '127.0.0.1');
        await once(socket, 'connect');
        return socket;
      }),
    );
    const answers = await Promise.all(
      sockets.map(async (socket) => {
        socket.write('GET /dev/health HTTP/1.1\r\nHost: x\r\n\r\n');
        const [chunk] = (await once(socket, 'data')) as [Buffer];
        return chunk.toString().slice(0, 15);
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['HTTP/1.1 200 OK']));
    for (const socket of sockets) socket.destroy();
    await until(async () => (await served.connections()) === 0);
  });

  it('a caller that goes away in the middle of an answer stops its backend', async () => {
    const socket = connect(served.port, '127.0.0.1');
    socket.write('GET /dev/stream HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    await until(() => streams.ended === 1);
    expect(streams.started).toBe(1);
    await isAlive();
  });

  it.each([
    ['a coding that nobody knows', { 'Content-Encoding': 'zstd' }],
    ['a charset that nobody knows', { 'Content-Type': 'text/plain; charset=nothing' }],
  ])('%s goes on as it is', async (_, headers) => {
    const body = Buffer.from('abcd');
    const answer = await served.send({ method: 'POST', target: '/dev/echo', headers, body });
    expect([answer.status, answer.headers['x-size']]).toEqual([200, '4']);
  });

  it('text that is no UTF-8 goes on with U+FFFD for its bytes', async () => {
    const headers = { 'Content-Type': 'application/json' };
    const body = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    const answer = await served.send({ method: 'POST', target: '/dev/echo', headers, body });
    expect([answer.status, answer.headers['x-size']]).toEqual([200, '8']);
  });

  it.each([
    ['a slow head', 'GET /dev/health HTTP/1.1\r\nHost: x\r\n'],
    ['a slow body', 'POST /dev/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nab'],
    ['a slow chunk', 'POST /dev/echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab'],
  ])('%s ends with 408', async (_, text) => {
    const impatient = await serveDocument(DOCUMENT, { times: { head: 100, request: 200 } });
    try {
      const answer = await raw(impatient.port, text);
      expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 408 Request Timeout');
      expect(answer.split('\r\n\r\n')[1]).toBe('{"message":"Request Timeout"}');
      await until(async () => (await impatient.connections()) === 0);
    } finally {
      await impatient.stop();
    }
  });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await setTimeout(5);
}

/** Writes bytes and reads what comes back until the connection ends. */
async function raw(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => void chunks.push(chunk));
  socket.write(text);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}
