import { PassThrough, type Writable } from 'node:stream';
import type { FunctionContext, LocalFunction } from './local-function.js';

/** What `awslambda.streamifyResponse` marks a function with, in the Node.js runtime of Lambda. */
const STREAMING = Symbol.for('aws.lambda.runtime.handler.streaming');

/** Bytes of zero between the status and headers of a streamed answer, and its body. */
export const DELIMITER = Buffer.alloc(8);

type StreamingFunction = (event: unknown, stream: Writable, context: FunctionContext) => unknown;

export function isStreaming(target: LocalFunction): boolean {
  return STREAMING in target;
}

/**
 * The global `awslambda` of the Node.js runtime of Lambda, so that modules of streaming functions can be loaded here. A
 * real one stays.
 */
export function provideStreaming(): void {
  const owner = globalThis as { awslambda?: unknown };
  owner.awslambda ??= {
    streamifyResponse: (target: StreamingFunction) => Object.assign(target, { [STREAMING]: 'response' }),
    HttpResponseStream: {
      from(stream: Writable, prelude: unknown): Writable {
        stream.write(Buffer.concat([Buffer.from(JSON.stringify(prelude)), DELIMITER]));
        return stream;
      },
    },
  };
}

/** Runs a streaming function; its bytes come as it writes them. */
export async function* runStreaming(
  target: LocalFunction,
  { event, signal }: { readonly event: string; readonly signal: AbortSignal },
  context: FunctionContext,
): AsyncGenerator<Uint8Array> {
  const stream = new PassThrough({ signal });
  Object.assign(stream, { setContentType: () => undefined });
  const fail = (thrown: unknown): void => {
    stream.destroy(thrown instanceof Error ? thrown : new Error(String(thrown)));
  };
  const call = target as unknown as StreamingFunction;
  // A function whose promise is done and that has ended nothing leaves its stream open: Lambda ends it.
  Promise.resolve()
    .then(() => call(JSON.parse(event), stream, context))
    .then(() => stream.end(), fail);
  for await (const chunk of stream) yield chunk as Uint8Array;
}
