import { once } from 'node:events';
import { request as openHttp, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerRequest } from '../../lib/cli/serve/answer-request.js';
import type { CallerTimes } from '../../lib/cli/serve/http/create-caller-server.js';
import { createGatewayServer } from '../../lib/cli/serve/http/create-gateway-server.js';
import { deployDocument } from '../../lib/testing/gateway/integration-document.js';
import { NO_PORTS, type LocalGatewayPorts } from '../../lib/testing/gateway/local-gateway-ports.js';
import { createLocalGateway } from '../../lib/testing/gateway/local/create-local-gateway.js';

export interface WireRequest {
  readonly method?: string;
  /** Path and query. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array;
}

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export interface ServedDocument {
  readonly port: number;
  send(request: WireRequest): Promise<WireAnswer>;
  connections(): Promise<number>;
  stop(): Promise<void>;
}

export interface ServedSettings {
  readonly ports?: Partial<LocalGatewayPorts>;
  readonly stage?: string;
  readonly stageVariables?: Readonly<Record<string, string>>;
  readonly times?: CallerTimes;
}

/** A private document behind the HTTP server of `apigen serve`. */
export async function serveDocument(
  privateDocument: object,
  { ports = {}, stage, stageVariables = {}, times }: ServedSettings = {},
): Promise<ServedDocument> {
  const document = deployDocument(privateDocument, {});
  const prefix = stage === undefined ? '' : `/${stage}`;
  const gateway = createLocalGateway(
    document,
    { stage: stage ?? 'test', prefix, stageVariables, apiId: 'test-api', accountId: '123456789012' },
    { ...NO_PORTS, ...ports },
  );
  const size = document['x-amazon-apigateway-minimum-compression-size'] as number | undefined;
  const server = createGatewayServer(
    { answer: (request) => answerRequest(request, { gateway, compressFrom: size, isHttpApi: false }, stage) },
    ...(times ? [times] : []),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    send: (request) => send(port, request),
    connections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
      ),
    stop: () => stop(server),
  };
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

async function send(
  port: number,
  { method = 'GET', target, headers = {}, body }: WireRequest,
): Promise<WireAnswer> {
  const sent = openHttp({
    host: '127.0.0.1',
    port,
    method,
    path: target,
    agent: false,
    headers: { ...headers } as Record<string, string | string[]>,
  });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) };
}
