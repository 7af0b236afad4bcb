import { once } from 'node:events';
import { Agent, createServer, request, type RequestListener, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createCallerServer } from '../../../../lib/cli/serve/http/create-caller-server.js';
import { forwardRequest } from '../../../../lib/cli/serve/watch/forward-request.js';

describe('forwardRequest', () => {
  const servers: Server[] = [];
  const agent = new Agent({ keepAlive: true });

  async function listen(server: Server): Promise<number> {
    servers.push(server.listen(0, '127.0.0.1'));
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }

  /** The URL of a server that sends everything on to another one. */
  async function forwardTo(listener: RequestListener): Promise<string> {
    const port = await listen(createServer(listener));
    const front = createCallerServer(
      (message, response) => void forwardRequest(message, response, { port, agent }),
    );
    return `http://127.0.0.1:${await listen(front)}`;
  }

  afterEach(() => {
    agent.destroy();
    for (const server of servers.splice(0)) server.close().closeAllConnections();
  });

  it('sends on the target, the lines of the headers and the body, and the answer back', async () => {
    const url = await forwardTo(async (message, response) => {
      const body = Buffer.concat(await message.toArray());
      const got = [message.method, message.url, message.headersDistinct['x-a'], body.toString('base64')];
      response.writeHead(418, 'Teapot', [
        ['Set-Cookie', 'a=1'],
        ['Set-Cookie', 'b=2'],
      ]);
      response.end(JSON.stringify(got));
    });
    const sent = request(`${url}/a%2Fb?q=%20`, { method: 'PUT', headers: { 'X-A': ['1', '2'] } });
    sent.end(Buffer.from([0, 255]));
    const [answer] = await once(sent, 'response');
    expect([answer.statusCode, answer.statusMessage, answer.headers['set-cookie']]).toEqual([
      418,
      'Teapot',
      ['a=1', 'b=2'],
    ]);
    const text = Buffer.concat(await answer.toArray()).toString();
    expect(JSON.parse(text)).toEqual(['PUT', '/a%2Fb?q=%20', ['1', '2'], 'AP8=']);
  });

  it('sends on HTTP 1.0, which needs no host', async () => {
    const url = await forwardTo((_, response) => response.end('answered'));
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write('GET / HTTP/1.0\r\n\r\n');
    const text = Buffer.concat(await socket.toArray()).toString();
    expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*answered$/);
  });

  it('tells who answers when the caller goes away', async () => {
    let closed: Promise<unknown> | undefined;
    const url = await forwardTo((_, response) => {
      closed = once(response, 'close');
      response.write('first');
    });
    const sent = request(url).end();
    await once(sent, 'response');
    sent.destroy();
    await expect(closed).resolves.toEqual([]);
  });

  it('answers 503 for a server that ends first, and ends an answer that has begun', async () => {
    const url = await forwardTo((message, response) => {
      if (message.url === '/begun') response.write('first', () => message.socket.destroy());
      else message.socket.destroy();
    });
    const answer = await fetch(url);
    expect([answer.status, await answer.json()]).toEqual([
      503,
      { message: 'apigen serve: the application ended before it answered' },
    ]);
    await expect(fetch(`${url}/begun`).then((begun) => begun.text())).rejects.toThrow('terminated');
  });
});
