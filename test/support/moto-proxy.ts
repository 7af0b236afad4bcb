import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { suitMoto } from './moto-document.js';

/** A document as it was handed to API Gateway. */
export interface Import {
  readonly query: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface MotoProxy {
  readonly url: string;
  /** Every `PutRestApi`, in order. */
  readonly imports: readonly Import[];
  /** Every change of an API's own settings, in order: path and value. */
  readonly settings: readonly (readonly [path: string, value: string | undefined])[];
  stop(): Promise<void>;
}

/** What AWS says of a workflow when Terraform plans it and reads it back. moto answers 500, which would be tried again. */
const UNKNOWN_TO_MOTO: Readonly<Record<string, object>> = {
  'AWSStepFunctions.ValidateStateMachineDefinition': { result: 'OK', diagnostics: [] },
  'AWSStepFunctions.ListStateMachineVersions': { stateMachineVersions: [] },
};

interface PatchOperation {
  readonly op: string;
  readonly path: string;
  readonly value?: string;
}

/**
 * Stands before moto and levels what it does otherwise than AWS, so that Terraform, the configuration and the document
 * are those that a user ships.
 */
export async function startMotoProxy(moto: string): Promise<MotoProxy> {
  const imports: Import[] = [];
  const settings: [string, string | undefined][] = [];
  const server = createServer((incoming, outgoing) => {
    forward(moto, incoming, outgoing, { imports, settings }).catch((error: unknown) =>
      outgoing.destroy(error as Error),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    imports,
    settings,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function forward(
  moto: string,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { imports, settings }: { readonly imports: Import[]; readonly settings: [string, string | undefined][] },
): Promise<void> {
  const url = new URL(incoming.url ?? '/', moto);
  let body: Buffer | string = await readBytes(incoming);
  const known = UNKNOWN_TO_MOTO[String(incoming.headers['x-amz-target'])];
  if (known) {
    outgoing.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' });
    outgoing.end(JSON.stringify(known));
    return;
  }
  if (/^\/restapis\/[^/]+$/.test(url.pathname)) {
    if (incoming.method === 'PUT') {
      imports.push({ query: Object.fromEntries(url.searchParams), body: body.toString() });
      body = JSON.stringify(suitMoto(JSON.parse(body.toString())));
    }
    if (incoming.method === 'PATCH') {
      const { patchOperations } = JSON.parse(body.toString()) as {
        readonly patchOperations: readonly PatchOperation[];
      };
      settings.push(...patchOperations.map(({ path, value }): [string, string | undefined] => [path, value]));
      body = repeatMediaTypes(body.toString());
    }
  }
  const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = incoming.headers;
  const backend = request(url, {
    method: incoming.method ?? 'GET',
    headers: { ...headers, 'content-length': Buffer.byteLength(body) },
  });
  backend.end(body);
  const [answer] = (await once(backend, 'response')) as [IncomingMessage];
  if (/^\/restapis(\/[^/]+)?$/.test(url.pathname)) {
    const text = (await readBytes(answer)).toString();
    outgoing.writeHead(answer.statusCode ?? 500, { 'content-type': 'application/json' });
    outgoing.end(escapePolicy(text));
    return;
  }
  outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
  answer.pipe(outgoing);
}

async function readBytes(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** AWS answers a policy with a backslash before each quote, and the provider expects it. */
function escapePolicy(text: string): string {
  if (!text.includes('"policy"')) return text;
  const answer = JSON.parse(text) as { readonly policy?: unknown };
  const { policy } = answer;
  return typeof policy === 'string'
    ? JSON.stringify({ ...answer, policy: JSON.stringify(policy).slice(1, -1) })
    : text;
}

/** AWS reads the media type from the path of the operation, moto from its value. */
function repeatMediaTypes(body: string): string {
  const { patchOperations } = JSON.parse(body) as { readonly patchOperations: readonly PatchOperation[] };
  return JSON.stringify({
    patchOperations: patchOperations.map((operation) => {
      const type = /^\/binaryMediaTypes\/(.+)$/.exec(operation.path)?.[1];
      return type && operation.value === undefined
        ? { ...operation, value: type.replaceAll('~1', '/').replaceAll('~0', '~') }
        : operation;
    }),
  });
}
