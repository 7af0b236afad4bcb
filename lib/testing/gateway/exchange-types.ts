/** A request as a caller sends it. */
export interface SampleRequest {
  /** Values of the path's variables, decoded. */
  readonly path?: Readonly<Record<string, string>>;
  /** Query parameters, decoded; of several values API Gateway takes the last. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string as it is; anything else as JSON. Absent: no body. */
  readonly body?: unknown;
  /** More of `$context`, beside what the request itself says. */
  readonly context?: Readonly<Record<string, unknown>>;
  /** What the authorizer answers: `$context.authorizer`. */
  readonly authorizer?: Readonly<Record<string, unknown>>;
  readonly stageVariables?: Readonly<Record<string, string>>;
}

/** What API Gateway sends to the service behind the route. */
export interface ServiceRequest {
  readonly method: string;
  /** The integration's URI with its variables filled in. */
  readonly uri: string;
  /** Endpoint prefix of the AWS service; absent for HTTP. */
  readonly service?: string;
  /** The service's action, where the URI names one. */
  readonly action?: string;
  /** Path of the request: of the service's API, or of the URL. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the service answers. */
export interface ServiceAnswer {
  /** @default 200 */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A string as it is; anything else as JSON. Absent: empty. */
  readonly body?: unknown;
}

/** What the caller gets. */
export interface GatewayAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export function bodyText(body: unknown): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** A header's value, in whatever case its name is written. */
export function findHeader(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** Headers with others laid over them, whatever the case of their names. */
export function overlayHeaders(
  headers: Readonly<Record<string, string>>,
  others: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const kept = Object.entries(headers).filter(([name]) => findHeader(others, name) === undefined);
  return { ...Object.fromEntries(kept), ...others };
}
