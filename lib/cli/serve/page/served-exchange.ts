import type { ExplainedStep } from '../../../testing/gateway/explained-step.js';
import type { GatewayRequest, LocalAnswer } from '../../../testing/gateway/local/gateway-request.js';
import type { NamedRoute } from '../name-routes.js';
import { copyAsCurl } from './copy-as-curl.js';
import { copyAsTest } from './copy-as-test.js';

/** A request that is over, as the page shows it. */
export interface ServedExchange {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly method: string;
  /** Path and query, as they were sent. */
  readonly target: string;
  readonly handler: string;
  readonly integration: string;
  readonly status: number;
  readonly milliseconds: number;
  readonly steps: readonly ExplainedStep[];
  readonly answer: { readonly headers: LocalAnswer['headers']; readonly body: string };
  readonly curl: string;
  /** Absent: no route fits. */
  readonly test?: string;
}

/** Characters of a text that are kept. */
const KEPT = 8_192;

/** Characters and bytes that a request may hold until someone looks at it. */
const HELD = 32_768;

/** What is kept of a request: a small one as it is until someone looks, a large one described at once. */
export function keepExchange(
  ...given: Parameters<typeof describeExchange>
): ServedExchange | (() => ServedExchange) {
  const [{ body }, answer] = given;
  const describe = (): ServedExchange => describeExchange(...given);
  return weigh([body, answer.body, answer.steps]) > HELD ? describe() : describe;
}

function weigh(value: unknown): number {
  if (typeof value === 'string' || value instanceof Uint8Array) return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let weight = 0;
  if (Array.isArray(value)) {
    for (const item of value) weight += weigh(item);
    return weight;
  }
  for (const name in value) weight += weigh((value as Readonly<Record<string, unknown>>)[name]);
  return weight;
}

/** A request with its texts cut, so that large bodies do not stay in memory. */
export function describeExchange(
  request: GatewayRequest,
  answer: LocalAnswer,
  { handler, integration }: NamedRoute,
  milliseconds: number,
  origin: string,
): ServedExchange {
  const { method, rawPath, rawQuery, requestId, time } = request;
  const steps = answer.steps.map((step) => shrink(step) as ExplainedStep);
  const small = { ...request, body: request.body.slice(0, KEPT) };
  const test = answer.route && copyAsTest(small, answer, steps, request.body.length);
  return {
    id: requestId,
    time,
    method,
    target: rawQuery === '' ? rawPath : `${rawPath}?${rawQuery}`,
    handler,
    integration,
    status: answer.status,
    milliseconds: Math.round(milliseconds * 10) / 10,
    steps,
    answer: { headers: answer.headers, body: textOf(answer.body) },
    curl: copyAsCurl(small, origin, request.body.length),
    ...(test === undefined ? {} : { test }),
  };
}

function textOf(body: LocalAnswer['body']): string {
  return body instanceof Uint8Array ? cut(Buffer.from(body.slice(0, KEPT)).toString('utf8')) : '(streamed)';
}

function shrink(value: unknown): unknown {
  if (typeof value === 'string') return cut(value);
  if (Array.isArray(value)) return value.map(shrink);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, shrink(member)]));
}

/** A slice would keep the whole text in memory: bytes do not. */
function cut(text: string): string {
  if (text.length <= KEPT) return text;
  return `${Buffer.from(text.slice(0, KEPT), 'utf8').toString('utf8')}… (${text.length} characters)`;
}
