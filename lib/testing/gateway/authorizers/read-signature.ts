import { readAmazonTime } from '../services/sign-request.js';

/** What a caller says of the signature of a request: in its headers, or in the query of a presigned URL. */
export interface GivenSignature {
  readonly accessKeyId: string;
  readonly region: string;
  readonly service: string;
  /** `yyyyMMddTHHmmssZ` */
  readonly time: string;
  /** Names of the signed headers. */
  readonly signed: readonly string[];
  readonly signature: string;
  /** Milliseconds since 1970 until which it holds. */
  readonly until: number;
}

/** Seconds that the clock of a caller may be wrong. */
export const SKEW = 300;

/** Undefined without a signature of version 4. */
export function readSignature(
  headers: ReadonlyMap<string, string>,
  query: ReadonlyMap<string, string>,
): GivenSignature | undefined {
  const [, ...inHeader] =
    /^AWS4-HMAC-SHA256\s+Credential=([^,\s]+),?\s*SignedHeaders=([^,\s]+),?\s*Signature=([0-9a-f]+)\s*$/.exec(
      headers.get('authorization') ?? '',
    ) ?? [];
  if (inHeader.length > 0) return describe(inHeader, headers.get('x-amz-date') ?? '', SKEW);
  if (query.get('X-Amz-Algorithm') !== 'AWS4-HMAC-SHA256') return undefined;
  const parts = ['X-Amz-Credential', 'X-Amz-SignedHeaders', SIGNATURE].map((name) => query.get(name) ?? '');
  return describe(parts, query.get('X-Amz-Date') ?? '', Number(query.get('X-Amz-Expires') ?? 0));
}

/** The parameter of a presigned URL that is not signed itself. */
export const SIGNATURE = 'X-Amz-Signature';

function describe(
  [credential = '', signed = '', signature = '']: readonly string[],
  time: string,
  seconds: number,
): GivenSignature | undefined {
  const [accessKeyId, , region, service] = credential.split('/');
  if (!accessKeyId || !region || !service) return undefined;
  const until = (readAmazonTime(time) ?? 0) + seconds * 1000;
  return { accessKeyId, region, service, time, signed: signed.split(';'), signature, until };
}
