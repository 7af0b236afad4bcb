import { createHash, createHmac } from 'node:crypto';

/** Keys that a request to AWS is signed with. */
export interface AwsCredentials {
  /** Such as `AKIAIOSFODNN7EXAMPLE`. */
  readonly accessKeyId: string;
  /** The secret half of the key. */
  readonly secretAccessKey: string;
  /** Of temporary keys. Absent: the keys are those of a user. */
  readonly sessionToken?: string;
}

type Pair = readonly [name: string, value: string];

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** Percent-encoded names and values, in any order. */
  readonly query: readonly Pair[];
  /** One value a name, names in any case. `host` is one of them. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** What a signature is for. */
export interface SigningScope {
  /** `yyyyMMddTHHmmssZ` */
  readonly time: string;
  readonly region: string;
  /** The service's signing name, such as `dynamodb`. */
  readonly service: string;
}

/**
 * The headers that sign a request with Signature Version 4.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html
 */
export function signRequest(
  request: WireRequest,
  credentials: AwsCredentials,
  scope: SigningScope,
): Readonly<Record<string, string>> {
  const { accessKeyId, secretAccessKey, sessionToken } = credentials;
  const added = {
    'x-amz-date': scope.time,
    // S3 asks for it, and the others take it.
    ...(scope.service === 's3' ? { 'x-amz-content-sha256': hashHex(request.body) } : {}),
    ...(sessionToken === undefined ? {} : { 'x-amz-security-token': sessionToken }),
  };
  const headers = { ...request.headers, ...added };
  const signed = Object.keys(headers)
    .map((name) => name.toLowerCase())
    .filter((name) => SIGNED.test(name))
    .toSorted();
  const signature = computeSignature({ ...request, headers }, signed, secretAccessKey, scope);
  return {
    ...added,
    Authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/${nameScope(scope)}, SignedHeaders=${signed.join(';')}, Signature=${signature}`,
  };
}

/** Headers that no hop changes. */
const SIGNED = /^(?:host|content-type|x-amz-.*)$/;

/** The signature that a request must have, over the headers that its sender chose (lower case, sorted). */
export function computeSignature(
  request: WireRequest,
  signed: readonly string[],
  secretAccessKey: string,
  scope: SigningScope,
): string {
  const canonical = hashHex(writeCanonical(request, signed, scope.service));
  const text = ['AWS4-HMAC-SHA256', scope.time, nameScope(scope), canonical].join('\n');
  return createHmac('sha256', deriveKey(secretAccessKey, scope)).update(text).digest('hex');
}

function writeCanonical(request: WireRequest, signed: readonly string[], service: string): string {
  const { method, path, query, headers, body } = request;
  const values = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  return [
    method,
    // Every service but S3 encodes the path a second time.
    service === 's3' ? path : path.split('/').map(encode).join('/'),
    query
      .toSorted(byNameAndValue)
      .map(([name, value]) => `${name}=${value}`)
      .join('&'),
    ...signed.map((name) => `${name}:${(values.get(name) ?? '').trim().replace(/\s+/g, ' ')}`),
    '',
    signed.join(';'),
    values.get('x-amz-content-sha256') ?? hashHex(body),
  ].join('\n');
}

function byNameAndValue([name, value]: Pair, [otherName, otherValue]: Pair): number {
  if (name !== otherName) return name < otherName ? -1 : 1;
  return value === otherValue ? 0 : value < otherValue ? -1 : 1;
}

function nameScope({ time, region, service }: SigningScope): string {
  return `${time.slice(0, 8)}/${region}/${service}/aws4_request`;
}

function hashHex(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Keys of the day, by what they are derived from. */
const keys = new Map<string, Buffer>();
const KEPT = 100;

function deriveKey(secret: string, { time, region, service }: SigningScope): Buffer {
  const parts = [time.slice(0, 8), region, service, 'aws4_request'];
  const name = [secret, ...parts].join('\n');
  const known = keys.get(name);
  if (known) return known;
  const key = parts.reduce<Buffer>(
    (above, part) => createHmac('sha256', above).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );
  if (keys.size >= KEPT) keys.clear();
  keys.set(name, key);
  return key;
}

/** As Signature Version 4 encodes: everything but the unreserved characters. */
export function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** `yyyyMMddTHHmmssZ` */
export function writeTime(time: Date): string {
  return time.toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Milliseconds since 1970 of `yyyyMMddTHHmmssZ`; undefined for any other text. */
export function readAmazonTime(text: string): number | undefined {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text) ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return parts.length === 0 ? undefined : Date.UTC(year, month - 1, day, hour, minute, second);
}
