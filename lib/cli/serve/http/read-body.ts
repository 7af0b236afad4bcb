import type { IncomingMessage } from 'node:http';

/** A body, or why there is none. */
export type ReadBody = { readonly body: Uint8Array } | { readonly tooLarge: true };

/** Reads the body of a request. Of one that is too large nothing is kept; its rest is read and dropped. */
export async function readBody(request: IncomingMessage, largest: number): Promise<ReadBody> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced === 0 && request.headers['transfer-encoding'] === undefined) return { body: NOTHING };
  if (announced > largest) {
    request.resume();
    return { tooLarge: true };
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  return await new Promise((resolve, reject) => {
    const take = (chunk: Uint8Array): void => {
      size += chunk.length;
      if (size > largest) {
        chunks.length = 0;
        request.off('data', take).resume();
        resolve({ tooLarge: true });
      } else chunks.push(chunk);
    };
    request
      .on('data', take)
      .on('end', () => resolve({ body: chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks) }))
      .on('error', reject)
      .on('close', () => reject(new Error('the caller went away')));
  });
}

const NOTHING = new Uint8Array();
