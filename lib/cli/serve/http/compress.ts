import { deflateSync, gunzipSync, gzipSync, inflateSync } from 'node:zlib';
import type { GatewayRequest, LocalAnswer } from '../../../testing/gateway/local/gateway-request.js';

/** Bytes: the largest body, which a compressed one must not hide. */
const LARGEST = 10 * 1024 * 1024;

/** Codings, in the order of preference. */
const CODINGS = {
  gzip: { compress: gzipSync, decompress: gunzipSync },
  deflate: { compress: deflateSync, decompress: inflateSync },
} as const;

type Coding = keyof typeof CODINGS;

/**
 * A request with its body as mappings and functions see it. Only an API that compresses decompresses.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gzip-compression-decompression.html
 */
export function decompressRequest(request: GatewayRequest): GatewayRequest {
  const { rawHeaders, body } = request;
  const coding = findHeader(rawHeaders, 'content-encoding')?.trim().toLowerCase();
  if (!isCoding(coding) || body.length === 0) return request;
  try {
    return {
      ...request,
      rawHeaders: rawHeaders.filter(([name]) => name.toLowerCase() !== 'content-encoding'),
      body: CODINGS[coding].decompress(body, { maxOutputLength: LARGEST }),
    };
  } catch (error) {
    // A body without such a coding goes on as it is. One that is too large is refused.
    const isTooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return isTooLarge ? { ...request, body: new Uint8Array(), isTooLarge } : request;
  }
}

/** An answer, compressed when it is large enough and the caller takes it so. Streams go out as they are. */
export function compressAnswer(
  { rawHeaders }: GatewayRequest,
  answer: LocalAnswer,
  from: number,
): LocalAnswer {
  const { headers, body } = answer;
  if (!(body instanceof Uint8Array) || body.length < Math.max(from, 1)) return answer;
  if (findHeader(headers, 'content-encoding') !== undefined) return answer;
  const coding = chooseCoding(findHeader(rawHeaders, 'accept-encoding') ?? '');
  if (!coding) return answer;
  return {
    ...answer,
    headers: [...headers, ['Content-Encoding', coding]],
    body: CODINGS[coding].compress(body),
    steps: [
      ...answer.steps,
      { step: 'compression', outcome: `${coding}, because the body has ${from} bytes or more` },
    ],
  };
}

/** Of those that the caller takes; one with `q=0` is refused. */
function chooseCoding(accepted: string): Coding | undefined {
  const taken = new Map(
    accepted.split(',').map((entry): [string, number] => {
      const [name = '', ...parameters] = entry
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const quality = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, quality === undefined ? 1 : Number(quality.slice(2))];
    }),
  );
  return (Object.keys(CODINGS) as Coding[]).find((coding) => (taken.get(coding) ?? taken.get('*') ?? 0) > 0);
}

function isCoding(name: string | undefined): name is Coding {
  return name !== undefined && Object.hasOwn(CODINGS, name);
}

function findHeader(lines: GatewayRequest['rawHeaders'], name: string): string | undefined {
  return lines.find(([written]) => written.toLowerCase() === name)?.[1];
}
