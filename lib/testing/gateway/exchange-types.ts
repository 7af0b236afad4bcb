import { toUtf8 } from '../java/form-encoding.js';

/** Values by name; a list where a name occurs several times. */
export type MultiValues = Readonly<Record<string, string | readonly string[]>>;

/** A request as a caller sends it. */
export interface SampleRequest {
  /**
   * Values of the path's variables as they stand in the URL, percent-encoded: `{ name: 'a%40b.c' }` for
   * `/users/a%40b.c`. API Gateway does not decode them for mappings and templates.
   */
  readonly path?: Readonly<Record<string, string>>;
  /** Query parameters, decoded. Mappings and templates read the last of several values, unless they ask for all. */
  readonly query?: MultiValues;
  /**
   * Headers. API Gateway gives common names, such as `Content-Type`, their usual case. A mapping reads any other name
   * only in the case in which it is sent. Mappings and templates read the last of several lines.
   */
  readonly headers?: MultiValues;
  /** A string as it is, bytes as they are; anything else as JSON. Absent: no body. */
  readonly body?: unknown;
  /** More of `$context`, beside what the request itself says. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** What the authorizer answers: `$context.authorizer`. */
  readonly authorizer?: Readonly<Record<string, unknown>>;
  /** Variables of the deployed stage. Absent: none. */
  readonly stageVariables?: Readonly<Record<string, string>>;
}

/** What API Gateway sends to the service behind the route. */
export interface ServiceRequest {
  /** Upper-case verb. */
  readonly method: string;
  /** The integration's URI with its variables filled in. */
  readonly uri: string;
  /** Endpoint prefix of the AWS service; absent for HTTP. */
  readonly service?: string;
  /** The service's action, where the URI names one. */
  readonly action?: string;
  /** Path of the request: of the service's API, or of the URL, without its query. */
  readonly path: string;
  /** Query parameters, decoded, with those of the URI. A list where a name occurs several times. */
  readonly query: MultiValues;
  /** Lines of one name are joined by a comma. API Gateway's own tracing and transport headers are left out. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as it is sent; empty without one. */
  readonly body: string;
}

/** What the service answers. */
export interface ServiceAnswer {
  /** @default 200 */
  readonly status?: number;
  /** Headers; common names, such as `ETag`, are found in any case. A list is several lines. */
  readonly headers?: MultiValues;
  /** A string as it is, bytes as they are; anything else as JSON. Absent: empty. */
  readonly body?: unknown;
}

/** What the caller gets. */
export interface GatewayAnswer {
  /** HTTP status. */
  readonly status: number;
  /** Headers; without those that API Gateway adds to every answer, such as `x-amzn-RequestId`. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body as the caller gets it; empty without one. */
  readonly body: string;
}

/** What the caller gets, with a body that may be bytes. */
export interface CallerAnswer extends Omit<GatewayAnswer, 'body'> {
  readonly body: string | Uint8Array;
}

/** The body of a sample as it goes over the wire. */
export function bodyBytes(body: unknown): Uint8Array {
  if (body === undefined) return NOTHING;
  if (body instanceof Uint8Array) return body;
  return toUtf8(typeof body === 'string' ? body : JSON.stringify(body));
}

const NOTHING = new Uint8Array();

/** Bytes as text: those that are not UTF-8 become U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}

/** The value of a header, in whatever case its name is written. */
export function findHeader<Value>(headers: Readonly<Record<string, Value>>, name: string): Value | undefined {
  const wanted = name.toLowerCase();
  for (const key in headers) {
    if (key.length === wanted.length && key.toLowerCase() === wanted) return headers[key];
  }
  return undefined;
}

/** Headers with others laid over them, whatever the case of their names. */
export function overlayHeaders(
  headers: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const kept = Object.entries(headers).filter(([name]) => findHeader(others, name) === undefined);
  return kept.length === 0 ? others : { ...Object.fromEntries(kept), ...others };
}
