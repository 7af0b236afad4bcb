import { GatewayFault } from '../gateway-fault.js';
import { DELIMITER } from './stream-function.js';

/** Within how many bytes the delimiter must stand. */
const MOST = 16 * 1024;

/** A streamed answer: what its prelude says, and the bytes of its body. */
export interface SplitAnswer {
  /** JSON text. */
  readonly prelude: string;
  readonly body: AsyncIterable<Uint8Array>;
}

/**
 * Reads the JSON with status and headers that a streamed answer begins with.
 *
 * @throws GatewayFault 502, when there is none
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode-lambda.html
 */
export async function splitPrelude(stream: AsyncIterable<Uint8Array>): Promise<SplitAnswer> {
  const chunks = stream[Symbol.asyncIterator]();
  let read = Buffer.alloc(0);
  for (;;) {
    const at = read.indexOf(DELIMITER);
    if (at >= 0) {
      return {
        prelude: read.subarray(0, at).toString('utf8'),
        body: continueWith(read.subarray(at + DELIMITER.length), chunks),
      };
    }
    const next = read.length > MOST ? undefined : await chunks.next();
    if (next === undefined || next.done) throw new GatewayFault('DEFAULT_5XX', undefined, 502);
    read = Buffer.concat([read, next.value]);
  }
}

async function* continueWith(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  try {
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    // The caller has gone: the function's stream ends too.
    await rest.return?.();
  }
}
