import type { IncomingMessage } from 'node:http';

/** A body, or why there is none. */
export type ReadBody = { readonly body: Uint8Array } | { readonly tooLarge: true };

/** Milliseconds that the rest of a body has which is too large: whoever sends it reads the answer only afterwards. */
const PATIENCE = 3_000;

/** Reads the body of a request. Of one that is too large nothing is kept; its rest is read and dropped. */
export async function readBody(request: IncomingMessage, largest: number): Promise<ReadBody> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced === 0 && request.headers['transfer-encoding'] === undefined) return { body: NOTHING };
  let chunks: Uint8Array[] = [];
  let size = announced > largest ? announced : 0;
  return await new Promise((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    const end = (): void => {
      clearTimeout(timer);
      if (size > largest) resolve({ tooLarge: true });
      else resolve({ body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) });
    };
    request
      .on('data', (chunk: Uint8Array) => {
        size += chunk.length;
        if (size <= largest) return void chunks.push(chunk);
        chunks = [];
        timer ??= setTimeout(end, PATIENCE);
      })
      .on('end', end)
      .on('error', reject)
      .on('close', () => {
        clearTimeout(timer);
        reject(new Error('the caller closed the connection'));
      });
  });
}

const NOTHING = new Uint8Array();
